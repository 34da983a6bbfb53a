/** The lot is the same for everybody who draws it, takes its share of every channel and unit, and favours nobody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawLot } from '#triage/callback/lot.ts';

const member = fc.record({
  number: fc.integer({ min: 1, max: 999_999 }).map((n) => `20260312${String(n).padStart(6, '0')}`),
  channel: fc.constantFrom('hotline', 'web'),
  unit: fc.constantFrom('urban', 'water', null),
});
const population = fc.uniqueArray(member, { selector: ({ number }) => number, maxLength: 60 });
const day = '2026-03-12';

test('whoever draws it again from the same numbers in any order gets the same', () => {
  fc.assert(
    fc.property(population, fc.integer({ min: 0, max: 100 }), fc.string(), (people, percent, seed) => {
      const once = drawLot(seed, day, people, () => percent);
      const again = drawLot(seed, day, people.toReversed(), () => percent);
      assert.deepEqual(once, again);
    }),
  );
});

test('every channel and unit gives its share, to within one; nobody is drawn twice; all and nobody are exact', () => {
  fc.assert(
    fc.property(population, fc.integer({ min: 0, max: 100 }), (people, percent) => {
      const { drawn, strata } = drawLot('s', day, people, () => percent);
      for (const { of, taken } of strata) assert.ok(Math.abs(taken - (of * percent) / 100) < 1);
      assert.equal(new Set(drawn.map(({ number }) => number)).size, drawn.length);
      assert.equal(
        strata.reduce((sum, { of }) => sum + of, 0),
        people.length,
      );
      assert.equal(drawLot('s', day, people, () => 100).drawn.length, people.length);
      assert.equal(drawLot('s', day, people, () => 0).drawn.length, 0);
    }),
  );
});

test('a unit of three gets its fifth over many days, and another seed draws others', () => {
  const three = ['1', '2', '3'].map((number) => ({ number, channel: 'hotline', unit: 'urban' }));
  const hits = { 1: 0, 2: 0, 3: 0 } as Record<string, number>;
  for (let seed = 0; seed < 3_000; seed++)
    for (const { number } of drawLot(String(seed), day, three, () => 20).drawn) hits[number]!++;
  // 600 each by chance; the bounds are five standard deviations.
  for (const count of Object.values(hits)) assert.ok(count > 490 && count < 710, JSON.stringify(hits));
});
