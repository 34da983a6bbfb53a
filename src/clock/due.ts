/** When a limit ends: natural hours, natural days or working days after its start (Civil Code 200–204). */
import { type Calendar, isPublished, isWorkingDay } from '#clock/calendar.ts';
import { addDays, type Day, dayOf, endOfDay, hourMs } from '#clock/day.ts';

export type UnitOfTime = 'hour' | 'day' | 'working_day';

export type Limit = {
  startedAt: Date;
  /** In `unit`; whole days. */
  budget: number;
  unit: UnitOfTime;
  /** Natural days only: a last day that is not worked moves to the next one that is (Civil Code 203). */
  roll?: boolean;
  /** Granted on top, each in `unit`; counted before rolling. */
  extensions?: readonly number[];
};

export type Due = {
  dueAt: Date;
  /** A day of a year not published was asked about: may move when its calendar comes in; shown as 暂定. */
  provisional: boolean;
  calendarVersion: number;
};

/**
 * Days do not count the day of the start and end at 24:00 Asia/Shanghai, told as 23:59:59.999. Hours run through.
 * @throws RangeError for a budget that is negative, not whole or past ten years, or a start that is no moment.
 */
export function dueAt(calendar: Calendar, limit: Limit): Due {
  const budget = [limit.budget, ...(limit.extensions ?? [])].reduce((sum, more) => sum + checked(more, limit.unit), 0);
  const calendarVersion = calendar.version;
  if (Number.isNaN(limit.startedAt.getTime())) throw new RangeError('the start of a limit is no moment');
  if (limit.unit === 'hour') {
    const end = new Date(limit.startedAt.getTime() + budget * hourMs);
    return { dueAt: end, provisional: false, calendarVersion };
  }
  const firstDay = dayOf(limit.startedAt);
  const { day, provisional } =
    limit.unit === 'working_day'
      ? afterWorkingDays(calendar, firstDay, budget)
      : lastDay(calendar, addDays(firstDay, budget), limit.roll ?? false);
  return { dueAt: endOfDay(day), provisional, calendarVersion };
}

function afterWorkingDays(calendar: Calendar, start: Day, count: number): { day: Day; provisional: boolean } {
  let day = start;
  let provisional = false;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    provisional ||= !isPublished(calendar, day);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return { day, provisional };
}

function lastDay(calendar: Calendar, last: Day, roll: boolean): { day: Day; provisional: boolean } {
  if (!roll) return { day: last, provisional: false };
  let day = last;
  let provisional = !isPublished(calendar, day);
  while (!isWorkingDay(calendar, day)) {
    day = addDays(day, 1);
    provisional ||= !isPublished(calendar, day);
  }
  return { day, provisional };
}

function checked(amount: number, unit: UnitOfTime): number {
  const whole = unit === 'hour' || Number.isInteger(amount);
  if (!whole || !(amount >= 0 && amount <= (unit === 'hour' ? 87_660 : 3_653))) {
    throw new RangeError(`not a budget in ${unit}: ${amount}`);
  }
  return amount;
}
