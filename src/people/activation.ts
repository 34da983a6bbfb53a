/** An activation code: printed for one person, typed once. Twelve characters of Crockford's 32 are 60 bits. */
import { z } from 'zod';

export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 12;
export const CODE_DAYS = 7;

const MISREAD: Record<string, string> = { O: '0', I: '1', L: '1' };

/** Letters that are misread, small letters, full-width ones and any grouping are forgiven. */
export function normaliseCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  return plain.replace(/[OIL]/g, (letter) => MISREAD[letter]!);
}

/** As printed: `7K3M-Q2ZX-91BV`. */
export const groupCode = (code: string): string => code.match(/.{1,4}/g)!.join('-');

/** One character a byte: 256 is a multiple of 32, so each is equally likely. */
export const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

export const activationCode = z
  .string()
  .max(40)
  .overwrite(normaliseCode)
  .regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, '12 位激活码 · a code of 12 characters');
