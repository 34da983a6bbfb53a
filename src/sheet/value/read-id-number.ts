/** Reads a citizen's ID number and proves its check digit. */
import type { ProblemCode } from '#platform/problems.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { keyText } from '#sheet/value/fold-digits.ts';
import { digitsOfScientific } from '#sheet/value/lost-digits.ts';

export type IdNumberProblem = Extract<
  ProblemCode,
  'field_required' | 'lost_digits' | 'value_masked' | 'id_number_length' | 'id_number_check' | 'id_number_date'
>;

export type IdNumberRead = { idNumber: string } | { problem: IdNumberProblem };

/** Weights and check digits by the remainder mod 11. Source: GB 11643-1999, 5. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** First two digits: provinces by GB/T 2260, residence permits of Taiwan, Hong Kong and Macao, and of foreigners (9). */
const regions = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

/** Spreadsheet programs keep 15 digits of a number: an 18-digit number in a number cell ends in zeros that are not its own. */
export function readIdNumber(cell: Cell | undefined): IdNumberRead {
  const written = keyText(cellText(cell)).replace(/[\s-]/g, '').toUpperCase();
  if (written === '') return { problem: 'field_required' };
  if (written.includes('**')) return { problem: 'value_masked' };
  const text = digitsOfScientific(written);
  if (text === undefined) return { problem: 'lost_digits' };
  if (!/^\d{17}[\dX]$/.test(text)) return { problem: 'id_number_length' };
  if (checkDigitOf(text) !== text[17]) {
    return { problem: typeof cell === 'object' && text.endsWith('000') ? 'lost_digits' : 'id_number_check' };
  }
  if (!regions.test(text) || !isDay(text.slice(6, 14))) return { problem: 'id_number_date' };
  return { idNumber: text };
}

/** The 18th character for the first 17 digits. */
export function checkDigitOf(digits: string): string {
  return checkDigits[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11]!;
}

function isDay(packed: string): boolean {
  const iso = `${packed.slice(0, 4)}-${packed.slice(4, 6)}-${packed.slice(6)}`;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return packed >= '1880' && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso);
}
