/** Numbers that a spreadsheet program made out of digits, and what it lost on the way. */

/** Digits that a program shows of a long number by itself (General): 1.38123E+10. */
const digitsShown = 6;

/**
 * Plain digits of `1.3812345678E+10`; nothing where the digits written are fewer than the exponent needs (`1.38E+10`).
 * Text that is no scientific notation comes back as it is.
 */
export function digitsOfScientific(text: string): string | undefined {
  const found = /^(\d)(?:\.(\d+))?e\+?(\d{1,2})$/i.exec(text);
  if (!found) return text;
  const [, first, fraction = '', exponent] = found;
  return fraction.length >= Number(exponent) ? `${first}${fraction}`.slice(0, Number(exponent) + 1) : undefined;
}

/**
 * A number of at least 10 digits whose end is all zeros once was shown as 1.38123E+10 and read back: true numbers end
 * in five zeros once in 100,000. Only for number cells; what was typed as text is what was typed.
 */
export function lostItsEnd(digits: string): boolean {
  return /^\d{10,}$/.test(digits) && digits.endsWith('0'.repeat(digits.length - digitsShown));
}
