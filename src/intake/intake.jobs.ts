/** Jobs of imports: running one, taking up those whose runner died, and removing files when their time is over. */
import type { TaskList } from 'graphile-worker';
import { removeOldFiles } from '#intake/cleanup.ts';
import { enqueueRun, RUN } from '#intake/import.actions.ts';
import { giveUp, silentImports } from '#intake/import.store.ts';
import { runImport } from '#intake/run-import.ts';
import { type City, transact } from '#platform/city.ts';

/** To be added to the worker's crontab: the dead are found at the start and every minute; files go once a night. */
export const intakeCrontab = '* * * * * import-sweep ?max=1\n17 3 * * * import-cleanup ?max=1';

/** Every running import that nobody runs is put on the queue again; one that has ended its runners too often is given up. */
export async function sweepImports(city: City, silenceMs?: number): Promise<number> {
  return transact(city, async (tx) => {
    const found = await silentImports(tx, silenceMs);
    for (const { id, spent } of found) await (spent ? giveUp(tx, id) : enqueueRun(tx, id));
    return found.length;
  });
}

export function intakeTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    [RUN]: async (payload) => {
      const { city: slug, import: id } = payload as { city: string; import: string };
      const city = cities.get(slug);
      if (!city) throw new Error(`the city ${slug} is not open`);
      await runImport(city, id);
    },
    'import-sweep': async () => {
      for (const city of cities.values()) await sweepImports(city);
    },
    'import-cleanup': async () => {
      for (const city of cities.values()) await removeOldFiles(city);
    },
  };
}
