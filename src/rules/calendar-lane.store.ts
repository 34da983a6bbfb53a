/** How far the open deadlines have followed a change of the calendar: two stretches of things, each with a place to go on from. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { ChangeRow } from '#rules/calendar.store.ts';

/** Fewer clocks are done by one before a second has begun. */
const WORTH_TWO = 20_000;

/** Two, for a server of two cores: the second half begins behind the thing in the middle. */
export async function insertLanes(tx: Tx, changeId: string): Promise<void> {
  const running = sql`from clock where stopped_at is null`;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${running}`.execute(tx);
  const half = Math.floor(rows[0]!.n / 2);
  const middle =
    rows[0]!.n < WORTH_TWO ? sql`null::uuid` : sql`(select thing ${running} order by thing limit 1 offset ${half})`;
  await sql`with middle as (select ${middle} as thing)
    insert into calendar_lane (change_id, nth, after_thing, up_to)
    select ${changeId}::uuid, 0, null, thing from middle union all select ${changeId}::uuid, 1, thing, null from middle where thing is not null`.execute(
    tx,
  );
}

export type Lane = Pick<ChangeRow, 'id' | 'version' | 'from_day' | 'by_person'> & {
  nth: number;
  after_thing: string | null;
  up_to: string | null;
};

/** A stretch that nobody has just now; nothing where each is done or in another runner's hands. */
export async function takeLane(tx: Tx, changeId: string): Promise<Lane | undefined> {
  const { rows } = await sql<Lane>`
    select c.id, c.version, c.from_day, c.by_person, l.nth, l.after_thing, l.up_to
      from calendar_lane l join calendar_change c on c.id = l.change_id
     where l.change_id = ${changeId} and l.finished_at is null order by l.nth limit 1 for update of l skip locked`.execute(
    tx,
  );
  return rows[0];
}

/** `after` null: this stretch is done, and with the last of them the change. */
export async function writeProgress(
  tx: Tx,
  { id, nth }: Lane,
  { looked, moved, after }: { looked: number; moved: number; after: string | null },
): Promise<void> {
  // Locked first, so that of two who finish at once the second sees that the first has.
  await sql`select from calendar_change where id = ${id} for update`.execute(tx);
  await sql`update calendar_lane set after_thing = coalesce(${after}::uuid, after_thing),
      finished_at = case when ${after}::uuid is null then ${tx.now}::timestamptz end
    where change_id = ${id} and nth = ${nth}`.execute(tx);
  await sql`update calendar_change set looked = looked + ${looked}, moved = moved + ${moved}, finished_at =
      case when not exists (select from calendar_lane where change_id = ${id} and finished_at is null) then ${tx.now}::timestamptz end
    where id = ${id}`.execute(tx);
}
