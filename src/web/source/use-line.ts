/** What a page of a source line has in hand: the line, what is folded, what is lit, and how to light something else. */
import { createContext, useContext } from 'react';
import type { LineGraph } from '#web/source/line-graph.ts';
import type { Lit } from '#web/source/line-path.ts';
import type { Things } from '#web/source/line-things.ts';

/** The node or edge under the pointer or the focus; where the pointer is, in pixels of the frame. */
export type Hot = { id: string; x?: number; y?: number } | null;

export type Line = {
  things: Things;
  graph: LineGraph;
  lit: Lit | null;
  hot: Hot;
  light: (hot: Hot) => void;
  /** Lets go of what the address asked to light. */
  unpin: () => void;
  /** Unfolds a stack of tasks; on paper nothing is unfolded. */
  unfold: ((stack: string) => void) | null;
};

export const LineContext = createContext<Line | null>(null);

export function useLine(): Line {
  const line = useContext(LineContext);
  if (!line) throw new Error('outside a source line');
  return line;
}
