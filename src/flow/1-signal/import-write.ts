/** Writing a chunk of imported signals through the one verb by which signals arrive. */
import type { Written } from '#intake/intake.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Arrival } from '#signal/arrival.ts';
import { arrive } from '#signal/arrive.actions.ts';

/**
 * One call takes no key twice: rows of one number go in as many rounds as there are of it, each after the one before. A row
 * that says just what the one before it said needs no round.
 */
export async function writeSignals(tx: Tx, actor: Actor, arrivals: readonly Arrival[]): Promise<Written[]> {
  const outcomes = new Array<Written>(arrivals.length);
  const last = new Map<string, { round: number; hash: Buffer }>();
  const rounds: number[][] = [];
  for (const [i, one] of arrivals.entries()) {
    const key = one.sourceKey.toString('latin1');
    const before = last.get(key);
    if (before?.hash.equals(one.rowHash)) {
      outcomes[i] = 'repeated';
      continue;
    }
    const round = before ? before.round + 1 : 0;
    last.set(key, { round, hash: one.rowHash });
    rounds[round] ??= [];
    rounds[round].push(i);
  }
  for (const round of rounds) {
    const arrived = await arrive(
      tx,
      actor,
      round.map((i) => arrivals[i]!),
    );
    for (const [at, i] of round.entries()) outcomes[i] = arrived[at]!.outcome;
  }
  return outcomes;
}
