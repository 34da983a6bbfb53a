/** Days and times as people and programs write them into cells: a wall time, or why it cannot be known. */
import type { ProblemCode } from '#platform/problems.ts';

export type DateProblem = Extract<
  ProblemCode,
  | 'field_required'
  | 'date_unreadable'
  | 'date_ambiguous'
  | 'date_without_year'
  | 'date_without_day'
  | 'date_impossible'
  | 'date_out_of_range'
>;

/** `at` is wall time in China (Asia/Shanghai), `YYYY-MM-DDTHH:mm:ss`; parts finer than `precision` are zero. */
export type DateRead = { at: string; precision: 'day' | 'minute' | 'second' } | { problem: DateProblem };

export type Day = { year: number; month: number; day: number };
/** `second` is missing where it was not written. 24:00 is allowed and means the day's end. */
export type Time = { hour: number; minute: number; second?: number };

const firstYear = 1990;
const lastYear = 2100;

/** Joins day and time; `zoneMinutes` is what the text says it is ahead of UTC, without it the text is wall time in China. */
export function dateOf({ year, month, day }: Day, time: Time | undefined, zoneMinutes = 480): DateRead {
  const { hour = 0, minute = 0, second = 0 } = time ?? {};
  if (!(year >= firstYear && year <= lastYear)) return { problem: 'date_out_of_range' };
  const midnight = Date.UTC(year, month - 1, day);
  const real = new Date(midnight);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return { problem: 'date_impossible' };
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second > 0)) {
    return { problem: 'date_impossible' };
  }
  const ms = midnight + ((hour * 60 + minute + 480 - zoneMinutes) * 60 + second) * 1000;
  const at = new Date(ms).toISOString().slice(0, 19);
  return { at, precision: time === undefined ? 'day' : time.second === undefined ? 'minute' : 'second' };
}
