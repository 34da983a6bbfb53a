/** Clocks of a step that is taken back: those it stopped run on as if they never had, those it started run no more. */
import { sql } from 'kysely';
import { holdCalendar } from '#clock/clock.store.ts';
import { type ClockRow, clockColumns, writeDue } from '#clock/recompute.store.ts';
import type { Tx } from '#platform/db.ts';

/**
 * `on`: limits that the step stopped; the latest clock of each is the same clock again, suspended where it was suspended.
 * `off`: limits that it started. @returns the clocks that run on, with the moment at which they had been stopped.
 */
export async function rewindClocks(
  tx: Tx,
  thing: string,
  { on, off }: { on: readonly string[]; off: readonly string[] },
): Promise<{ id: string; limit: string; stoppedAt: Date }[]> {
  const calendar = await holdCalendar(tx);
  const { rows } = await sql<{ id: string; limit: string; stoppedAt: Date }>`
    select distinct on (limit_name) id, limit_name as "limit", stopped_at as "stoppedAt" from clock
     where thing = ${thing} and limit_name = any(${on}::text[]) and stopped_at is not null
     order by limit_name, stopped_at desc, started_at desc, id desc`.execute(tx);
  await sql`update clock set stopped_at = ${tx.now}, paused_at = null
    where thing = ${thing} and limit_name = any(${off}::text[]) and stopped_at is null`.execute(tx);
  const ids = rows.map(({ id }) => id);
  // A suspension that its stop ended goes on from when it began.
  await sql`with again as (
      update clock_suspension s set to_at = null from clock c
       where c.id = any(${ids}::uuid[]) and s.clock_id = c.id and s.to_at = c.stopped_at
         and s.from_at = (select max(x.from_at) from clock_suspension x where x.clock_id = c.id)
      returning s.clock_id, s.from_at)
    update clock c set stopped_at = null, watched_due = null, paused_at = (select max(a.from_at) from again a where a.clock_id = c.id)
     where c.id = any(${ids}::uuid[])`.execute(tx);
  const clocks = await sql<ClockRow>`select ${clockColumns} from clock c where c.id = any(${ids}::uuid[])`.execute(tx);
  await writeDue(tx, calendar, clocks.rows);
  return rows;
}
