/** How long is left of a limit, in words and as a light: computed from (limit, now) whenever it is shown, never stored. */
import type { Calendar } from '#clock/calendar.ts';
import { dayMs, hourMs } from '#clock/day.ts';
import type { UnitOfTime } from '#clock/due.ts';
import { type Counted, countedMs, endOf } from '#clock/measure.ts';
import { plural } from '#platform/fill.ts';
import type { Language } from '#platform/problem.ts';

/**
 * Left, or over when `late`. Either `workingDays` or (natural) `days` is 0; each of the parts is rounded down. `working`:
 * hours and minutes are those of the office.
 */
export type Left = {
  late: boolean;
  workingDays: number;
  days: number;
  hours: number;
  minutes: number;
  working?: boolean;
};

export type Light = 'green' | 'yellow' | 'red';

/**
 * A limit in working days is told in them, as long as it runs and a working day lies before its end: a day off takes
 * nothing away, a day that is worked counts 24 hours. One in working hours is told in hours of the office `office`.
 * Everything else, and all that is late, is natural time.
 */
export function timeLeft(
  calendar: Calendar,
  now: Date,
  dueAt: Date,
  unit: UnitOfTime,
  office: string | null = null,
): Left {
  const late = now > dueAt;
  const end = endOf(dueAt);
  if (unit === 'working_hour' && !late) return officeLeft(countedMs(calendar, now.getTime(), end, { unit, office }));
  const working = late || unit !== 'working_day' ? 0 : countedMs(calendar, now.getTime(), end, { unit });
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

function officeLeft(ms: number): Left {
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / 60_000);
  return { late: false, workingDays: 0, days: 0, hours, minutes, working: true };
}

/** Red when late; yellow with a fifth of the budget left or less, and on the last day of one in days; else green. */
export function lightOf(calendar: Calendar, now: Date, limit: Counted & { startedAt: Date; dueAt: Date }): Light {
  const { startedAt, dueAt, unit } = limit;
  if (now > dueAt) return 'red';
  const end = endOf(dueAt);
  const left = countedMs(calendar, now.getTime(), end, limit);
  if (left <= countedMs(calendar, startedAt.getTime(), end, limit) / 5) return 'yellow';
  return unit !== 'hour' && unit !== 'working_hour' && left <= dayMs ? 'yellow' : 'green';
}

/** `还有 1 个工作日 3 小时`, `已超期 2 小时`; `1 working day 3 hours left`, `2 hours late`. */
export function sayLeft(left: Left, language: Language): string {
  const said = saySpan(left, language);
  if (language === 'zh') return `${left.late ? '已超期' : '还有'}${/^\d/.test(said) ? ` ${said}` : said}`;
  return `${said} ${left.late ? 'late' : 'left'}`;
}

/** `1 个工作日 3 小时`: the two largest parts. */
export function saySpan(left: Left, language: Language): string {
  const parts: [count: number, zh: string, en: string][] = [
    [left.workingDays, '个工作日', 'working day'],
    [left.days, '天', 'day'],
    left.working ? [left.hours, '工作小时', 'working hour'] : [left.hours, '小时', 'hour'],
    [left.workingDays + left.days > 0 ? 0 : left.minutes, '分钟', 'minute'],
  ];
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, zh, en]) => (language === 'zh' ? `${count} ${zh}` : `${count} ${plural(count, en, `${en}s`)}`))
    .join(' ');
  return said || (language === 'zh' ? '不到 1 分钟' : 'less than a minute');
}

/** So much counted time of a limit, as `countedMs` has it: a working day counts 24 hours. */
export function lengthOf(ms: number, unit: UnitOfTime): Left {
  if (unit === 'working_hour') return officeLeft(ms);
  const days = Math.floor(ms / dayMs);
  const working = unit === 'working_day' ? days : 0;
  const rest = { hours: Math.floor((ms % dayMs) / hourMs), minutes: Math.floor((ms % hourMs) / 60_000) };
  return { late: false, workingDays: working, days: days - working, ...rest };
}
