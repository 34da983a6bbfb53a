/** When the offices are open on a day: dated rows, a unit's own before everybody's, a season's before the whole year's. */
import { type Calendar, isWorkingDay } from '#clock/calendar.ts';
import { type Day, startOfDay, weekdayOf } from '#clock/day.ts';
import type { Span } from '#clock/suspension.ts';

/** `HH:MM`; longer texts, as the database writes a time, are read as far as the minutes. */
export type TimeOfDay = string;

export type OfficeHours = {
  /** Null: everybody. */
  unit_id: string | null;
  valid_from: Day;
  /** The last day; null: until further notice. */
  valid_to: Day | null;
  /** 1 Monday … 5 Friday. A Saturday or Sunday that is worked has Monday's hours. */
  weekdays: number[];
  /** `MM-DD`, every year from the one up to and with the other, over the end of the year too; null: the whole year. */
  season_from: string | null;
  season_to: string | null;
  am_from: TimeOfDay;
  am_to: TimeOfDay;
  /** Null: the office closes at noon. */
  pm_from: TimeOfDay | null;
  pm_to: TimeOfDay | null;
};

/** Where no row says otherwise: eight hours a day. */
export const usualHours = { am_from: '08:30', am_to: '12:00', pm_from: '13:30', pm_to: '18:00' } as const;

type Times = Pick<OfficeHours, 'am_from' | 'am_to' | 'pm_from' | 'pm_to'>;

/** The row that counts for a unit on a day, if there is one. */
export function hoursOn(rows: readonly OfficeHours[], office: string | null, day: Day): OfficeHours | undefined {
  const weekday = ((weekdayOf(day) + 6) % 7) + 1;
  const of = weekday > 5 ? 1 : weekday;
  const fits = rows.filter(
    (row) =>
      (row.unit_id === null || row.unit_id === office) &&
      row.valid_from <= day &&
      (row.valid_to === null || day <= row.valid_to) &&
      row.weekdays.includes(of) &&
      inSeason(row, day.slice(5)),
  );
  const weight = (row: OfficeHours) => (row.unit_id ? 2 : 0) + (row.season_from ? 1 : 0);
  return fits.sort((a, b) => weight(b) - weight(a))[0];
}

export function inSeason({ season_from, season_to }: Pick<OfficeHours, 'season_from' | 'season_to'>, date: string) {
  if (season_from === null || season_to === null) return true;
  return season_from <= season_to ? season_from <= date && date <= season_to : season_from <= date || date <= season_to;
}

/** The sessions of a day that is worked, in order; none on another. */
export function sessionsOn(calendar: Calendar, office: string | null, day: Day): Span[] {
  if (!isWorkingDay(calendar, day)) return [];
  const midnight = startOfDay(day).getTime();
  return timesOn(calendar.hours, office, day).map(([from, to]): Span => [midnight + from, midnight + to]);
}

/** Milliseconds after midnight. Asked for thousands of times for the same rows: what they say is kept. */
function timesOn(rows: readonly OfficeHours[], office: string | null, day: Day): Span[] {
  if (rows.length === 0) return usual;
  const days = kept.get(rows) ?? new Map<string, Span[]>();
  kept.set(rows, days);
  const key = office === null || !rows.some((row) => row.unit_id === office) ? day : `${day} ${office}`;
  let times = days.get(key);
  if (!times) {
    const row = hoursOn(rows, office, day);
    times = row ? spansOf(row) : usual;
    if (days.size < 100_000) days.set(key, times);
  }
  return times;
}

const kept = new WeakMap<readonly OfficeHours[], Map<string, Span[]>>();

export function spansOf(times: Times): Span[] {
  const am: Span = [msOf(times.am_from), msOf(times.am_to)];
  return times.pm_from && times.pm_to ? [am, [msOf(times.pm_from), msOf(times.pm_to)]] : [am];
}

const usual = spansOf(usualHours);

function msOf(time: TimeOfDay): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
}
