/** Each morning the report of the day before is there, and on Mondays that of the week. */
import type { TaskList } from 'graphile-worker';
import { addDays, dayOf } from '#clock/day.ts';
import { makePaper } from '#paper/paper.actions.ts';
import { isMade } from '#paper/paper.store.ts';
import { isReportable, type PaperKind } from '#paper/paper.ts';
import { program } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';

/** To be added to the worker's crontab, which reads UTC: half past six in Shanghai, after the night's counting. */
export const paperCrontab = '30 22 * * * paper-make ?fill=1d&max=1';

/** Run twice, it makes nothing twice. */
export async function makeMorningPapers(city: City): Promise<void> {
  for (const kind of ['daily', 'weekly'] as const satisfies PaperKind[])
    await transact(city, async (tx) => {
      const today = dayOf(tx.now);
      const day = addDays(today, -1);
      if (isReportable(kind, day, today) && !(await isMade(tx, kind, day)))
        await makePaper(tx, program, { id: newId(), kind, day });
    });
}

export function paperTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'paper-make': async () => {
      for (const city of cities.values()) await makeMorningPapers(city);
    },
  };
}
