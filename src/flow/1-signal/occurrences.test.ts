import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { countOccurrences } from '#signal/occurrences.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

test('counts like a map, whatever the order and however often it has to grow', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 12_000, minLength: 0 }), (rows) => {
      const occurrences = countOccurrences();
      const known = new Map<number, number>();
      for (const row of rows) {
        const before = known.get(row) ?? 0;
        known.set(row, before + 1);
        if (occurrences.next(hashOf(`${row}`)) !== before) return false;
      }
      return true;
    }),
    { numRuns: 20 },
  );
});

test('grows past its first size', () => {
  const occurrences = countOccurrences();
  for (let row = 0; row < 10_000; row++) assert.equal(occurrences.next(hashOf(`${row}`)), 0);
  for (let row = 0; row < 10_000; row++) assert.equal(occurrences.next(hashOf(`${row}`)), 1);
});
