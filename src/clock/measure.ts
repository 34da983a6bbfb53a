/** Time as a limit counts it: natural, on working days, or in office hours, and how much of a limit is used. */
import { type Calendar, isWorkingDay } from '#clock/calendar.ts';
import { addDays, dayMs, dayOf, startOfDay } from '#clock/day.ts';
import type { UnitOfTime } from '#clock/due.ts';
import { sessionsOn } from '#clock/office-hours.ts';
import { closedSpans, msWithout, type Span, type Suspension } from '#clock/suspension.ts';

export type Counted = { unit: UnitOfTime; office?: string | null };

/** A running limit, as its row and its suspensions tell it. */
export type Running = Counted & { startedAt: Date; dueAt: Date; suspensions?: readonly Suspension[] };

/** Milliseconds of [from, to) that count, without those suspended. A working day counts 24 hours. */
export function countedMs(calendar: Calendar, from: number, to: number, counted: Counted, spans: readonly Span[] = []) {
  if (counted.unit !== 'working_day' && counted.unit !== 'working_hour') return msWithout(from, to, spans);
  let ms = 0;
  let day = dayOf(new Date(from));
  for (let start = startOfDay(day).getTime(); start < to; start += dayMs) {
    for (const [a, b] of pieces(calendar, day, start, counted))
      ms += msWithout(Math.max(a, from), Math.min(b, to), spans);
    day = addDays(day, 1);
  }
  return ms;
}

function pieces(calendar: Calendar, day: string, start: number, { unit, office = null }: Counted): readonly Span[] {
  if (unit === 'working_hour') return sessionsOn(calendar, office, day);
  return isWorkingDay(calendar, day) ? [[start, start + dayMs]] : [];
}

/**
 * The share of a limit that is used at `now`, for lights and ladders: 0 at the start, 1 when it is due, more when late.
 * Suspended time counts for nothing; while a suspension is open, the share stands still.
 */
export function shareUsed(calendar: Calendar, running: Running, now: Date): number {
  const { startedAt, dueAt, suspensions = [] } = running;
  const spans = closedSpans(suspensions);
  const open = suspensions.find((one) => one.to === null)?.from;
  const until = open && open < now ? open : now;
  const measure = (from: number, to: number) => countedMs(calendar, from, to, running, spans);
  const end = endOf(dueAt);
  const whole = measure(startedAt.getTime(), end);
  const late = until.getTime() >= end ? measure(end, until.getTime()) : 0;
  if (whole === 0) return late > 0 || until.getTime() >= end ? 1 + late / dayMs : 0;
  if (until.getTime() >= end) return 1 + late / whole;
  return measure(startedAt.getTime(), until.getTime()) / whole;
}

/** A day's end is stored as its last millisecond: with it a whole day is 24 hours. */
export function endOf(dueAt: Date): number {
  return Math.ceil(dueAt.getTime() / 1000) * 1000;
}
