/** Jobs of erasure: once a night what was kept for its time, once an hour the photos that erasures gave up. */
import type { TaskList } from 'graphile-worker';
import type { City } from '#platform/city.ts';
import { eraseExpired, removeErasedFiles } from '#signal/erase.actions.ts';

export const eraseCrontab = '27 3 * * * erase-expired ?max=1\n41 * * * * erase-files ?max=1';

export function eraseTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'erase-expired': async () => {
      for (const city of cities.values()) await eraseExpired(city);
    },
    'erase-files': async () => {
      for (const city of cities.values()) await removeErasedFiles(city);
    },
  };
}
