/** Wilson's interval against figures in the books, and what holds for every one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wilson } from '#statistics/wilson.ts';

test('as R gives it (prop.test without correction)', () => {
  for (const [hits, n, low, high] of [
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [15, 30, 0.3315, 0.6685],
    [970, 1000, 0.9575, 0.9789],
  ] as const) {
    const found = wilson(hits / n, n);
    assert.ok(
      Math.abs(found.low - low) < 5e-4 && Math.abs(found.high - high) < 5e-4,
      `${hits}/${n} ${JSON.stringify(found)}`,
    );
  }
});

test('it holds the share, stays within 0 and 1, and grows narrower with more', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 100_000 }), (share, n) => {
      const { low, high } = wilson(share, n);
      assert.ok(low >= 0 && high <= 1 && low <= share + 1e-9 && high >= share - 1e-9);
      const more = wilson(share, n * 4);
      assert.ok(more.high - more.low <= high - low + 1e-12);
    }),
  );
});
