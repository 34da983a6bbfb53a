/** What of a text tells it from others, as numbers: its words of two characters and more, each once. */
import { wordEnds } from '#text/reading/4-segment.ts';
import { breakMark, searchWords } from '#text/words.ts';

/** Words share 2^20 places; of a city's 300,000 words every fourth shares its place with another, which costs a candidate at times. */
export const PLACES = 1 << 20;

/** What a matter is stands at the beginning; a text of 100 KB is mostly quotations. */
const READ = 1_200;

/** Single characters that join words and name nothing: a pair with one of them is no word. */
const joining = new Set(
  `的了是在有对从到至和与及于被把给请您他她它这那个怎不也就又要让使向因但或还更很该每我都没能会说去来过着上下里吗呢吧你们为以之等而并且其所可只才已将由再做打住人天年月日后前时 ${breakMark}`,
);

/**
 * Places of the words, ascending, each once. What the dictionary does not know falls to single characters: two that stand side
 * by side count as a word (伊景 of 伊景园). Long numbers (phones, ID numbers) are none: `searchWords` leaves them out.
 */
export function termsOf(words: string): Uint32Array {
  const text = searchWords(words.slice(0, READ));
  const ends = wordEnds(text);
  const places = new Set<number>();
  let single = -1; // where the single character before this one stands
  for (let at = 0; at < text.length; at = ends[at]!) {
    const end = ends[at]!;
    const isSingle = end - at === 1 && !joining.has(text[at]!);
    if (end - at > 1) places.add(placeOf(text, at, end));
    else if (isSingle && single >= 0) places.add(placeOf(text, single, end));
    single = isSingle ? at : -1;
  }
  return Uint32Array.from(places).sort();
}

/** FNV-1a over UTF-16 units and murmur3's last mix; the upper 20 bits. */
function placeOf(text: string, start: number, end: number): number {
  let state = 0x811c9dc5;
  for (let at = start; at < end; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 12) & (PLACES - 1);
}
