/** One message's row for one fork, made once for its scores and its reasons. */
import type { Bag } from '#text/category/grams.ts';
import type { Fork } from '#text/category/model.ts';
import { weigh } from '#text/category/rows.ts';

export type ReadyFork = Fork & { find: (hash: number) => number };

/** One message's row as a fork weighs it: the first `count` of each; `gram` says which of the bag. */
export type Weighed = { columns: Int32Array; values: Float32Array; gram: Int32Array; count: number };

/** Room that all messages share, and whose row is in it. */
let row: Weighed & { fork?: ReadyFork; bag?: Bag } = { ...roomFor(1 << 12), count: 0 };

function roomFor(most: number) {
  return { columns: new Int32Array(most), values: new Float32Array(most), gram: new Int32Array(most) };
}

/** Good until another is asked for. */
export function weighed(fork: ReadyFork, bag: Bag): Weighed {
  if (row.fork === fork && row.bag === bag) return row;
  if (row.columns.length < bag.hashes.length) row = { ...roomFor(2 * bag.hashes.length), count: 0 };
  row.count = weigh(bag, fork.find, fork.worth, row.columns, row.values, 0, row.gram);
  row.fork = fork;
  row.bag = bag;
  return row;
}
