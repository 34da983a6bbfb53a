/** Reading an arrangement as people have it, and comparing two. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedRows } from '#clock/seed.ts';
import { firstDifference, wrongWith } from '#rules/arrangement.ts';
import { readArrangement } from '#rules/arrangement-text.ts';
import { type OfficeHoursRow, wrongHours } from '#rules/office-hours.ts';

const day = (date: string, kind: 'off' | 'work', name = '') => ({ day: `2027-${date}`, kind, name });

test('rows copied out of a sheet, CSV and JSON say the same', () => {
  const said = [day('01-01', 'off', '元旦'), day('01-09', 'work', '元旦')];
  const texts = [
    '年份\t日期\t类型\t名称\n2027\t2027-01-01\t休\t元旦\n2027\t2027-01-09\t班\t元旦\n',
    '\uFEFF日期,星期,安排,节日\r\n2027年1月1日,周五,放假,元旦\r\n2027/1/9,周六,上班,元旦',
    JSON.stringify(said),
    JSON.stringify({ year: 2027, days: said }),
  ];
  for (const text of texts) assert.deepEqual(readArrangement(text), { year: 2027, days: said, wrong: [] }, text);
});

test('a row without a date or without its kind is named, not passed over', () => {
  const { days, wrong } = readArrangement('日期,类型\n2027-01-01,休\n元旦,休\n2027-01-02,半天\n');
  assert.equal(days.length, 1);
  assert.deepEqual(
    wrong.map(({ code, message }) => `${code} ${message.zh.slice(0, 6)}`),
    ['calendar_not_a_day 第 3 行：', 'calendar_no_kind 第 4 行：'],
  );
  assert.deepEqual(readArrangement('{ broken').wrong.length + readArrangement('').days.length, 0);
});

test('the years that were published can be taken, and two arrangements differ from their first other day on', () => {
  for (const year of [2024, 2025, 2026]) {
    const days = seedRows()
      .filter((row) => row.day.startsWith(`${year}`))
      .map((row) => ({ ...row, name: row.name_zh }));
    assert.deepEqual(wrongWith(year, days), []);
    assert.equal(firstDifference(days, days.toReversed()), undefined);
    assert.equal(firstDifference(days, days.slice(1)), days[0]!.day);
  }
});

test('rows of office hours overlap by unit, weekday, season and validity alone', () => {
  const row: OfficeHoursRow = {
    ...{ unit_id: null, valid_from: '2026-01-01', valid_to: null, weekdays: [1, 2, 3, 4, 5] },
    ...{ season_from: null, season_to: null, am_from: '08:30', am_to: '12:00', pm_from: '14:00', pm_to: '17:30' },
  };
  const winter = { ...row, season_from: '11-01', season_to: '03-31' };
  const table: [OfficeHoursRow, OfficeHoursRow, string[]][] = [
    [row, row, ['hours_overlap']],
    [row, { ...row, valid_to: '2025-12-31', valid_from: '2025-01-01' }, []],
    [row, { ...row, unit_id: 'x' }, []],
    [row, { ...row, season_from: '05-01', season_to: '09-30' }, []],
    [winter, { ...row, season_from: '03-31', season_to: '09-30' }, ['hours_overlap']],
    [winter, { ...row, season_from: '04-01', season_to: '10-31' }, []],
    [{ ...row, weekdays: [5] }, { ...row, weekdays: [1, 2, 3, 4] }, []],
    [{ ...row, pm_to: null }, row, ['hours_afternoon_half', 'hours_overlap']],
    [{ ...row, pm_from: '11:00', unit_id: 'x' }, row, ['hours_ended_before']],
    [{ ...row, valid_to: '2025-01-01' }, row, ['hours_ended_before']],
  ];
  for (const [one, other, codes] of table)
    assert.deepEqual(
      wrongHours(one, [other]).map(({ code }) => code),
      codes,
      JSON.stringify([one, other]),
    );
});
