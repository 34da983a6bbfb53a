import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { headOf, leafOf, leafReader } from '#ledger/seal.ts';
import type { CityKeys } from '#platform/keys.ts';

const row =
  '(123456,1,98765432,"2026-11-22 09:01:58.123456+00",,program,,signal.received,signal,0198a7b2-1234-7abc-8def-0123456789ab,,"漏水，""并入""","{""i"": 1}","\\\\x0011",)';
const keysOf = (codeWith: 'sha256' | 'sm3', secret: Uint8Array) =>
  ({ codeWith, ledger: createSecretKey(secret) }) as CityKeys;
const secret = Uint8Array.from({ length: 32 }, (_, i) => i);

for (const [codeWith, code] of [
  ['sha256', 'cd90c747b613689d6b6889ab1fc4a36570dbaae0b7fb8986adcfb331589e8dc3'],
  ['sm3', '3ff53187d112ff906e8e32e6f6e4f556dc509ed2112e65ca2cb547342fd1d12f'],
] as const) {
  test(`${codeWith}: the code of a row is what it always was, or sealed blocks would not be whole any more`, () => {
    const keys = keysOf(codeWith, secret);
    assert.equal(leafOf(keys, row).toString('hex'), code);
    const { leaf, ...head } = leafReader(keys)(Buffer.from(row));
    assert.equal(leaf.toString('hex'), code);
    assert.deepEqual(head, { seq: 123_456, epoch: 1, txid: 98_765_432 });
  });

  test(`${codeWith}: many rows one after the other have the codes of each alone`, () => {
    const head = fc.tuple(fc.maxSafeInteger(), fc.integer(), fc.maxSafeNat());
    const words = fc.string({ unit: 'binary', maxLength: 9_000 }).map((text) => text.toWellFormed());
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.array(fc.tuple(head, words), { minLength: 1, maxLength: 8 }),
        (key, list) => {
          const keys = keysOf(codeWith, key);
          const read = leafReader(keys);
          for (const [numbers, text] of list) {
            const said = `(${numbers.join(',')},${text})`;
            assert.deepEqual(read(Buffer.from(said)), { ...headOf(said), leaf: leafOf(keys, said) });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
}
