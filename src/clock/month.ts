/** Calendar months of the offices: `2026-03` in Asia/Shanghai. */
import { addDays, type Day, dayOf, startOfDay } from '#clock/day.ts';

/** `YYYY-MM`. Months compare as strings. */
export type Month = string;

export const monthOf = (at: Date | Day): Month => (typeof at === 'string' ? at : dayOf(at)).slice(0, 7);

export const firstDay = (month: Month): Day => `${month}-01`;
export const lastDay = (month: Month): Day => addDays(firstDay(addMonths(month, 1)), -1);

export function addMonths(month: Month, count: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** From 00:00 of the first day up to, and without, 00:00 of the first day after. */
export const spanOf = (month: Month): { start: Date; end: Date } => ({
  start: startOfDay(firstDay(month)),
  end: startOfDay(firstDay(addMonths(month, 1))),
});

/** Every month from the first to the last; none where the last comes before. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The month that a period is, if it is one from its first to its last day. */
export const monthIn = (from: Day, to: Day): Month | undefined =>
  from === firstDay(monthOf(from)) && to === lastDay(monthOf(from)) ? monthOf(from) : undefined;
