import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import type { CityKeys } from '#platform/keys.ts';
import { makeCityKeys, rotateCityKeys } from '#platform/keys-file.ts';
import { openStream, sealStream } from '#platform/keys-stream.ts';
import { Problem } from '#platform/problem.ts';

const keysDir = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys');
after(() => rmSync(join(keysDir, '..'), { recursive: true }));
const aes = makeCityKeys(keysDir, 'linhai');
const sm4 = makeCityKeys(keysDir, 'donghe', { sealWith: 'sm4-cbc-hmac-sm3' });

const record = 65_536;
const header = 21;

async function* inChunks(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const sealed = (keys: CityKeys, content: Uint8Array, chunk = 10_000) =>
  buffer(sealStream(keys, 'import:1', inChunks(content, chunk)));
const opened = (keys: CityKeys, bytes: Uint8Array, bind = 'import:1', chunk = 9_999) =>
  buffer(openStream(keys, bind, inChunks(bytes, chunk)));
const isBroken = (error: unknown) => error instanceof Problem && error.body.code === 'seal_broken';

function content(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 251));
}

for (const [name, keys, capacity] of [
  ['AES', aes, record - 28],
  ['SM4', sm4, record - 49],
] as const) {
  test(`${name}: any length comes back, also empty and exactly full records`, async () => {
    for (const length of [0, 1, 15, 16, capacity - 1, capacity, capacity + 1, 2 * capacity, 300_000]) {
      const plain = content(length);
      const bytes = await sealed(keys, plain);
      assert.deepEqual(await opened(keys, bytes), plain, `${length} bytes`);
      assert.deepEqual(await opened(keys, bytes, 'import:1', 1_000_000), plain);
      if (length >= 15) assert.equal(bytes.includes(plain.subarray(0, 64)), false);
    }
  });

  test(`${name}: a cut, an addition, an exchange, a change or another place is noticed`, async () => {
    const bytes = await sealed(keys, content(4 * capacity + 100));
    const records = Array.from({ length: 4 }, (_, at) =>
      bytes.subarray(header + at * record, header + (at + 1) * record),
    );
    const [a, b, c, d] = records as [Buffer, Buffer, Buffer, Buffer];
    const head = bytes.subarray(0, header);
    const tail = bytes.subarray(header + 4 * record);
    assert.deepEqual(Buffer.concat([head, a, b, c, d, tail]), bytes);
    const altered = Buffer.from(bytes);
    altered[bytes.length - 40]! ^= 1;
    const another = await sealed(keys, content(4 * capacity + 100));
    const attacks: Record<string, Uint8Array> = {
      empty: Buffer.alloc(0),
      'header only': head,
      'half a header': head.subarray(0, 9),
      'last record gone': Buffer.concat([head, a, b, c, d]),
      'cut inside': bytes.subarray(0, 150_000),
      'one byte short': bytes.subarray(0, -1),
      'one byte more': Buffer.concat([bytes, Buffer.alloc(1)]),
      reordered: Buffer.concat([head, a, c, b, d, tail]),
      'record left out': Buffer.concat([head, a, b, d, tail]),
      'record twice': Buffer.concat([head, a, a, b, c, d, tail]),
      'two files joined': Buffer.concat([bytes, bytes.subarray(header)]),
      'records of another file': Buffer.concat([head, another.subarray(header)]),
      altered,
    };
    for (const [attack, file] of Object.entries(attacks)) await assert.rejects(opened(keys, file), isBroken, attack);
    await assert.rejects(opened(keys, bytes, 'import:2'), isBroken);
  });
}

test('files sealed before a rotation open after it', async () => {
  const bytes = await sealed(aes, content(1000));
  assert.deepEqual(await opened(rotateCityKeys(keysDir, 'linhai'), bytes), content(1000));
});
