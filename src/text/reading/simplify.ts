/** Traditional characters as simplified ones (OpenCC t2s), without losing where each stood. */
import { Converter } from 'opencc-js/t2cn';
import type { Mapped } from '#text/reading/mapped.ts';

const convert = Converter({ from: 't', to: 'cn' });

/** By UTF-16 unit: 0 not asked yet, 1 stays, 2 is converted. Most messages hold none, and the whole of OpenCC is spared them. */
const known = new Uint8Array(0x1_0000);

function isTraditional(unit: number): boolean {
  known[unit] ||= convert(String.fromCharCode(unit)) === String.fromCharCode(unit) ? 1 : 2;
  return known[unit] === 2;
}

export function simplify(words: Mapped): Mapped {
  let traditional = false;
  for (let at = 0; at < words.text.length && !traditional; at++) {
    const unit = words.text.charCodeAt(at);
    traditional = unit > 0x33ff && isTraditional(unit);
  }
  if (!traditional) return words;
  const pieces = words.text.match(/[^\n。,!?;:]+|[\n。,!?;:]+/g)!;
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let start = 0;
  for (const piece of pieces) {
    const simple = convert(piece);
    const exact = simple.length === piece.length;
    for (let at = 0; at < simple.length; at++) {
      from.push(words.from[exact ? start + at : start]!);
      to.push(words.to[exact ? start + at : start + piece.length - 1]!);
    }
    text += simple;
    start += piece.length;
  }
  return { text, from: Uint32Array.from(from), to: Uint32Array.from(to) };
}
