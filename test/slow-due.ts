/** When a limit ends, found minute by minute: slow, plain, and nothing shared with the real one but the shapes. */
import type { Limit } from '#clock/due.ts';
import type { OfficeHours } from '#clock/office-hours.ts';

export type Rows = { years: { year: number }[]; days: { day: string; kind: 'off' | 'work' }[]; hours: OfficeHours[] };

const MINUTE = 60_000;
const FIRST = Date.parse('2023-01-01T00:00:00+08:00') / MINUTE;
const DAYS = 6_210; // into 2040

/** What is so on each day, counted from 1 January 2023, and from when to when the office is open, in minutes. */
type SlowDay = { works: boolean; known: boolean; date: number; sessions: [number, number][] };

const minutes = (time: string) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const weekFormat = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'short' });
const wall = Array.from({ length: DAYS }, (_, n) => {
  const noon = new Date((FIRST + n * 1440 + 720) * MINUTE);
  return { day: format.format(noon), weekday: weekFormat.format(noon) };
});

/** The days as an office would write them on the wall, by the time zone database of Intl. */
export function slowDays({ years, days, hours }: Rows, office: string | null): SlowDay[] {
  const rows = new Map(days.map((row) => [row.day, row]));
  return wall.map(({ day, weekday }) => {
    const known = years.some(({ year }) => day.startsWith(String(year)));
    const weekend = weekday === 'Sat' || weekday === 'Sun';
    const holiday = !known && ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(day.slice(5));
    const row = rows.get(day);
    const works = row ? row.kind === 'work' : !weekend && !(holiday && (day.slice(5) !== '05-02' || day > '2024'));
    return {
      works,
      known,
      date: Number(day.slice(8)),
      sessions: works ? slowSessions(hours, office, day, weekday) : [],
    };
  });
}

function slowSessions(hours: OfficeHours[], office: string | null, day: string, weekday: string): [number, number][] {
  const number = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 1, Sun: 1 }[weekday]!;
  const date = day.slice(5);
  const at = (whose: string | null, season: boolean) =>
    hours.find((row) => {
      if (row.unit_id !== whose || (row.season_from !== null) !== season) return false;
      if (day < row.valid_from || day > (row.valid_to ?? '9999') || !row.weekdays.includes(number)) return false;
      if (row.season_from === null || row.season_to === null) return true;
      const [after, before] = [date >= row.season_from, date <= row.season_to];
      return row.season_from > row.season_to ? after || before : after && before;
    });
  const own = office === null ? undefined : (at(office, true) ?? at(office, false));
  const row = own ?? at(null, true) ?? at(null, false);
  if (!row) return [510, 810].map((from, at) => [from, [720, 1080][at]!]);
  const sessions: [number, number][] = [[minutes(row.am_from), minutes(row.am_to)]];
  if (row.pm_from && row.pm_to) sessions.push([minutes(row.pm_from), minutes(row.pm_to)]);
  return sessions;
}

function isOpen({ sessions }: SlowDay, minute: number): boolean {
  for (const [from, to] of sessions) if (from <= minute && minute < to) return true;
  return false;
}

/** Starts, ends and suspensions on whole minutes only. */
export function slowDue(days: SlowDay[], limit: Limit): { dueAt: Date; provisional: boolean } {
  const start = limit.startedAt.getTime() / MINUTE - FIRST;
  const more = (limit.extensions ?? []).reduce((a, b) => a + b, 0);
  const pauses = (limit.suspensions ?? [])
    .filter((one) => one.to !== null)
    .map((one) => [one.from.getTime() / MINUTE - FIRST, one.to!.getTime() / MINUTE - FIRST] as const);
  const paused = (minute: number) => pauses.some(([from, to]) => from <= minute && minute < to);
  const dayOf = (minute: number) => days[Math.floor(minute / 1440)]!;
  const moment = (minute: number, less = 0) => new Date((FIRST + minute) * MINUTE - less);
  if (limit.unit === 'hour' || limit.unit === 'working_hour') {
    let provisional = limit.unit === 'working_hour' && !dayOf(start).known;
    let left = (limit.budget + more) * 60;
    let minute = start;
    for (; left > 0; minute += 1) {
      if (limit.unit === 'working_hour' && !dayOf(minute).known) provisional = true;
      if ((limit.unit === 'hour' || isOpen(dayOf(minute), minute % 1440)) && !paused(minute)) left -= 1;
    }
    return { dueAt: moment(minute), provisional };
  }
  let provisional = false;
  let left = limit.budget + more + 1;
  if (limit.unit === 'month_day') {
    let date = start + 1440;
    left = more + 2;
    for (; dayOf(date).date !== limit.budget; date += 1440) left += 1;
  }
  for (let minute = start; ; minute += 1) {
    if (minute % 1440 !== 1439) continue;
    const day = dayOf(minute);
    const first = Math.floor(minute / 1440) === Math.floor(start / 1440);
    if (limit.unit === 'working_day') {
      // A first day that is not suspended is free, worked or not; one that is off and suspended is simply passed.
      if (!day.known && (!first || paused(minute))) provisional = true;
      if (first && (!paused(minute) || !day.works)) left -= 1;
      else if (!first && day.works && !paused(minute)) left -= 1;
      if (left <= 0 && !paused(minute)) return { dueAt: moment(minute + 1, 1), provisional };
      continue;
    }
    if (!paused(minute)) left -= 1;
    if (left > 0 || paused(minute)) continue;
    if (limit.roll && !day.known) provisional = true;
    if (!limit.roll || day.works) return { dueAt: moment(minute + 1, 1), provisional };
  }
}
