/** A reading: one figure of one period. What must hold of it before it is written, as pure rules. */
import type { Day } from '#clock/day.ts';
import { definitionOf } from '#indicator/indicator.ts';
import type { Params } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';

export type Period = { from: Day; to: Day };

/** As somebody hands it in. `value` may be left out where both parts of the ratio are given. */
export type Given = Period & {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** In what the reader counted: named with the figure, so that minutes are not taken for hours. */
  unitWords: string;
};

export type Measured = { name: string; unitWords: string; digits: number };

/** Beyond this a double no longer tells two figures of six decimal places apart. */
export const VALUE_MAX = 1e9;

export type Refused = { field: keyof Given; code: ProblemCode; params?: Params };
export type Figure = { value: number; numerator: number | null; denominator: number | null };

const PERCENT = new Set(['%', '百分比', '百分数', 'percent']);
const PER_MILLE = new Set(['‰', '千分比', 'permille']);

/** `％`, `% ` and 百分比 are one unit, and so are `件/月` and `件／月`. */
export function unitKey(words: string): string {
  const key = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return PERCENT.has(key) ? '%' : PER_MILLE.has(key) ? '‰' : key;
}

/** What a ratio is multiplied by to stand in this unit. */
export const factorOf = (unitWords: string): number => ({ '%': 100, '‰': 1_000 })[unitKey(unitWords)] ?? 1;

/** Half up, as offices round, and away from what binary digits make of 0.285. */
export function roundTo(value: number, digits: number): number {
  const rounded = Number(`${Math.round(Number(`${Math.abs(value)}e${digits}`))}e-${digits}`);
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded || 0;
}

/** The figure of a ratio in the indicator's unit, rounded to its decimal places. */
export const ratioOf = (numerator: number, denominator: number, { unitWords, digits }: Measured): number =>
  roundTo((numerator / denominator) * factorOf(unitWords), digits);

/** The figure as it will be written, or what is wrong with it. */
export function figureOf(given: Given, indicator: Measured): Figure | Refused {
  const { value, numerator, denominator } = given;
  if (unitKey(given.unitWords) !== unitKey(indicator.unitWords))
    return {
      field: 'unitWords',
      code: 'reading_other_unit',
      params: { name: indicator.name, unit: indicator.unitWords, given: given.unitWords },
    };
  if ([value, numerator, denominator].some((one) => one !== null && Math.abs(one) > VALUE_MAX))
    return { field: 'value', code: 'reading_too_large', params: { limit: VALUE_MAX } };
  if (numerator === null || denominator === null) {
    if (value === null) return { field: 'value', code: 'reading_no_value' };
    return { value, numerator, denominator };
  }
  if (denominator === 0) return { field: 'denominator', code: 'reading_of_nothing' };
  const ratio = ratioOf(numerator, denominator, indicator);
  if (value === null) return { value: ratio, numerator, denominator };
  // Given to fewer places than the indicator has, it is still the same figure: 97 for 97.13.
  const places = Math.min(placesOf(value), indicator.digits);
  if (roundTo((numerator / denominator) * factorOf(indicator.unitWords), places) !== roundTo(value, places))
    return { field: 'value', code: 'reading_ratio', params: { ratio, given: value } };
  return { value, numerator, denominator };
}

const placesOf = (value: number): number => {
  const text = `${value}`;
  return text.includes('e') ? Number.POSITIVE_INFINITY : (text.split('.')[1]?.length ?? 0);
};

/** A period that has not ended has no figure yet. `today` in Shanghai. */
export function periodRefusal({ from, to }: Period, today: Day): Refused | undefined {
  if (from > to) return { field: 'to', code: 'reading_backwards' };
  if (to > today) return { field: 'to', code: 'reading_future', params: { to } };
  return undefined;
}

export const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

/**
 * A day belongs to one reading: the same period twice, or a week inside a month that is read already, is refused. Another
 * rhythm (件/年 beside 件/月) is another indicator.
 */
export function besideOthers(period: Period, standing: readonly Period[]): Refused | undefined {
  const other = standing.find((one) => overlap(period, one));
  if (!other) return undefined;
  const same = other.from === period.from && other.to === period.to;
  return {
    field: 'from',
    code: same ? 'reading_there' : 'reading_overlaps',
    params: { from: other.from, to: other.to },
  };
}

/** The definition the period is read under, or that it lies across two. */
export function definedFor<V extends { validFrom: Day }>(versions: readonly V[], { from, to }: Period): V | Refused {
  const found = definitionOf(versions, from, to);
  if ('definition' in found) return found.definition;
  return { field: 'from', code: 'reading_across', params: { day: found.across.validFrom } };
}

export const isRefused = (one: object | undefined): one is Refused => one !== undefined && 'code' in one;
