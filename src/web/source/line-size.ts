/** How large each node is: known before it is drawn, so that columns and curves stand at once. As in face.css. Pure. */
import { linesIn } from '#web/causes/layout.ts';
import type { Column, LineNode } from '#web/source/line-graph.ts';
import { INDENT, type Size } from '#web/source/line-layout.ts';
import type { Things } from '#web/source/line-things.ts';

export const widths: Record<Column, number> = {
  ...{ signals: 216, problem: 164, cause: 188, measure: 168, project: 184, task: 168, acceptance: 152, goal: 228 },
};
/** A column in which nothing stands yet. */
const NARROW = 128;
const EDGES = 20;
const SMALL = 18;
const LINE = 19;
const TAG = 24;
/** More than so many folds of signals are shown without their quotes. */
export const FULL_FOLDS = 2;
export const CHART = { width: 204, height: 96 };
export const BARS = { width: 192, height: 46 };

/** Letters of 13 px; an em and a half less than fits, as no line begins with a comma. */
const lines = (words: string, width: number, most: number) =>
  LINE * Math.min(most, linesIn(words, (width - 24) / 13 - 1.5));

export const hasBars = (fold: { count: number; months: readonly unknown[] }) => fold.months.length > 1;

/** @returns how wide the column of a node has to be, and how high the node is, in pixels */
export function sizesOf(things: Things) {
  return (node: LineNode): Size => {
    if (node.kind === 'place' || node.kind === 'hidden') return { width: NARROW, height: 108 };
    return { width: widths[node.column], height: EDGES + innerHeight(things, node) };
  };
}

function innerHeight(things: Things, { id, kind, column, depth }: LineNode): number {
  const width = widths[column] - INDENT * Math.min(depth, 4);
  switch (kind) {
    case 'signals': {
      const fold = things.signals.get(id)!;
      const head = 36 + 2 * SMALL + (hasBars(fold) ? BARS.height + 26 : 0);
      if (things.signals.size > FULL_FOLDS) return head;
      const quotes = fold.quotes.reduce((sum, { words }) => sum + 8 + lines(`「${words}」`, width, 3) + SMALL, 0);
      return head + quotes + (fold.count > fold.quotes.length ? 8 + SMALL : 0);
    }
    case 'problem': {
      const { title, mergedInto } = things.problems.get(id)!;
      return SMALL + lines(title, width - 14, mergedInto ? 2 : 4) + TAG;
    }
    case 'cause': {
      const { words, judged } = things.causes.get(id)!;
      return SMALL + lines(words, width - 8, 3) + (judged ? SMALL : 0);
    }
    case 'measure':
      return SMALL + lines(things.measures.get(id)!.words, width, 3);
    case 'project':
      return SMALL + lines(things.projects.get(id)!.title, width - 14, 3) + TAG + SMALL + 28;
    case 'task':
      return SMALL + lines(things.tasks.get(id)!.title, width, 2) + SMALL;
    case 'acceptance': {
      const { asked, score } = things.acceptances.get(id)!;
      return 26 + SMALL * 2 + (score !== null ? SMALL : 0) + (asked ? 8 + SMALL * 2 : 0);
    }
    case 'goal': {
      const { indicator, readings } = things.goals.get(id)!;
      const name = lines(indicator.name, width, 2);
      return name + (readings.length > 0 ? CHART.height + 8 + 4 * LINE : SMALL * 3);
    }
    default:
      return column === 'task' ? 62 : 26;
  }
}
