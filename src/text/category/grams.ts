/** The runs of one to three characters of a message, hashed, with how much each counts. */
import type { Stream } from '#text/category/stream.ts';

/** Each gram once; hashes of 32 bits, in the order of first appearance. */
export type Bag = { hashes: Int32Array; counts: Float32Array };

export type GramOptions = {
  /** The longest run, 1 to 4. */
  longest: number;
  /** How much more a gram of the title counts than one of the text. */
  head: number;
};

export const gramOptions: GramOptions = { longest: 3, head: 0 };

let table = new Int32Array(1 << 14);
let keys = new Int32Array(1 << 12);
let counted = new Float32Array(1 << 12);

export function gramsOf({ units, length, head }: Stream, options: GramOptions = gramOptions): Bag {
  const most = length * options.longest;
  if (keys.length < most) {
    keys = new Int32Array(2 * most);
    counted = new Float32Array(2 * most);
  }
  const size = 1 << (33 - Math.clz32(Math.max(most, 8)));
  if (table.length < size) table = new Int32Array(size);
  else table.fill(0, 0, size);
  const mask = size - 1;
  let count = 0;
  for (let from = 0; from < length; from++) {
    const worth = from < head ? 1 + options.head : 1;
    const end = Math.min(from + options.longest, length);
    let state = 0x811c9dc5;
    for (let to = from; to < end; to++) {
      state = Math.imul(state ^ units[to]!, 0x01000193);
      const hash = mix(state);
      let slot = hash & mask;
      while (table[slot] !== 0 && keys[table[slot]! - 1] !== hash) slot = (slot + 1) & mask;
      if (table[slot] === 0) {
        keys[count] = hash;
        counted[count] = 0;
        table[slot] = ++count;
      }
      counted[table[slot]! - 1]! += worth;
    }
  }
  return { hashes: keys.slice(0, count), counts: counted.slice(0, count) };
}

/** The hash of one run, as `gramsOf` makes it: for showing which characters weighed. */
export function gramHash(units: Uint16Array, from: number, to: number): number {
  let state = 0x811c9dc5;
  for (let at = from; at < to; at++) state = Math.imul(state ^ units[at]!, 0x01000193);
  return mix(state);
}

/** murmur3's last mix over FNV-1a: the length is told by the number of rounds. */
function mix(start: number): number {
  let state = start;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}
