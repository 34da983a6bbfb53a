/** Hashing passwords: argon2id with the parameters of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';

const ARGON2ID = 2;
const options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same characters typed by another input method are the same password. */
const normal = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), options);

/** Of 32 random bytes that nobody kept: verified where there is no password, so that an unknown login takes as long. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$trdLIRlaC3+B4aBNtbfdbw$znzanZS4CZ7Yp0KLeNIhh+RmhuTP8yL5Li4+P4jz0Hc';

/** False where there is no hash, after the same work. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? NOBODYS, normal(password));
  return right && Boolean(stored);
}
