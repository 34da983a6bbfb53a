/** Which folding of a line fits one A3 sheet with words of at least 7 points, and at what scale. Pure. */
import { graphOf, type LineGraph } from '#web/source/line-graph.ts';
import { type Laid, layOut } from '#web/source/line-layout.ts';
import { sizesOf } from '#web/source/line-size.ts';
import type { Things } from '#web/source/line-things.ts';

/** A3 landscape within margins of 10 mm, less head and foot, in CSS pixels; source.css gives the sheet this size. */
export const PAPER = { width: 1510, height: 900 };
/** The smallest words are 12 pixels; 7 points are 9.34. */
export const LEAST = 9.34 / 12;
const steps = [400, 60, 40, 30, 24, 19, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1];

export type Fitted = { graph: LineGraph; laid: Laid; zoom: number; x: number; y: number };

/** The least folding that fits; with one node a column everything does. */
export function fitted(things: Things): Fitted {
  const sizeOf = sizesOf(things);
  for (const most of steps) {
    const graph = graphOf(things.line, { most, tasks: 6, open: new Set() });
    const laid = layOut(graph, sizeOf);
    const zoom = Math.min(1.1, PAPER.width / laid.width, PAPER.height / laid.height);
    if (zoom < LEAST && most > 1) continue;
    return { graph, laid, zoom, x: (PAPER.width - laid.width * zoom) / 2, y: (PAPER.height - laid.height * zoom) / 2 };
  }
  throw new Error('a folding of one node a column was tried');
}
