/** What a password must be (GB/T 22239 as offices are asked): length, classes of characters, not the login. */
import type { ProblemCode } from '#platform/problems.ts';

export const PASSWORD_MAX = 128;
export const PASSWORD_DAYS = 90;
/** The last five are not used again, the present one among them. */
export const PASSWORDS_KEPT = 5;

export const leastLength = (administrator: boolean) => (administrator ? 10 : 8);

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
const CLASSES_NEEDED = 3;

export type PasswordFault = { code: ProblemCode; params?: Record<string, number> };

/** Each rule the password breaks; the page shows the same list while it is typed. */
export function passwordFaults(password: string, login: string, administrator: boolean): PasswordFault[] {
  const faults: PasswordFault[] = [];
  const least = leastLength(administrator);
  const length = [...password].length;
  if (length < least) faults.push({ code: 'password_short', params: { least } });
  if (length > PASSWORD_MAX) faults.push({ code: 'field_too_long', params: { limit: PASSWORD_MAX } });
  if (CLASSES.filter((one) => one.test(password)).length < CLASSES_NEEDED) faults.push({ code: 'password_classes' });
  if (login && password.toLowerCase().includes(login)) faults.push({ code: 'password_has_login' });
  return faults;
}
