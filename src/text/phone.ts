/** Telephone numbers in one form: digits only, without country code, so that the same number has the same code. */

/** 0 and an area code of two or three digits (010, 02x, 03xx–09xx), then a local number that begins with 2 to 9. */
const landline = /^(010|02\d|0[3-9]\d\d)([2-9]\d{6,7})$/;
const separators = /[\s\u200b-\u200d\u2060\ufeff]/g;

/** Full-width letters, digits and signs, odd spaces and dashes as ASCII; every character keeps its place. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(separators, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-');
}

/** `+86 138-0000-1234` → `13800001234`, `(0531)8800 1234` → `053188001234`; what is no phone keeps its digits. */
export function phoneDigits(text: string): string {
  const digits = halfWidth(text)
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=0?1[3-9]\d{9}$)/, '')
    .replace(/^0(?=1[3-9]\d{9}$)/, '');
  const abroad = /^(?:00)?86(0?)((?:10|2\d|[3-9]\d\d)[2-9]\d{6,7})$/.exec(digits);
  return abroad ? `0${abroad[2]}` : digits;
}

/** The area code of a landline's `phoneDigits`, or nothing. */
export function areaCodeOf(digits: string): string | undefined {
  return landline.exec(digits)?.[1];
}
