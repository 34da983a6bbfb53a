/** Column names as they are compared: offices write one name in many ways. */
import { foldDigits } from '#sheet/value/fold-digits.ts';

/** `* 联系 电话（必填）：` to `联系电话`: without width, case, blanks, brackets, marks. What a remembered mapping is keyed by. */
export function plainName(name: string): string {
  let plain = plains.get(name);
  if (plain === undefined) {
    const folded = foldDigits(name).toLowerCase().replace(/\s+/g, '');
    const bare = folded
      .replace(/\([^()]*\)|\[[^\][]*\]|【[^【】]*】|〔[^〔〕]*〕/g, '')
      .replace(/[*#:;,.、。“”"'_-]/g, '');
    plain = bare || folded;
    if (plains.size >= 5000) plains.clear();
    plains.set(name, plain);
  }
  return plain;
}

/** The known names are compared with every column: their plain forms are made once. */
const plains = new Map<string, string>();

/**
 * How surely a column of this name holds what `known` names, 0 to 1. The end of a Chinese name says what the thing is,
 * the beginning only whose: 来电人电话 is a telephone, not a person. A two-row header counts by its lower row too.
 */
export function nameLikeness(name: string, known: string): number {
  const column = plainName(name);
  const wanted = plainName(known);
  const slash = name.lastIndexOf('/');
  if (slash > 0) {
    const joined = column.replaceAll('/', '');
    if (joined === wanted) return 0.97;
    const lower = likeness(plainName(name.slice(slash + 1)), wanted) * 0.95;
    return Math.max(lower, likeness(joined, wanted) * 0.9);
  }
  return likeness(column, wanted);
}

function likeness(column: string, wanted: string): number {
  if (column === '' || wanted === '') return 0;
  if (column === wanted) return 1;
  if (column.length > 3 && column.replace(/名称$/, '') === wanted) return 0.97;
  const share = Math.min(column.length, wanted.length) / Math.max(column.length, wanted.length);
  if (Math.min(column.length, wanted.length) >= 2) {
    if (column.endsWith(wanted)) return 0.6 + 0.3 * share;
    if (wanted.endsWith(column)) return 0.38 + 0.3 * share;
    if (column.includes(wanted) || wanted.includes(column)) return 0.35 + 0.3 * share;
  }
  return share < 0.5 ? 0 : 0.75 * sharedPairs(column, wanted);
}

/** Sørensen–Dice coefficient of neighbouring characters. */
function sharedPairs(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const left = pairs(a);
  const right = pairs(b);
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
