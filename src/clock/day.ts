/** Days of the offices: `2026-03-12` in Asia/Shanghai, which is UTC+8 without summer time since 15 September 1991 (tzdata). */

/** `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
const offsetMs = 8 * hourMs;

/** Days that were asked for before: checking one costs more than all that is done with it. */
const starts = new Map<Day, number>();

/** The day it is in Shanghai at this moment. */
export function dayOf(at: Date): Day {
  return dayText(Math.floor((at.getTime() + offsetMs) / dayMs));
}

/** 00:00 in Shanghai. @throws RangeError when the text is no day, such as 2026-02-30. */
export function startOfDay(day: Day): Date {
  const kept = starts.get(day);
  if (kept !== undefined) return new Date(kept);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`not a day: ${day}`);
  }
  if (starts.size < 40_000) starts.set(day, midnight - offsetMs);
  return new Date(midnight - offsetMs);
}

/** Hours since midnight in Shanghai, with their fraction. */
export function hourOfDay(at: Date): number {
  const past = (at.getTime() + offsetMs) % dayMs;
  return (past < 0 ? past + dayMs : past) / hourMs;
}

/** 24:00, told as its last millisecond. */
export function endOfDay(day: Day): Date {
  return new Date(startOfDay(day).getTime() + dayMs - 1);
}

export function addDays(day: Day, count: number): Day {
  return dayText(dayNumber(day) + count);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7; // 1 January 1970 was a Thursday
}

/** Days since 1 January 1970; unlike `startOfDay` it does not check, for a deadline asks it some forty times. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / dayMs;
}

const texts = new Map<number, Day>();

/** Kept once made: writing a date is most of what counting days costs. */
export function dayText(number: number): Day {
  const kept = texts.get(number);
  if (kept) return kept;
  const text = new Date(number * dayMs).toISOString().slice(0, 10);
  if (texts.size < 40_000) texts.set(number, text); // a century
  return text;
}

/** The parts of the moment as a clock on a wall in Shanghai shows them. */
export function wallClock(at: Date): { year: number; month: number; day: number; weekday: number; time: string } {
  const wall = new Date(at.getTime() + offsetMs);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    time: wall.toISOString().slice(11, 16),
  };
}
