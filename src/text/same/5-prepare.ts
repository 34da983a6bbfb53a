/** Step 5: a message as what it is compared by, read once and weighed against the counts. */
import { clean } from '#text/same/1-clean.ts';
import { gramsInto, hashedWords, mostGrams, sortedOnce } from '#text/same/2-terms.ts';
import { namesOf } from '#text/same/3-names.ts';
import { type Counts, gramWeight, wordWeight } from '#text/same/4-counts.ts';

/** `words` and `grams` ascending, each once; `times[i]` how often word `i` stands there; `names` as written (in the compared form). */
export type Terms = { text: string; words: Int32Array; times: Uint16Array; grams: Int32Array; names: string[] };

/** A name as its grams, ascending, and what each weighs; `rarity` 0 to 1: nothing of 有限公司, all of an estate's own name. */
export type Name = { text: string; grams: Int32Array; weights: Float32Array; rarity: number };

/** `weights` of the words, of length 1 together. */
export type Prepared = Omit<Terms, 'names'> & { weights: Float32Array; names: Name[] };

/** Names in the title tell what a message is about; without any the first few near the beginning do. */
const nearBeginning = 200;
const firstNames = 3;

export function termsOf(message: { words: string }): Terms {
  const { title, body } = clean(message.words);
  const text = title === '' ? body : `${title}。${body}`;
  const inTitle = namesOf(title);
  const names = inTitle.length > 0 ? inTitle : namesOf(body.slice(0, nearBeginning)).slice(0, firstNames);
  return { text, names, grams: gramsOf([text]), ...wordsOf(text) };
}

export function prepare(terms: Terms, counts: Counts): Prepared {
  const weights = Float32Array.from(
    terms.words,
    (word, at) => (1 + Math.log(terms.times[at]!)) * wordWeight(counts, word),
  );
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < weights.length; at++) weights[at]! /= length;
  return { ...terms, weights, names: terms.names.map((name) => nameOf(name, counts)) };
}

/** Between these shares of ln N a name grows from common to rare: in 4,000 messages from one said in 350 to one in 65. */
const common = 0.3;
const rare = 0.5;

function nameOf(text: string, counts: Counts): Name {
  const grams = gramsOf([text]);
  const each = Float32Array.from(grams, (gram) => gramWeight(counts, gram));
  const rarest = each.reduce((most, one) => Math.max(most, one), 0) / Math.log(Math.max(2, counts.messages));
  const rarity = Math.min(1, Math.max(0, (rarest - common) / (rare - common)));
  return { text, grams, weights: each.map((weight) => weight * weight), rarity };
}

function gramsOf(texts: readonly string[]): Int32Array {
  let room = 0;
  for (const text of texts) room += mostGrams(text.length);
  const grams = new Int32Array(room);
  let size = 0;
  for (const text of texts) size = gramsInto(text, grams, size);
  return sortedOnce(grams.subarray(0, size));
}

function wordsOf(text: string): { words: Int32Array; times: Uint16Array } {
  const all = hashedWords(text).sort();
  const words = new Int32Array(all.length);
  const times = new Uint16Array(all.length);
  let count = 0;
  for (let at = 0; at < all.length; at++) {
    if (at === 0 || all[at] !== all[at - 1]) words[count++] = all[at]!;
    times[count - 1]!++;
  }
  return { words: words.slice(0, count), times: times.slice(0, count) };
}
