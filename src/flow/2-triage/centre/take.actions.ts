/** Taking a case of the dispatch centre for some minutes: the next one, or a given one; keeping it and letting it go. */
import { type Actor, personOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { dropLease, holderOf, type Lease, renewLease, takeLease } from '#triage/centre/lease.store.ts';
import { showWaiting } from '#triage/centre/show.store.ts';
import { type Narrowed, narrowed, type WaitingRow, waitingRows } from '#triage/centre/waiting.store.ts';

/** The one that the actor has, where they have not passed over it, else the first that nobody has. */
export async function takeNext(
  tx: Tx,
  actor: Actor,
  { not, ...filter }: Narrowed & { not: string[] },
): Promise<CentreItem | null> {
  const person = personOf(actor);
  const all = await narrowed(tx, await waitingRows(tx, actor), filter);
  const rows = all.filter(({ id, heldBy }) => !not.includes(id) && (heldBy === null || heldBy === person));
  const mine = rows.filter((row) => row.heldBy === person);
  for (const row of [...mine, ...rows]) {
    const lease = await takeLease(tx, row, person);
    if (!lease) continue;
    // Read before its row was locked: somebody may have decided it, and gone on, in between.
    const [still] = await waitingRows(tx, actor, row.id);
    if (still) return show(tx, actor, still, lease);
    await dropLease(tx, row.id, person);
  }
  return null;
}

/** @throws not_found where it waits no more, lease_held */
export async function takeThis(tx: Tx, actor: Actor, thing: string): Promise<CentreItem> {
  const person = personOf(actor);
  const [row] = await waitingRows(tx, actor, thing);
  if (!row) throw problem('not_found');
  const lease = await takeLease(tx, row, person);
  if (!lease) throw await held(tx, thing);
  return show(tx, actor, row, lease);
}

async function show(tx: Tx, actor: Actor, row: WaitingRow, lease: Lease): Promise<CentreItem> {
  const held = { ...row, heldBy: personOf(actor), heldUntil: lease.untilAt };
  const [item] = await showWaiting(tx, actor, [held]);
  return item!;
}

async function held(tx: Tx, thing: string) {
  const holder = await holderOf(tx, thing);
  return problem('lease_held', { name: holder?.name ?? { zh: '别人', en: 'Somebody else' } });
}

/** @throws lease_held where it ran out and somebody else took it */
export async function keepLease(tx: Tx, actor: Actor, thing: string): Promise<{ untilAt: string }> {
  const lease = await renewLease(tx, thing, personOf(actor));
  if (!lease) throw await held(tx, thing);
  return { untilAt: lease.untilAt.toISOString() };
}

export async function letGo(tx: Tx, actor: Actor, thing: string): Promise<{ id: string }> {
  await dropLease(tx, thing, personOf(actor));
  return { id: thing };
}
