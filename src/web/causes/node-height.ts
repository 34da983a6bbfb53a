/** How high each node of the canvas is: known before it is drawn, so that lines and columns stand at once. */
import type { Canvas } from '#cause/cause.api.ts';
import { linesIn } from '#web/causes/layout.ts';
import type { Row } from '#web/causes/outline.ts';
import type { Draft } from '#web/causes/use-desk.ts';

/** As in node.css: words of 14 px in lines of 20 px, at most four; the lines above and below them; padding and border. */
const LINE = 20;
const MOST = 4;
const EMS = { problem: 16.5, cause: 15.7, measure: 14.8 };
const SMALL = 22;
const EDGES = 22;
const WRITTEN = 138;
const CONFLICT = 76;

/** @returns the height in pixels of the node with this id */
export function heightsOf(rows: readonly Row[], draft: Draft | null, canvas: Canvas) {
  const heights = new Map(rows.map((row) => [row.id, heightOf(row, draft, canvas)]));
  return (id: string): number => heights.get(id) ?? 0;
}

function heightOf(row: Row, draft: Draft | null, canvas: Canvas): number {
  if (draft?.id === row.id) return WRITTEN + (draft.conflict ? CONFLICT : 0);
  const words = (text: string) => LINE * Math.min(MOST, linesIn(text, EMS[row.kind]));
  const body = EDGES + SMALL;
  if (row.kind === 'measure') {
    const { causes, together } = row.measure;
    return body + words(row.measure.words) + (causes.length > 1 || together.length > 0 ? SMALL : 0);
  }
  if (row.kind === 'cause') return body + words(row.cause.words) + SMALL * (row.cause.elsewhere > 0 ? 2 : 1);
  return body + words(canvas.problem.title);
}
