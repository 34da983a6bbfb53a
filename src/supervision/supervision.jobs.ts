/** Each minute: clocks that are new or have moved get their next rung, and the rungs that are due fire. */
import type { TaskList } from 'graphile-worker';
import { type City, transact } from '#platform/city.ts';
import { fireDue } from '#supervision/fire.actions.ts';
import { watchClocks } from '#supervision/watch.actions.ts';

export const supervisionCrontab = '* * * * * ladder-climb ?max=1';

/** In chunks of a transaction each: what a killed program had not committed, the next one does. */
const WATCHED_AT_ONCE = 2_000;
const FIRED_AT_ONCE = 500;
/** Of a crowded minute: one reads and words in the program while the other writes in the database. */
const LANES = 2;

export function supervisionTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'ladder-climb': async () => {
      for (const city of cities.values()) await climb(city);
    },
  };
}

/**
 * Until nothing is due: what was over long ago, since no worker ran, climbs every rung whose grace has passed.
 * @returns rungs that were looked at, fired or not.
 */
export async function climb(city: City): Promise<number> {
  while ((await transact(city, (tx) => watchClocks(tx, WATCHED_AT_ONCE))) === WATCHED_AT_ONCE);
  const first = await transact(city, (tx) => fireDue(tx, FIRED_AT_ONCE));
  const rest = await Promise.all(Array.from({ length: first < FIRED_AT_ONCE ? 1 : LANES }, () => lane(city)));
  return rest.reduce((sum, looked) => sum + looked, first);
}

async function lane(city: City): Promise<number> {
  for (let looked = 0; ; ) {
    const more = await transact(city, (tx) => fireDue(tx, FIRED_AT_ONCE));
    if (more === 0) return looked;
    looked += more;
  }
}
