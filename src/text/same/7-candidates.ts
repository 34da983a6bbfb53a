/** Step 7: for each message the few others worth a comparison, by the rare words and names they share. */
import type { Prepared } from '#text/same/5-prepare.ts';

/** Pairs (a[i], b[i]) with a < b, each once. */
export type Pairs = { a: Int32Array; b: Int32Array };

/** A message is looked up by so many of its weightiest terms, and keeps so many of those found. */
const askedBy = 25;
const kept = 30;
/** Of a term that many share only the neighbours in the order are looked at: a campaign hangs together by its neighbours. */
const longestList = 200;

/** Cost: messages × `askedBy` × `longestList` at most. */
export function candidates(prepared: readonly Prepared[]): Pairs {
  const lists = postings(prepared);
  const score = new Float32Array(prepared.length);
  const seen = new Int32Array(prepared.length);
  const buckets = lists.starts.length - 1;
  const a: number[] = [];
  const b: number[] = [];
  const found = new Set<number>();
  for (let i = 0; i < prepared.length; i++) {
    const keys = keysOf(prepared[i]!);
    const asked = askedKeys(keys);
    let count = 0;
    for (const key of asked) {
      const term = keys.terms[key]!;
      const weight = keys.weights[key]!;
      const bucket = bucketOf(term, buckets);
      const from = lists.starts[bucket]!;
      const to = lists.starts[bucket + 1]!;
      for (let at = nearest(lists.messages, from, to, i), end = Math.min(to, at + longestList); at < end; at++) {
        const other = lists.messages[at]!;
        if (lists.terms[at] !== term || other === i) continue;
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

/** What a message is found by; the first `count` of each. */
type Keys = { terms: Int32Array; weights: Float32Array; count: number };

/** One for all messages: read before the next is asked for. */
let scratch: Keys = { terms: new Int32Array(1024), weights: new Float32Array(1024), count: 0 };

/** Words by their weight in the message; grams of names, in another range of hashes, by how rare they are. */
function keysOf({ words, weights, names }: Prepared): Keys {
  const most = words.length + names.reduce((sum, { grams }) => sum + grams.length, 0);
  if (scratch.terms.length < most) {
    scratch = { terms: new Int32Array(2 * most), weights: new Float32Array(2 * most), count: 0 };
  }
  const keys = scratch;
  keys.terms.set(words);
  keys.weights.set(weights);
  let count = words.length;
  let sum = 0;
  for (const name of names) {
    for (let at = 0; at < name.grams.length; at++) {
      const term = ~Math.imul(name.grams[at]!, 0x9e3779b1);
      if (keys.terms.subarray(words.length, count).includes(term)) continue; // names are short, and few
      keys.terms[count] = term;
      keys.weights[count++] = name.weights[at]!;
      sum += name.weights[at]!;
    }
  }
  for (let at = words.length; at < count; at++) keys.weights[at] = Math.sqrt(keys.weights[at]! / (sum || 1));
  keys.count = count;
  return keys;
}

/** Places of the `askedBy` weightiest, in their order there; of equal ones those that come first. */
function askedKeys({ weights, count }: Keys): number[] {
  const places = Array.from({ length: count }, (_, at) => at);
  if (count <= askedBy) return places;
  const least = weights.slice(0, count).sort()[count - askedBy]!;
  let room = askedBy;
  for (const at of places) if (weights[at]! > least) room--;
  return places.filter((at) => weights[at]! > least || (weights[at] === least && room-- > 0));
}

type Lists = { starts: Int32Array; messages: Int32Array; terms: Int32Array; weights: Float32Array };

function postings(prepared: readonly Prepared[]): Lists {
  let total = 0;
  for (const one of prepared) total += keysOf(one).count;
  const buckets = 1 << Math.min(22, Math.max(10, Math.ceil(Math.log2(total + 1))));
  const starts = new Int32Array(buckets + 1);
  for (const one of prepared) {
    const { terms, count } = keysOf(one);
    for (let at = 0; at < count; at++) starts[bucketOf(terms[at]!, buckets) + 1]!++;
  }
  for (let at = 0; at < buckets; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const lists = {
    starts,
    messages: new Int32Array(total),
    terms: new Int32Array(total),
    weights: new Float32Array(total),
  };
  prepared.forEach((one, message) => {
    const { terms, weights, count } = keysOf(one);
    for (let key = 0; key < count; key++) {
      const at = next[bucketOf(terms[key]!, buckets)]!++;
      lists.messages[at] = message;
      lists.terms[at] = terms[key]!;
      lists.weights[at] = weights[key]!;
    }
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
