/** Months of UTC, as signals hold them among their grams, counted from the year 0: for searching the latest first. */

/** First and last month of a stretch, both in it. */
export type Months = { first: number; last: number };

export const monthOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();

/** The instant at which a month begins. */
export function beginOf(month: number): Date {
  const at = new Date(0);
  at.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return at;
}

/** As in the gram: 2026-03. */
export const monthName = (month: number): string => beginOf(month).toISOString().slice(0, 7);

export const namesOf = ({ first, last }: Months): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => monthName(first + i));

const WIDER = 8;

/** The stretch in three parts, the latest first: `many` months, eight times as many, and the rest. */
export function parts({ first, last }: Months, many: number): Months[] {
  const list: Months[] = [];
  let top = last;
  for (const size of [many, many * WIDER, Number.POSITIVE_INFINITY]) {
    if (top < first) break;
    const bottom = Math.max(first, top - size + 1);
    list.push({ first: bottom, last: top });
    top = bottom - 1;
  }
  return list;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The months of `there` that can hold a signal of these days in Shanghai (UTC+8, at times +9), received no later than `until`. */
export function monthsWithin(there: Months, days: { from?: string; to?: string }, until?: string): Months {
  const from = days.from ? monthOf(new Date(Date.parse(days.from) - 9 * HOUR_MS)) : there.first;
  const to = days.to ? monthOf(new Date(Date.parse(days.to) + DAY_MS - 8 * HOUR_MS - 1)) : there.last;
  const top = until ? monthOf(new Date(until)) : there.last;
  return { first: Math.max(there.first, from), last: Math.min(there.last, to, top) };
}

/** Those of the months that lie within the days altogether. */
export function monthsInside({ first, last }: Months, { from, to }: { from?: string; to?: string }): Months {
  return {
    first: from ? Math.max(first, monthOf(new Date(Date.parse(from) - DAY_MS)) + 1) : first,
    last: to ? Math.min(last, monthOf(new Date(Date.parse(to))) - 1) : last,
  };
}
