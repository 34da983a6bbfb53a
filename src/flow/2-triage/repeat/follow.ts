/** Keeping the index of each city: built in the background, then kept up by what the ledger says, every second. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type City, transact } from '#platform/city.ts';
import type { Ref } from '#triage/repeat/kept.ts';
import { CAPACITY } from '#triage/repeat/repeat.ts';
import { type After, changedSince, type Mark, markNow, nextProblems, textsOf } from '#triage/repeat/texts.store.ts';
import { type Answer, askThread, endThread, type Size } from '#triage/repeat/thread.ts';

/** Problems read in one transaction: some 5 ms of the server, some 50 ms of the thread. */
const PAGE = 100;
/**
 * The ledger is asked, not listened to: a notice would be sent by every verb, for every server, on a connection of its own
 * for each city; one look by index a second costs less and needs no second way after a lost connection.
 */
const EVERY_MS = 1_000;

type Followed = { city: City; mark: Mark; done: ReadonlySet<number>; pruned: Date; size: Size };

const followed = new Map<string, Followed>();

const nameOf = (city: City) => `${city.slug}/${city.schema}`;

/** Is there an index of the city that is complete? */
export const sizeOf = (city: City): Size | undefined => followed.get(nameOf(city))?.size;

/** The texts that share most with the words; undefined where the index is not ready, or its thread has just died. */
export async function nearTo(city: City, words: string, many: number): Promise<Ref[] | undefined> {
  if (!followed.has(nameOf(city))) return undefined;
  const { refs } = await askThread(nameOf(city), { near: words, many }).catch((): Answer => ({}));
  if (!refs) followed.delete(nameOf(city));
  return refs;
}

/** Builds the index of the city anew; until it is complete there is none. */
export async function buildIndex(city: City, goOn: () => boolean = () => true): Promise<void> {
  const name = nameOf(city);
  followed.delete(name);
  const { mark, pruned } = await transact(city, async (tx) => ({ mark: await markNow(tx), pruned: tx.now }));
  await askThread(name, { open: CAPACITY });
  for (let after: After | 'first' = 'first'; after && goOn(); ) {
    const from: After = after === 'first' ? undefined : after;
    const page = await transact(city, async (tx) => {
      const { ids, after: next } = await nextProblems(tx, from, PAGE);
      return { told: await textsOf(tx, ids), next };
    });
    await askThread(name, { put: page.told });
    after = page.next;
  }
  const size = (await askThread(name, { settle: true })).size!;
  const fresh = { city, mark, done: new Set<number>(), pruned, size };
  await keepUp(fresh);
  followed.set(name, fresh);
}

/** Takes over what has happened since. @returns false where it has to be built anew: the thread has died, or another city has taken
 * the place (a restore, a training city). */
export async function keepUp(one: Followed): Promise<boolean> {
  const name = nameOf(one.city);
  const found = await transact(one.city, async (tx) => {
    const mark = await markNow(tx);
    if (mark.place !== one.mark.place || mark.epoch !== one.mark.epoch) return undefined;
    const { seqs, problems } = await changedSince(tx, one.mark, one.done, one.pruned);
    return { mark, seqs, problems, told: problems.length > 0 ? await textsOf(tx, problems) : [], now: tx.now };
  });
  if (!found) return false;
  const there = new Set(found.told.map(({ problem }) => problem));
  const gone = found.problems.filter((problem) => !there.has(problem));
  if (gone.length > 0) await askThread(name, { drop: gone });
  if (there.size > 0) await askThread(name, { put: found.told });
  const { size } = await askThread(name, { settle: true });
  if (!size) return false;
  Object.assign(one, { mark: found.mark, done: new Set(found.seqs), pruned: found.now, size });
  return true;
}

/** Keeps up the index that there is. @returns whether there is one afterwards */
export async function keepUpIndex(city: City): Promise<boolean> {
  const one = followed.get(nameOf(city));
  if (!one) return false;
  if (one.city === city && (await keepUp(one))) return true;
  followed.delete(nameOf(city));
  return false;
}

/** Begins to follow all cities, those that are opened later too. A failure (no connection) is tried again the next second. */
export function followCities(cities: ReadonlyMap<string, City>): { stop(): Promise<void> } {
  let going = true;
  const end = new AbortController();
  const work = (async () => {
    while (going) {
      for (const city of [...cities.values()]) {
        if (!going) break;
        try {
          if (!(await keepUpIndex(city))) await buildIndex(city, () => going);
        } catch {
          followed.delete(nameOf(city));
        }
      }
      await sleep(EVERY_MS, undefined, { signal: end.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      going = false;
      end.abort();
      await work;
      followed.clear();
      await endThread();
    },
  };
}
