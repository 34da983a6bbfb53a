/** Many messages as a sparse matrix: of each the known grams, weighed, each part to its own length. */
import { type Bag, PARTS, partWeights } from '#text/category/grams.ts';
import type { Vocabulary } from '#text/category/vocabulary.ts';

/** Row i: `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export type Rows = { starts: Int32Array; columns: Int32Array; values: Float32Array; width: number };

/** Where a hash stands among `keys`: a table with open addressing, key beside place; −1 where it is not known. */
export function finder(keys: Int32Array): (hash: number) => number {
  const size = 1 << (33 - Math.clz32(Math.max(keys.length, 8)));
  const mask = size - 1;
  const table = new Int32Array(2 * size);
  for (let at = 0; at < keys.length; at++) {
    let slot = keys[at]! & mask;
    while (table[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = keys[at]!;
    table[2 * slot + 1] = at + 1;
  }
  return (hash) => {
    let slot = hash & mask;
    while (table[2 * slot + 1] !== 0) {
      if (table[2 * slot] === hash) return table[2 * slot + 1]! - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  };
}

/** One message's row, into `columns` and `values` from `start` on; returns where it ends. `gram`: which of the bag each is. */
export function weigh(
  bag: Bag,
  find: (hash: number) => number,
  worth: Float32Array,
  columns: Int32Array,
  values: Float32Array,
  start = 0,
  gram?: Int32Array,
): number {
  const { hashes, counts, starts } = bag;
  let end = start;
  for (let part = 0; part < PARTS; part++) {
    const from = end;
    let square = 0;
    for (let at = starts[part]!; at < starts[part + 1]!; at++) {
      const column = find(hashes[at]!);
      if (column < 0) continue;
      const value = counts[at]! * worth[column]!;
      columns[end] = column;
      if (gram) gram[end] = at;
      values[end++] = value;
      square += value * value;
    }
    const length = partWeights[part]! / (Math.sqrt(square) || 1);
    for (let at = from; at < end; at++) values[at]! *= length;
  }
  return end;
}

export function rowsOf(bags: readonly Bag[], { keys, worth }: Vocabulary): Rows {
  const find = finder(keys);
  const total = bags.reduce((sum, bag) => sum + bag.hashes.length, 0);
  const starts = new Int32Array(bags.length + 1);
  const columns = new Int32Array(total);
  const values = new Float32Array(total);
  bags.forEach((bag, at) => {
    starts[at + 1] = weigh(bag, find, worth, columns, values, starts[at]!);
  });
  return { starts, columns, values, width: keys.length };
}
