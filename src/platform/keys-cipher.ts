/** The two ciphers: AES-256-GCM, or SM4-CBC with HMAC-SM3 over it (encrypt-then-MAC) where a city must use 国密. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';
import { problem } from '#platform/problem.ts';

export const suites = ['aes-256-gcm', 'sm4-cbc-hmac-sm3'] as const;
export type Suite = (typeof suites)[number];

/** One key, ready for either suite: every algorithm has a key of its own derived from the same 32 random bytes. */
export type CipherKey = { aes: KeyObject; sm4: KeyObject; sm3: KeyObject };

/** Bytes a ciphertext is longer than its plaintext; SM4 also pads to the next full 16 bytes. */
export const overhead = { 'aes-256-gcm': 12 + 16, 'sm4-cbc-hmac-sm3': 16 + 32 } as const satisfies Record<
  Suite,
  number
>;

/** HKDF (RFC 5869). `use` keeps apart what the same master serves for; `salt` is public and may be empty. */
export function cipherKey(master: KeyObject, use: string, salt: Uint8Array = new Uint8Array()): CipherKey {
  const derive = (hash: string, name: string, length: number) =>
    createSecretKey(Buffer.from(hkdfSync(hash, master, salt, `${use} ${name}`, length)));
  return { aes: derive('sha256', 'aes', 32), sm4: derive('sm3', 'sm4', 16), sm3: derive('sm3', 'sm3', 32) };
}

/** → iv, ciphertext, tag. `bound` is authenticated, not stored. Random 96-bit ivs: change the key before 2³² uses. */
export function encrypt(suite: Suite, key: CipherKey, plaintext: Uint8Array, bound: string): Buffer {
  if (suite === 'aes-256-gcm') {
    const iv = freshBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.aes, iv);
    cipher.setAAD(Buffer.from(bound));
    const body = cipher.update(plaintext);
    cipher.final();
    return Buffer.concat([iv, body, cipher.getAuthTag()]);
  }
  const iv = freshBytes(16);
  const cipher = createCipheriv('sm4-cbc', key.sm4, iv);
  const sealed = Buffer.concat([iv, cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([sealed, tagSm3(key, sealed, bound)]);
}

/** The plaintext, or `seal_broken` when a bit of the ciphertext, the key or `bound` is not what it was. */
export function decrypt(suite: Suite, key: CipherKey, sealed: Uint8Array, bound: string): Buffer {
  if (sealed.length < overhead[suite]) throw problem('seal_broken');
  if (suite === 'aes-256-gcm') {
    const decipher = createDecipheriv('aes-256-gcm', key.aes, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(bound));
    decipher.setAuthTag(sealed.subarray(-16));
    const body = decipher.update(sealed.subarray(12, -16));
    try {
      decipher.final();
    } catch {
      throw problem('seal_broken');
    }
    return body;
  }
  const signed = sealed.subarray(0, -32);
  if (!timingSafeEqual(tagSm3(key, signed, bound), sealed.subarray(-32))) throw problem('seal_broken');
  const decipher = createDecipheriv('sm4-cbc', key.sm4, signed.subarray(0, 16));
  return Buffer.concat([decipher.update(signed.subarray(16)), decipher.final()]);
}

/** The length before `bound` keeps (bound, ciphertext) from being cut at another place with the same tag. */
function tagSm3(key: CipherKey, signed: Uint8Array, bound: string): Buffer {
  return createHmac('sm3', key.sm3)
    .update(`${Buffer.byteLength(bound)}:${bound}`)
    .update(signed)
    .digest();
}

const pool = Buffer.alloc(16_384);
let used = pool.length;

/** Random bytes, drawn from the system 16 KiB at a time: one call a seal would halve the import's speed. */
export function freshBytes(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + length));
  used += length;
  return bytes;
}
