/** The key file of a city, in the keys folder (0700/0600): made once, read at start, given a key more by rotation. */
import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { diskError, errorCode, syncFolder } from '#platform/files-disk.ts';
import type { CityKeys, SealingKey } from '#platform/keys.ts';
import { cipherKey, suites } from '#platform/keys-cipher.ts';
import { problem } from '#platform/problem.ts';

const secret = z.base64().length(44); // 32 bytes
const keyFile = z.object({
  city: z.string(),
  seal_with: z.enum(suites),
  code_with: z.enum(['sha256', 'sm3']),
  /** Oldest first; the last one is used for new ciphertexts. */
  sealing: z.array(z.object({ id: z.string(), key: secret })).min(1),
  codes: secret,
});
type KeyFile = z.infer<typeof keyFile>;

/** Made once, with the city. `keys_exist` when there is a file already: keys are never overwritten. */
export function makeCityKeys(
  keysDir: string,
  city: string,
  settings: Partial<Pick<CityKeys, 'sealWith' | 'codeWith'>> = {},
): CityKeys {
  place(keysDir, city, {
    city,
    seal_with: settings.sealWith ?? 'aes-256-gcm',
    code_with: settings.codeWith ?? 'sha256',
    sealing: [newKey()],
    codes: randomBytes(32).toString('base64'),
  });
  return loadCityKeys(keysDir, city);
}

function place(keysDir: string, city: string, file: KeyFile): void {
  const path = keyPath(keysDir, city);
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  checkMode(keysDir, statSync(keysDir).mode, 0o700);
  const temp = `${path}.${randomUUID()}`;
  try {
    writeSynced(temp, file);
    linkSync(temp, path); // not a rename: of two makers at once the second is refused
  } catch (error) {
    throw errorCode(error) === 'EEXIST' ? problem('keys_exist', { city }) : diskError(error);
  } finally {
    rmSync(temp, { force: true });
  }
  syncFolder(keysDir);
}

/** The whole key file as text, to be carried elsewhere under a passphrase. Problems: those of `loadCityKeys`. */
export const cityKeysText = (keysDir: string, city: string): string => JSON.stringify(readKeyFile(keysDir, city));

/**
 * Puts a carried key file into its place. A city that is restored under another slug keeps its keys: nothing is derived
 * from the slug. Problems: `keys_exist`, `keys_damaged`.
 */
export function placeCityKeys(keysDir: string, city: string, text: string): CityKeys {
  const parsed = keyFile.safeParse(parseJson(text));
  if (!parsed.success) throw problem('keys_damaged', { city, why: parsed.error.issues[0]!.path.join('.') || 'JSON' });
  place(keysDir, city, { ...parsed.data, city });
  return loadCityKeys(keysDir, city);
}

/** Problems: `keys_missing`, `keys_mode` (others can read the file or folder), `keys_damaged`. */
export function loadCityKeys(keysDir: string, city: string): CityKeys {
  const file = readKeyFile(keysDir, city);
  const sealing = new Map<string, SealingKey>();
  for (const { id, key } of file.sealing) {
    const master = createSecretKey(key, 'base64');
    if (id !== keyId(master)) throw problem('keys_damaged', { city, why: `key ${id} ≠ id` });
    sealing.set(id, { id, master, fields: cipherKey(master, 'fields') });
  }
  const newest = sealing.get(file.sealing.at(-1)!.id)!;
  const codes = createSecretKey(file.codes, 'base64');
  const derive = (use: string) => createSecretKey(Buffer.from(hkdfSync(file.code_with, codes, '', use, 32)));
  return {
    city,
    sealWith: file.seal_with,
    codeWith: file.code_with,
    newest,
    sealing,
    blind: derive('blind index'),
    commitment: derive('commitment'),
    digest: derive('digest'),
    ledger: derive('ledger'),
  };
}

/** Adds an encryption key: new ciphertexts use it, old ones still open. Running programs must load the keys again. */
export function rotateCityKeys(keysDir: string, city: string): CityKeys {
  const path = keyPath(keysDir, city);
  const temp = `${path}.new`; // a fixed name, made exclusively: two rotations at once would lose a key
  const before = readKeyFile(keysDir, city);
  try {
    writeSynced(temp, { ...before, sealing: [...before.sealing, newKey()] });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw problem('keys_busy', { city, file: basename(temp) });
    rmSync(temp, { force: true });
    throw diskError(error);
  }
  renameSync(temp, path);
  syncFolder(keysDir);
  return loadCityKeys(keysDir, city);
}

function readKeyFile(keysDir: string, city: string): KeyFile {
  const path = keyPath(keysDir, city);
  let text: string;
  try {
    checkMode(keysDir, statSync(keysDir).mode, 0o700);
    const handle = openSync(path, 'r');
    try {
      checkMode(path, fstatSync(handle).mode, 0o600);
      text = readFileSync(handle, 'utf8');
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? problem('keys_missing', { city }) : error;
  }
  const parsed = keyFile.safeParse(parseJson(text));
  if (!parsed.success) throw problem('keys_damaged', { city, why: parsed.error.issues[0]!.path.join('.') || 'JSON' });
  if (parsed.data.city !== city) throw problem('keys_damaged', { city, why: `city = ${parsed.data.city}` });
  return parsed.data;
}

/** The slug becomes a file name, so anything but a plain slug is refused: `../other` has no keys. */
function keyPath(keysDir: string, city: string): string {
  if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(city)) throw problem('keys_missing', { city });
  return join(keysDir, `${city}.json`);
}

function checkMode(path: string, mode: number, expected: number): void {
  if ((mode & 0o777 & ~expected) === 0) return;
  const octal = (bits: number) => bits.toString(8).padStart(4, '0');
  throw problem('keys_mode', { file: basename(path), mode: octal(mode & 0o777), expected: octal(expected) });
}

function writeSynced(path: string, file: KeyFile): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify(file, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function newKey(): KeyFile['sealing'][number] {
  const key = randomBytes(32);
  return { id: keyId(createSecretKey(key)), key: key.toString('base64') };
}

/** A code of the key itself, so that a restored or swapped file cannot give an id to another key. */
function keyId(master: KeyObject): string {
  return createHmac('sha256', master).update('key id').digest('hex').slice(0, 8);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
