import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { legendOf, rangeOf, shadeOf } from '#web/indicators/heat-shade.ts';

test('a missing reading is no zero: it neither widens the range nor has a shade', () => {
  assert.deepEqual(rangeOf([{ cells: [3, null, 7] }, { cells: [null] }]), { min: 3, max: 7 });
  assert.equal(rangeOf([{ cells: [null] }]), undefined);
});

test('greater is darker, from 0 to 1', () => {
  const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(figures, (values) => {
      const range = rangeOf([{ cells: values }])!;
      const shades = [...values].sort((a, b) => a - b).map((value) => shadeOf(value, range));
      assert.ok(shades.every((shade, i) => shade >= 0 && shade <= 1 && (i === 0 || shade >= shades[i - 1]!)));
    }),
  );
  assert.deepEqual(legendOf({ min: 0, max: 8 }), [0, 2, 4, 6, 8]);
  assert.deepEqual(legendOf({ min: 3, max: 3 }), [3]);
});
