/** The arithmetic of the three rates. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInRule, FEW, figureOf, ranksOf, scoreOf } from '#triage/rate/rate.ts';

test('a share with its interval; few are marked; nobody is no figure', () => {
  assert.equal(figureOf({ n: 0, sum: 0 }), undefined);
  assert.equal(figureOf({ n: FEW - 1, sum: 20 })!.few, true);
  const { value, low, high, few } = figureOf({ n: 733, sum: 712 })!;
  assert.equal(few, false);
  assert.ok(Math.abs(value - 0.97135) < 1e-5 && low < value && value < high);
});

test('the three weigh 30, 35 and 35, and one that is missing makes no whole', () => {
  const sums = { response: { n: 100, sum: 100 }, resolution: { n: 100, sum: 80 }, satisfaction: { n: 10, sum: 6 } };
  const score = scoreOf(sums, builtInRule)!;
  assert.ok(Math.abs(score.value - (0.3 + 0.35 * 0.8 + 0.35 * 0.6)) < 1e-12);
  assert.equal(score.few, true);
  assert.equal(scoreOf({ ...sums, response: { n: 0, sum: 0 } }, builtInRule), undefined);
});

test('ranks: equals share one, few and none take none and push nobody down', () => {
  const of = (value: number, few = false) => ({ value, few });
  assert.deepEqual(ranksOf([of(0.9), of(0.99, true), of(0.9), undefined, of(0.8)]), [1, null, 1, null, 3]);
  fc.assert(
    fc.property(
      fc.array(fc.record({ value: fc.double({ min: 0, max: 1, noNaN: true }), few: fc.boolean() })),
      (all) => {
        const ranks = ranksOf(all);
        all.forEach((one, i) => {
          const above = all.filter((other) => !other.few && other.value > one.value).length;
          assert.equal(ranks[i], one.few ? null : above + 1);
        });
      },
    ),
  );
});
