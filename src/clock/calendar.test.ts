import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCalendar, isWorkingDay } from '#clock/calendar.ts';
import { addDays, dayOf, endOfDay, startOfDay, weekdayOf } from '#clock/day.ts';
import { fixedClock, realClock } from '#clock/now.ts';
import { seedRows, seedYears } from '#clock/seed.ts';

const years = seedYears.map((year) => ({ year, version: 3 }));
const calendar = buildCalendar({ years, days: seedRows() });

function days(from: string, to: string): string[] {
  const found = [];
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(day);
  return found;
}

test('2026 is the State Council’s arrangement, day by day', () => {
  const off = [
    days('2026-01-01', '2026-01-03'),
    days('2026-02-15', '2026-02-23'),
    days('2026-04-04', '2026-04-06'),
    days('2026-05-01', '2026-05-05'),
    days('2026-06-19', '2026-06-21'),
    days('2026-09-25', '2026-09-27'),
    days('2026-10-01', '2026-10-07'),
  ].flat();
  const work = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
  for (const day of days('2026-01-01', '2026-12-31')) {
    const weekend = [0, 6].includes(weekdayOf(day));
    assert.equal(isWorkingDay(calendar, day), work.includes(day) || !(weekend || off.includes(day)), day);
  }
});

test('the years before have the number of working days that were published: 251, 248, 248', () => {
  const count = (year: number) =>
    days(`${year}-01-01`, `${year}-12-31`).filter((day) => isWorkingDay(calendar, day)).length;
  assert.deepEqual([2024, 2025, 2026].map(count), [251, 248, 248]);
});

test('seed rows are only exceptions, named in both languages, in order, and never of a year not published', () => {
  const rows = seedRows();
  assert.deepEqual(new Set(rows.map((row) => Number(row.day.slice(0, 4)))), new Set(seedYears));
  for (const [at, row] of rows.entries()) {
    assert.equal([0, 6].includes(weekdayOf(row.day)), row.kind === 'work', row.day);
    assert.match(row.name_zh, /^\p{Script=Han}+$/u);
    assert.match(row.name_en, /^[A-Z][A-Za-z' -]+$/);
    assert.ok(at === 0 || rows[at - 1]!.day < row.day);
  }
});

test('a year not published has weekends and the fixed holidays, 2 May since 2025', () => {
  const none = buildCalendar({ years: [], days: [] });
  const table: [day: string, works: boolean][] = [
    ['2027-01-01', false],
    ['2027-01-04', true],
    ['2027-02-08', true],
    ['2028-05-01', false],
    ['2028-05-02', false],
    ['2028-05-03', true],
    ['2023-05-02', true],
    ['2027-10-01', false],
    ['2029-10-02', false],
    ['2029-10-03', false],
    ['2029-10-04', true],
    ['2027-10-09', false],
  ];
  for (const [day, works] of table) assert.equal(isWorkingDay(none, day), works, day);
});

test('in a published year only its rows count; a row counts in any year', () => {
  const strange = buildCalendar({
    years: [
      { year: 2030, version: 4 },
      { year: 2029, version: 7 },
    ],
    days: [
      { day: '2030-01-05', kind: 'work' },
      { day: '2031-01-02', kind: 'off' },
    ],
  });
  assert.equal(isWorkingDay(strange, '2030-10-01'), true);
  assert.equal(isWorkingDay(strange, '2030-01-05'), true);
  assert.equal(isWorkingDay(strange, '2031-01-02'), false);
  assert.equal(strange.version, 7);
  assert.equal(buildCalendar({ years: [], days: [] }).version, 0);
});

test('a day is the day in Shanghai, whatever the zone of the machine', () => {
  assert.equal(dayOf(new Date('2026-03-11T15:59:59.999Z')), '2026-03-11');
  assert.equal(dayOf(new Date('2026-03-11T16:00:00Z')), '2026-03-12');
  assert.equal(startOfDay('2026-03-12').toISOString(), '2026-03-11T16:00:00.000Z');
  assert.equal(endOfDay('2026-03-12').toISOString(), '2026-03-12T15:59:59.999Z');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
  assert.equal(weekdayOf('2026-03-12'), 4);
  for (const text of ['2026-02-30', '2026-3-12', '', '2026-03-12T00:00'])
    assert.throws(() => startOfDay(text), RangeError);
});

test('a fixed clock stands still and wants a zone; the real one goes', () => {
  const clock = fixedClock('2026-03-12T17:30:00+08:00');
  clock.now().setFullYear(2000);
  assert.equal(clock.now().toISOString(), '2026-03-12T09:30:00.000Z');
  assert.throws(() => fixedClock('2026-03-12T17:30:00'), RangeError);
  assert.throws(() => fixedClock('someday+08:00'), RangeError);
  assert.ok(realClock().now() > new Date('2026-01-01'));
});
