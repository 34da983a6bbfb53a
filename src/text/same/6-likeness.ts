/** Step 6: how likely two messages are of the same matter: alike in wording, and naming the same places and organisations. */
import { cutKnownWords } from '#text/same/2-terms.ts';
import { type Counts, emptyCounts } from '#text/same/4-counts.ts';
import { type Name, type Prepared, prepare, termsOf } from '#text/same/5-prepare.ts';
import type { Message } from '#text/same/same.ts';

/**
 * Fitted on judged pairs, by folds over matters, and rounded (decision 27). `mostApart`: so much of the wording counts where
 * both name places or organisations and none is the same; text copied for another estate is another matter. `sure`: names of
 * a rarity of 1 / `sure` on count in full.
 */
export const learned = { base: -5.2, wording: 13, shared: 4.5, mostApart: 0.3, sure: 2 };

/** Cosine of the words, 0 to 1. */
export function wording(a: Prepared, b: Prepared): number {
  let i = 0;
  let j = 0;
  let sum = 0;
  while (i < a.words.length && j < b.words.length) {
    const difference = a.words[i]! - b.words[j]!;
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}

/** How much of the name stands in `other`, by the weight of its grams, 0 to 1: 魅力之城小区 is in 万科魅力之城 but for 小区. */
function standing({ grams, weights }: Name, other: Prepared): number {
  let all = 0;
  let found = 0;
  for (let at = 0; at < grams.length; at++) {
    all += weights[at]!;
    if (holds(other.grams, grams[at]!)) found += weights[at]!;
  }
  return all === 0 ? 0 : found / all;
}

/**
 * `shared`: how much of what one names the other tells too, 0 to 1, the rarer names counting more;
 * `apart`: both name something rare, and nothing rare of one is told by the other.
 */
export function naming(a: Prepared, b: Prepared): { shared: number; apart: boolean } {
  const one = toldBy(a, b);
  const other = toldBy(b, a);
  const shared = Math.max(
    one.told * Math.min(1, learned.sure * one.rarest),
    other.told * Math.min(1, learned.sure * other.rarest),
  );
  return { shared, apart: Math.min(one.rarest, other.rarest) >= 0.5 && Math.max(one.best, other.best) < 0.5 };
}

function toldBy({ names }: Prepared, other: Prepared): { told: number; rarest: number; best: number } {
  let all = 0;
  let told = 0;
  let rarest = 0;
  let best = 0;
  for (const name of names) {
    const part = standing(name, other);
    all += name.rarity;
    told += name.rarity * part;
    best = Math.max(best, name.rarity * part);
    rarest = Math.max(rarest, name.rarity);
  }
  return { told: all === 0 ? 0 : told / all, rarest, best };
}

export function holds(ascending: Int32Array, term: number): boolean {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = ascending[middle]!;
    if (here === term) return true;
    if (here < term) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Of being the same matter, as log-odds; symmetric. */
export function oddsOf(a: Prepared, b: Prepared): number {
  const { shared, apart } = naming(a, b);
  const words = wording(a, b);
  return (
    learned.base + learned.wording * (apart ? Math.min(words, learned.mostApart) : words) + learned.shared * shared
  );
}

export const probability = (odds: number) => 1 / (1 + Math.exp(-odds));

export type Likeness = {
  prepare(message: Pick<Message, 'words'>): Prepared;
  /** `same` 0 to 1; `because`: the names both tell, then the words they share, the rarest first, at most six. */
  score(a: Prepared, b: Prepared): { same: number; because: string[] };
};

/** Without counts every term weighs the same: give those of the messages among which one looks. */
export function likeness(counts: Counts = emptyCounts()): Likeness {
  return {
    prepare: (message) => prepare(termsOf(message), counts),
    score: (a, b) => ({ same: probability(oddsOf(a, b)), because: sharedWords(a, b) }),
  };
}

const mostReasons = 6;

function sharedWords(a: Prepared, b: Prepared): string[] {
  const names = [...a.names, ...b.names]
    .filter((name) => name.rarity > 0 && standing(name, a) > 0.99 && standing(name, b) > 0.99)
    .map(({ text }) => text);
  const longest = names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
  const words = new Set(cutKnownWords(b.text).filter((word) => word.trim().length > 1));
  const shared = [...new Set(cutKnownWords(a.text))]
    .filter((word) => words.has(word) && !longest.some((name) => name.includes(word)))
    .sort((one, other) => other.length - one.length);
  return [...new Set([...longest, ...shared])].slice(0, mostReasons);
}
