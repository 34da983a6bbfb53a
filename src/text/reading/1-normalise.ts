/** Step 1: one form of what was typed in many: half width, simplified, without odd spaces, invisible and repeated signs. */
import type { Mapped } from '#text/reading/mapped.ts';
import { simplify } from '#text/reading/simplify.ts';
import { foldsTo, kindOf, unitKind } from '#text/reading/unit-kinds.ts';

/**
 * NFKC (，→ , and Ａ → A), traditional → simplified, invisible characters gone, a sign repeated (！！！) once, spaces only
 * between Latin words or numbers, line breaks as one `\n` inside. Letters keep their case, 。 and 、 stay. Applied to its own
 * result it changes nothing; lone surrogates become U+FFFD. Linear in the length.
 */
export function normalise(words: string): Mapped {
  let { mapped, odd } = fold(words);
  // Marks and pieces of syllables may meet only after what stood between them is gone.
  for (let round = 0; odd && round < 8; round++) {
    const again = fold(mapped.text).mapped;
    odd = again.text !== mapped.text;
    mapped = {
      text: again.text,
      from: again.from.map((at) => mapped.from[at]!),
      to: again.to.map((at) => mapped.to[at - 1]!),
    };
  }
  return simplify(mapped);
}

/** What is written so far, and the white space that waits for what follows it. */
type Page = { units: Uint16Array; from: Uint32Array; to: Uint32Array; size: number; gap: 'none' | 'space' | 'break' };

/** One page serves all messages: taking new memory for each would cost more than reading it. */
const page: Page = { ...room(4096), size: 0, gap: 'none' };

function room(size: number) {
  return { units: new Uint16Array(size), from: new Uint32Array(size), to: new Uint32Array(size) };
}

function fold(words: string): { mapped: Mapped; odd: boolean } {
  page.size = 0;
  page.gap = 'none';
  let odd = false;
  let kind = words === '' ? 0 : kindOf(words.charCodeAt(0));
  for (let at = 0; at < words.length; ) {
    const unit = words.charCodeAt(at);
    const next = at + 1 < words.length ? kindOf(words.charCodeAt(at + 1)) : 0;
    let end = at + 1;
    if (kind === unitKind.plain && next !== unitKind.joins && page.gap === 'none') {
      add(unit, at, end); // most are
      kind = next;
      at = end;
      continue;
    }
    if (kind === unitKind.space || kind === unitKind.gone) write(unit, kind, at, end);
    else if (kind <= unitKind.sign && next !== unitKind.joins) {
      if (kind === unitKind.folds) write(foldsTo(unit), kindOf(foldsTo(unit)), at, end);
      else write(unit, kind, at, end);
    } else {
      end = clusterEnd(words, at);
      const folded = words.slice(at, end).toWellFormed().normalize('NFKC');
      for (let i = 0; i < folded.length; i++) write(folded.charCodeAt(i), kindOf(folded.charCodeAt(i)), at, end);
      odd = true;
    }
    kind = end === at + 1 ? next : end < words.length ? kindOf(words.charCodeAt(end)) : 0;
    at = end;
  }
  const { size } = page;
  return { mapped: { text: textOf(size), from: page.from.slice(0, size), to: page.to.slice(0, size) }, odd };
}

function write(unit: number, kind: number, from: number, to: number): void {
  if (kind === unitKind.gone) return;
  if (kind === unitKind.space) {
    if (page.gap !== 'break') page.gap = isBreak(unit) ? 'break' : 'space';
    return;
  }
  const last = page.size - 1;
  if (page.gap !== 'none') {
    const isBetween =
      page.gap === 'break' || (kind === unitKind.spaced && last >= 0 && kindOf(page.units[last]!) === unitKind.spaced);
    if (last >= 0 && isBetween) {
      const [start, end] = [Math.min(page.to[last]!, from), Math.max(page.to[last]!, from)];
      add(page.gap === 'break' ? 0x0a : 0x20, start, end);
    }
    page.gap = 'none';
  }
  if (kind === unitKind.sign && last >= 0 && last === page.size - 1 && page.units[last] === unit) page.to[last] = to;
  else add(unit, from, to);
}

function add(unit: number, from: number, to: number): void {
  if (page.size === page.units.length) {
    const larger = room(2 * page.size);
    larger.units.set(page.units);
    larger.from.set(page.from);
    larger.to.set(page.to);
    Object.assign(page, larger);
  }
  page.units[page.size] = unit;
  page.from[page.size] = from;
  page.to[page.size++] = to;
}

const isBreak = (unit: number) => unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029 || unit === 0x85;

/** One character (two units beyond the basic plane) and the marks that join it. */
function clusterEnd(words: string, start: number): number {
  let end = start + (words.codePointAt(start)! > 0xffff ? 2 : 1);
  while (end < words.length && kindOf(words.charCodeAt(end)) === unitKind.joins) end++;
  return end;
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

const textOf = (size: number) => decoder.decode(page.units.subarray(0, size));
