import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar, type Calendar } from '#clock/calendar.ts';
import { dueAt, type Limit } from '#clock/due.ts';
import { seedRows, seedYears } from '#clock/seed.ts';

const rows = seedRows();
const calendar = buildCalendar({ years: seedYears.map((year) => ({ year, version: 3 })), days: rows });
const at = (wall: string) => new Date(`${wall}+08:00`);
const lastOf = (day: string) => at(`${day}T23:59:59.999`);

type Case = [start: string, limit: Omit<Limit, 'startedAt'>, due: string, provisional?: boolean];
const table: Case[] = [
  // working days
  ['2026-02-13T10:00:00', { budget: 15, unit: 'working_day' }, '2026-03-12'],
  ['2026-02-13T00:00:00', { budget: 15, unit: 'working_day' }, '2026-03-12'],
  ['2026-02-13T23:59:59.999', { budget: 15, unit: 'working_day' }, '2026-03-12'],
  ['2026-03-11T09:00:00', { budget: 1, unit: 'working_day' }, '2026-03-12'],
  ['2026-03-13T09:00:00', { budget: 1, unit: 'working_day' }, '2026-03-16'],
  ['2026-03-14T09:00:00', { budget: 1, unit: 'working_day' }, '2026-03-16'],
  ['2026-02-13T09:00:00', { budget: 1, unit: 'working_day' }, '2026-02-14'],
  ['2026-02-14T09:00:00', { budget: 1, unit: 'working_day' }, '2026-02-24'],
  ['2026-09-30T09:00:00', { budget: 1, unit: 'working_day' }, '2026-10-08'],
  ['2026-02-13T10:00:00', { budget: 10, unit: 'working_day', extensions: [3, 2] }, '2026-03-12'],
  ['2026-03-11T09:00:00', { budget: 0, unit: 'working_day' }, '2026-03-11'],
  ['2026-12-31T09:00:00', { budget: 1, unit: 'working_day' }, '2027-01-04', true],
  ['2026-12-30T09:00:00', { budget: 1, unit: 'working_day' }, '2026-12-31'],
  // natural days
  ['2026-03-11T09:00:00', { budget: 7, unit: 'day' }, '2026-03-18'],
  ['2026-02-10T09:00:00', { budget: 7, unit: 'day' }, '2026-02-17'],
  ['2026-02-10T09:00:00', { budget: 7, unit: 'day', roll: true }, '2026-02-24'],
  ['2026-02-07T09:00:00', { budget: 7, unit: 'day', roll: true }, '2026-02-14'],
  ['2026-02-09T09:00:00', { budget: 4, unit: 'day', roll: true, extensions: [2] }, '2026-02-24'],
  ['2026-12-25T09:00:00', { budget: 7, unit: 'day', roll: true }, '2027-01-04', true],
  ['2026-12-25T09:00:00', { budget: 7, unit: 'day' }, '2027-01-01'],
];

for (const [start, limit, due, provisional = false] of table) {
  test(`${start} + ${limit.budget} ${limit.unit} is due at the end of ${due}`, () => {
    assert.deepEqual(dueAt(calendar, { ...limit, startedAt: at(start) }), {
      dueAt: lastOf(due),
      provisional,
      calendarVersion: 3,
    });
  });
}

test('hours run through nights and holidays', () => {
  const due = dueAt(calendar, { startedAt: at('2026-12-31T23:00:00'), budget: 2, unit: 'hour', extensions: [0.5] });
  assert.deepEqual(due, { dueAt: at('2027-01-01T01:30:00'), provisional: false, calendarVersion: 3 });
});

test('a budget that is none, and a start that is no moment, are errors of the program', () => {
  const startedAt = at('2026-03-11T09:00:00');
  for (const budget of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 4000]) {
    assert.throws(() => dueAt(calendar, { startedAt, budget, unit: 'working_day' }), RangeError);
    if (budget !== 4000 && budget !== 1.5)
      assert.throws(() => dueAt(calendar, { startedAt, budget, unit: 'hour' }), RangeError);
  }
  assert.throws(() => dueAt(calendar, { startedAt, budget: 1, unit: 'day', extensions: [-1] }), RangeError);
  assert.throws(() => dueAt(calendar, { startedAt: new Date(Number.NaN), budget: 1, unit: 'hour' }), RangeError);
});

/** Walks hour by hour and asks the Intl time zone database what day it is: slow, and nothing shared with the real one. */
function slowly(known: Calendar, limit: Limit): Date {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
  const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'short' });
  const works = (moment: Date) => {
    const day = format.format(moment);
    const kind = rows.find((row) => row.day === day)?.kind;
    if (kind) return kind === 'work';
    const fixed = /-(01-01|05-0[12]|10-0[123])$/.test(day) && !known.published.has(Number(day.slice(0, 4)));
    return !/S/.test(weekday.format(moment)) && !fixed;
  };
  const next = (moment: Date) => {
    let later = moment;
    while (format.format(later) === format.format(moment)) later = new Date(later.getTime() + 3_600_000);
    return later;
  };
  let moment = limit.startedAt;
  for (let left = limit.budget; left > 0; ) {
    moment = next(moment);
    if (limit.unit === 'day' || works(moment)) left -= 1;
  }
  while (limit.roll && limit.unit === 'day' && !works(moment)) moment = next(moment);
  return lastOf(format.format(moment));
}

test('it agrees with a slow reference, from any moment of the known years into unknown ones', () => {
  const limits = fc.record({
    startedAt: fc.date({ min: at('2025-12-01T00:00:00'), max: at('2027-06-01T00:00:00'), noInvalidDate: true }),
    budget: fc.integer({ min: 0, max: 25 }),
    unit: fc.constantFrom('day' as const, 'working_day' as const),
    roll: fc.boolean(),
  });
  fc.assert(
    fc.property(limits, (limit) => assert.deepEqual(dueAt(calendar, limit).dueAt, slowly(calendar, limit))),
    { numRuns: 150 },
  );
});

test('a day more is never due earlier, and splitting a budget into extensions changes nothing', () => {
  const limits = fc.record({
    startedAt: fc.date({ min: at('2024-01-01T00:00:00'), max: at('2027-12-01T00:00:00'), noInvalidDate: true }),
    budget: fc.integer({ min: 0, max: 300 }),
    unit: fc.constantFrom('day' as const, 'working_day' as const),
    roll: fc.boolean(),
  });
  fc.assert(
    fc.property(limits, fc.nat(100), (limit, more) => {
      const longer = dueAt(calendar, { ...limit, budget: limit.budget + more });
      assert.ok(longer.dueAt >= dueAt(calendar, limit).dueAt);
      assert.deepEqual(dueAt(calendar, { ...limit, extensions: [more] }), longer);
    }),
    { numRuns: 300 },
  );
});
