/** Chance that is the same every time: the demo is a function of its seed and its last day. */

export type Random = {
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
  /** A UUID that looks like version 7 at this instant, so that demo rows lie in the index as others do. */
  id(at: Date): string;
};

/** 12x begins short codes of services in China and no mobile number: eleven digits after it reach nobody. */
export const phoneOf = (random: Random): string =>
  `12${random.below(10)}${String(random.below(100_000_000)).padStart(8, '0')}`;

/** mulberry32: 32 bits of state are plenty for texts and times. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const next = () => word() / 2 ** 32;
  const below = (n: number) => Math.floor(next() * n);
  const hex = (digits: number) => word().toString(16).padStart(8, '0').slice(0, digits);
  return {
    below,
    pick: (list) => list[below(list.length)]!,
    chance: (share) => next() < share,
    id(at) {
      const time = at.getTime().toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(8)}${hex(4)}`;
    },
  };
}
