/** Deadlines computed anew from what they are made of: the budget, suspensions, extensions, and the calendar of today. */
import { sql } from 'kysely';
import type { Calendar } from '#clock/calendar.ts';
import type { ClockKind } from '#clock/clock.store.ts';
import { dueAt, type UnitOfTime } from '#clock/due.ts';
import type { Suspension } from '#clock/suspension.ts';
import { boolColumn, timeColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';

/** A running clock with all that its deadline is made of. */
export type ClockRow = {
  id: string;
  kind: ClockKind;
  thing: string;
  limit_name: string;
  unit_of_time: UnitOfTime;
  budget: number;
  roll: boolean;
  started_at: Date;
  due_at: Date;
  provisional: boolean;
  unit_id: string | null;
  extensions: number[] | null;
  suspensions: { from: string; to: string | null }[] | null;
};

/** The columns of `ClockRow`, of a relation `c`. */
export const clockColumns = sql`c.id, c.kind, c.thing, c.limit_name, c.unit_of_time, c.budget, c.roll, c.started_at, c.due_at,
  c.provisional, c.unit_id, (select json_agg(e.budget) from clock_extension e where e.clock_id = c.id) as extensions,
  (select json_agg(json_build_object('from', s.from_at, 'to', s.to_at)) from clock_suspension s where s.clock_id = c.id) as suspensions`;

export const suspensionsOf = (row: Pick<ClockRow, 'suspensions'>): Suspension[] =>
  (row.suspensions ?? []).map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) }));

/** What a deadline is made of, but for the calendar. */
type Made = Omit<ClockRow, 'id' | 'kind' | 'thing' | 'limit_name' | 'due_at' | 'provisional'>;

/** When the clock is due by this calendar. */
export const dueOf = (calendar: Calendar, row: Made) =>
  dueAt(calendar, {
    startedAt: row.started_at,
    unit: row.unit_of_time,
    budget: row.budget,
    roll: row.roll,
    extensions: row.extensions ?? [],
    suspensions: suspensionsOf(row),
    office: row.unit_id,
  });

export type Moved = Pick<ClockRow, 'kind' | 'thing' | 'limit_name'> & { from: Date; to: Date };

/** Writes the deadlines of these rows as the calendar has them. @returns those whose deadline is another now. */
export async function writeDue(tx: Tx, calendar: Calendar, rows: readonly ClockRow[]): Promise<Moved[]> {
  const now = rows.map((row) => ({ row, due: dueOf(calendar, row) }));
  const changed = now.filter(
    ({ row, due }) => due.dueAt.getTime() !== row.due_at.getTime() || due.provisional !== row.provisional,
  );
  if (changed.length > 0) {
    await sql`update clock c set due_at = n.due_at, provisional = n.provisional, calendar_version = ${calendar.version}
      from unnest(${uuidColumn(changed.map(({ row }) => row.id))}::uuid[], ${timeColumn(changed.map(({ due }) => due.dueAt))}::timestamptz[],
        ${boolColumn(changed.map(({ due }) => due.provisional))}::boolean[]) as n(id, due_at, provisional)
     where c.id = n.id`.execute(tx);
  }
  return changed
    .filter(({ row, due }) => due.dueAt.getTime() !== row.due_at.getTime())
    .map(({ row, due }) => ({
      ...{ kind: row.kind, thing: row.thing, limit_name: row.limit_name },
      ...{ from: row.due_at, to: due.dueAt },
    }));
}
