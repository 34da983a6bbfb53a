/** The nightly job of this room: sessions that ended long ago are removed. */
import type { TaskList } from 'graphile-worker';
import { purgeSessions } from '#people/session.store.ts';
import { type City, transact } from '#platform/city.ts';

/** To be added to the worker's crontab. */
export const peopleCrontab = '47 3 * * * session-purge ?max=1';

export function peopleTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'session-purge': async () => {
      for (const city of cities.values()) await transact(city, purgeSessions);
    },
  };
}
