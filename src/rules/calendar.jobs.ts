/** Open deadlines follow a changed calendar: in chunks, each its own transaction, taken up again where the program died. */
import type { TaskList } from 'graphile-worker';
import { holdCalendar } from '#clock/clock.store.ts';
import { recomputeClocks } from '#clock/move.store.ts';
import type { Moved } from '#clock/recompute.store.ts';
import type { Entry } from '#ledger/ledger.ts';
import { record } from '#ledger/record.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { MOVE } from '#rules/calendar.actions.ts';
import { openChanges, takeChange, writeProgress } from '#rules/calendar.store.ts';

/** Large enough to be fast, small enough that a verb on one of its things hardly waits. */
const MANY = 5_000;

/** To be added to the worker's crontab: what a program that was killed has left is taken up within a minute. */
export const calendarCrontab = '* * * * * calendar-sweep ?max=1';

/** @returns whether there is more to do. */
export async function moveChunk(tx: Tx, id: string, many = MANY): Promise<boolean> {
  const change = await takeChange(tx, id);
  if (!change) return false;
  const calendar = await holdCalendar(tx);
  const from = { from: change.from_day, after: change.after_thing, many };
  const { moved, looked, after } = await recomputeClocks(tx, calendar, from);
  await record(tx, { kind: 'person', id: change.by_person }, entriesOf(moved, change.version, id));
  await writeProgress(tx, change, { looked, moved: moved.length, after });
  return after !== null;
}

/** One row a thing, whichever of its limits moved. */
function entriesOf(moved: readonly Moved[], version: number, request: string): Entry[] {
  const things = new Map<string, Entry & { data: Record<string, unknown> }>();
  for (const { kind, thing, limit_name, from, to } of moved) {
    const entry = things.get(thing) ?? { verb: `${kind}.moveDeadline`, kind, thing, data: { version }, request };
    entry.data[limit_name] = { from: from.toISOString(), to: to.toISOString() };
    things.set(thing, entry);
  }
  return [...things.values()];
}

export async function runChange(city: City, id: string): Promise<void> {
  while (await transact(city, (tx) => moveChunk(tx, id)));
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
