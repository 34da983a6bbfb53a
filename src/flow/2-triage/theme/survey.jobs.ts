/** Jobs of surveys: running one, taking up those whose runner died, asking for the weekly ones at night; households that are erased. */
import type { TaskList } from 'graphile-worker';
import type { LedgerRow } from '#ledger/ledger.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { runSurvey } from '#triage/theme/run-survey.ts';
import { askWeekly } from '#triage/theme/survey.actions.ts';
import { RUN, sweepRuns } from '#triage/theme/survey.store.ts';

/** To be added to the worker's crontab, in UTC: 02:40 in Shanghai, when nobody waits for the processor. */
export const surveyCrontab = '* * * * * survey-sweep ?max=1\n40 18 * * * survey-weekly ?fill=1d&max=1';

export function surveyTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    [RUN]: async (payload) => {
      const { city: slug, run } = payload as { city: string; run: string };
      const city = cities.get(slug);
      if (!city) throw new Error(`the city ${slug} is not open`);
      await runSurvey(city, run);
    },
    'survey-sweep': async () => {
      for (const city of cities.values()) await transact(city, sweepRuns);
    },
    'survey-weekly': async () => {
      for (const city of cities.values()) await transact(city, askWeekly);
    },
  };
}

/** What is known of the home goes with the content. Which matter a signal spoke of stays, as its number does. */
export async function forgetHouseholds(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await tx
    .deleteFrom('signal_household')
    .where(
      'signal_id',
      'in',
      rows.map((row) => row.thing),
    )
    .execute();
}
