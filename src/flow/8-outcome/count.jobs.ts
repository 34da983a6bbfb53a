/** The daily job of counting: half an hour after midnight in Shanghai, so that a month is there on its first morning. */
import type { TaskList } from 'graphile-worker';
import { countAll } from '#outcome/count.actions.ts';
import type { City } from '#platform/city.ts';

/** To be added to the worker's crontab, which reads UTC. */
export const countCrontab = '31 16 * * * indicator-count ?fill=1d&max=1';

export function countTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'indicator-count': async () => {
      for (const city of cities.values()) await countAll(city);
    },
  };
}
