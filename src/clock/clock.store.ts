/** The clocks that run: one row a thing and limit; `due_at` is a cache stamped with the calendar's version. */
import { sql } from 'kysely';
import { buildCalendar, type Calendar } from '#clock/calendar.ts';
import { dueAt, type UnitOfTime } from '#clock/due.ts';
import { seedRows } from '#clock/seed.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

export type ClockKind = 'signal' | 'problem' | 'task' | 'project';

export type Budget = { rule_id: string | null; unit_of_time: UnitOfTime; budget: number; roll: boolean };

export type Start = Budget & { kind: ClockKind; thing: string; limit: string; startedAt: Date };

/** The calendar as the rows tell it; its version is that of its latest year. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  return buildCalendar(await calendarRows(tx));
}

/** Published years, and the days in them that differ from the week. */
export async function calendarRows(tx: Tx) {
  const years = await tx.selectFrom('calendar_year').select(['year', 'version']).orderBy('year').execute();
  const days = await tx.selectFrom('calendar_day').select(['day', 'kind']).orderBy('day').execute();
  return { years, days };
}

/** Starts clocks, many at once. A limit that already runs for the thing goes on as it is. */
export async function startClocks(tx: Tx, starts: Start[]): Promise<void> {
  if (starts.length === 0) return;
  const calendar = await loadCalendar(tx);
  const rows = starts.map((start) => {
    const due = dueAt(calendar, {
      startedAt: start.startedAt,
      budget: start.budget,
      unit: start.unit_of_time,
      roll: start.roll,
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
    };
  });
  await sql`insert into clock (id, kind, thing, limit_name, rule_id, unit_of_time, budget, roll, started_at, due_at, calendar_version, provisional)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(
      id uuid, kind text, thing uuid, limit_name text, rule_id uuid, unit_of_time text, budget int, roll boolean,
      started_at timestamptz, due_at timestamptz, calendar_version int, provisional boolean)
    on conflict (thing, limit_name) where stopped_at is null do nothing`.execute(tx);
}

/** Stops the named limits of these things; what is not running stays as it is. */
export async function stopClocks(tx: Tx, things: string[], limits: readonly string[]): Promise<void> {
  if (things.length === 0 || limits.length === 0) return;
  await tx
    .updateTable('clock')
    .set({ stopped_at: tx.now })
    .where('thing', 'in', things)
    .where('limit_name', 'in', limits)
    .where('stopped_at', 'is', null)
    .execute();
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
