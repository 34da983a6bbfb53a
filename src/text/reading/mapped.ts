/** Words on their way through the reading: each UTF-16 unit knows where it came from in the words as they were written. */

/** Unit `i` of `text` stands for `from[i]` to `to[i]` (end excluded) of the original; both ascend. */
export type Mapped = { text: string; from: Uint32Array; to: Uint32Array };

/** A find: offsets in the ORIGINAL words (UTF-16, end excluded), its text as it was read (normalised), so that finds compare. */
export type Span = { from: number; to: number; text: string };

/** A part of `text` to be left out, or replaced by `instead`. */
export type Change = { start: number; end: number; instead?: string };

export function spanOf(words: Mapped, start: number, end: number): Span {
  return { from: words.from[start]!, to: words.to[end - 1]!, text: words.text.slice(start, end) };
}

/** The words with the changes made; changes in order and without overlap. What stands instead points at all it replaces. */
export function change(words: Mapped, changes: readonly Change[]): Mapped {
  if (changes.length === 0) return words;
  const size = changes.reduce(
    (sum, one) => sum - (one.end - one.start) + (one.instead?.length ?? 0),
    words.text.length,
  );
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  let text = '';
  let at = 0;
  const keep = (start: number, end: number) => {
    from.set(words.from.subarray(start, end), text.length);
    to.set(words.to.subarray(start, end), text.length);
    text += words.text.slice(start, end);
  };
  for (const { start, end, instead = '' } of changes) {
    keep(at, start);
    from.fill(words.from[start]!, text.length, text.length + instead.length);
    to.fill(words.to[end - 1]!, text.length, text.length + instead.length);
    text += instead;
    at = end;
  }
  keep(at, words.text.length);
  return { text, from, to };
}
