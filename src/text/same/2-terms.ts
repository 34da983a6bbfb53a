/** Step 2: words of the dictionary and runs of two and three characters, as numbers. */
import { segment, wordEnds } from '#text/reading/4-segment.ts';
import { matcher } from '#text/reading/matcher.ts';

const noNames = matcher([]);

/** Words of the dictionary; what it does not know falls to single characters, names of people among them. */
export const cutKnownWords = (text: string) => segment(text, noNames).words;

const han = /\p{Script=Han}/u;
const letter = /[\p{L}\p{N}]/u;
/** Han, other letters and digits, neither: by UTF-16 unit, 0 not asked yet. */
const kinds = new Uint8Array(0x1_0000);

export const unitKind = { han: 1, letter: 2, none: 3 } as const;

export function kindOf(unit: number): number {
  const known = kinds[unit]!;
  if (known !== 0) return known;
  const sign = String.fromCharCode(unit);
  const kind = han.test(sign) ? unitKind.han : letter.test(sign) ? unitKind.letter : unitKind.none;
  kinds[unit] = kind;
  return kind;
}

/** A word as a number: FNV-1a with murmur3's last mix. */
export const hashWord = (word: string) => hashUnits(word, 0, word.length);

function hashUnits(text: string, start: number, end: number): number {
  let state = 0x811c9dc5;
  for (let at = start; at < end; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return mix(state);
}

/** The words of two characters and more, as `cutKnownWords` cuts them: hashed where they stand, in the order of the text. */
export function hashedWords(text: string): Int32Array {
  const ends = wordEnds(text);
  const words = new Int32Array(text.length >> 1);
  let count = 0;
  for (let at = 0; at < text.length; at = ends[at]!) {
    if (ends[at]! - at > 1) words[count++] = hashUnits(text, at, ends[at]!);
  }
  return words.subarray(0, count);
}

/** Runs of two and three letters or digits that stand together, appended to `into` from `size`; gives the new size. */
export function gramsInto(text: string, into: Int32Array, size: number): number {
  let before = 0;
  let run = 0;
  let pair = 0;
  let count = size;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (kindOf(unit) === unitKind.none) {
      run = 0;
      continue;
    }
    run++;
    if (run > 1) {
      const two = (before << 16) | unit;
      into[count++] = two;
      if (run > 2) into[count++] = mix(Math.imul(pair ^ 0x5bd1e995, 0x01000193) ^ unit);
      pair = two;
    }
    before = unit;
  }
  return count;
}

/** Room for the grams of a text of this length. */
export const mostGrams = (length: number) => 2 * length;

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}

/** Sorts in place and drops repetitions; a copy of its own. */
export function sortedOnce(terms: Int32Array): Int32Array {
  terms.sort();
  let count = 0;
  for (let at = 0; at < terms.length; at++) if (at === 0 || terms[at] !== terms[at - 1]) terms[count++] = terms[at]!;
  return terms.slice(0, count);
}
