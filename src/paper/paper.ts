/** A report for the leaders: daily or weekly, of days that have passed. Its kinds, its spans of days, its figures. Pure. */
import { z } from 'zod';
import { addDays, type Day, weekdayOf } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';

export const kinds = {
  daily: { zh: '日报', en: 'Daily report' },
  weekly: { zh: '周报', en: 'Weekly report' },
} as const satisfies Record<string, Said>;
export type PaperKind = keyof typeof kinds;

/** Both ends belong to it. */
export type Span = { from: Day; to: Day };

const daysOf = { daily: 1, weekly: 7 } as const;
/** Fifty-two weeks: the same weekdays, so that a Monday is held against a Monday. */
const YEAR_DAYS = 364;

/** The span that ends on this day, the one before it, and the same a year ago. */
export function spansOf(kind: PaperKind, day: Day): { now: Span; before: Span; lastYear: Span } {
  const moved = (by: number): Span => ({ from: addDays(day, 1 - daysOf[kind] - by), to: addDays(day, -by) });
  return { now: moved(0), before: moved(daysOf[kind]), lastYear: moved(YEAR_DAYS) };
}

/** Of a day that has not ended nothing is reported; a week ends on a Sunday. */
export const isReportable = (kind: PaperKind, day: Day, today: Day): boolean =>
  day < today && (kind === 'daily' || weekdayOf(day) === 0);

const count = z.int();
/** The same figure now, in the span before, a year ago. */
const thrice = z.object({ now: count, before: count, lastYear: count });
const ranked = z.array(thrice.extend({ name: z.string() }));

export const figures = z.object({
  city: z.string(),
  received: thrice,
  answeredAtOnce: thrice,
  made: thrice,
  closed: thrice,
  called: thrice,
  solved: thrice,
  channels: ranked,
  matters: ranked,
  themes: z.array(z.string()),
  warnings: z.array(z.object({ about: z.string(), people: count, days: count })),
  overdue: z.array(z.object({ unit: z.string(), open: count, late: count })),
  notes: z.array(z.object({ leader: z.string(), words: z.string(), unit: z.string(), came: z.string() })),
  good: z.array(z.object({ number: z.string(), title: z.string(), unit: z.string(), signals: count })),
});
export type Figures = z.infer<typeof figures>;
export type Thrice = z.infer<typeof thrice>;
