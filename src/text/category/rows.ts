/** Many messages as a sparse matrix: the known grams, how rare each is, and every message's weights, of length one. */
import type { Bag } from '#text/category/grams.ts';

/** Row i: `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export type Rows = { starts: Int32Array; columns: Int32Array; values: Float32Array; width: number };

/** Hashes of the known grams, the most frequent first, and the weight of each by its rarity. */
export type Vocabulary = { keys: Int32Array; rarity: Float32Array };

/** Grams that stand in at least `least` of the messages, at most `most` of them. */
export function vocabularyOf(bags: readonly Bag[], { least = 1, most = Number.POSITIVE_INFINITY } = {}): Vocabulary {
  const total = bags.reduce((sum, bag) => sum + bag.hashes.length, 0);
  const all = new Int32Array(total);
  let filled = 0;
  for (const bag of bags) {
    all.set(bag.hashes, filled);
    filled += bag.hashes.length;
  }
  all.sort();
  const keys: number[] = [];
  const messages: number[] = [];
  for (let at = 0; at < total; ) {
    let end = at + 1;
    while (end < total && all[end] === all[at]) end++;
    if (end - at >= least) {
      keys.push(all[at]!);
      messages.push(end - at);
    }
    at = end;
  }
  // Frequent ones beside each other: their weights are what is asked for most, and stay in the processor's cache.
  const order = Uint32Array.from(keys.keys()).sort((a, b) => messages[b]! - messages[a]! || a - b);
  const kept = order.subarray(0, Math.min(order.length, most));
  return {
    keys: Int32Array.from(kept, (at) => keys[at]!),
    // As scikit-learn's smooth idf: one message more that holds everything.
    rarity: Float32Array.from(kept, (at) => Math.log((1 + bags.length) / (1 + messages[at]!)) + 1),
  };
}

/** Where a hash stands among `keys`: a table with open addressing; −1 where it is not known. */
export function finder(keys: Int32Array): (hash: number) => number {
  const size = 1 << (33 - Math.clz32(Math.max(keys.length, 8)));
  const mask = size - 1;
  const table = new Int32Array(size);
  for (let at = 0; at < keys.length; at++) {
    let slot = keys[at]! & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = at + 1;
  }
  return (hash) => {
    let slot = hash & mask;
    while (table[slot] !== 0) {
      const at = table[slot]! - 1;
      if (keys[at] === hash) return at;
      slot = (slot + 1) & mask;
    }
    return -1;
  };
}

/** One message's known grams, weighted and of length one. */
export function weigh(bag: Bag, find: (hash: number) => number, rarity: Float32Array) {
  const columns = new Int32Array(bag.hashes.length);
  const values = new Float32Array(bag.hashes.length);
  let count = 0;
  let square = 0;
  for (let at = 0; at < bag.hashes.length; at++) {
    const column = find(bag.hashes[at]!);
    if (column < 0) continue;
    const value = bag.counts[at]! * rarity[column]!;
    columns[count] = column;
    values[count++] = value;
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (let at = 0; at < count; at++) values[at]! /= length;
  return { columns, values, count };
}

export function rowsOf(bags: readonly Bag[], { keys, rarity }: Vocabulary): Rows {
  const find = finder(keys);
  const total = bags.reduce((sum, bag) => sum + bag.hashes.length, 0);
  const rows: Rows = {
    starts: new Int32Array(bags.length + 1),
    columns: new Int32Array(total),
    values: new Float32Array(total),
    width: keys.length,
  };
  let filled = 0;
  bags.forEach((bag, at) => {
    const { columns, values, count } = weigh(bag, find, rarity);
    rows.columns.set(columns.subarray(0, count), filled);
    rows.values.set(values.subarray(0, count), filled);
    filled += count;
    rows.starts[at + 1] = filled;
  });
  return rows;
}
