/** How often the same row came before in its file, in bounded memory: 12 bytes a slot, half of them free. */
import { problem } from '#platform/problem.ts';

/** 2^24 slots hold 8 million different rows in 192 MB; no sheet has more than a million. */
const MOST = 1 << 24;

export type Occurrences = { next(hash: Buffer): number };

/**
 * Counts by the first 8 bytes of the hash. Two different rows that share them (once in 10^7 files of a million rows) only
 * make one of them count from 1, the same at every reading of the file.
 */
export function countOccurrences(): Occurrences {
  let slots = 1 << 12;
  let high = new Uint32Array(slots);
  let low = new Uint32Array(slots);
  let times = new Uint32Array(slots); // 0: free
  let used = 0;

  const slotOf = (a: number, b: number): number => {
    let at = (a ^ Math.imul(b, 0x9e3779b1)) & (slots - 1);
    while (times[at] !== 0 && (high[at] !== a || low[at] !== b)) at = (at + 1) & (slots - 1);
    return at;
  };
  const grow = () => {
    const old = { high, low, times };
    slots *= 2;
    high = new Uint32Array(slots);
    low = new Uint32Array(slots);
    times = new Uint32Array(slots);
    for (const [i, count] of old.times.entries()) {
      if (count === 0) continue;
      const at = slotOf(old.high[i]!, old.low[i]!);
      high[at] = old.high[i]!;
      low[at] = old.low[i]!;
      times[at] = count;
    }
  };
  return {
    next(hash) {
      if (used * 2 >= slots) {
        if (slots >= MOST) throw problem('sheet_too_heavy');
        grow();
      }
      const a = hash.readUInt32LE(0);
      const b = hash.readUInt32LE(4);
      const at = slotOf(a, b);
      if (times[at] === 0) used++;
      high[at] = a;
      low[at] = b;
      return times[at]!++;
    },
  };
}
