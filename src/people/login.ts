/** A login as it is typed, stored and compared. */
import { z } from 'zod';

/** Full-width letters and capitals, as input methods leave them, are the same login. */
export const normaliseLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

export const login = z
  .string()
  .max(64)
  .overwrite(normaliseLogin)
  .regex(/^[a-z0-9][a-z0-9._@-]{2,31}$/, '3–32 位小写字母、数字或 . _ - @ · 3–32 letters, digits or . _ - @');
