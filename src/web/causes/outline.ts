/** The canvas as an outline: what hangs where under this problem, in reading order, and which way the arrow keys go. */
import type { Canvas, CauseNode, MeasureCard } from '#cause/cause.api.ts';

/** `answersToo`: measures that are drawn under an earlier cause and answer this one as well. */
export type Twig = {
  cause: CauseNode;
  depth: number;
  twigs: Twig[];
  measures: MeasureCard[];
  answersToo: MeasureCard[];
};

/** The problem itself stands for its id. */
export const ROOT = 'problem';

export type Row =
  | { kind: 'problem'; id: typeof ROOT; above: null; depth: 0 }
  | { kind: 'cause'; id: string; above: string; depth: number; cause: CauseNode }
  | { kind: 'measure'; id: string; above: string; depth: number; measure: MeasureCard };

/** A cause is drawn once: under its parent where that stands here, else directly under the problem. */
export function outlineOf({ causes, measures }: Pick<Canvas, 'causes' | 'measures'>): Twig[] {
  const here = new Set(causes.map((cause) => cause.id));
  const placed = new Set<string>();
  const drawn = new Set<string>();
  const under = (parent: string | null, depth: number): Twig[] =>
    causes
      .filter((cause) => (cause.parentId && here.has(cause.parentId) ? cause.parentId : null) === parent)
      .filter((cause) => !placed.has(cause.id))
      .map((cause) => {
        placed.add(cause.id);
        const answering = measures.filter((measure) => measure.causes.includes(cause.id));
        const first = answering.filter((measure) => !drawn.has(measure.id));
        for (const measure of first) drawn.add(measure.id);
        const answersToo = answering.filter((measure) => !first.includes(measure));
        return { cause, depth, measures: first, answersToo, twigs: under(cause.id, depth + 1) };
      });
  return under(null, 1);
}

/** Everything in reading order: a cause, its measures, what hangs under it. */
export function rowsOf(outline: readonly Twig[]): Row[] {
  const rows = (twigs: readonly Twig[], above: string): Row[] =>
    twigs.flatMap(({ cause, depth, measures, twigs: below }) => [
      { kind: 'cause' as const, id: cause.id, above, depth, cause },
      ...measures.map((measure) => ({ kind: 'measure' as const, id: measure.id, above: cause.id, depth, measure })),
      ...rows(below, cause.id),
    ]);
  return [{ kind: 'problem', id: ROOT, above: null, depth: 0 }, ...rows(outline, ROOT)];
}

export type Way = 'up' | 'down' | 'left' | 'right';

/** Where an arrow leads. On the canvas up and down stay in the column; in the list they go by line. Nowhere: it stays. */
export function stepFrom(rows: readonly Row[], from: string, way: Way, inColumns: boolean): string {
  const here = rows.find((row) => row.id === from) ?? rows[0]!;
  if (way === 'left') return here.above ?? here.id;
  if (way === 'right') {
    return (rows.find((row) => row.above === here.id && row.kind === 'cause') ?? here).id;
  }
  const column = inColumns ? rows.filter((row) => row.depth === here.depth) : rows;
  const next = column[column.indexOf(here) + (way === 'down' ? 1 : -1)];
  return (next ?? here).id;
}

/** The cause and everything below it: where it cannot be hung. */
export function branchOf(outline: readonly Twig[], id: string): Set<string> {
  const found = new Set<string>();
  const visit = (twigs: readonly Twig[], inside: boolean) => {
    for (const { cause, twigs: below } of twigs) {
      const taken = inside || cause.id === id;
      if (taken) found.add(cause.id);
      visit(below, taken);
    }
  };
  visit(outline, false);
  return found;
}
