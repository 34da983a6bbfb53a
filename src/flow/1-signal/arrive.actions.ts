/** The verb by which every signal comes in: accepted, repeated or revised, each with its row in the ledger. */
import { record } from '#ledger/record.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { insertArrivals } from '#signal/arrival.store.ts';
import type { Arrival, Outcome } from '#signal/arrival.ts';
import { type Existing, findExisting, identityOf, reviseSignals } from '#signal/revise.store.ts';

export type Arrived = { id: string; number: string; outcome: Outcome };

/**
 * Takes in signals of one channel, in order. The result stands at the arrival's own index; within one call no two arrivals
 * may share a source key (an import numbers its repeats by occurrence).
 * @throws id_taken where an id stands for another signal.
 */
export async function arrive(tx: Tx, actor: Actor, arrivals: readonly Arrival[]): Promise<Arrived[]> {
  const written = await insertArrivals(tx, actor.kind === 'program' ? null : actor.id, arrivals);
  const fresh = new Map(written.map((row) => [row.id, row]));
  await recordReceived(
    tx,
    actor,
    arrivals.filter((one) => fresh.has(one.id)),
  );
  const again =
    fresh.size === arrivals.length
      ? new Map<Arrival, Arrived>()
      : await meetAgain(
          tx,
          actor,
          arrivals.filter((one) => !fresh.has(one.id)),
        );
  return arrivals.map(
    (one) => again.get(one) ?? { id: one.id, number: fresh.get(one.id)!.number, outcome: 'accepted' },
  );
}

async function recordReceived(tx: Tx, actor: Actor, received: readonly Arrival[]): Promise<void> {
  await record(
    tx,
    actor,
    received.map((one) => ({
      verb: 'signal.received',
      kind: 'signal',
      thing: one.id,
      data: { channel: one.channelId, ...(one.disposition && { disposition: one.disposition.code }) },
      commitment: one.made!.commitment,
      request: one.importId ?? one.id,
    })),
  );
}

/** Those that stand there already: repeated, or revised where their source says something else now. */
async function meetAgain(tx: Tx, actor: Actor, arrivals: readonly Arrival[]): Promise<Map<Arrival, Arrived>> {
  const result = new Map<Arrival, Arrived>();
  const seen = await findExisting(tx, arrivals);
  const changed = arrivals.filter((one) => !settleRepeated(result, one, standing(seen, one)));
  if (changed.length === 0) return result;
  // Somebody else may be revising them to just this at the moment: asked again once they are ours.
  const held = await findExisting(tx, changed, true);
  const revisions = changed
    .map((arrival) => ({ arrival, existing: standing(held, arrival) }))
    .filter(({ arrival, existing }) => !settleRepeated(result, arrival, existing));
  if (revisions.length === 0) return result;
  const revised = await reviseSignals(tx, revisions);
  for (const { arrival, existing } of revisions)
    result.set(arrival, { id: existing.id, number: existing.number, outcome: 'revised' });
  await record(
    tx,
    actor,
    revised.map(({ id, version, commitment }, i) => ({
      verb: 'signal.revised',
      kind: 'signal',
      thing: id,
      data: { version },
      commitment,
      request: revisions[i]!.arrival.importId ?? revisions[i]!.arrival.id,
    })),
  );
  return result;
}

function standing(existing: ReadonlyMap<string, Existing>, one: Arrival): Existing {
  const same = existing.get(identityOf(one.channelId, one.sourceKey));
  if (!same) throw problem('id_taken');
  return same;
}

function settleRepeated(result: Map<Arrival, Arrived>, one: Arrival, same: Existing): boolean {
  // What was erased does not come back with the next file of its source.
  if (!same.erased && !same.row_hash?.equals(one.rowHash)) return false;
  result.set(one, { id: same.id, number: same.number, outcome: 'repeated' });
  return true;
}
