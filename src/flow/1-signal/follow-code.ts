/** The code by which a reporter follows a signal: 65 random bits and a check character, as it is written and read. */

/** Crockford's base 32: no I, L, O, U, so that nothing is taken for 1, 0 or V. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA = 13;
export const CODE_LENGTH = DATA + 1;
const BITS = 5;

/** Powers of a generator of GF(32), x⁵ + x² + 1: the 31 elements beside 0, each once. */
const powers: number[] = [1];
while (powers.length < 31) {
  const twice = powers.at(-1)! << 1;
  powers.push(twice & 32 ? twice ^ 0b100101 : twice);
}
const logarithms = new Map(powers.map((element, power) => [element, power]));
const times = (element: number, power: number) =>
  element === 0 ? 0 : powers[(logarithms.get(element)! + power) % 31]!;

/**
 * Each place has a weight of its own, none of them 0, and the check makes the sum 0. One wrong character changes the sum,
 * and so do two that have changed places, wherever they stand: all such errors are found, not only most of them.
 */
const sumOf = (characters: readonly number[]) =>
  characters.reduce((sum, character, place) => sum ^ times(character, DATA - place), 0);

/** @param random at least 9 bytes of which nobody knows a bit */
export function codeFrom(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.subarray(0, 9)) bits = (bits << 8n) | BigInt(byte);
  const data = Array.from({ length: DATA }, (_, place) => Number((bits >> BigInt(place * BITS)) & 31n));
  return [...data, sumOf([...data, 0])].map((character) => LETTERS[character]).join('');
}

/** In groups, as it is shown and read out: `7KQ2M-9XTRB-4CWE`. */
export const showCode = (code: string) => [code.slice(0, 5), code.slice(5, 10), code.slice(10)].join('-');

/** The code out of whatever was typed (small letters, spaces, dashes, full width, O for 0, I and L for 1), if it can be one. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const characters = [...code].map((letter) => LETTERS.indexOf(letter));
  if (characters.length !== CODE_LENGTH || characters.includes(-1)) return undefined;
  return sumOf(characters) === 0 ? code : undefined;
}

/** The four digits out of what was typed. */
export function readDigits(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{4}$/.test(digits) ? digits : undefined;
}

/** Digits that anybody tries first: taken, with a warning. */
export const easyDigits = (digits: string): boolean =>
  /^(\d)\1{3}$/.test(digits) || '01234567890'.includes(digits) || '9876543210'.includes(digits);
