/** Step 4: in how many messages a term stands, by which rare ones weigh more: a table of fixed size, updated as messages come and go. */

/** 2²¹ words and 2²² grams by hash, 24 MB: where two share a place, both look a little more common than they are. */
export type Counts = { messages: number; words: Uint32Array; grams: Uint32Array };

export function emptyCounts(): Counts {
  return { messages: 0, words: new Uint32Array(1 << 21), grams: new Uint32Array(1 << 22) };
}

/** What a message adds to the counts; each term once. `by` −1 takes a message away again. */
export function count(
  counts: Counts,
  { words, grams }: { words: Int32Array; grams: Int32Array },
  by: 1 | -1 = 1,
): void {
  counts.messages += by;
  for (let at = 0; at < words.length; at++) counts.words[placeOf(words[at]!, counts.words)]! += by;
  for (let at = 0; at < grams.length; at++) counts.grams[placeOf(grams[at]!, counts.grams)]! += by;
}

export const placeOf = (term: number, table: Uint32Array) => spread(term) & (table.length - 1);

/** Of a word, from 1 (in every message) upwards; a word never seen weighs most. */
export function wordWeight(counts: Counts, word: number): number {
  return Math.log((1 + counts.messages) / (1 + counts.words[placeOf(word, counts.words)]!)) + 1;
}

/** How many messages a gram parts from the rest: ln(N / messages that have it), 0 where all have it. */
export function gramWeight(counts: Counts, gram: number): number {
  return Math.max(0, Math.log(Math.max(1, counts.messages) / Math.max(1, counts.grams[placeOf(gram, counts.grams)]!)));
}

/** Grams of two are characters side by side, not hashed: their low bits are those of the second character. */
function spread(term: number): number {
  const mixed = Math.imul(term ^ (term >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
