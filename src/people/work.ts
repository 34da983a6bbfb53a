/** Open work and who holds it. The flow above registers how it is found and handed over; nothing may be left to nobody. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';

export type Holder = { person: string } | { unit: string };

/** A piece of open work without its words: administrators see that it is there, not what it is about. */
export type OpenWork = { kind: string; thing: string; number: string; unit: string | null };

/** Open work whose holder can no longer act on it: it shows with whom it stands, and not a word of what it is about. */
export type StrandedWork = Pick<OpenWork, 'kind' | 'thing' | 'number'> & { holder: Holder };

/** The decision under which work changes hands. */
export type Handover = { id: string; reason: string };

export type WorkHolder = {
  kind: string;
  openWork: (tx: Tx, holder: Holder) => Promise<OpenWork[]>;
  /** Of this kind what stands with a unit or person that cannot act, oldest number first. */
  stranded?: (tx: Tx, limit: number) => Promise<StrandedWork[]>;
  /** Gives these things to somebody else of the same sort (person to person, unit to unit), and records it. */
  handOver: (tx: Tx, actor: Actor, works: OpenWork[], from: Holder, to: Holder, why: Handover) => Promise<void>;
};

const holders: WorkHolder[] = [];

/** A room above registers its kind of work, when the server or the worker is put together. Once a kind. */
export function holdWorkWith(holder: WorkHolder): void {
  if (!holders.some((one) => one.kind === holder.kind)) holders.push(holder);
}

export async function openWorkOf(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  const lists: OpenWork[][] = [];
  for (const one of holders) lists.push(await one.openWork(tx, holder));
  return lists.flat();
}

/** Of every kind; a list that is as long as `limit` may have more. */
export async function strandedWork(tx: Tx, limit: number): Promise<StrandedWork[]> {
  const lists: StrandedWork[][] = [];
  for (const { stranded } of holders) if (stranded) lists.push(await stranded(tx, limit));
  return lists.flat();
}

/** Where each piece goes: by its own name, else with the rest; `unplaced` goes nowhere, and stops the verb. */
export function placeWork(works: OpenWork[], named: ReadonlyMap<string, string>, rest: string | null) {
  const to = (work: OpenWork) => named.get(work.thing) ?? rest;
  return {
    moves: works.flatMap((work) => ((place) => (place ? [{ work, to: place }] : []))(to(work))),
    unplaced: works.filter((work) => !to(work)),
  };
}

/** Hands over each piece, one call a kind and receiver. */
export async function handOverWork(
  tx: Tx,
  actor: Actor,
  moves: { work: OpenWork; to: string }[],
  from: Holder,
  why: Handover,
): Promise<void> {
  for (const holder of holders) {
    const mine = moves.filter(({ work }) => work.kind === holder.kind);
    for (const to of new Set(mine.map((move) => move.to))) {
      const works = mine.filter((move) => move.to === to).map(({ work }) => work);
      await holder.handOver(tx, actor, works, from, 'person' in from ? { person: to } : { unit: to }, why);
    }
  }
}
