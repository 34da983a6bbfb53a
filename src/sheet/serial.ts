/** Day numbers of spreadsheet programs to wall time and back. */

const dayMs = 86_400_000;
/** Day 0 of the 1900 system after the non-existing 1900-02-29 (its number 60), and of the 1904 system. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/**
 * Wall time `YYYY-MM-DDTHH:mm:ss` of a day number, rounded to the second; nothing for numbers that are no date
 * (below 0, after 9999-12-31). Source: ECMA-376 part 1, 18.17.4.1; the 1900 system counts a leap day that never was,
 * so numbers below 60 are one day later than the arithmetic.
 */
export function wallTimeOfSerial(serial: number, dateSystem: 1900 | 1904): string | undefined {
  if (!(serial >= 0)) return undefined;
  const shifted = dateSystem === 1900 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(shifted * 86_400);
  const day = Math.floor(seconds / 86_400);
  if (epochs[dateSystem] + day * dayMs >= Date.UTC(10_000, 0, 1)) return undefined;
  return `${isoDay(day, dateSystem)}T${clockTime(seconds - day * 86_400)}`;
}

/** Columns of dates repeat their days: the last ones are kept, which doubles the speed of such columns. */
const days = { 1900: new Map<number, string>(), 1904: new Map<number, string>() };

function isoDay(day: number, dateSystem: 1900 | 1904): string {
  const known = days[dateSystem];
  let iso = known.get(day);
  if (iso === undefined) {
    iso = new Date(epochs[dateSystem] + day * dayMs).toISOString().slice(0, 10);
    if (known.size >= 10_000) known.clear();
    known.set(day, iso);
  }
  return iso;
}

const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

function clockTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}`;
}

/** The day number, in the 1900 system, of a wall time from 1900-03-01 on. */
export function serialOfWallTime(date: string): number {
  return (Date.parse(`${date}Z`) - epochs[1900]) / dayMs;
}

/** `HH:mm:ss` of the fraction of a day. */
export function timeOfSerial(serial: number): string {
  return clockTime(Math.round((serial - Math.floor(serial)) * 86_400) % 86_400);
}
