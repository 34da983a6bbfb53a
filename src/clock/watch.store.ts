/** Clocks whose deadline nobody who follows deadlines has seen yet: new, moved, or going on after a suspension. */
import { sql } from 'kysely';
import type { UnitOfTime } from '#clock/due.ts';
import type { Running } from '#clock/measure.ts';
import type { Suspension } from '#clock/suspension.ts';
import type { Tx } from '#platform/db.ts';

export type Watched = {
  id: string;
  kind: string;
  thing: string;
  limit_name: string;
  started_at: Date;
  due_at: Date;
  unit_of_time: UnitOfTime;
  unit_id: string | null;
  suspensions: { from: string; to: string | null }[];
};

const columns = sql`c.id, c.kind, c.thing, c.limit_name, c.started_at, c.due_at, c.unit_of_time, c.unit_id,
  (select coalesce(json_agg(json_build_object('from', s.from_at, 'to', s.to_at) order by s.from_at), '[]')
     from clock_suspension s where s.clock_id = c.id) as suspensions`;

/** Takes the oldest of them, each for one caller alone, and marks them as seen with the deadline they have. */
export async function takeUnwatched(tx: Tx, many: number): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    with fresh as materialized (
      select id from clock where stopped_at is null and paused_at is null and watched_due is distinct from due_at
       order by started_at limit ${many} for update skip locked
    )
    update clock c set watched_due = c.due_at from fresh where c.id = fresh.id returning ${columns}`.execute(tx);
  return rows;
}

/** By their ids, those that still run. */
export async function watchedClocks(tx: Tx, ids: readonly string[]): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    select ${columns} from clock c where c.id = any(${ids}::uuid[]) and c.stopped_at is null and c.paused_at is null`.execute(
    tx,
  );
  return rows;
}

/** Seen no more: they are taken again, when they go on where they are suspended. */
export async function unwatch(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update clock set watched_due = null where id = any(${ids}::uuid[])`.execute(tx);
}

/** As the arithmetic of limits takes it. */
export const runningOf = (clock: Watched): Running => ({
  unit: clock.unit_of_time,
  office: clock.unit_id,
  startedAt: clock.started_at,
  dueAt: clock.due_at,
  suspensions: clock.suspensions.map(
    ({ from, to }): Suspension => ({ from: new Date(from), to: to ? new Date(to) : null }),
  ),
});
