/** Working hours, days of a month, suspensions and extensions: tables, properties, and a reference minute by minute. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar } from '#clock/calendar.ts';
import { dueAt, type Limit, unitsOfTime } from '#clock/due.ts';
import { shareUsed } from '#clock/measure.ts';
import type { OfficeHours } from '#clock/office-hours.ts';
import { seedRows, seedYears } from '#clock/seed.ts';
import { compareCases } from '#test/due-cases.ts';

const whole: OfficeHours = {
  ...{ unit_id: null, valid_from: '2025-01-01', valid_to: null, weekdays: [1, 2, 3, 4, 5] },
  ...{ season_from: null, season_to: null, am_from: '08:30', am_to: '12:00', pm_from: '14:00', pm_to: '17:30' },
};
const summer = { ...whole, season_from: '06-01', season_to: '09-30', pm_from: '14:30', pm_to: '18:00' };
const court = { ...whole, unit_id: 'court', am_from: '09:00', pm_to: '17:00' };
const years = seedYears.map((year) => ({ year, version: 3 }));
const calendar = buildCalendar({ years, days: seedRows(), hours: [whole, summer, court], version: 5 });
const at = (wall: string) => new Date(`${wall.length > 16 ? wall : `${wall}:00`}+08:00`);
const span = (from: string, to: string | null) => ({ from: at(from), to: to === null ? null : at(to) });
const LAST = 'T23:59:59.999';

type Case = [start: string, limit: Omit<Limit, 'startedAt'>, due: string, provisional?: boolean];
const table: Case[] = [
  // 2026-03-13 is a Friday
  ['2026-03-13T09:00', { unit: 'working_hour', budget: 4 }, '2026-03-13T15:00'],
  ['2026-03-13T16:00', { unit: 'working_hour', budget: 2 }, '2026-03-16T09:00'],
  ['2026-03-13T12:30', { unit: 'working_hour', budget: 1 }, '2026-03-13T15:00'],
  ['2026-03-13T08:00', { unit: 'working_hour', budget: 7 }, '2026-03-13T17:30'],
  ['2026-03-13T16:00', { unit: 'working_hour', budget: 2, office: 'court' }, '2026-03-16T10:00'],
  ['2026-06-01T11:00', { unit: 'working_hour', budget: 2 }, '2026-06-01T15:30'],
  ['2026-09-30T17:30', { unit: 'working_hour', budget: 1 }, '2026-10-08T09:00'],
  ['2026-02-28T16:30', { unit: 'working_hour', budget: 2, extensions: [1] }, '2026-03-02T10:30'], // a worked Saturday
  ['2026-12-31T17:00', { unit: 'working_hour', budget: 1 }, '2027-01-04T09:00', true],
  ['2024-12-30T08:30', { unit: 'working_hour', budget: 8 }, '2024-12-30T18:00'], // no row yet: the usual hours
  ['2026-03-04T09:00', { unit: 'month_day', budget: 5 }, `2026-03-05${LAST}`],
  ['2026-03-05T09:00', { unit: 'month_day', budget: 5 }, `2026-04-05${LAST}`],
  ['2026-03-05T09:00', { unit: 'month_day', budget: 5, roll: true }, `2026-04-07${LAST}`],
  ['2026-12-06T09:00', { unit: 'month_day', budget: 5 }, `2027-01-05${LAST}`],
  ['2026-12-06T09:00', { unit: 'month_day', budget: 1, roll: true, extensions: [2] }, `2027-01-04${LAST}`, true],
  // suspensions
  [
    '2026-03-13T09:00',
    { unit: 'hour', budget: 4, suspensions: [span('2026-03-13T10:00', '2026-03-13T11:30')] },
    '2026-03-13T14:30',
  ],
  [
    '2026-03-13T09:00',
    { unit: 'hour', budget: 4, suspensions: [span('2026-03-13T13:00', '2026-03-14T13:00')] },
    '2026-03-13T13:00',
  ],
  ['2026-03-13T09:00', { unit: 'hour', budget: 4, suspensions: [span('2026-03-13T10:00', null)] }, '2026-03-13T13:00'],
  [
    '2026-03-13T09:00',
    { unit: 'working_hour', budget: 4, suspensions: [span('2026-03-13T10:00', '2026-03-16T10:00')] },
    '2026-03-16T15:00',
  ],
  [
    '2026-03-09T09:00',
    { unit: 'working_day', budget: 2, suspensions: [span('2026-03-10T10:00', '2026-03-10T15:00')] },
    `2026-03-11${LAST}`,
  ],
  [
    '2026-03-09T09:00',
    { unit: 'working_day', budget: 2, suspensions: [span('2026-03-11T10:00', '2026-03-13T09:00')] },
    `2026-03-13${LAST}`,
  ],
  [
    '2026-03-09T09:00',
    { unit: 'working_day', budget: 2, suspensions: [span('2026-03-09T10:00', '2026-03-11T09:00')] },
    `2026-03-13${LAST}`,
  ],
  [
    '2026-03-14T09:00',
    { unit: 'working_day', budget: 1, suspensions: [span('2026-03-14T10:00', '2026-03-16T09:00')] },
    `2026-03-16${LAST}`,
  ],
  [
    '2026-03-09T09:00',
    { unit: 'day', budget: 2, suspensions: [span('2026-03-11T10:00', '2026-03-13T09:00')] },
    `2026-03-13${LAST}`,
  ],
  [
    '2026-12-30T09:00',
    { unit: 'working_day', budget: 1, suspensions: [span('2026-12-31T10:00', '2027-01-01T09:00')] },
    `2027-01-04${LAST}`,
    true,
  ],
];

for (const [start, limit, due, provisional = false] of table) {
  const pauses = limit.suspensions?.map(({ from, to }) => `${from.toISOString()} to ${to?.toISOString()}`) ?? [];
  test(`${start} + ${limit.budget} ${limit.unit} ${limit.office ?? ''} ${pauses} is due ${due}`, () => {
    assert.deepEqual(dueAt(calendar, { ...limit, startedAt: at(start) }), {
      ...{ dueAt: at(due), provisional, calendarVersion: 5 },
    });
  });
}

test('it agrees with a reference that walks minute by minute, over ten years', () => {
  for (const seed of [11, 12]) compareCases(seed, 100);
});

const moment = fc.date({ min: at('2024-01-01T00:00'), max: at('2027-12-01T00:00'), noInvalidDate: true });
const suspension = fc
  .tuple(moment, fc.integer({ min: 0, max: 60 * 24 * 40 }))
  .map(([from, length]) => ({ from, to: new Date(from.getTime() + length * 60_000) }));
const limits = fc.record({
  startedAt: moment,
  unit: fc.constantFrom(...unitsOfTime.filter((unit) => unit !== 'month_day')),
  budget: fc.integer({ min: 1, max: 60 }),
  roll: fc.boolean(),
  suspensions: fc.array(suspension, { maxLength: 3 }),
  extensions: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
});

test('more budget or one suspension more is never due earlier; no limit ends while it is suspended', () => {
  fc.assert(
    fc.property(limits, fc.nat(20), suspension, (limit, more, pause) => {
      const due = dueAt(calendar, limit).dueAt;
      assert.ok(dueAt(calendar, { ...limit, budget: limit.budget + more }).dueAt >= due);
      assert.ok(dueAt(calendar, { ...limit, suspensions: [...limit.suspensions, pause] }).dueAt >= due);
      // Hours may end at the very moment at which a suspension begins.
      assert.ok(!limit.suspensions.some(({ from, to }) => from < due && due < to));
    }),
    { numRuns: 400 },
  );
});

test('suspending and resuming at once changes nothing, nor does the order of suspensions or extensions', () => {
  fc.assert(
    fc.property(limits, moment, (limit, when) => {
      const due = dueAt(calendar, limit);
      const { suspensions, extensions } = limit;
      for (const to of [when, null])
        assert.deepEqual(dueAt(calendar, { ...limit, suspensions: [...suspensions, { from: when, to }] }), due);
      const turned = { suspensions: suspensions.toReversed(), extensions: extensions.toReversed() };
      assert.deepEqual(dueAt(calendar, { ...limit, ...turned }), due);
    }),
    { numRuns: 300 },
  );
});

test('the share used goes from 0 to 1 as the limit ends, and stands still while it is suspended', () => {
  const four: Limit = { startedAt: at('2026-03-13T09:00'), unit: 'working_hour', budget: 4 };
  const share = (limit: Limit, now: string) =>
    shareUsed(calendar, { ...limit, dueAt: dueAt(calendar, limit).dueAt }, at(now));
  assert.equal(share(four, '2026-03-13T09:00'), 0);
  assert.equal(share(four, '2026-03-13T13:00'), 0.75);
  assert.equal(share(four, '2026-03-13T15:00'), 1);
  assert.equal(share(four, '2026-03-13T16:00'), 1.25);
  const paused = { ...four, suspensions: [span('2026-03-13T10:00', null)] };
  assert.equal(share(paused, '2026-03-20T10:00'), 0.25);
  const resumed = { ...four, suspensions: [span('2026-03-13T10:00', '2026-03-16T10:00')] };
  assert.equal(share(resumed, '2026-03-16T11:00'), 0.5);
  fc.assert(
    fc.property(limits, fc.nat(2_000), fc.nat(500), (limit, after, more) => {
      const running = { ...limit, dueAt: dueAt(calendar, limit).dueAt };
      const now = new Date(limit.startedAt.getTime() + after * 3_600_000);
      const [first, second] = [now, new Date(now.getTime() + more * 3_600_000)].map((one) =>
        shareUsed(calendar, running, one),
      );
      assert.ok(first! <= second!);
      if (now < new Date(running.dueAt.getTime() - 1000)) assert.ok(first! <= 1);
      if (now > new Date(running.dueAt.getTime() + 1000)) assert.ok(first! >= 1);
    }),
    { numRuns: 300 },
  );
});

test('a suspension that ends before it begins, and a day that no month has, are errors of the program', () => {
  const startedAt = at('2026-03-11T09:00');
  const backwards = [span('2026-03-12T09:00', '2026-03-11T10:00')];
  assert.throws(() => dueAt(calendar, { startedAt, unit: 'hour', budget: 1, suspensions: backwards }), RangeError);
  for (const budget of [0, 29, 1.5])
    assert.throws(() => dueAt(calendar, { startedAt, unit: 'month_day', budget }), RangeError);
});
