/** How long is left of a limit, in words and as a light: computed from (limit, now) whenever it is shown, never stored. */
import { type Calendar, isWorkingDay } from '#clock/calendar.ts';
import { addDays, dayMs, dayOf, hourMs, startOfDay } from '#clock/day.ts';
import type { UnitOfTime } from '#clock/due.ts';
import { plural } from '#platform/fill.ts';
import type { Language } from '#platform/problem.ts';

/** Left, or over when `late`. Either `workingDays` or (natural) `days` is 0; each of the parts is rounded down. */
export type Left = { late: boolean; workingDays: number; days: number; hours: number; minutes: number };

export type Light = 'green' | 'yellow' | 'red';

/**
 * A limit in working days is told in them, as long as it runs and a working day lies before its end: a day off takes
 * nothing away, a day that is worked counts 24 hours. Everything else, and all that is late, is natural time.
 */
export function timeLeft(calendar: Calendar, now: Date, dueAt: Date, unit: UnitOfTime): Left {
  const late = now > dueAt;
  const end = endOf(dueAt);
  const working = late || unit !== 'working_day' ? 0 : workingMs(calendar, now.getTime(), end);
  const ms = working > 0 ? working : Math.abs(end - now.getTime());
  const days = Math.floor(ms / dayMs);
  return {
    late,
    workingDays: working > 0 ? days : 0,
    days: working > 0 ? 0 : days,
    hours: Math.floor((ms % dayMs) / hourMs),
    minutes: Math.floor((ms % hourMs) / 60_000),
  };
}

/** Red when late; yellow with a fifth of the budget left or less, and on the last day of one in days; else green. */
export function lightOf(
  calendar: Calendar,
  now: Date,
  limit: { startedAt: Date; dueAt: Date; unit: UnitOfTime },
): Light {
  const { startedAt, dueAt, unit } = limit;
  if (now > dueAt) return 'red';
  const end = endOf(dueAt);
  const measure = (from: Date) =>
    unit === 'working_day' ? workingMs(calendar, from.getTime(), end) : end - from.getTime();
  const left = measure(now);
  if (left <= measure(startedAt) / 5) return 'yellow';
  return unit !== 'hour' && left <= dayMs ? 'yellow' : 'green';
}

/** `还有 1 个工作日 3 小时`, `已超期 2 小时`; `1 working day 3 hours left`, `2 hours late`. The two largest parts. */
export function sayLeft(left: Left, language: Language): string {
  const parts: [count: number, zh: string, en: string][] = [
    [left.workingDays, '个工作日', 'working day'],
    [left.days, '天', 'day'],
    [left.hours, '小时', 'hour'],
    [left.workingDays + left.days > 0 ? 0 : left.minutes, '分钟', 'minute'],
  ];
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, zh, en]) => (language === 'zh' ? `${count} ${zh}` : `${count} ${plural(count, en, `${en}s`)}`))
    .join(' ');
  if (language === 'zh') return `${left.late ? '已超期' : '还有'}${said ? ` ${said}` : '不到 1 分钟'}`;
  return `${said || 'less than a minute'} ${left.late ? 'late' : 'left'}`;
}

/** The part of [from, to) that lies on working days. */
function workingMs(calendar: Calendar, from: number, to: number): number {
  let ms = 0;
  let day = dayOf(new Date(from));
  for (let start = startOfDay(day).getTime(); start < to; start += dayMs) {
    if (isWorkingDay(calendar, day)) ms += Math.min(start + dayMs, to) - Math.max(start, from);
    day = addDays(day, 1);
  }
  return ms;
}

/** A day's end is stored as its last millisecond: with it a whole day is 24 hours. */
function endOf(dueAt: Date): number {
  return Math.ceil(dueAt.getTime() / 1000) * 1000;
}
