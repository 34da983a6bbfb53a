/** The second factor: time-based codes (RFC 6238, SHA-1, 6 digits, 30 s) as every authenticator reads them. */
import { Secret, TOTP } from 'otpauth';

const PERIOD_MS = 30_000;
/** One step of skew each way between the phone and the server. */
const WINDOW = 1;

/** 160 bits in base 32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, issuer = '', label = '') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });

/** The `otpauth://` address that the page draws as a QR code. */
export const totpUrl = (secret: string, issuer: string, login: string): string =>
  totp(secret, issuer, login).toString();

/**
 * The time step of a right code, or nothing. A step up to `lastStep` was used before: a code is good once, also for who
 * reads it over a shoulder.
 */
export function totpStep(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / PERIOD_MS) + delta;
  return lastStep !== null && step <= lastStep ? undefined : step;
}

/** The code of an instant: for tests and the demo. */
export const totpCode = (secret: string, now: Date): string => totp(secret).generate({ timestamp: now.getTime() });
