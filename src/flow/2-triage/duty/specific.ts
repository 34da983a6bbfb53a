/** Which lines of a duty list speak of a matter at a place, and which of them say it most precisely. Pure. */
import { type DutyLevel, isLow } from '#triage/duty/duty.ts';

export type Line = {
  id: string;
  line: number;
  /** Ids from the root of the tree down to the line's category; null: its words alone say the matter. */
  category: readonly string[] | null;
  /** In the searched form; any one of them, found in the signal's words, is the matter. Empty: the whole category. */
  words: readonly string[];
  /** Statistical code of its area, which begins the codes of all areas in it; null: the whole city. */
  area: string | null;
  level: DutyLevel;
  withdrawn: boolean;
};

/** A matter at a place. `words` in the searched form. What is not known is null or empty. */
export type Asked = { category: readonly string[] | null; area: string | null; words: string };

export function speaksOf(line: Line, { category, area, words }: Asked): boolean {
  if (line.category && !category?.includes(line.category.at(-1)!)) return false;
  if (line.area !== null && !area?.startsWith(line.area)) return false;
  if (line.words.length > 0) return line.words.some((one) => words.includes(one));
  return line.category !== null;
}

/**
 * How precisely a line speaks: first the deeper area (a code is longer than its parent's), then words, which name one matter
 * where a category is a class of them, then the deeper category. Negative where `a` is the more precise.
 */
export function byPrecision(a: Line, b: Line): number {
  const area = (b.area?.length ?? 0) - (a.area?.length ?? 0);
  const words = Number(b.words.length > 0) - Number(a.words.length > 0);
  return area || words || (b.category?.length ?? 0) - (a.category?.length ?? 0);
}

export type Found<L extends Line> = {
  /** Equally precise, in the order of their lines; more than one: the list leaves it open between them. */
  best: L[];
  /** The most precise line by which the matter was withdrawn to the upper level: lines of lower levels no longer count. */
  withdrawn: L | null;
};

export function mostPrecise<L extends Line>(lines: readonly L[], asked: Asked): Found<L> {
  const speaking = lines.filter((line) => speaksOf(line, asked)).sort((a, b) => byPrecision(a, b) || a.line - b.line);
  const withdrawn = speaking.find((line) => line.withdrawn) ?? null;
  const left = withdrawn ? speaking.filter((line) => !isLow(line.level)) : speaking;
  return { best: left.filter((line) => byPrecision(line, left[0]!) === 0), withdrawn };
}
