/** Many signals that arrive in order, among which one source key may stand more than once. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Arrival } from '#signal/arrival.ts';
import { type Arrived, arrive } from '#signal/arrive.actions.ts';

/**
 * One call of `arrive` takes no key twice: those of one key go in as many rounds as there are of it, each after the one
 * before. One that says just what the one before it said needs no round.
 */
export async function arriveInOrder(tx: Tx, actor: Actor, arrivals: readonly Arrival[]): Promise<Arrived[]> {
  const arrived = new Array<Arrived>(arrivals.length);
  const last = new Map<string, { at: number; round: number }>();
  const again: { at: number; like: number }[] = [];
  const rounds: number[][] = [];
  for (const [at, one] of arrivals.entries()) {
    const key = one.sourceKey.toString('latin1');
    const before = last.get(key);
    if (before && arrivals[before.at]!.rowHash.equals(one.rowHash)) {
      again.push({ at, like: before.at });
      continue;
    }
    const round = before ? before.round + 1 : 0;
    last.set(key, { at, round });
    rounds[round] ??= [];
    rounds[round].push(at);
  }
  for (const round of rounds) {
    const results = await arrive(
      tx,
      actor,
      round.map((at) => arrivals[at]!),
    );
    for (const [i, at] of round.entries()) arrived[at] = results[i]!;
  }
  for (const { at, like } of again) arrived[at] = { ...arrived[like]!, outcome: 'repeated' };
  return arrived;
}
