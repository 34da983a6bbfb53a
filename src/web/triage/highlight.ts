/** Which stretches of the words decided something, and what: for underlining, each kind in a line of its own. */

export const markKinds = ['category', 'place', 'unit'] as const;
export type MarkKind = (typeof markKinds)[number];
export type Marked = { text: string; kinds: readonly MarkKind[] };
export type Telling = Partial<Record<MarkKind, readonly string[]>>;

/** A word stands in a long text at most so often: 100 KB of one word is not underlined to its end. */
const MOST_TIMES = 200;

/** The words cut where a mark begins or ends; joined they are the words again. Case is folded, nothing else. */
export function marked(words: string, telling: Telling): Marked[] {
  const folded = words.toLowerCase();
  // Folding changes the length of a few letters of other scripts; then the words are shown without marks.
  if (folded.length !== words.length) return [{ text: words, kinds: [] }];
  const bits = new Uint8Array(words.length);
  for (const [n, kind] of markKinds.entries()) {
    for (const term of new Set(telling[kind] ?? [])) paint(bits, folded, term.trim().toLowerCase(), 1 << n);
  }
  const parts: Marked[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && bits[to] === bits[from]) to++;
    const kinds = markKinds.filter((_, n) => (bits[from]! >> n) & 1);
    parts.push({ text: words.slice(from, to), kinds });
    from = to;
  }
  return parts;
}

function paint(bits: Uint8Array, words: string, term: string, bit: number): void {
  if (term === '') return;
  let at = words.indexOf(term);
  for (let times = 0; at >= 0 && times < MOST_TIMES; times++) {
    for (let n = at; n < at + term.length; n++) bits[n]! |= bit;
    at = words.indexOf(term, at + term.length);
  }
}
