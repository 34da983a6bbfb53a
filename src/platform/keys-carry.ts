/** A city's keys under a passphrase, to be carried apart from its backups: Argon2id, then AES-256-GCM. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { problem } from '#platform/problem.ts';

const ARGON2ID = 2; // @node-rs/argon2 declares it as a const enum, which cannot be imported

/** Fewer can be tried out by a stranger who has the file. */
export const LEAST = 12;

/** RFC 9106 names 64 MiB for machines short of memory; an export is rare, so four times that, about a second. */
const COST = { memory_kib: 262_144, passes: 3, lanes: 4 };

const bytes = (length: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((value) => value.length === length);

/** Bounds on what a stranger's file may make this machine compute. */
const fileShape = z.object({
  format: z.literal('suyuan-keys-1'),
  city: z.string(),
  kdf: z.object({
    name: z.literal('argon2id'),
    memory_kib: z.number().int().min(8192).max(1_048_576),
    passes: z.number().int().min(1).max(16),
    lanes: z.number().int().min(1).max(16),
    salt: bytes(16),
  }),
  iv: bytes(12),
  tag: bytes(16),
  sealed: z.base64(),
});

type Cost = { memory_kib: number; passes: number; lanes: number };

function derive(passphrase: string, { memory_kib, passes, lanes }: Cost, salt: Buffer): Promise<Buffer> {
  // The same word typed on two keyboards may be composed differently.
  return hashRaw(passphrase.normalize('NFKC'), {
    algorithm: ARGON2ID,
    memoryCost: memory_kib,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
    salt,
  });
}

/** The salt makes the key new each time; what is said in the clear is bound to it. */
const bound = (city: string, cost: Cost) =>
  Buffer.from(JSON.stringify(['suyuan-keys-1', city, ...Object.values(cost)]));

/** @throws passphrase_short */
export async function lockKeys(city: string, keyFile: string, passphrase: string): Promise<string> {
  if ([...passphrase].length < LEAST) throw problem('passphrase_short', { least: LEAST });
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, COST, salt), iv);
  cipher.setAAD(bound(city, COST));
  const sealed = Buffer.concat([cipher.update(keyFile, 'utf8'), cipher.final()]);
  const text = (value: Buffer) => value.toString('base64');
  const kdf = { name: 'argon2id', ...COST, salt: text(salt) };
  const tag = text(cipher.getAuthTag());
  return `${JSON.stringify({ format: 'suyuan-keys-1', city, kdf, iv: text(iv), tag, sealed: text(sealed) }, null, 1)}\n`;
}

/** The key file as text. @throws keys_file_not_one, passphrase_wrong */
export async function unlockKeys(text: string, name: string, passphrase: string): Promise<string> {
  const { data } = fileShape.safeParse(parsed(text));
  if (!data) throw problem('keys_file_not_one', { file: name });
  const { memory_kib, passes, lanes, salt } = data.kdf;
  const cost = { memory_kib, passes, lanes };
  const decipher = createDecipheriv('aes-256-gcm', await derive(passphrase, cost, salt), data.iv);
  decipher.setAAD(bound(data.city, cost));
  decipher.setAuthTag(data.tag);
  const opened = decipher.update(data.sealed, 'base64');
  try {
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    throw problem('passphrase_wrong');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
