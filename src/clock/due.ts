/** When a limit ends: its budget of time, with what was granted on top, without what was suspended (Civil Code 200–204). */
import { type Calendar, isPublished, isWorkingDay } from '#clock/calendar.ts';
import { addDays, type Day, dayMs, dayNumber, dayOf, endOfDay, hourMs } from '#clock/day.ts';
import { factsOf } from '#clock/day-facts.ts';
import { closedSpans, isSuspended, type Span, type Suspension, withoutSpans } from '#clock/suspension.ts';

/** `month_day`: the budget is a day of the month, 1 to 28; the limit ends with the next such day after the start. */
export const unitsOfTime = ['hour', 'day', 'working_hour', 'working_day', 'month_day'] as const;
export type UnitOfTime = (typeof unitsOfTime)[number];

export type Limit = {
  startedAt: Date;
  /** In `unit`; whole days. */
  budget: number;
  unit: UnitOfTime;
  /** `day` and `month_day`: a last day that is not worked moves to the next one that is (Civil Code 203). */
  roll?: boolean;
  /** Granted on top, each in `unit` (natural days for `month_day`); counted before rolling. */
  extensions?: readonly number[];
  /** Time that does not count. One that is still open counts as ended when it began: the deadline stands still. */
  suspensions?: readonly Suspension[];
  /** Whose office hours count for `working_hour`; null or absent: everybody's. */
  office?: string | null;
};

export type Due = {
  dueAt: Date;
  /** A day of a year not published was asked about: may move when its calendar comes in; shown as 暂定. */
  provisional: boolean;
  calendarVersion: number;
};

/**
 * Days do not count the day of the start and end at 24:00 Asia/Shanghai, told as 23:59:59.999. A day whose end lies in a
 * suspension does not count, so that no limit ends while it is suspended. Hours run through, working hours in office hours.
 * @throws RangeError for a budget that is negative, not whole or past ten years, a start that is no moment, or a suspension
 *   that ends before it begins.
 */
export function dueAt(calendar: Calendar, limit: Limit): Due {
  if (Number.isNaN(limit.startedAt.getTime())) throw new RangeError('the start of a limit is no moment');
  const extension = (limit.extensions ?? []).reduce((sum, more) => sum + checked(more, limit.unit, true), 0);
  const budget = checked(limit.budget, limit.unit) + extension;
  const spans = closedSpans(limit.suspensions ?? []);
  return { ...ended(calendar, limit, budget, spans), calendarVersion: calendar.version };
}

type End = { dueAt: Date; provisional: boolean };

function ended(calendar: Calendar, limit: Limit, budget: number, spans: Span[]): End {
  const { startedAt, unit, roll = false } = limit;
  const start = dayOf(startedAt);
  switch (unit) {
    case 'hour':
      return { dueAt: afterHours(startedAt.getTime(), budget * hourMs, spans), provisional: false };
    case 'working_hour':
      return afterWorkingHours(calendar, startedAt.getTime(), budget * hourMs, spans, limit.office ?? null);
    case 'working_day':
      return afterWorkingDays(calendar, start, budget, spans);
    case 'day':
      return rolled(calendar, afterDays(start, budget, spans), roll, spans);
    case 'month_day': {
      const days = daysUntil(start, limit.budget) + budget - limit.budget;
      return rolled(calendar, afterDays(start, days, spans), roll, spans);
    }
  }
}

function afterHours(start: number, budget: number, spans: Span[]): Date {
  let at = start;
  let left = budget;
  for (const [from, to] of spans) {
    if (to <= at) continue;
    if (at + left <= from) break;
    left -= Math.max(0, from - at);
    at = to;
  }
  return new Date(left > 0 ? at + left : start + budget);
}

/** Ends in the session in which the budget is used up: with eight hours a day, eight end when the office closes. */
function afterWorkingHours(
  calendar: Calendar,
  start: number,
  budget: number,
  spans: Span[],
  office: string | null,
): End {
  const facts = factsOf(calendar, office);
  let number = dayNumber(dayOf(new Date(start)));
  let provisional = !facts(number).published;
  if (budget === 0) return { dueAt: new Date(start), provisional };
  for (let left = budget; ; ) {
    const day = facts(number);
    provisional ||= !day.published;
    const whole =
      day.start >= start && left > day.open && !spans.some(([a, b]) => a < day.start + dayMs && b > day.start);
    if (whole) left -= day.open;
    else
      for (const [from, to] of day.sessions)
        for (const [a, b] of withoutSpans([Math.max(from, start), to], spans)) {
          if (left <= b - a) return { dueAt: new Date(a + left), provisional };
          left -= b - a;
        }
    number += 1;
  }
}

/** A day of the start whose end is suspended has to be made up for, as any other. */
function afterWorkingDays(calendar: Calendar, start: Day, count: number, spans: Span[]): End {
  const facts = factsOf(calendar, null);
  let number = dayNumber(start);
  let day = facts(number);
  let provisional = false;
  const suspended = () => spans.length > 0 && isSuspended(spans, day.start + dayMs - 1);
  const works = () => {
    provisional ||= !day.published;
    return day.works;
  };
  let left = count;
  if (suspended() && works()) left += 1;
  while (left > 0 || suspended()) {
    number += 1;
    day = facts(number);
    if (works() && !suspended()) left -= 1;
  }
  return { dueAt: new Date(day.start + dayMs - 1), provisional };
}

/** The day of the start is the first whose end is not suspended. */
function afterDays(start: Day, count: number, spans: Span[]): Day {
  if (spans.length === 0) return addDays(start, count);
  let day = start;
  for (let left = count + 1; ; day = addDays(day, 1)) {
    if (!isSuspended(spans, endOfDay(day).getTime())) left -= 1;
    if (left === 0) return day;
  }
}

function rolled(calendar: Calendar, last: Day, roll: boolean, spans: Span[]): End {
  if (!roll) return { dueAt: endOfDay(last), provisional: false };
  let day = last;
  let provisional = !isPublished(calendar, day);
  while (!isWorkingDay(calendar, day) || isSuspended(spans, endOfDay(day).getTime())) {
    day = addDays(day, 1);
    provisional ||= !isPublished(calendar, day);
  }
  return { dueAt: endOfDay(day), provisional };
}

/** Days from `start` to the next `date` of a month; on that date itself the next month's is meant. */
function daysUntil(start: Day, date: number): number {
  const [year, month, today] = start.split('-').map(Number) as [number, number, number];
  const next = Date.UTC(year, today < date ? month - 1 : month, date);
  return (next - Date.UTC(year, month - 1, today)) / dayMs;
}

const most: Record<UnitOfTime, number> = {
  hour: 87_660,
  day: 3_653,
  working_hour: 30_000,
  working_day: 3_653,
  month_day: 28,
};

function checked(amount: number, unit: UnitOfTime, extension = false): number {
  const whole = unit === 'hour' || unit === 'working_hour' || Number.isInteger(amount);
  const least = unit === 'month_day' && !extension ? 1 : 0;
  const limit = unit === 'month_day' && extension ? most.day : most[unit];
  if (!whole || !(amount >= least && amount <= limit)) throw new RangeError(`not a budget in ${unit}: ${amount}`);
  return amount;
}
