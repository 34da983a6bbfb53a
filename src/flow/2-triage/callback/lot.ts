/** The lot: who of a day's answered reporters is called back. Whoever knows seed, day and numbers draws the same. */
import { createHash } from 'node:crypto';
import type { Day } from '#clock/day.ts';

export type InLot = { number: string; channel: string; unit: string | null };
export type Stratum = { channel: string; unit: string | null; of: number; taken: number };

/** SHA-256 of `seed|day|what`, in hexadecimal. */
const lotOf = (seed: string, day: Day, what: string): string =>
  createHash('sha256').update(`${seed}|${day}|${what}`).digest('hex');

/**
 * Of each channel and unit the share is taken: as many whole ones as it makes, and for the rest of it one more with just
 * that chance, so that in the long run nobody's share is larger or smaller. Those with the smallest lots are called.
 * @param percentOf 0 to 100
 */
export function drawLot<T extends InLot>(
  seed: string,
  day: Day,
  population: readonly T[],
  percentOf: (channel: string) => number,
): { drawn: T[]; strata: Stratum[] } {
  const groups = Map.groupBy(population, ({ channel, unit }) => `${channel}|${unit ?? ''}`);
  const drawn: T[] = [];
  const strata: Stratum[] = [];
  for (const [name, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { channel, unit } = members[0]!;
    const share = (members.length * percentOf(channel)) / 100;
    const chance = Number.parseInt(lotOf(seed, day, name).slice(0, 8), 16) / 2 ** 32;
    const taken = Math.floor(share) + (chance < share - Math.floor(share) ? 1 : 0);
    const order = members
      .map((member) => ({ member, lot: lotOf(seed, day, member.number) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1));
    drawn.push(...order.slice(0, taken).map(({ member }) => member));
    strata.push({ channel, unit, of: members.length, taken });
  }
  return { drawn, strata };
}
