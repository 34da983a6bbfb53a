/** Suspending, resuming and extending clocks: rows beside the clock, and its deadline computed anew from them. */
import { sql } from 'kysely';
import { holdCalendar } from '#clock/clock.store.ts';
import { type ClockRow, clockColumns, type Moved, suspensionsOf, writeDue } from '#clock/recompute.store.ts';
import type { Suspension } from '#clock/suspension.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

export type SuspensionBy = {
  reason: string;
  /** A person. */
  by: string;
  /** Who allowed it, where that is another person; null: nobody had to be asked. */
  allowedBy: string | null;
  /** Only these limits; absent: all that run. */
  limits?: readonly string[];
};

const running = (things: readonly string[], limits: readonly string[] | undefined) =>
  sql`c.thing = any(${things}::uuid[]) and c.stopped_at is null
    and (${limits === undefined} or c.limit_name = any(${limits ?? []}::text[]))`;

/**
 * From now on the time of these things does not count; their deadlines stand still until they are resumed. A clock that is
 * suspended already stays as it is. @returns how many clocks stand still now that ran before.
 */
export async function suspendClocks(tx: Tx, things: readonly string[], by: SuspensionBy): Promise<number> {
  const { rows } = await sql<{ id: string }>`update clock c set paused_at = ${tx.now}
    where ${running(things, by.limits)} and c.paused_at is null returning c.id`.execute(tx);
  if (rows.length === 0) return 0;
  const { reason, by: by_person, allowedBy: allowed_by } = by;
  await tx
    .insertInto('clock_suspension')
    .values(rows.map(({ id }) => ({ id: newId(), clock_id: id, from_at: tx.now, reason, by_person, allowed_by })))
    .execute();
  return rows.length;
}

/** Their time counts again, and each deadline moves by what was suspended. @returns the deadlines that moved. */
export async function resumeClocks(tx: Tx, things: readonly string[], limits?: readonly string[]): Promise<Moved[]> {
  const calendar = await holdCalendar(tx);
  const { rows } = await sql<{ id: string }>`update clock c set paused_at = null
    where ${running(things, limits)} and c.paused_at is not null returning c.id`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await sql`update clock_suspension set to_at = ${tx.now} where clock_id = any(${ids}::uuid[]) and to_at is null`.execute(
    tx,
  );
  return writeDue(tx, calendar, await clocksById(tx, ids));
}

/**
 * Grants a running clock more time, in its own unit of time (natural days where that is a day of the month).
 * @returns the deadline as it moved; nothing where the clock runs no more.
 */
export async function extendClock(
  tx: Tx,
  clockId: string,
  { budget, by, reason }: { budget: number; by: string; reason: string },
): Promise<Moved | undefined> {
  const calendar = await holdCalendar(tx);
  const clock = await sql`select from clock where id = ${clockId} and stopped_at is null for update`.execute(tx);
  if (clock.rows.length === 0) return undefined;
  await tx
    .insertInto('clock_extension')
    .values({ id: newId(), clock_id: clockId, budget, reason, by_person: by, at: tx.now })
    .execute();
  return (await writeDue(tx, calendar, await clocksById(tx, [clockId])))[0];
}

async function clocksById(tx: Tx, ids: readonly string[]): Promise<ClockRow[]> {
  const { rows } = await sql<ClockRow>`select ${clockColumns} from clock c where c.id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** What suspends these clocks and has suspended them: for `shareUsed`. */
export async function suspensionsOfClocks(tx: Tx, ids: readonly string[]): Promise<Map<string, Suspension[]>> {
  const { rows } = await sql<{ id: string } & Pick<ClockRow, 'suspensions'>>`
    select s.clock_id as id, json_agg(json_build_object('from', s.from_at, 'to', s.to_at)) as suspensions
      from clock_suspension s where s.clock_id = any(${ids}::uuid[]) group by s.clock_id`.execute(tx);
  return new Map(rows.map((row) => [row.id, suspensionsOf(row)]));
}
