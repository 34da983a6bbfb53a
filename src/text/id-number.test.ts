import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasIdNumberShape, isIdNumber } from '#text/id-number.ts';

/** The first two are the examples of GB 11643; the others are of people who cannot be: codes 370000 and 110000 are nobody's home. */
const table: [value: string, right: boolean, shape: boolean][] = [
  ['11010519491231002X', true, true],
  ['440524188001010014', true, true],
  ['370000190001010016', false, true],
  ['110105194912310021', false, true],
  ['11010519491231002x', false, false],
  ['110105194913310029', false, false],
  ['110105194902300029', false, false],
  ['110105200002290010', false, true],
  ['110105190002290010', false, false],
  ['201005194912310020', false, false],
  ['110105179912310020', false, false],
  ['370000000101001', false, true],
  ['370000001301001', false, false],
  ['200000000101001', false, false],
  ['1101051949123100', false, false],
  ['1101051949123100234', false, false],
  ['１10105194912310021', false, false],
  ['', false, false],
];

for (const [value, right, shape] of table) {
  test(`${value || 'nothing'}: ${right ? 'right' : shape ? 'only the shape' : 'no'}`, () => {
    assert.equal(isIdNumber(value), right);
    assert.equal(hasIdNumberShape(value), shape);
  });
}

test('of the eleven check characters exactly one is right', () => {
  for (const start of ['37000019000101001', '11000019991231999', '44052418800101001']) {
    assert.equal([...'0123456789X'].filter((check) => isIdNumber(start + check)).length, 1);
  }
});
