/** Resident identity numbers: 18 characters with a check (GB 11643-1999), and the 15 digits issued before 1999. */

/** First two digits of administrative codes (GB/T 2260), and 81–83 for residence permits; 20… of a date is none. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 18 characters, half-width, X in capitals: province, date of birth and check character are right. */
export function isIdNumber(value: string): boolean {
  return hasIdNumberShape(value) && value.length === 18 && checkCharacter(value) === value[17];
}

/** Province and date of birth are possible, in 15 or 18 characters; the check character is not looked at. */
export function hasIdNumberShape(value: string): boolean {
  const parts = /^(\d\d)\d{4}(?:((?:18|19|20)\d\d)|\d\d)(\d\d)(\d\d)\d{3}/.exec(value);
  if (!parts || !/^\d{15}$|^\d{17}[\dX]$/.test(value)) return false;
  if ((value.length === 18) !== (parts[2] !== undefined)) return false;
  const year = Number(parts[2] ?? `19${value.slice(6, 8)}`);
  return provinces.has(parts[1]!) && isDate(year, Number(parts[3]), Number(parts[4]));
}

function checkCharacter(value: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return '10X98765432'[sum % 11]!;
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
