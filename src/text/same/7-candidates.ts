/** Step 7: for each message the few others worth a comparison, by the rare words and names they share. */
import type { Prepared } from '#text/same/5-prepare.ts';

/** Pairs (a[i], b[i]) with a < b, each once. */
export type Pairs = { a: Int32Array; b: Int32Array };

/** A message is looked up by so many of its weightiest terms, and keeps so many of those found. */
const askedBy = 40;
const kept = 30;
/** Of a term that many share only the neighbours in the order are looked at: a campaign hangs together by its neighbours. */
const longestList = 200;

/** Cost: messages × `askedBy` × `longestList` at most. */
export function candidates(prepared: readonly Prepared[]): Pairs {
  const lists = postings(prepared);
  const score = new Float32Array(prepared.length);
  const seen = new Int32Array(prepared.length);
  const a: number[] = [];
  const b: number[] = [];
  const found = new Set<number>();
  for (let i = 0; i < prepared.length; i++) {
    let count = 0;
    for (const { term, weight } of keysOf(prepared[i]!)) {
      const bucket = bucketOf(term, lists.starts.length - 1);
      const from = lists.starts[bucket]!;
      const to = lists.starts[bucket + 1]!;
      for (let at = nearest(lists.messages, from, to, i), end = Math.min(to, at + longestList); at < end; at++) {
        const other = lists.messages[at]!;
        if (other === i || lists.terms[at] !== term) continue;
        if (score[other] === 0) seen[count++] = other;
        score[other]! += weight * lists.weights[at]!;
      }
    }
    const others = seen.subarray(0, count);
    const least = keepAbove(others, score);
    for (const other of others) {
      if (score[other]! >= least) {
        const [low, high] = i < other ? [i, other] : [other, i];
        const key = low * prepared.length + high;
        if (!found.has(key)) {
          found.add(key);
          a.push(low);
          b.push(high);
        }
      }
      score[other] = 0;
    }
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}

type Key = { term: number; weight: number };

/** Words by their weight in the message; grams of names, in another range of hashes, by how rare they are. */
function termsOf({ words, weights, names }: Prepared): Key[] {
  const keys: Key[] = [];
  for (let at = 0; at < words.length; at++) keys.push({ term: words[at]!, weight: weights[at]! });
  let sum = 0;
  const ofNames = new Map<number, number>();
  for (const { grams, weights: heavy } of names) {
    for (let at = 0; at < grams.length; at++) {
      if (!ofNames.has(grams[at]!)) sum += heavy[at]!;
      ofNames.set(grams[at]!, heavy[at]!);
    }
  }
  for (const [gram, weight] of ofNames) {
    keys.push({ term: ~Math.imul(gram, 0x9e3779b1), weight: Math.sqrt(weight / (sum || 1)) });
  }
  return keys;
}

const keysOf = (one: Prepared) =>
  termsOf(one)
    .sort((x, y) => y.weight - x.weight)
    .slice(0, askedBy);

type Lists = { starts: Int32Array; messages: Int32Array; terms: Int32Array; weights: Float32Array };

function postings(prepared: readonly Prepared[]): Lists {
  let total = 0;
  for (const one of prepared) total += termsOf(one).length;
  const buckets = 1 << Math.min(22, Math.max(10, Math.ceil(Math.log2(total + 1))));
  const starts = new Int32Array(buckets + 1);
  const each = (use: (message: number, key: Key) => void) => {
    for (let i = 0; i < prepared.length; i++) for (const key of termsOf(prepared[i]!)) use(i, key);
  };
  each((_, { term }) => void starts[bucketOf(term, buckets) + 1]!++);
  for (let at = 0; at < buckets; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const lists = {
    starts,
    messages: new Int32Array(total),
    terms: new Int32Array(total),
    weights: new Float32Array(total),
  };
  each((message, { term, weight }) => {
    const at = next[bucketOf(term, buckets)]!++;
    lists.messages[at] = message;
    lists.terms[at] = term;
    lists.weights[at] = weight;
  });
  return lists;
}

const bucketOf = (term: number, buckets: number) => (Math.imul(term ^ (term >>> 15), 0x2c1b3c6d) >>> 4) & (buckets - 1);

/** Where in the list (ascending by message) to begin so that `i` stands in the middle of what is looked at. */
function nearest(messages: Int32Array, from: number, to: number, i: number): number {
  if (to - from <= longestList) return from;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]! < i) low = middle + 1;
    else high = middle;
  }
  return Math.max(from, Math.min(to - longestList, low - (longestList >> 1)));
}

/** The score that `kept` of them reach: the least of the best so far, which few of many disturb. */
function keepAbove(others: Int32Array, score: Float32Array): number {
  if (others.length <= kept) return 0;
  best.fill(0);
  for (const other of others) {
    const own = score[other]!;
    if (own <= best[0]!) continue;
    let at = 0;
    for (; at + 1 < kept && best[at + 1]! < own; at++) best[at] = best[at + 1]!;
    best[at] = own;
  }
  return best[0]!;
}

/** Ascending; one for all questions. */
const best = new Float32Array(kept);
