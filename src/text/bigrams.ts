/** Words as numbers for a GIN index over int4[]: pairs of neighbouring characters, which Chinese search needs (PARTS.md). */
import { breakMark, searchTerms, searchWords } from '#text/words.ts';

/*
 * One int4 space, shared without collisions but among attributes:
 * - a pair of UTF-16 units is its own number, first << 16 | second: exact, no hash;
 * - three of [0-9a-z] in a row, since pairs of digits are in every message: 0xE000 << 16 | their number in base 36;
 * - an attribute (`tokenGram`) is hashed to first units 0xE100 to 0xF8FF.
 * U+E000 to U+F8FF is private use, never a letter, so no pair begins there. All are stored signed, as int4 is.
 */
const threesStart = 0xe000_0000;
const tokensStart = 0xe100_0000;
const tokensCount = 0x1800_0000; // 4 × 10⁸: among 1,000 attributes two collide with probability 0.1 %
const breakUnit = breakMark.charCodeAt(0);

/** The grams of words and attributes, each once, ascending. */
export function indexGrams(words: string, attributes: readonly number[] = []): Int32Array {
  const searched = searchWords(words);
  const grams = new Int32Array(2 * searched.length + attributes.length);
  grams.set(attributes);
  let count = attributes.length;
  let before = breakUnit;
  let digits = 0; // how many letters or digits of [0-9a-z] end here
  for (let at = 0; at < searched.length; at++) {
    const unit = searched.charCodeAt(at);
    if (before !== breakUnit && unit !== breakUnit) grams[count++] = pairGram(before, unit);
    digits = base36(unit) < 0 ? 0 : digits + 1;
    if (digits > 2) grams[count++] = threeGram(searched, at - 2);
    before = unit;
  }
  return sortedOnce(grams.subarray(0, count));
}

/**
 * What to look for: rows whose grams hold all of `grams`, then `recheck` by `terms`, unless `exact` says that the grams
 * decide alone (terms of two characters, or of three Latin letters or digits). Without grams (one character, a phone)
 * the index cannot help: with terms walk the rows and recheck, without terms there is nothing to search.
 */
export function queryGrams(query: string): { grams: number[]; terms: string[]; exact: boolean } {
  const terms = searchTerms(query);
  const grams = new Set<number>();
  let exact = terms.length > 0;
  for (const term of terms) {
    const found = termGrams(term);
    for (const gram of found) grams.add(gram);
    exact &&= found.length === 1;
  }
  return { grams: [...grams], terms, exact };
}

/** The fewest grams that hold all of a term: a pair inside three letters or digits says nothing more. */
function termGrams(term: string): number[] {
  const grams: number[] = [];
  const isThree = (at: number) => at >= 0 && /^[0-9a-z]{3}/.test(term.slice(at, at + 3));
  for (let at = 0; at + 1 < term.length; at++) {
    if (isThree(at)) grams.push(threeGram(term, at));
    else if (!isThree(at - 1)) grams.push(pairGram(term.charCodeAt(at), term.charCodeAt(at + 1)));
  }
  return grams;
}

/** An attribute one filters by (`channel`, `matter`, `month`, …), as a gram beside those of the words. */
export function tokenGram(kind: string, value: string): number {
  return (tokensStart + (hash(`${kind}:${value}`) % tokensCount)) | 0;
}

function pairGram(first: number, second: number): number {
  return (first << 16) | second;
}

/** Of the three units at `at`, all of [0-9a-z]. */
function threeGram(searched: string, at: number): number {
  let number = 0;
  for (let unit = at; unit < at + 3; unit++) number = number * 36 + base36(searched.charCodeAt(unit));
  return (threesStart + number) | 0;
}

function base36(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x57;
  return -1;
}

/** FNV-1a over UTF-16 units, then murmur3's last mix, for FNV's high bits are weak on short keys. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

function sortedOnce(grams: Int32Array): Int32Array {
  grams.sort();
  let count = 0;
  for (let at = 0; at < grams.length; at++) {
    if (at === 0 || grams[at] !== grams[at - 1]) grams[count++] = grams[at]!;
  }
  return grams.slice(0, count);
}
