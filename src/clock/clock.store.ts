/** The clocks that run: one row a thing and limit; `due_at` is a cache stamped with the calendar's version. */
import { sql } from 'kysely';
import { buildCalendar, type Calendar } from '#clock/calendar.ts';
import { dueAt, type UnitOfTime } from '#clock/due.ts';
import type { OfficeHours } from '#clock/office-hours.ts';
import { seedRows } from '#clock/seed.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

export type ClockKind = 'signal' | 'problem' | 'task' | 'project' | 'letter' | 'note';

export type Budget = { rule_id: string | null; unit_of_time: UnitOfTime; budget: number; roll: boolean };

export type Start = Budget & {
  kind: ClockKind;
  thing: string;
  limit: string;
  startedAt: Date;
  /** The unit whose office hours count; absent: everybody's. */
  unitId?: string | null;
  /** Of a clock of the limit `stage`: which stage of its rule, counted from 1. */
  milestone?: number;
};

const lockName = (tx: Tx) => sql`hashtextextended(${`${tx.city.schema}.calendar`}, 0)`;

/** The calendar as the rows tell it; its version is that of its latest change. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  return buildCalendar(await calendarRows(tx));
}

/**
 * The calendar for who writes deadlines by it: it does not change until the transaction ends, so that no deadline is
 * written by an old calendar after the job that moves deadlines has passed.
 */
export async function holdCalendar(tx: Tx): Promise<Calendar> {
  await sql`select pg_advisory_xact_lock_shared(${lockName(tx)})`.execute(tx);
  return loadCalendar(tx);
}

/** For who changes the calendar: waits for those who write deadlines by it. */
export const lockCalendar = (tx: Tx) => sql`select pg_advisory_xact_lock(${lockName(tx)})`.execute(tx);

export type CalendarRows = {
  version: number;
  years: { year: number; version: number }[];
  days: { day: string; kind: 'off' | 'work' }[];
  hours: OfficeHours[];
};

/** Published years, the days in them that differ from the week, and the office hours that count. */
export async function calendarRows(tx: Tx): Promise<CalendarRows> {
  const { rows } = await sql<CalendarRows>`select
      coalesce(greatest((select max(version) from calendar_year), (select max(version) from calendar_change)), 0) as version,
      (select coalesce(json_agg(json_build_object('year', year, 'version', version) order by year), '[]') from calendar_year) as years,
      (select coalesce(json_agg(json_build_object('day', day, 'kind', kind) order by day), '[]') from calendar_day) as days,
      (select coalesce(json_agg(json_build_object('unit_id', unit_id, 'valid_from', valid_from, 'valid_to', valid_to,
          'weekdays', weekdays, 'season_from', season_from, 'season_to', season_to, 'am_from', to_char(am_from, 'HH24:MI'),
          'am_to', to_char(am_to, 'HH24:MI'), 'pm_from', to_char(pm_from, 'HH24:MI'), 'pm_to', to_char(pm_to, 'HH24:MI'))
          order by valid_from, id), '[]') from office_hours where withdrawn_at is null) as hours`.execute(tx);
  return rows[0]!;
}

/** Starts clocks, many at once. A limit that already runs for the thing goes on as it is. */
export async function startClocks(tx: Tx, starts: Start[]): Promise<void> {
  if (starts.length === 0) return;
  const calendar = await holdCalendar(tx);
  const rows = starts.map((start) => {
    const due = dueAt(calendar, {
      startedAt: start.startedAt,
      budget: start.budget,
      unit: start.unit_of_time,
      roll: start.roll,
      office: start.unitId ?? null,
    });
    return {
      id: newId(),
      kind: start.kind,
      thing: start.thing,
      limit_name: start.limit,
      rule_id: start.rule_id,
      unit_of_time: start.unit_of_time,
      budget: start.budget,
      roll: start.roll,
      started_at: start.startedAt,
      due_at: due.dueAt,
      calendar_version: due.calendarVersion,
      provisional: due.provisional,
      unit_id: start.unitId ?? null,
      milestone: start.milestone ?? null,
    };
  });
  await sql`insert into clock (id, kind, thing, limit_name, rule_id, unit_of_time, budget, roll, started_at, due_at, calendar_version,
      provisional, unit_id, milestone)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(
      id uuid, kind text, thing uuid, limit_name text, rule_id uuid, unit_of_time text, budget int, roll boolean,
      started_at timestamptz, due_at timestamptz, calendar_version int, provisional boolean, unit_id uuid, milestone smallint)
    on conflict (thing, limit_name) where stopped_at is null do nothing`.execute(tx);
}

/** Stops the named limits of these things, and what suspends them; what is not running stays as it is. @param at absent: now */
export async function stopClocks(tx: Tx, things: string[], limits: readonly string[], at = tx.now): Promise<void> {
  if (things.length === 0 || limits.length === 0) return;
  await sql`with stopped as (
      update clock c set stopped_at = ${at}, paused_at = null from clock was
       where was.id = c.id and c.thing = any(${things}::uuid[]) and c.limit_name = any(${limits}::text[]) and c.stopped_at is null
      returning c.id, was.paused_at)
    update clock_suspension s set to_at = greatest(s.from_at, ${at}) from stopped
     where s.clock_id = stopped.id and stopped.paused_at is not null and s.to_at is null`.execute(tx);
}

/** The published calendar that this version of the program brings: years a city has already are left as they are. */
export async function seedCalendar(tx: Tx): Promise<void> {
  const rows = seedRows();
  await tx
    .insertInto('calendar_day')
    .values(rows)
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
  const years = [...new Set(rows.map((row) => Number(row.day.slice(0, 4))))].map((year) => ({ year, version: 1 }));
  await tx
    .insertInto('calendar_year')
    .values(years)
    .onConflict((conflict) => conflict.column('year').doNothing())
    .execute();
}
