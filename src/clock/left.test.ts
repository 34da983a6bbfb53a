import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar } from '#clock/calendar.ts';
import { dueAt, type UnitOfTime } from '#clock/due.ts';
import { lightOf, sayLeft, timeLeft } from '#clock/left.ts';
import { seedRows, seedYears } from '#clock/seed.ts';

const calendar = buildCalendar({ years: seedYears.map((year) => ({ year, version: 1 })), days: seedRows() });
const at = (wall: string) => new Date(`${wall}+08:00`);
const endOf = (day: string) => at(`${day}T23:59:59.999`);

const table: [now: string, due: Date, unit: UnitOfTime, zh: string, en: string][] = [
  // 2026-03-11 is a Wednesday
  ['2026-03-11T21:00:00', endOf('2026-03-12'), 'working_day', '还有 1 个工作日 3 小时', '1 working day 3 hours left'],
  ['2026-03-12T00:00:00', endOf('2026-03-12'), 'working_day', '还有 1 个工作日', '1 working day left'],
  ['2026-03-12T21:00:00', endOf('2026-03-12'), 'working_day', '还有 3 小时', '3 hours left'],
  ['2026-03-12T21:30:00', endOf('2026-03-12'), 'working_day', '还有 2 小时 30 分钟', '2 hours 30 minutes left'],
  ['2026-03-12T23:59:30', endOf('2026-03-12'), 'working_day', '还有不到 1 分钟', 'less than a minute left'],
  [
    '2026-03-13T12:00:00',
    endOf('2026-03-17'),
    'working_day',
    '还有 2 个工作日 12 小时',
    '2 working days 12 hours left',
  ],
  ['2026-03-14T12:00:00', endOf('2026-03-16'), 'working_day', '还有 1 个工作日', '1 working day left'],
  ['2026-02-13T18:00:00', endOf('2026-02-24'), 'working_day', '还有 2 个工作日 6 小时', '2 working days 6 hours left'],
  ['2026-03-13T02:00:00', endOf('2026-03-12'), 'working_day', '已超期 2 小时', '2 hours late'],
  ['2026-03-15T01:00:00', endOf('2026-03-12'), 'working_day', '已超期 2 天 1 小时', '2 days 1 hour late'],
  ['2026-03-13T00:00:00', endOf('2026-03-12'), 'working_day', '已超期不到 1 分钟', 'less than a minute late'],
  ['2026-03-14T12:00:00', endOf('2026-03-15'), 'working_day', '还有 1 天 12 小时', '1 day 12 hours left'],
  ['2026-03-13T12:00:00', endOf('2026-03-16'), 'day', '还有 3 天 12 小时', '3 days 12 hours left'],
  ['2026-03-13T12:00:00', at('2026-03-13T14:00:00'), 'hour', '还有 2 小时', '2 hours left'],
  ['2026-03-13T13:41:00', at('2026-03-13T14:00:00'), 'hour', '还有 19 分钟', '19 minutes left'],
  ['2026-03-13T16:05:00', at('2026-03-13T14:00:00'), 'hour', '已超期 2 小时 5 分钟', '2 hours 5 minutes late'],
  ['2026-03-13T14:01:00', at('2026-03-13T14:00:00'), 'hour', '已超期 1 分钟', '1 minute late'],
];

for (const [now, due, unit, zh, en] of table) {
  test(`at ${now}: ${zh}`, () => {
    const left = timeLeft(calendar, at(now), due, unit);
    assert.equal(sayLeft(left, 'zh'), zh);
    assert.equal(sayLeft(left, 'en'), en);
  });
}

test('the light: yellow in the last fifth or on the last day, red when late', () => {
  const fifteen = { startedAt: at('2026-02-13T10:00:00'), dueAt: endOf('2026-03-12'), unit: 'working_day' as const };
  const one = { startedAt: at('2026-03-13T10:00:00'), dueAt: endOf('2026-03-16'), unit: 'working_day' as const };
  const twoHours = { startedAt: at('2026-03-13T10:00:00'), dueAt: at('2026-03-13T12:00:00'), unit: 'hour' as const };
  const three = { startedAt: at('2026-03-13T10:00:00'), dueAt: endOf('2026-03-16'), unit: 'day' as const };
  const lights: [limit: typeof fifteen | typeof twoHours | typeof three, now: string, light: string][] = [
    [fifteen, '2026-02-13T10:00:00', 'green'],
    [fifteen, '2026-03-09T12:00:00', 'green'],
    [fifteen, '2026-03-10T12:00:00', 'yellow'],
    [fifteen, '2026-03-12T23:59:59', 'yellow'],
    [fifteen, '2026-03-13T00:00:00', 'red'],
    [one, '2026-03-13T11:00:00', 'green'],
    [one, '2026-03-14T00:00:00', 'yellow'],
    [one, '2026-03-16T12:00:00', 'yellow'],
    [twoHours, '2026-03-13T11:35:00', 'green'],
    [twoHours, '2026-03-13T11:36:00', 'yellow'],
    [twoHours, '2026-03-13T12:00:00', 'yellow'],
    [twoHours, '2026-03-13T12:00:01', 'red'],
    [three, '2026-03-15T20:00:00', 'green'],
    [three, '2026-03-16T00:00:00', 'yellow'],
  ];
  for (const [limit, now, light] of lights) assert.equal(lightOf(calendar, at(now), limit), light, now);
});

test('time left only shrinks as time goes, and late and the red light come together, right after the due moment', () => {
  const start = fc.date({ min: at('2026-01-01T00:00:00'), max: at('2026-11-01T00:00:00'), noInvalidDate: true });
  const unit = fc.constantFrom<UnitOfTime>('hour', 'day', 'working_day');
  fc.assert(
    fc.property(
      start,
      unit,
      fc.integer({ min: 1, max: 30 }),
      fc.nat(4000),
      fc.nat(600),
      (startedAt, unit, budget, after, more) => {
        const due = dueAt(calendar, { startedAt, budget, unit });
        const now = new Date(startedAt.getTime() + after * 1_800_000);
        const later = new Date(now.getTime() + more * 60_000);
        const limit = { startedAt, dueAt: due.dueAt, unit };
        const [first, second] = [timeLeft(calendar, now, due.dueAt, unit), timeLeft(calendar, later, due.dueAt, unit)];
        assert.equal(first.late, now > due.dueAt);
        assert.equal(lightOf(calendar, now, limit) === 'red', first.late);
        const minutes = ({ workingDays, days, hours, minutes }: typeof first) =>
          ((workingDays + days) * 24 + hours) * 60 + minutes;
        if (!second.late) assert.ok(minutes(second) <= minutes(first));
        if (first.late) assert.ok(minutes(second) >= minutes(first));
      },
    ),
    { numRuns: 500 },
  );
});
