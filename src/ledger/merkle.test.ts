import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Algorithm, merklePath, merkleRoot, rootByPath } from '#ledger/merkle.ts';

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

test('the roots of the test vectors of RFC 6962 (its leaves are hashed with a 0 before them)', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map((hex) => Buffer.from(hex, 'hex'));
  const leaves = inputs.map((input) => sha(Buffer.from([0]), input));
  // Certificate Transparency's own reference vectors, for 0, 1, 2, 3 and 8 leaves.
  const roots: [number, string][] = [
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ];
  for (const [count, root] of roots)
    assert.equal(merkleRoot('sha256', leaves.slice(0, count)).toString('hex'), root, `${count} leaves`);
});

for (const algorithm of ['sha256', 'sm3'] as Algorithm[]) {
  test(`${algorithm}: the path of every leaf leads to the root, and of no other leaf`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (count, pick) => {
        const leaves = Array.from({ length: count }, () => randomBytes(32));
        const root = merkleRoot(algorithm, leaves);
        const index = pick % count;
        const path = merklePath(algorithm, leaves, index);
        assert.ok(path.length <= Math.ceil(Math.log2(count)));
        assert.deepEqual(rootByPath(algorithm, leaves[index]!, path), root);
        assert.notDeepEqual(rootByPath(algorithm, randomBytes(32), path), root);
      }),
      { numRuns: 60 },
    );
  });
}
