/** Which grams a model knows, and how telling each is: rare ones, and those that stand in few categories. */
import type { Bag } from '#text/category/grams.ts';
import { finder } from '#text/category/rows.ts';

/** Hashes of the known grams, the most frequent first, and what a count of each is multiplied by. */
export type Vocabulary = { keys: Int32Array; worth: Float32Array };

/** So many messages are added to every category when asking how a gram is spread: one find alone proves little. */
const ADDED = 2;

/** Grams that stand in at least `least` of the messages, the `most` most frequent of them. */
export function vocabularyOf(
  bags: readonly Bag[],
  labels: Int32Array,
  classes: number,
  { least, most }: { least: number; most: number },
): Vocabulary {
  const { keys, messages } = frequent(bags, least, most);
  const find = finder(keys);
  const spread = new Uint32Array(keys.length * classes);
  const sizes = new Uint32Array(classes);
  bags.forEach(({ hashes }, at) => {
    sizes[labels[at]!]!++;
    for (const hash of hashes) {
      const column = find(hash);
      if (column >= 0) spread[column * classes + labels[at]!]!++;
    }
  });
  const worth = messages.map((count, column) => {
    // As scikit-learn's smooth idf, of one message more that holds everything; its power by trying (decision 26).
    const rarity = Math.log((1 + bags.length) / (1 + count)) + 1;
    return rarity ** 1.5 * Math.sqrt(tellingOf(spread.subarray(column * classes, (column + 1) * classes), sizes));
  });
  return { keys, worth };
}

/** 1 − entropy of the category, given the gram, over that of not knowing: 0 where it tells nothing, 1 where all. */
function tellingOf(spread: Uint32Array, sizes: Uint32Array): number {
  const classes = sizes.length;
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < classes; k++) {
    const share = (spread[k]! + ADDED / classes) / (sizes[k]! + ADDED);
    sum += share;
    weighted += share * Math.log(share);
  }
  return Math.max(0, 1 + (weighted / sum - Math.log(sum)) / Math.log(classes));
}

function frequent(bags: readonly Bag[], least: number, most: number) {
  const all = new Int32Array(bags.reduce((sum, bag) => sum + bag.hashes.length, 0));
  let filled = 0;
  for (const { hashes } of bags) {
    all.set(hashes, filled);
    filled += hashes.length;
  }
  all.sort();
  const keys: number[] = [];
  const messages: number[] = [];
  for (let at = 0; at < all.length; ) {
    let end = at + 1;
    while (end < all.length && all[end] === all[at]) end++;
    if (end - at >= least) {
      keys.push(all[at]!);
      messages.push(end - at);
    }
    at = end;
  }
  // Frequent ones beside each other: their weights are what is asked for most, and stay in the processor's cache.
  const order = Uint32Array.from(keys.keys()).sort((a, b) => messages[b]! - messages[a]! || a - b);
  const kept = order.subarray(0, Math.min(order.length, most));
  return { keys: Int32Array.from(kept, (at) => keys[at]!), messages: Float32Array.from(kept, (at) => messages[at]!) };
}
