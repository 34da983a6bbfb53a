/** A message as the category model reads it: one folded unit a character, each with its place in the original words. */
import { personalSpans } from '#text/personal.ts';

/** `units`: UTF-16 after folding; `at`: where each stands in the original; `head`: how many units belong to the title. */
export type Stream = { units: Uint16Array; at: Int32Array; length: number; head: number };

/** What stands for a phone, an ID number, a name: private use, so that no letter is ever taken for it. */
const PERSONAL = 0xe000;
/** What stands for a run of digits, however long: numbers name houses, roads and days, not matters. */
const NUMBER = 0xe001;
/** A publisher's or an office's code of a place (“A3区”, “K市”): which one it is must not decide the category. */
const PLACE = 0xe002;
/** The rest of a longer message is not read: 20,000 characters are ten pages. */
const READ_AT_MOST = 20_000;
/** A title is the first line if it is a short one; where there are no lines, about as much as a title has. */
const HEAD_AT_MOST = 40;

export function streamOf(words: string, names: readonly string[] = []): Stream {
  const read = words.length > READ_AT_MOST ? words.slice(0, READ_AT_MOST) : words;
  const units = new Uint16Array(read.length);
  const at = new Int32Array(read.length);
  let length = 0;
  const put = (unit: number, where: number) => {
    units[length] = unit;
    at[length++] = where;
  };
  const hidden = hiddenSpans(read, names);
  let next = 0;
  let head = -1;
  for (let where = 0; where < read.length; where++) {
    const span = hidden[next];
    if (span && where >= span.start) {
      put(PERSONAL, where);
      where = span.end - 1;
      next++;
      continue;
    }
    const unit = foldUnit(read.charCodeAt(where));
    if (unit === 0) {
      if (head < 0 && length > 0 && read.charCodeAt(where) === 10) head = length;
      continue;
    }
    if (unit >= 0x30 && unit <= 0x39) {
      if (length === 0 || units[length - 1] !== NUMBER) put(NUMBER, where);
    } else if (isPlaceEnd(unit) && isCodeBefore(units, length)) {
      if (units[length - 1] === NUMBER) length--;
      units[length - 1] = PLACE;
      put(unit, where);
    } else put(unit, where);
  }
  return { units, at, length, head: head < 0 || head > HEAD_AT_MOST ? Math.min(HEAD_AT_MOST, length) : head };
}

/** 0 for what is not read: spaces, control and invisible characters. */
function foldUnit(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit;
  if (unit <= 0x20 || unit === 0x3000 || unit === 0xa0 || (unit >= 0x200b && unit <= 0x200f) || unit === 0xfeff) {
    return 0;
  }
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  if (half >= 0x41 && half <= 0x5a) return half + 0x20;
  return half >= 0xe000 && half <= 0xe00f ? 0xfffd : half;
}

const placeEnds = new Set([...'省市区县镇乡'].map((letter) => letter.charCodeAt(0)));
const isPlaceEnd = (unit: number) => placeEnds.has(unit);

/** One Latin letter that begins a word, perhaps with a number behind it. */
function isCodeBefore(units: Uint16Array, length: number): boolean {
  const letter = length > 0 && units[length - 1] === NUMBER ? length - 2 : length - 1;
  return letter >= 0 && isLatin(units[letter]!) && (letter === 0 || !isLatin(units[letter - 1]!));
}

const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a;

/** Identifiers, and the names that somebody marked; in order, without overlap. */
function hiddenSpans(words: string, names: readonly string[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = personalSpans(words);
  for (const name of names) {
    if (name.trim().length < 2) continue;
    for (let start = words.indexOf(name); start >= 0; start = words.indexOf(name, start + name.length)) {
      spans.push({ start, end: start + name.length });
    }
  }
  if (names.length === 0) return spans;
  let end = 0;
  return spans
    .sort((a, b) => a.start - b.start)
    .filter((span) => {
      const free = span.start >= end;
      if (free) end = span.end;
      return free;
    });
}
