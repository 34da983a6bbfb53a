/** The working calendar: which days offices work, from dated rows; a year not published yet is only guessed at. */
import { type Day, weekdayOf } from '#clock/day.ts';
import type { OfficeHours } from '#clock/office-hours.ts';

/** A row: a weekday that is off, or a Saturday or Sunday that is worked. Other rows do no harm. */
export type CalendarRow = { day: Day; kind: 'off' | 'work'; name_zh: string; name_en: string };

export type Calendar = {
  /** Goes up with each imported year; stamped on what was computed with it. */
  readonly version: number;
  /** Years whose arrangement the State Council has published and somebody has imported. */
  readonly published: ReadonlySet<number>;
  readonly off: ReadonlySet<Day>;
  readonly work: ReadonlySet<Day>;
  readonly hours: readonly OfficeHours[];
};

/**
 * From the rows of `calendar_year`, `calendar_day` and `office_hours`; without a `version` of its own the calendar has the
 * highest of its years, 0 without any.
 */
export function buildCalendar(from: {
  years: Iterable<{ year: number; version: number }>;
  days: Iterable<Pick<CalendarRow, 'day' | 'kind'>>;
  hours?: readonly OfficeHours[];
  version?: number;
}): Calendar {
  const years = [...from.years];
  const off = new Set<Day>();
  const work = new Set<Day>();
  for (const { day, kind } of from.days) (kind === 'off' ? off : work).add(day);
  return {
    version: from.version ?? Math.max(0, ...years.map((year) => year.version)),
    published: new Set(years.map((year) => year.year)),
    off,
    work,
    hours: from.hours ?? [],
  };
}

/** A row decides; without one it is Monday to Friday, and in a year not published not a fixed statutory holiday. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  if (calendar.work.has(day)) return true;
  if (calendar.off.has(day)) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && (isPublished(calendar, day) || !isFixedHoliday(day));
}

export function isPublished(calendar: Calendar, day: Day): boolean {
  return calendar.published.has(Number(day.slice(0, 4)));
}

/**
 * Holidays with a date of the solar calendar (全国年节及纪念日放假办法, 2 May since 2025). Spring Festival, Qingming, Dragon
 * Boat and Mid-Autumn move, and what is worked instead is decided every year: these cannot be known before.
 */
function isFixedHoliday(day: Day): boolean {
  const date = day.slice(5);
  return /^(?:01-01|05-01|10-0[123])$/.test(date) || (date === '05-02' && day >= '2025');
}
