import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInWeights, type Figures, heatOf, heatRows } from '#triage/theme/heat.ts';

const of = (more: Partial<Figures> = {}): Figures => ({
  ...{ signals: 40, reporters: 31, households: 15, townships: 4, recent: 15, before: 5, lastYear: null, again: 4 },
  ...{ months: [], areas: [] },
  ...more,
});
const points = (more: Partial<Figures> = {}) =>
  Object.fromEntries(heatRows(of(more), builtInWeights).map((row) => [row.term, row.points]));

test('each term by its own rule, and the sum of what is shown is the heat', () => {
  assert.deepEqual(points(), { reporters: 50, households: 20, townships: 4, growth: 10, season: 0, again: 5 });
  assert.equal(heatOf(of(), builtInWeights), 89);
  assert.equal(points({ before: null }).growth, 0, 'what cannot be told counts nothing');
  assert.equal(points({ lastYear: 35 }).season, -5, 'half of last year');
  assert.equal(points({ recent: 4, before: 1 }).growth, 5.8, 'from one to four is no fourfold growth');
  assert.equal(points({ recent: 4_000, before: 0 }).growth, 20, 'two doublings at most');
  assert.equal(points({ signals: 0, again: 0 }).again, 0);
});

const count = fc.integer({ min: 0, max: 100_000 });
test('more reporters, townships or recent signals never cool a theme, and what is shown adds up', () => {
  fc.assert(
    fc.property(count, count, count, count, fc.integer({ min: 1, max: 500 }), (a, b, c, d, more) => {
      const now = of({ reporters: a, townships: b, recent: c, before: d });
      const heat = heatOf(now, builtInWeights);
      const sum = heatRows(now, builtInWeights).reduce((total, row) => total + row.points, 0);
      assert.ok(Math.abs(heat - Math.max(0, sum)) < 0.051);
      for (const key of ['reporters', 'townships', 'recent'] as const)
        assert.ok(heatOf({ ...now, [key]: now[key] + more }, builtInWeights) >= heat);
    }),
  );
});
