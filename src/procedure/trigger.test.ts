import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekdayOf } from '#clock/day.ts';
import { datesDue } from '#procedure/trigger.ts';

const weekdays = (day: string) => ![0, 6].includes(weekdayOf(day));
const monthly = (day: number, roll: boolean) => ({ kind: 'date', every: 'month', day, roll }) as const;

test('each month on its day, once, in the days that were not looked at yet', () => {
  assert.deepEqual(datesDue(monthly(5, false), '2026-03-05', '2026-05-05', weekdays), ['2026-04-05', '2026-05-05']);
  assert.deepEqual(datesDue(monthly(5, false), '2026-05-05', '2026-05-31', weekdays), []);
});

test('a Sunday rolls to Monday, also over the end of a month, and not twice', () => {
  assert.deepEqual(datesDue(monthly(5, true), '2026-04-01', '2026-04-05', weekdays), []);
  assert.deepEqual(datesDue(monthly(5, true), '2026-04-05', '2026-04-06', weekdays), ['2026-04-06']);
  const holidays = (day: string) => day > '2026-05-05';
  assert.deepEqual(datesDue(monthly(28, true), '2026-04-28', '2026-05-10', holidays), ['2026-05-06']);
});

test('every Monday; who slept for a year begins anew', () => {
  const monday = { kind: 'date', every: 'week', day: 1, roll: false } as const;
  assert.deepEqual(datesDue(monday, '2026-03-09', '2026-03-23', weekdays), ['2026-03-16', '2026-03-23']);
  assert.ok(datesDue(monday, '2025-03-09', '2026-03-23', weekdays).length < 10);
});
