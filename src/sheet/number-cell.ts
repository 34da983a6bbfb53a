/** One number of a sheet, seen through its format: a date, a time of day, or a number with its digits. */
import type { Shown } from '#sheet/number-format.ts';
import { timeOfSerial, wallTimeOfSerial } from '#sheet/serial.ts';
import type { Cell } from '#sheet/sheet.ts';

/** `raw` is the number as the file writes it; what is no number at all stays the text it is. */
export function numberCell(raw: string, shown: Shown, dateSystem: 1900 | 1904): Cell {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw;
  if (shown.as === 'plain') return { number, text: plainDigits(raw, number) };
  if (shown.as === 'percent') return { number, text: `${plainDigits(String(number * 100), number * 100)}%` };
  if (shown.as === 'zeros') return { number, text: plainDigits(raw, number).padStart(shown.digits, '0') };
  if (shown.as === 'time' && number >= 0 && number < 1) return timeOfSerial(number);
  const date = wallTimeOfSerial(number, dateSystem);
  if (date === undefined) return { number, text: plainDigits(raw, number) };
  return { date, shown: shownInFull(shown.as, date) };
}

/** A time that the format hides is still in the cell and is not lost. */
function shownInFull(
  as: Exclude<Shown['as'], 'plain' | 'percent' | 'zeros'>,
  date: string,
): 'day' | 'minute' | 'second' {
  const time = date.slice(11);
  if (!time.endsWith(':00')) return 'second';
  if (as === 'day' && time !== '00:00:00') return 'minute';
  return as === 'time' ? 'minute' : as;
}

/** Digits as typed where the file has them all; binary noise (0.30000000000000004) is rounded to what Excel keeps, 15 digits. */
function plainDigits(raw: string, number: number): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? raw : text;
}
