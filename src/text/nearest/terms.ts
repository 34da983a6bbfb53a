/** What of a text tells it from others, as numbers: its words of two characters and more, each once. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { breakMark, searchWords } from '#text/words.ts';

/** Words share 2^20 places; of a city's 300,000 words every fourth shares its place with another, which costs a candidate at times. */
export const PLACES = 1 << 20;

/** What a matter is stands at the beginning; a text of 100 KB is mostly quotations. */
const READ = 1_200;

let cutter: Jieba | undefined;

/** Places of the words, ascending, each once. Long numbers (phones, ID numbers) are none: `searchWords` leaves them out. */
export function termsOf(words: string): Uint32Array {
  cutter ??= Jieba.withDict(dict);
  const places = new Set<number>();
  for (const word of cutter.cut(searchWords(words.slice(0, READ)), true)) {
    if (word.length > 1 && !word.includes(breakMark)) places.add(placeOf(word));
  }
  return Uint32Array.from(places).sort();
}

/** FNV-1a over UTF-16 units and murmur3's last mix; the upper 20 bits. */
function placeOf(word: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) state = Math.imul(state ^ word.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 12) & (PLACES - 1);
}
