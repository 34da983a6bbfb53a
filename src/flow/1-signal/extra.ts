/** Columns of a source that have no place of their own: kept beside the words, but no phone and no ID number in clear. */
import { maskWords } from '#text/mask.ts';

/** Longer cells are words: they are kept verbatim and masked where they are shown. */
const CELL_MAX = 40;
const DIGITS_LEAST = 7;
const NINE = 9;
/** Times and serials that begin with one are in every export, and are told apart more cheaply than numbers of people. */
const dated = /^20[0-4]\d(?:[-/.年]\d|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{4})/;

/**
 * A cell that is little but digits, with every number of a person in it masked; any other as it stands. Its column's
 * name decides in doubt: 电话 makes a phone of eight digits, 编号 makes no ID number of eighteen. See decision 12.
 */
export function keptCell(column: string, text: string): string {
  if (text.length < DIGITS_LEAST || text.length > CELL_MAX || dated.test(text) || !mostlyDigits(text)) return text;
  const label = `${column}：`;
  const masked = maskWords(label + text);
  return masked.startsWith(label) ? masked.slice(label.length) : maskWords(text);
}

/** What another system sends along, kept the same way. */
export const keptBeside = (extra: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(extra).map(([column, text]) => [column, keptCell(column, text)]));

/** Half-width or full-width; counted without a pattern, for it is asked of every cell of an import. */
function mostlyDigits(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x30 + NINE) || (code >= 0xff10 && code <= 0xff10 + NINE)) digits++;
  }
  return digits >= DIGITS_LEAST && digits * 2 > text.length;
}
