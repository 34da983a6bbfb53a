/** Open deadlines follow a changed calendar: in chunks, each its own transaction, taken up again where the program died. */
import type { TaskList } from 'graphile-worker';
import { type RawBuilder, sql } from 'kysely';
import { holdCalendar } from '#clock/clock.store.ts';
import { followed, nextClocks } from '#clock/follow.store.ts';
import { recordedFrom } from '#ledger/record.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { MOVE } from '#rules/calendar.actions.ts';
import { openChanges } from '#rules/calendar.store.ts';
import { type Lane, takeLane, writeProgress } from '#rules/calendar-lane.store.ts';

/** Large enough to be fast, small enough that a verb on one of its things hardly waits. */
const MANY = 5_000;

/** To be added to the worker's crontab: what a program that was killed has left is taken up within a minute. */
export const calendarCrontab = '* * * * * calendar-sweep ?max=1';

/** Two runners at once, on two connections, as there are stretches. */
const RUNNERS = 2;

/** @returns whether there was something to do. */
export async function moveChunk(tx: Tx, id: string, many = MANY): Promise<boolean> {
  const lane = await takeLane(tx, id);
  if (!lane) return false;
  const calendar = await holdCalendar(tx);
  const chunk = await nextClocks(tx, { from: lane.from_day, after: lane.after_thing, upTo: lane.up_to, many });
  const done = chunk && followed(tx, calendar, lane.from_day, chunk);
  const moved = done ? await writeMoved(tx, lane, done) : 0;
  await writeProgress(tx, lane, { looked: chunk?.looked ?? 0, moved, after: chunk?.full ? chunk.last : null });
  return true;
}

/** One row a thing, whichever of its limits moved. @returns how many deadlines moved. */
async function writeMoved(tx: Tx, { id, version, by_person }: Lane, moved: RawBuilder<unknown>): Promise<number> {
  const entries = sql`select m.kind || '.moveDeadline', m.kind, m.thing,
      jsonb_build_object('version', ${version}::int) || jsonb_object_agg(m.limit_name, m.said order by m.limit_name), ${id}::uuid
    from moved m group by m.kind, m.thing`;
  const { rows } = await sql<{
    n: number;
  }>`with ${moved}, ${recordedFrom(tx, { kind: 'person', id: by_person }, entries)}
    select count(*)::int as n from moved`.execute(tx);
  return rows[0]!.n;
}

export async function runChange(city: City, id: string): Promise<void> {
  const run = async () => {
    while (await transact(city, (tx) => moveChunk(tx, id)));
  };
  await Promise.all(Array.from({ length: RUNNERS }, run));
}

export function calendarTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    [MOVE]: async (payload) => {
      const { city: slug, change } = payload as { city: string; change: string };
      const city = cities.get(slug);
      if (!city) throw new Error(`the city ${slug} is not open`);
      await runChange(city, change);
    },
    'calendar-sweep': async () => {
      for (const city of cities.values())
        for (const { id } of await transact(city, openChanges)) await runChange(city, id);
    },
  };
}
