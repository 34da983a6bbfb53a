/** The working calendar a new city starts with, out of `chinese-days`; for 2027 that package takes every weekday for a workday. */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarRow } from '#clock/calendar.ts';
import { weekdayOf } from '#clock/day.ts';

/** Published, and 2026 checked against the State Council's notice in the test beside. Later years are imported. */
export const seedYears = [2024, 2025, 2026] as const;

/**
 * Only what differs from Monday to Friday: weekdays that are off and weekend days that are worked, in order. Read from the
 * package's table, for its functions read a day in the machine's zone and are one day off west of Greenwich.
 */
export function seedRows(): CalendarRow[] {
  const rows = [
    ...Object.entries(published.holidays).map(([day, names]) => rowOf(day, 'off', names)),
    ...Object.entries(published.workdays).map(([day, names]) => rowOf(day, 'work', names)),
  ];
  return rows.filter(isException).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** `names` as the package has them: `National Day,国庆节,3`. */
function rowOf(day: string, kind: CalendarRow['kind'], names: string): CalendarRow {
  const [name_en, name_zh] = names.split(',') as [string, string];
  return { day, kind, name_zh, name_en };
}

function isException({ day, kind }: CalendarRow): boolean {
  const weekend = [0, 6].includes(weekdayOf(day));
  return seedYears.some((year) => day.startsWith(`${year}-`)) && weekend === (kind === 'work');
}
