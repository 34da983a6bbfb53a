/** Sealed files: 64 KiB records, each bound to its place and to being the last or not, so that a cut or reordering shows. */
import { randomBytes } from 'node:crypto';
import { type CityKeys, readSealHeader, sealHeader, sealHeaderLength } from '#platform/keys.ts';
import { type CipherKey, cipherKey, decrypt, encrypt, type Suite } from '#platform/keys-cipher.ts';

import { problem } from '#platform/problem.ts';

const recordLength = 65_536;
/** Plaintext that fills one record: SM4-CBC pads by at least one byte. */
const capacity = { 'aes-256-gcm': recordLength - 28, 'sm4-cbc-hmac-sm3': recordLength - 49 } satisfies Record<
  Suite,
  number
>;
const saltLength = 16;

/** → header, salt, records; each file has a key of its own, from the city's newest key, the salt and `bind`. */
export async function* sealStream(
  keys: CityKeys,
  bind: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength);
  const key = cipherKey(keys.newest.master, `file ${bind}`, salt);
  yield Buffer.concat([sealHeader(keys), salt]);
  const length = capacity[keys.sealWith];
  let index = 0;
  for await (const { bytes, last } of cut(source, length, length)) {
    yield encrypt(keys.sealWith, key, bytes, place(index++, last));
  }
}

/**
 * Gives out each record once it is authenticated. That the file is whole is known only at the end: what is made of it
 * must not be kept before. Problems: `seal_broken`, `keys_unknown`.
 */
export async function* openStream(
  keys: CityKeys,
  bind: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let file: { suite: Suite; key: CipherKey } | undefined;
  let index = 0;
  for await (const { bytes, last } of cut(source, sealHeaderLength + saltLength, recordLength)) {
    if (file) {
      yield decrypt(file.suite, file.key, bytes, place(index++, last));
    } else {
      const { suite, key } = readSealHeader(keys, bytes);
      if (last) throw problem('seal_broken');
      file = { suite, key: cipherKey(key.master, `file ${bind}`, bytes.subarray(sealHeaderLength)) };
    }
  }
}

const place = (index: number, last: boolean) => `${index}${last ? ' last' : ''}`;

/** Cuts into a first piece and pieces of `length`, and says which is the last; an empty source is one empty piece. */
async function* cut(
  source: AsyncIterable<Uint8Array>,
  first: number,
  length: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let piece = Buffer.allocUnsafe(first);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      if (filled === piece.length) {
        yield { bytes: piece, last: false };
        piece = Buffer.allocUnsafe(length);
        filled = 0;
      }
      const taken = Math.min(piece.length - filled, chunk.length - at);
      piece.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: piece.subarray(0, filled), last: true };
}
