/** A year's arrangement of days off and make-up work days: what is wrong with one, and what of it differs from the week. */
import { type Day, startOfDay, weekdayOf } from '#clock/day.ts';
import { type FieldProblem, fieldProblem } from '#platform/problem.ts';

export type ArrangedDay = { day: Day; kind: 'off' | 'work'; name: string };

export const firstYear = 2000;
export const lastYear = 2100;

/** Far above what was ever published (8 in 2024), far below a table read wrongly. */
const MOST_WORKED = 12;
const MOST_OFF = 40;

const isWeekend = (day: Day) => [0, 6].includes(weekdayOf(day));

/** Fixed by law (全国年节及纪念日放假办法, 2 May since 2025); the others move. */
export const fixedHolidays = (year: number): Day[] => [
  ...['01-01', '05-01', ...(year >= 2025 ? ['05-02'] : []), '10-01', '10-02', '10-03'].map((date) => `${year}-${date}`),
];

/** Each with the place of its row, counted from 1; nothing where it can be taken. */
export function wrongWith(year: number, days: readonly ArrangedDay[]): FieldProblem[] {
  if (!(year >= firstYear && year <= lastYear))
    return [fieldProblem('year', 'calendar_year_range', { from: firstYear, to: lastYear })];
  const wrong: FieldProblem[] = [];
  const seen = new Set<Day>();
  for (const [at, { day }] of days.entries()) {
    const say = (code: Parameters<typeof fieldProblem>[1], more = {}) =>
      wrong.push(fieldProblem(`days.${at}.day`, code, { row: at + 1, day, year, text: day, ...more }));
    if (!isDay(day)) say('calendar_not_a_day');
    else if (!day.startsWith(`${year}-`)) say('calendar_other_year');
    else if (seen.has(day)) say('calendar_day_twice');
    seen.add(day);
  }
  if (wrong.length > 0) return wrong.slice(0, 50);
  const exceptions = exceptionsOf(days);
  const worked = exceptions.filter(({ kind }) => kind === 'work').length;
  const off = exceptions.length - worked;
  if (exceptions.length === 0) return [fieldProblem('days', 'calendar_empty')];
  if (worked > MOST_WORKED) wrong.push(fieldProblem('days', 'calendar_too_much_work', { count: worked }));
  if (off > MOST_OFF) wrong.push(fieldProblem('days', 'calendar_too_much_off', { count: off }));
  const free = new Set(days.filter(({ kind }) => kind === 'off').map(({ day }) => day));
  for (const day of fixedHolidays(year))
    if (!isWeekend(day) && !free.has(day)) wrong.push(fieldProblem('days', 'calendar_holiday_missing', { day }));
  return wrong;
}

/** Only what differs from Monday to Friday, in order: a notice names the weekends inside a holiday too. */
export const exceptionsOf = (days: readonly ArrangedDay[]): ArrangedDay[] =>
  days.filter(({ day, kind }) => isWeekend(day) === (kind === 'work')).sort((a, b) => (a.day < b.day ? -1 : 1));

/** The first day on which two arrangements differ. */
export function firstDifference(before: readonly ArrangedDay[], after: readonly ArrangedDay[]): Day | undefined {
  const key = ({ day, kind }: ArrangedDay) => `${day} ${kind}`;
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))];
  const changed = [...[...had].filter((one) => !has.has(one)), ...[...has].filter((one) => !had.has(one))];
  return changed.sort()[0]?.slice(0, 10);
}

function isDay(text: string): boolean {
  try {
    startOfDay(text);
    return /^\d{4}-\d\d-\d\d$/.test(text);
  } catch {
    return false;
  }
}
