/** Changes of the calendar as rows: what was changed by whom, how far the deadlines have followed, and which years are missing. */
import { sql } from 'kysely';
import { calendarRows } from '#clock/clock.store.ts';
import { type Day, dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import type { ArrangedDay } from '#rules/arrangement.ts';
import { insertLanes } from '#rules/calendar-lane.store.ts';
import type { OfficeHoursRow } from '#rules/office-hours.ts';

/** From this day of a year on, the next one's arrangement is looked for: it is published in October or November. */
const LOOK_FROM = '11-01';

export type ChangeRow = {
  id: string;
  version: number;
  kind: 'year' | 'hours';
  year: number | null;
  unit_id: string | null;
  from_day: Day;
  by_person: string;
  looked: number;
  moved: number;
  finished_at: Date | null;
};

export async function arrangedDays(tx: Tx, year: number): Promise<(ArrangedDay & { name_en: string })[]> {
  const rows = await tx
    .selectFrom('calendar_day')
    .select(['day', 'kind', 'name_zh as name', 'name_en'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute();
  return rows;
}

export async function isYearPublished(tx: Tx, year: number): Promise<boolean> {
  const row = await tx.selectFrom('calendar_year').select('year').where('year', '=', year).executeTakeFirst();
  return row !== undefined;
}

/** `expected`: those of the years that should have been published by now. */
export type Missing = { years: number[]; expected: number[]; provisional: number };

/**
 * Years that are not published: the one that runs, those that running deadlines reach into, and from November on the
 * next.
 */
export async function missingYears(tx: Tx): Promise<Missing> {
  const today = dayOf(tx.now);
  const { rows } = await sql<{ provisional: number; last: number | null; published: number[] }>`select
      count(*)::int as provisional, extract(year from max(due_at) at time zone 'Asia/Shanghai')::int as last,
      (select coalesce(array_agg(year), '{}') from calendar_year) as published
    from clock where provisional and stopped_at is null`.execute(tx);
  const { provisional, last, published } = rows[0]!;
  const year = Number(today.slice(0, 4));
  const known = today.slice(5) >= LOOK_FROM ? year + 1 : year;
  const until = Math.max(last ?? year, known);
  const years = Array.from({ length: until - year + 1 }, (_, n) => year + n).filter((one) => !published.includes(one));
  return { years, expected: years.filter((one) => one <= known), provisional };
}

/** The version that a change takes; the caller holds the lock of the calendar. */
export async function nextVersion(tx: Tx): Promise<number> {
  return (await calendarRows(tx)).version + 1;
}

export async function writeYear(
  tx: Tx,
  year: number,
  version: number,
  days: ArrangedDay[],
  names: Map<string, string>,
) {
  await tx.deleteFrom('calendar_day').where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`).execute();
  await tx
    .insertInto('calendar_day')
    .values(days.map(({ day, kind, name }) => ({ day, kind, name_zh: name, name_en: names.get(name) ?? name })))
    .execute();
  await tx
    .insertInto('calendar_year')
    .values({ year, version, at: tx.now })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ version, at: tx.now }))
    .execute();
}

export async function insertChange(
  tx: Tx,
  row: Pick<ChangeRow, 'id' | 'version' | 'kind' | 'from_day' | 'by_person'> & {
    year?: number;
    days?: ArrangedDay[];
    unit_id?: string | null;
    reason: string | null;
  },
): Promise<void> {
  const { days, ...rest } = row;
  await tx
    .insertInto('calendar_change')
    .values({ ...rest, at: tx.now, ...(days && { days: JSON.stringify(days) }) })
    .execute();
  await insertLanes(tx, row.id);
}

/** Changes that the deadlines have not followed to the end. */
export async function openChanges(tx: Tx): Promise<ChangeRow[]> {
  return tx.selectFrom('calendar_change').selectAll().where('finished_at', 'is', null).orderBy('version').execute();
}

export type HoursRow = OfficeHoursRow & { id: string; unit: string | null; withdrawn_at: Date | null };

/** Every row that was ever set, those that count now first. */
export async function hoursRows(tx: Tx): Promise<HoursRow[]> {
  const { rows } =
    await sql<HoursRow>`select h.id, h.unit_id, u.name as unit, h.valid_from, h.valid_to, h.weekdays, h.season_from, h.season_to,
      to_char(h.am_from, 'HH24:MI') as am_from, to_char(h.am_to, 'HH24:MI') as am_to, to_char(h.pm_from, 'HH24:MI') as pm_from,
      to_char(h.pm_to, 'HH24:MI') as pm_to, h.withdrawn_at
    from office_hours h left join unit u on u.id = h.unit_id
   order by h.withdrawn_at is not null, u.name nulls first, h.valid_from desc, h.season_from nulls first, h.id`.execute(
      tx,
    );
  return rows;
}

export async function insertHours(tx: Tx, id: string, row: OfficeHoursRow): Promise<void> {
  await tx
    .insertInto('office_hours')
    .values({ id, ...row })
    .execute();
}

/** Its last day; or, where it never counted, that it is taken back. */
export async function endHours(tx: Tx, id: string, lastDay: Day | null): Promise<void> {
  const set = lastDay === null ? { withdrawn_at: tx.now } : { valid_to: lastDay };
  await tx.updateTable('office_hours').set(set).where('id', '=', id).execute();
}

export type History = {
  id: string;
  version: number;
  kind: 'year' | 'hours';
  year: number | null;
  days: ArrangedDay[] | null;
  unit: string | null;
  reason: string | null;
  by: string;
  at: Date;
  looked: number;
  moved: number;
  finished_at: Date | null;
};

/** The latest changes, the newest first. */
export async function changeHistory(tx: Tx, many = 50): Promise<History[]> {
  const { rows } =
    await sql<History>`select c.id, c.version, c.kind, c.year, c.days, u.name as unit, c.reason, p.name as by, c.at, c.looked,
      c.moved, c.finished_at
    from calendar_change c join person p on p.id = c.by_person left join unit u on u.id = c.unit_id
   order by c.version desc limit ${many}`.execute(tx);
  return rows;
}
