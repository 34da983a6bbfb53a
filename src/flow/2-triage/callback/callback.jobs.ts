/** The job of call-backs: each night the lot over the answers of the day before. */
import type { TaskList } from 'graphile-worker';
import type { City } from '#platform/city.ts';
import { drawDays } from '#triage/callback/draw.actions.ts';

/** To be added to the worker's crontab, which reads UTC: 00:37 in Shanghai. */
export const callbackCrontab = '37 16 * * * callback-draw ?fill=1d&max=1';

export function callbackTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'callback-draw': async () => {
      for (const city of cities.values()) await drawDays(city);
    },
  };
}
