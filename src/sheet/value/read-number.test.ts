import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberCell } from '#sheet/number-cell.ts';
import { shownByCode, shownByFormat } from '#sheet/number-format.ts';
import { readNumber } from '#sheet/value/read-number.ts';

test('figures as offices write them', () => {
  const read = (text: string) => readNumber(text);
  assert.deepEqual(read('1,234.5'), { number: 1234.5, unit: '' });
  assert.deepEqual(read('９８．０５％'), { number: 98.05, unit: '%' });
  assert.deepEqual(read(' 35 件/月 '), { number: 35, unit: '件/月' });
  assert.deepEqual(read('-0.5'), { number: -0.5, unit: '' });
  assert.deepEqual(read('.5'), { number: 0.5, unit: '' });
  assert.deepEqual(read('−3'), { number: -3, unit: '' });
  for (const none of ['', '约35', '35-40', '1,23', '1.2.3', '三十五', '%', '12 000', '1e5', '#N/A'])
    assert.deepEqual(read(none), { problem: 'reading_not_a_number' }, none);
});

test('a cell shown as a percentage is read as it is shown', () => {
  const percent = shownByFormat(10, undefined);
  assert.deepEqual(readNumber(numberCell('0.9805', percent, 1900)), { number: 98.05, unit: '%' });
  assert.deepEqual(readNumber(numberCell('0.285', shownByCode('0.0%'), 1900)), { number: 28.5, unit: '%' });
  assert.deepEqual(readNumber(numberCell('1', shownByCode('0"%"'), 1900)), { number: 1, unit: '' });
});

test('every figure that is written plainly comes back', () => {
  const plain = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toFixed(4)));
  fc.assert(
    fc.property(plain, fc.constantFrom('', '%', '分钟', '件/月'), (value, unit) => {
      const read = readNumber(`${Object.is(value, -0) ? 0 : value}${unit}`);
      assert.deepEqual(read, { number: value === 0 ? 0 : value, unit });
    }),
  );
});
