/** A message as the category model reads it: one folded unit a character, each with its place in the original words. */

import { normalise } from '#text/reading/1-normalise.ts';
import { withoutPersons } from '#text/reading/3-mask.ts';

/** `units`: UTF-16 after folding; `from` to `to`: where each stands in the original; `title`: how many units it has. */
export type Stream = { units: Uint16Array; from: Uint32Array; to: Uint32Array; length: number; title: number };

/** What stands for a run of digits, however long: numbers name houses, roads and days, not matters. */
const NUMBER = 0xe001;
/** A publisher's or an office's code of a place (“A3区”, “K市”): which one it is must not decide the category. */
const PLACE = 0xe002;
/** The rest of a longer message is not read: 20,000 characters are ten pages. */
const READ_AT_MOST = 20_000;
/** The title is the first line if it is a short one; where it runs into the text, the middling length of titles. */
const TITLE_AT_MOST = 40;
const TITLE_USUAL = 25;

/** `names`: those somebody marked. What is personal is masked before anything else is looked at. */
export function streamOf(words: string, names: readonly string[] = []): Stream {
  const { text, from, to } = withoutPersons(normalise(words.slice(0, READ_AT_MOST)), names);
  const units = new Uint16Array(text.length);
  let length = 0;
  let title = -1;
  for (let where = 0; where < text.length; where++) {
    const unit = text.charCodeAt(where);
    if (unit === 0x0a && title < 0) title = length;
    if (unit <= 0x20) continue;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (isDigit && length > 0 && units[length - 1] === NUMBER) {
      to[length - 1] = to[where]!;
      continue;
    }
    const code = placeEnds.has(unit) ? codeBefore(units, length) : -1;
    if (code >= 0) {
      to[code] = to[length - 1]!;
      units[code] = PLACE;
      length = code + 1;
    }
    units[length] = isDigit ? NUMBER : unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
    from[length] = from[where]!;
    to[length++] = to[where]!;
  }
  if (title < 0 || title > TITLE_AT_MOST) title = Math.min(TITLE_USUAL, length);
  return { units, from, to, length, title };
}

const placeEnds = new Set([...'省市区县镇乡'].map((letter) => letter.charCodeAt(0)));

/** Where one Latin letter begins that stands for itself, perhaps with a number behind it; −1 where none does. */
function codeBefore(units: Uint16Array, length: number): number {
  const letter = length > 0 && units[length - 1] === NUMBER ? length - 2 : length - 1;
  return letter >= 0 && isLatin(units[letter]!) && (letter === 0 || !isLatin(units[letter - 1]!)) ? letter : -1;
}

const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a;
