/** What the keys of a city do: seal a value to its place, find it again by code, bind words to the ledger. */
import { createHmac, type Hmac, type KeyObject } from 'node:crypto';
import { type CipherKey, decrypt, encrypt, freshBytes, type Suite, suites } from '#platform/keys-cipher.ts';
import { problem } from '#platform/problem.ts';

/** One encryption key. `id` stands in every ciphertext made with it: the first 8 hex digits of a code of the key. */
export type SealingKey = { id: string; master: KeyObject; fields: CipherKey };

export type CityKeys = {
  city: string;
  /** What new ciphertexts are made with; may be changed in the file at any time, old ones still open. */
  sealWith: Suite;
  /** What codes (blind index, commitments, digests) are made with; fixed for life: stored codes must be found again. */
  codeWith: 'sha256' | 'sm3';
  newest: SealingKey;
  sealing: ReadonlyMap<string, SealingKey>;
  blind: KeyObject;
  commitment: KeyObject;
  digest: KeyObject;
  ledger: KeyObject;
};

export type BlindKind = 'phone' | 'id_number' | 'name' | 'address' | 'follow_code' | 'follow_digits' | 'subject';

export const sealHeaderLength = 5; // suite (1), key id (4)

/** `bind` names the place, e.g. `reporter.phone:<id>`: in another row or column the ciphertext is `seal_broken`. */
export function seal(keys: CityKeys, plaintext: string, bind: string): Buffer {
  const body = encrypt(keys.sealWith, keys.newest.fields, Buffer.from(plaintext), bind);
  return Buffer.concat([sealHeader(keys), body]);
}

/** Problems: `seal_broken` (altered, cut, moved), `keys_unknown` (made with a key this file does not hold). */
export function open(keys: CityKeys, sealed: Uint8Array, bind: string): string {
  const { suite, key } = readSealHeader(keys, sealed);
  return decrypt(suite, key.fields, sealed.subarray(sealHeaderLength), bind).toString('utf8');
}

/** What every ciphertext, field or file, begins with. It needs no tag of its own: another suite or key fails to open. */
export function sealHeader(keys: CityKeys): Buffer {
  const header = Buffer.from(`00${keys.newest.id}`, 'hex');
  header[0] = suites.indexOf(keys.sealWith) + 1;
  return header;
}

export function readSealHeader(keys: CityKeys, sealed: Uint8Array): { suite: Suite; key: SealingKey } {
  const suite = sealed.length < sealHeaderLength ? undefined : suites[sealed[0]! - 1];
  if (!suite) throw problem('seal_broken');
  const id = Buffer.from(sealed.subarray(1, sealHeaderLength)).toString('hex');
  const key = keys.sealing.get(id);
  if (!key) throw problem('keys_unknown', { key: id });
  return { suite, key };
}

/** 16 bytes by which an encrypted value is found again. The same value under two kinds has two codes. */
export function blindIndex(keys: CityKeys, kind: BlindKind, normalised: string): Buffer {
  return code(keys, keys.blind).update(`${kind}:${normalised}`).digest().subarray(0, 16);
}

/** 16 random bytes that stand beside the content a commitment is about; erasing both makes the commitment say nothing. */
export function newSalt(): Buffer {
  return freshBytes(16);
}

/** 32 bytes for the ledger row: proves later that these words stood there, tells nothing without key and salt. */
export function commit(keys: CityKeys, salt: Uint8Array, content: string): Buffer {
  return code(keys, keys.commitment).update(`${salt.length}:`).update(salt).update(content).digest();
}

/** 32 bytes that are equal for equal content: was this id sent with the same content before? */
export function digest(keys: CityKeys, content: string): Buffer {
  return code(keys, keys.digest).update(content).digest();
}

/** 32 bytes over a part of the sealed ledger: without the key nobody makes the code of a changed row or block. */
export function ledgerCode(keys: Pick<CityKeys, 'codeWith' | 'ledger'>, ...parts: (string | Uint8Array)[]): Buffer {
  const made = code(keys, keys.ledger);
  for (const part of parts) made.update(part);
  return made.digest();
}

function code(keys: Pick<CityKeys, 'codeWith'>, key: KeyObject): Hmac {
  return createHmac(keys.codeWith, key);
}
