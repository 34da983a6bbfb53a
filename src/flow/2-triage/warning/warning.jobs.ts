/** The jobs of early warning: the last days each hour, the whole past each night. */
import type { TaskList } from 'graphile-worker';
import type { City } from '#platform/city.ts';
import { findWarnings } from '#triage/warning/find.actions.ts';

/** To be added to the worker's crontab, which reads UTC; the night is that of Shanghai. */
export const warningCrontab = ['17 * * * * warning-find ?max=1', '47 18 * * * warning-recount ?fill=1d&max=1'].join(
  '\n',
);

export function warningTasks(cities: ReadonlyMap<string, City>): TaskList {
  const of = (all: boolean) => async () => {
    for (const city of cities.values()) await findWarnings(city, all);
  };
  return { 'warning-find': of(false), 'warning-recount': of(true) };
}
