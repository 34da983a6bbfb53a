/** What procedures follow: tasks that were done, evidence that came, cases that were closed; and the lists that are still given out. */
import type { TaskList } from 'graphile-worker';
import type { LedgerRow, Reactions } from '#ledger/ledger.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { advanceRuns, closeMet } from '#procedure/advance.actions.ts';
import { metFeedback } from '#procedure/feedback.store.ts';
import { enqueueGive, GIVE, giveMany } from '#procedure/give-many.actions.ts';
import { waitingLists } from '#procedure/run.store.ts';
import { startOnDates } from '#procedure/watch.jobs.ts';

const runsOf = (rows: readonly LedgerRow[]): string[] =>
  rows.flatMap(({ data }) => (typeof data.run === 'string' ? data.run : []));

/** A task of a run is over: what waits for it comes next. */
export async function takeRunsOn(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await advanceRuns(tx, runsOf(rows));
}

/** Something was handed in where that is all that is asked. */
export async function closeHandedIn(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const tasks = rows.filter(({ data }) => data.run).map(({ thing }) => thing);
  if (tasks.length > 0) await advanceRuns(tx, await closeMet(tx, await metFeedback(tx, { tasks }, ['handed_in'])));
}

export async function closeByReading(tx: Tx, rows: LedgerRow[]): Promise<void> {
  for (const indicator of new Set(rows.map(({ thing }) => thing)))
    await advanceRuns(tx, await closeMet(tx, await metFeedback(tx, { indicator }, ['reading'])));
}

export async function closeWithCase(tx: Tx, rows: LedgerRow[]): Promise<void> {
  for (const problem of new Set(rows.map(({ thing }) => thing)))
    await advanceRuns(tx, await closeMet(tx, await metFeedback(tx, { problem }, ['closed'])));
}

/** To be put beside the flow's own. */
export const procedureReactions: Reactions = {
  'task.submit': [closeHandedIn],
  'task.confirm': [takeRunsOn],
  'task.withdraw': [takeRunsOn],
  'reading.record': [closeByReading],
  'reading.import': [closeByReading],
  'indicator.count': [closeByReading],
  'problem.close': [closeWithCase],
};

/** Lists whose job died with its program are taken up again. */
export const procedureCrontab = '* * * * * procedure-sweep ?max=1\n*/5 * * * * procedure-dates ?fill=1h&max=1';

/** So many persons a transaction: about half a second. */
const CHUNK = 2_000;

export const giveChunk = (city: City, run: string, lane: number): Promise<number> =>
  transact(city, (tx) => giveMany(tx, run, CHUNK, { lane }));

export function procedureTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    [GIVE]: async (payload) => {
      const { city: slug, run, lane } = payload as { city: string; run: string; lane: number };
      const city = cities.get(slug);
      if (!city) throw new Error(`the city ${slug} is not open`);
      await giveChunk(city, run, lane);
    },
    'procedure-dates': async () => {
      for (const city of cities.values()) await transact(city, startOnDates);
    },
    'procedure-sweep': async () => {
      for (const city of cities.values())
        await transact(city, async (tx) => {
          for (const run of await waitingLists(tx)) await enqueueGive(tx, run);
        });
    },
  };
}
