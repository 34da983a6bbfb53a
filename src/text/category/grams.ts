/** The characters and pairs of characters of a message, hashed and counted: of all its words, and of its beginning again. */
import type { Stream } from '#text/category/stream.ts';

/** Each gram of a part once, by a hash of 32 bits; part p from `starts[p]` to `starts[p + 1]`. */
export type Bag = { hashes: Int32Array; counts: Float32Array; starts: number[] };

/** A bag with the way it was read: for each part, place and length in turn, which of the grams stands there. */
export type ReadBag = Bag & { order: Int32Array };

/** Runs of up to so many characters. Three and four were tried and made it worse (decision 26). */
export const LONGEST = 2;

/** What a message is about is said first: its opening and its title are counted again, apart, and weigh so much. */
const OPENING = 80;
export const PARTS = 3;
const norm = Math.hypot(1, 0.7, 0.7);
/** The squares add up to 1, so that a row is of length one. */
export const partWeights = [1 / norm, 0.7 / norm, 0.7 / norm];
export const partEnds = ({ length, title }: Stream) => [length, Math.min(OPENING, length), title];

/** Room that all messages share: taking new memory for each would cost more than counting. */
let room = roomFor(1 << 12);

function roomFor(most: number) {
  const size = 1 << (33 - Math.clz32(most));
  return {
    table: new Int32Array(size),
    keys: new Int32Array(most),
    counted: new Float32Array(most),
    order: new Int32Array(most),
  };
}

/** To keep. */
export function gramsOf(stream: Stream): Bag {
  const { hashes, counts, starts } = readGrams(stream);
  return { hashes: hashes.slice(), counts: counts.slice(), starts };
}

/** Good until the next message is read. */
export function readGrams(stream: Stream): ReadBag {
  const ends = partEnds(stream);
  const most = ends.reduce((sum, end) => sum + end, 0) * LONGEST;
  if (room.keys.length < most) room = roomFor(2 * most);
  const { table, keys, counted, order } = room;
  const size = 1 << (33 - Math.clz32(Math.max(most, 8)));
  table.fill(0, 0, size);
  const starts = [0];
  read = 0;
  for (let part = 0; part < PARTS; part++) starts.push(count(stream.units, ends[part]!, part, size - 1, starts[part]!));
  const all = starts[PARTS];
  return { hashes: keys.subarray(0, all), counts: counted.subarray(0, all), starts, order: order.subarray(0, read) };
}

/** How much of `order` is written. */
let read = 0;

/** Counts the grams of the first `length` units; `filled` are there already. Returns how many are there afterwards. */
function count(units: Uint16Array, length: number, part: number, mask: number, filled: number): number {
  const { table, keys, counted, order } = room;
  let next = filled;
  for (let from = 0; from < length; from++) {
    const end = Math.min(from + LONGEST, length);
    let state = salts[part]!;
    for (let to = from; to < end; to++) {
      state = Math.imul(state ^ units[to]!, 0x01000193);
      const hash = mix(state);
      let slot = hash & mask;
      while (table[slot] !== 0 && keys[table[slot]! - 1] !== hash) slot = (slot + 1) & mask;
      if (table[slot] === 0) {
        keys[next] = hash;
        counted[next] = 0;
        table[slot] = ++next;
      }
      counted[table[slot]! - 1]!++;
      order[read++] = table[slot]! - 1;
    }
  }
  return next;
}

/** FNV-1a's own start, and others for the parts where the same characters weigh differently. */
const salts = [0x811c9dc5, 0x2f0b4c47, 0x5bd1e995];

/** murmur3's last mix: FNV's high bits are weak on short keys. */
function mix(start: number): number {
  let state = start;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}
