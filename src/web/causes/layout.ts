/** Where everything on the canvas stands: the problem at the left, causes in columns to the right, measures below their cause. */
import { ROOT, type Twig } from '#web/causes/outline.ts';

export const WIDTH = 260;
/** Measures stand in from the left edge of their cause, so that a line can go down beside them. */
export const INDENT = 18;
const COLUMN = WIDTH + 56;
const BETWEEN = 22;
const BELOW = 10;

export type Box = {
  id: string;
  kind: 'problem' | 'cause' | 'measure';
  x: number;
  y: number;
  width: number;
  height: number;
};
/** `hangs`: cause under cause or problem; `answers`: measure to its cause; `also`: to another cause; `together`: two measures. */
export type Line = { id: string; kind: 'hangs' | 'answers' | 'also' | 'together'; from: string; to: string };
export type Laid = { boxes: Box[]; lines: Line[]; width: number; height: number };

/** @param heightOf the height of a node in pixels, by its id. No two boxes overlap. */
export function layOut(outline: readonly Twig[], heightOf: (id: string) => number): Laid {
  const boxes: Box[] = [];

  const ownHeight = ({ cause, measures }: Twig) =>
    heightOf(cause.id) + measures.reduce((sum, measure) => sum + BELOW + heightOf(measure.id), 0);
  const extents = new Map<Twig, number>();
  const stack = (twigs: readonly Twig[]): number =>
    twigs.reduce((sum, twig) => sum + extent(twig), 0) + BETWEEN * Math.max(0, twigs.length - 1);
  function extent(twig: Twig): number {
    const known = extents.get(twig) ?? Math.max(ownHeight(twig), stack(twig.twigs));
    extents.set(twig, known);
    return known;
  }

  function place(twig: Twig, top: number): void {
    const { cause, depth, measures, twigs } = twig;
    const x = depth * COLUMN;
    let y = top + (extent(twig) - ownHeight(twig)) / 2;
    boxes.push({ id: cause.id, kind: 'cause', x, y, width: WIDTH, height: heightOf(cause.id) });
    y += heightOf(cause.id);
    for (const { id } of measures) {
      y += BELOW;
      boxes.push({ id, kind: 'measure', x: x + INDENT, y, width: WIDTH - INDENT, height: heightOf(id) });
      y += heightOf(id);
    }
    placeAll(twigs, top + (extent(twig) - stack(twigs)) / 2);
  }
  function placeAll(twigs: readonly Twig[], top: number): void {
    let y = top;
    for (const twig of twigs) {
      place(twig, y);
      y += extent(twig) + BETWEEN;
    }
  }

  const whole = Math.max(heightOf(ROOT), stack(outline));
  boxes.push({
    id: ROOT,
    kind: 'problem',
    x: 0,
    y: (whole - heightOf(ROOT)) / 2,
    width: WIDTH,
    height: heightOf(ROOT),
  });
  placeAll(outline, (whole - stack(outline)) / 2);
  const width = Math.max(...boxes.map((box) => box.x + box.width));
  return { boxes, lines: linesOf(outline), width, height: whole };
}

function linesOf(outline: readonly Twig[]): Line[] {
  const lines: Line[] = [];
  const add = (kind: Line['kind'], from: string, to: string) =>
    lines.push({ id: `${kind} ${from} ${to}`, kind, from, to });
  const visit = (twigs: readonly Twig[], above: string) => {
    for (const { cause, measures, answersToo, twigs: below } of twigs) {
      add('hangs', above, cause.id);
      for (const measure of measures) {
        add('answers', cause.id, measure.id);
        // Each pair is drawn from its operational side alone.
        if (measure.layer === 'operational') for (const other of measure.together) add('together', measure.id, other);
      }
      for (const measure of answersToo) add('also', measure.id, cause.id);
      visit(below, cause.id);
    }
  };
  visit(outline, ROOT);
  return lines;
}

const WIDE = /[\u1100-\uffdc]/;

/** How many lines words take in so many ems: a Chinese character is one em wide, others about half of it. */
export function linesIn(words: string, ems: number): number {
  return words.split('\n').reduce((sum, line) => {
    const width = [...line].reduce((total, letter) => total + (WIDE.test(letter) ? 1 : 0.55), 0);
    return sum + Math.max(1, Math.ceil(width / ems));
  }, 0);
}
