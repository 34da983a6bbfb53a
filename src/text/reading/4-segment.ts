/** Step 4: words as a reader sees them: the names of the lexicon whole, the rest as jieba cuts it. */
import { dictionary } from '#text/reading/dictionary.ts';
import type { Matcher } from '#text/reading/matcher.ts';

/**
 * `words[i]` stands at `starts[i]` of the text; every unit of the text is in one of them, signs and breaks too. `known`: the
 * places in `words` of the names that the matcher found.
 */
export type Segments = { text: string; words: string[]; starts: number[]; known: Set<number> };

/** Linear in the length. Names belong to a city, the dictionary to the process: no city has a copy of it. */
export function segment(text: string, names: Matcher): Segments {
  const words: string[] = [];
  const starts: number[] = [];
  const known = new Set<number>();
  const found = names.matches(text);
  const ends = wordEnds(text);
  let next = 0;
  let from = 0; // up to here the text is in `words`
  const add = (end: number) => {
    words.push(text.slice(from, end));
    starts.push(from);
    from = end;
  };
  for (let at = 0; at < text.length; ) {
    at = ends[at]!;
    for (; next < found.length && found[next]!.start < at; next++) {
      const name = found[next]!;
      if (name.start > from) add(name.start);
      known.add(words.length);
      add(name.end);
    }
    if (from < at) add(at);
  }
  return { text, words, starts, known };
}

let best = new Float64Array(4096);
let back = new Int32Array(4096);
let forth = new Int32Array(4096);

/**
 * The likeliest way through the words of the dictionary, as jieba takes it without its guesses at unknown words (HMM), which
 * join the ends of neighbours; letters and digits in a row are one word. Ours, because the library spends four fifths of its
 * time on handing over the words one by one (0.11 ms a message against 0.02). Gives for each start of a word its end: to be
 * read before the next text is cut.
 */
export function wordEnds(text: string): Int32Array {
  const { first, step, mayBegin, weight, unknown } = dictionary();
  const { length } = text;
  if (best.length <= length) {
    best = new Float64Array(2 * length);
    back = new Int32Array(2 * length);
    forth = new Int32Array(2 * length);
  }
  best.fill(Number.NEGATIVE_INFINITY, 1, length + 1);
  best[0] = 0;
  const reach = (end: number, from: number, score: number) => {
    if (score >= best[end]!) {
      best[end] = score;
      back[end] = from;
    }
  };
  for (let at = 0; at < length; at++) {
    const score = best[at]!;
    if (score === Number.NEGATIVE_INFINITY) continue; // inside a number or a pair of units
    const unit = text.charCodeAt(at);
    const run = runEnd(text, at, unit);
    let node = first[unit]!;
    if (run > at) reach(run, at, score + unknown);
    else reach(at + 1, at, score + (weight[node] || unknown));
    if (node === 0 || at + 1 >= length || !mayBegin(unit, text.charCodeAt(at + 1))) continue;
    for (let end = at + 1; end < length; end++) {
      node = step(node, text.charCodeAt(end));
      if (node === 0) break;
      if (weight[node] !== 0) reach(end + 1, at, score + weight[node]!);
    }
  }
  for (let at = length; at > 0; at = back[at]!) forth[back[at]!] = at;
  return forth;
}

/** Where letters or digits that begin at `at`, or a pair of units, end; `at` itself where none do. */
function runEnd(text: string, at: number, unit: number): number {
  if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length) return at + 2;
  let end = at;
  while (end < text.length && isLatin(text.charCodeAt(end))) end++;
  return end;
}

function isLatin(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
