/** Day numbers, number formats and the cells they make. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberCell } from '#sheet/number-cell.ts';
import { shownByCode, shownByFormat } from '#sheet/number-format.ts';
import { serialOfWallTime, wallTimeOfSerial } from '#sheet/serial.ts';
import { columnOf } from '#sheet/xlsx/cell-ref.ts';

const days: [serial: number, system: 1900 | 1904, at: string | undefined][] = [
  [1, 1900, '1900-01-01T00:00:00'],
  [59, 1900, '1900-02-28T00:00:00'],
  [61, 1900, '1900-03-01T00:00:00'],
  [25569, 1900, '1970-01-01T00:00:00'],
  [46093, 1900, '2026-03-12T00:00:00'],
  [46093.5, 1900, '2026-03-12T12:00:00'],
  [46093.378854166665, 1900, '2026-03-12T09:05:33'],
  [46093.99999999, 1900, '2026-03-13T00:00:00'],
  [2958465, 1900, '9999-12-31T00:00:00'],
  [2958466, 1900, undefined],
  [-1, 1900, undefined],
  [Number.NaN, 1900, undefined],
  [0, 1904, '1904-01-01T00:00:00'],
  [44631, 1904, '2026-03-12T00:00:00'],
];
for (const [serial, system, at] of days) {
  test(`day ${serial} of ${system} is ${at}`, () => assert.equal(wallTimeOfSerial(serial, system), at));
}

test('a wall time becomes a day number and comes back', () => {
  const seconds = fc.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(seconds, (date) => {
      const at = date.toISOString().slice(0, 19);
      assert.equal(wallTimeOfSerial(serialOfWallTime(at), 1900), at);
    }),
  );
});

const formats: [code: string, as: string][] = [
  ['General', 'plain'],
  ['@', 'plain'],
  ['0', 'plain'],
  ['0.00', 'plain'],
  ['#,##0', 'plain'],
  ['0%', 'percent'],
  ['0.00E+00', 'plain'],
  ['##0.0E+0', 'plain'],
  ['0_ ', 'plain'],
  ['0.00_);[Red]\\(0.00\\)', 'plain'],
  ['G/通用格式', 'plain'],
  ['[DBNum1][$-804]General', 'plain'],
  ['"day"0', 'plain'],
  ['0"月"', 'plain'],
  ['0\\d', 'plain'],
  ['[Red]0', 'plain'],
  ['¥#,##0.00', 'plain'],
  ['00000', 'zeros'],
  ['000-0000', 'plain'],
  ['yyyy-mm-dd', 'day'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['yyyy年m月d日', 'day'],
  ['[$-804]yyyy"年"m"月"d"日";@', 'day'],
  ['m/d', 'day'],
  ['mmm-yy', 'day'],
  ['yyyy"年"m"月"', 'day'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'day'],
  ['e"年"m"月"', 'day'],
  ['dddd', 'day'],
  ['m', 'day'],
  ['yyyy/m/d h:mm', 'minute'],
  ['yyyy-mm-dd hh:mm;@', 'minute'],
  ['m/d/yy h:mm AM/PM', 'minute'],
  ['yyyy"年"m"月"d"日" 上午/下午h"时"mm"分"', 'minute'],
  ['yyyy-mm-dd hh:mm:ss', 'second'],
  ['yyyy/m/d h:mm:ss.000', 'second'],
  ['h:mm', 'time'],
  ['hh:mm:ss', 'time'],
  ['[h]:mm', 'time'],
  ['mm:ss', 'time'],
  ['上午/下午h"时"mm"分"', 'time'],
  ['[ss]', 'time'],
];
for (const [code, as] of formats) {
  test(`${code} shows ${as}`, () => assert.equal(shownByCode(code).as, as));
}

test('formats without a definition go by their number, also those of Chinese versions', () => {
  const as = (id: number) => shownByFormat(id, undefined).as;
  assert.deepEqual([0, 2, 14, 20, 22, 31, 33, 46, 49, 57, 58].map(as), [
    'plain',
    'plain',
    'day',
    'time',
    'minute',
    'day',
    'time',
    'time',
    'plain',
    'day',
    'day',
  ]);
  assert.equal(shownByFormat(14, '0.00').as, 'plain');
});

test('a number that is no date in a date format stays a number, text stays text', () => {
  assert.deepEqual(numberCell('-1', { as: 'day' }, 1900), { number: -1, text: '-1' });
  assert.deepEqual(numberCell('1.5', { as: 'time' }, 1900), { date: '1900-01-01T12:00:00', shown: 'minute' });
  assert.equal(numberCell('abc', { as: 'plain' }, 1900), 'abc');
});

test('columns by letters', () => {
  assert.deepEqual(['A1', 'z9', 'AA10', 'XFD7', '7'].map(columnOf), [0, 25, 26, 16_383, -1]);
});
