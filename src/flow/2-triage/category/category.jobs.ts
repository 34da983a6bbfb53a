/** What follows: proposals when signals arrive or are revised, words forgotten when they are erased; and the nightly training. */
import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { LedgerRow } from '#ledger/ledger.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import { lessonOf, taught } from '#triage/category/lesson.ts';
import { lastTrainedOn, openTraining } from '#triage/category/model.store.ts';
import { forgetWords, proposeFor, waitingAfter } from '#triage/category/propose.store.ts';
import { beginTraining, enqueueTraining, runTraining, TRAIN } from '#triage/category/training.actions.ts';

const things = (rows: readonly LedgerRow[]) => rows.map((row) => row.thing);

/** A model that cannot be read stops no signal: they wait without a proposal, and the model page and /health say why. */
async function orNone(propose: Promise<void>): Promise<void> {
  try {
    await propose;
  } catch (error) {
    if (!(error instanceof Problem && error.body.code === 'model_unreadable')) throw error;
  }
}

export const proposeCategories = (tx: Tx, rows: LedgerRow[]): Promise<void> => orNone(proposeFor(tx, things(rows)));

/** What was said before is no longer what is asked; an undecided proposal is replaced. */
export const proposeCategoriesAnew = (tx: Tx, rows: LedgerRow[]): Promise<void> => orNone(proposeFor(tx, things(rows)));

export async function forgetProposalWords(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await forgetWords(tx, things(rows));
}

const WAITING = 'text-propose-waiting';

/** Another model serves, or another threshold holds: what waits is looked at anew, a thousand at a time. */
export async function proposeToAllWaiting(tx: Tx, rows: LedgerRow[]): Promise<void> {
  if (!rows.some(({ data }) => data.kind === 'category')) return;
  await sql`select graphile_worker.add_job(${WAITING}, json_build_object('city', ${tx.city.slug}::text),
    job_key => ${`${WAITING} ${tx.city.slug}`}, max_attempts => 3)`.execute(tx);
}

/** All that waits, a thousand at a time. */
export async function walkWaiting(city: City): Promise<void> {
  for (let after: string | null = null; ; ) {
    const ids: string[] = await transact(city, (tx) => waitingAfter(tx, after));
    if (ids.length === 0) return;
    await transact(city, (tx) => orNone(proposeFor(tx, ids)));
    after = ids.at(-1)!;
  }
}

/** Trained again at night when there is a twentieth more to learn from than the last time. */
const MORE = 1.05;

async function trainIfMore(city: City): Promise<void> {
  for (const kind of taught())
    await transact(city, async (tx) => {
      const now = await lessonOf(kind)!.count(tx);
      if (now === 0 || now < (await lastTrainedOn(tx, kind)) * MORE) return;
      await beginTraining(tx, kind, newId(), null);
    });
}

/** 02:40 in Shanghai; the crontab reads UTC. The sweep takes up a training whose job was lost with a queue. */
export const modelCrontab = '40 18 * * * text-train-nightly ?fill=6h&max=1\n*/10 * * * * text-train-sweep ?max=1';

export function modelTasks(cities: ReadonlyMap<string, City>): TaskList {
  const cityOf = (payload: unknown) => {
    const { city: slug } = payload as { city: string };
    const city = cities.get(slug);
    if (!city) throw new Error(`the city ${slug} is not open`);
    return city;
  };
  return {
    [TRAIN]: (payload) => runTraining(cityOf(payload), (payload as { training: string }).training),
    [WAITING]: (payload) => walkWaiting(cityOf(payload)),
    'text-train-nightly': async () => {
      for (const city of cities.values()) await trainIfMore(city);
    },
    'text-train-sweep': async () => {
      for (const city of cities.values())
        await transact(city, async (tx) => {
          for (const kind of taught()) {
            const open = await openTraining(tx, kind);
            if (open) await enqueueTraining(tx, open.id);
          }
        });
    },
  };
}
