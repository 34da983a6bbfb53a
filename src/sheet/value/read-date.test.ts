/** Dates of cells: what offices write, and the wall time that is meant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cell } from '#sheet/sheet.ts';
import { readDate } from '#sheet/value/read-date.ts';

const number = (text: string): Cell => ({ number: Number(text), text });

const understood: [cell: Cell, at: string, precision: string][] = [
  ['2026年3月12日', '2026-03-12T00:00:00', 'day'],
  ['2026年03月12号', '2026-03-12T00:00:00', 'day'],
  ['2026 年 3 月 12 日', '2026-03-12T00:00:00', 'day'],
  ['２０２６年３月１２日', '2026-03-12T00:00:00', 'day'],
  ['二〇二六年三月十二日', '2026-03-12T00:00:00', 'day'],
  ['二○二六年十二月三十一日', '2026-12-31T00:00:00', 'day'],
  ['二零二六年十月二十日', '2026-10-20T00:00:00', 'day'],
  ['2026.3.12', '2026-03-12T00:00:00', 'day'],
  ['2026.3.12.', '2026-03-12T00:00:00', 'day'],
  ['2026．3．12', '2026-03-12T00:00:00', 'day'],
  ['2026、3、12', '2026-03-12T00:00:00', 'day'],
  ['2026/3/12', '2026-03-12T00:00:00', 'day'],
  ['2026-3-12', '2026-03-12T00:00:00', 'day'],
  [' 2026-03-12\n', '2026-03-12T00:00:00', 'day'],
  ["'2026-03-12", '2026-03-12T00:00:00', 'day'],
  ['20260312', '2026-03-12T00:00:00', 'day'],
  [number('20260312'), '2026-03-12T00:00:00', 'day'],
  ['2026-03-12（星期四）', '2026-03-12T00:00:00', 'day'],
  ['2026年3月12日 周四', '2026-03-12T00:00:00', 'day'],
  ['2024-02-29', '2024-02-29T00:00:00', 'day'],
  ['2026/3/12 9:05', '2026-03-12T09:05:00', 'minute'],
  ['2026-03-12 09：05', '2026-03-12T09:05:00', 'minute'],
  ['2026-03-12\n09 : 05', '2026-03-12T09:05:00', 'minute'],
  ['2026年3月12日 下午3:05', '2026-03-12T15:05:00', 'minute'],
  ['2026年3月12日下午3时5分', '2026-03-12T15:05:00', 'minute'],
  ['2026年3月12日 9点半', '2026-03-12T09:30:00', 'minute'],
  ['2026年3月12日9时', '2026-03-12T09:00:00', 'minute'],
  ['2026/3/12 星期四 上午 9:05', '2026-03-12T09:05:00', 'minute'],
  ['2026/3/12 上午12:30', '2026-03-12T00:30:00', 'minute'],
  ['2026/3/12 中午12:30', '2026-03-12T12:30:00', 'minute'],
  ['2026/3/12 中午1:10', '2026-03-12T13:10:00', 'minute'],
  ['2026/3/12 下午12:30', '2026-03-12T12:30:00', 'minute'],
  ['2026/3/12 下午15:05', '2026-03-12T15:05:00', 'minute'],
  ['2026/3/12 晚上8点', '2026-03-12T20:00:00', 'minute'],
  ['2026/3/12 凌晨1:05', '2026-03-12T01:05:00', 'minute'],
  ['2026/3/12 3:05 PM', '2026-03-12T15:05:00', 'minute'],
  ['202603120905', '2026-03-12T09:05:00', 'minute'],
  ['20260312 09:05', '2026-03-12T09:05:00', 'minute'],
  ['2026-03-12 24:00', '2026-03-13T00:00:00', 'minute'],
  ['2026-12-31 24:00:00', '2027-01-01T00:00:00', 'second'],
  ['2026-03-12 09:05:33', '2026-03-12T09:05:33', 'second'],
  ['2026-03-12 09:05:33.0', '2026-03-12T09:05:33', 'second'],
  ['2026年3月12日15时5分33秒', '2026-03-12T15:05:33', 'second'],
  ['20260312090533', '2026-03-12T09:05:33', 'second'],
  ['20260312090533123', '2026-03-12T09:05:33', 'second'],
  [number('20260312090533'), '2026-03-12T09:05:33', 'second'],
  ['2026-03-12T09:05:33', '2026-03-12T09:05:33', 'second'],
  ['2026-03-12T01:05:33Z', '2026-03-12T09:05:33', 'second'],
  ['2026-03-12T01:05:33.123Z', '2026-03-12T09:05:33', 'second'],
  ['2026-03-12T09:05:33+08:00', '2026-03-12T09:05:33', 'second'],
  ['2026-03-12T20:05-05:00', '2026-03-13T09:05:00', 'minute'],
  ['2026-03-12 09:05:33 +0800', '2026-03-12T09:05:33', 'second'],
  ['Thu Mar 12 09:05:33 CST 2026', '2026-03-12T09:05:33', 'second'],
  ['Mar 12, 2026', '2026-03-12T00:00:00', 'day'],
  ['12-Mar-2026', '2026-03-12T00:00:00', 'day'],
  ['12 March 2026 9:05', '2026-03-12T09:05:00', 'minute'],
  [number('46093'), '2026-03-12T00:00:00', 'day'],
  ['46093', '2026-03-12T00:00:00', 'day'],
  ['46093.378472222219', '2026-03-12T09:05:00', 'minute'],
  [number('46093.3788541667'), '2026-03-12T09:05:33', 'second'],
  [{ date: '2026-03-12T00:00:00', shown: 'day' }, '2026-03-12T00:00:00', 'day'],
  [{ date: '2026-03-12T09:05:00', shown: 'minute' }, '2026-03-12T09:05:00', 'minute'],
  [{ date: '2026-03-12T09:05:33', shown: 'second' }, '2026-03-12T09:05:33', 'second'],
];

const refused: [cell: Cell, problem: string][] = [
  [null, 'field_required'],
  ['  \n', 'field_required'],
  ['12/3/2026', 'date_ambiguous'],
  ['25/3/2026', 'date_ambiguous'],
  ['3-12-2026 9:05', 'date_ambiguous'],
  ['26.3.12', 'date_ambiguous'],
  ['26年3月12日', 'date_ambiguous'],
  ['3月12日', 'date_without_year'],
  ['3月12日 9:05', 'date_without_year'],
  ['3/12', 'date_without_year'],
  ['2026年3月', 'date_without_day'],
  ['2026-03', 'date_without_day'],
  [number('2026.3'), 'date_without_day'],
  ['2026年', 'date_without_day'],
  ['2026-02-30', 'date_impossible'],
  ['2026年13月1日', 'date_impossible'],
  ['2025-02-29', 'date_impossible'],
  ['20260431', 'date_impossible'],
  ['2026-03-12 25:00', 'date_impossible'],
  ['2026-03-12 24:01', 'date_impossible'],
  ['2026-03-12 09:61', 'date_impossible'],
  ['1989-12-31', 'date_out_of_range'],
  ['2101-01-01', 'date_out_of_range'],
  ['0095-03-12', 'date_out_of_range'],
  [number('20000'), 'date_out_of_range'],
  ['2026-03-12 9:00-10:30', 'date_unreadable'],
  ['2026-03-12至2026-03-15', 'date_unreadable'],
  ['昨天下午', 'date_unreadable'],
  ['约2026年3月12日', 'date_unreadable'],
  ['1773277533', 'date_unreadable'],
  [number('13812345678'), 'date_unreadable'],
  [number('-5'), 'date_unreadable'],
  [true, 'date_unreadable'],
  [{ error: '#N/A' }, 'date_unreadable'],
];

for (const [cell, at, precision] of understood) {
  test(`${JSON.stringify(cell)} is ${at}`, () => {
    assert.deepEqual(readDate(cell, { dateSystem: 1900 }), { at, precision });
  });
}

for (const [cell, problem] of refused) {
  test(`${JSON.stringify(cell)} is refused: ${problem}`, () => {
    assert.deepEqual(readDate(cell, { dateSystem: 1900 }), { problem });
  });
}

test('a bare number counts from the beginning of the file’s own date system', () => {
  assert.deepEqual(readDate(number('44631'), { dateSystem: 1904 }), { at: '2026-03-12T00:00:00', precision: 'day' });
});

const moment = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2100-12-31T23:59:59Z'),
  noInvalidDate: true,
});

test('every moment is understood alike in every form it is written in', () => {
  fc.assert(
    fc.property(moment, (date) => {
      const iso = date.toISOString().slice(0, 19);
      const [year, month, day, hour, minute, second] = iso.split(/[-T:]/).map(Number);
      const forms = [
        iso,
        `${year}年${month}月${day}日 ${hour}:${minute}:${second}`,
        `${year}/${month}/${day} ${hour}时${minute}分${second}秒`,
        iso.replace(/\D/g, ''),
        iso.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
        `${year}.${month}.${day} ${hour! < 12 ? '上午' : '下午'}${hour! % 12 || 12}:${minute}:${second}`,
      ];
      for (const form of forms) {
        assert.deepEqual(readDate(form, { dateSystem: 1900 }), { at: iso, precision: 'second' }, form);
      }
    }),
  );
});

test('no text at all makes it fail or yields a day that does not exist', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.:年月日时分秒 上下午TZ+半') }), (text) => {
      const read = readDate(text, { dateSystem: 1900 });
      if ('at' in read) assert.equal(new Date(`${read.at}Z`).toISOString().slice(0, 19), read.at);
    }),
  );
});
