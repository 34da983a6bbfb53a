/** The job that lets limits run on whose suspension is over. */
import type { TaskList } from 'graphile-worker';
import { type City, transact } from '#platform/city.ts';
import { endSuspensions } from '#rules/time/decide-time.actions.ts';

/** So many in one transaction. */
const CHUNK = 500;

/** Every five minutes: a suspension ends with its day, and the first run after midnight finds it. */
export const timeCrontab = '*/5 * * * * time-resume ?fill=1h&max=1';

export function timeTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'time-resume': async () => {
      for (const city of cities.values()) while ((await transact(city, (tx) => endSuspensions(tx, CHUNK))) === CHUNK);
    },
  };
}
