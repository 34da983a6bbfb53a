import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOffice, nextOffice } from '#demo/office.ts';

for (const [at, then] of [
  ['2026-11-19T10:30:00+08:00', '2026-11-19T10:30:00+08:00'],
  ['2026-11-19T02:20:00+08:00', '2026-11-19T09:20:00+08:00'],
  ['2026-11-19T17:45:00+08:00', '2026-11-20T09:45:00+08:00'],
  ['2026-11-20T23:05:00+08:00', '2026-11-23T09:05:00+08:00'], // Friday night to Monday
  ['2026-11-21T12:00:00+08:00', '2026-11-23T09:00:00+08:00'],
  ['2026-11-22T08:10:00+08:00', '2026-11-23T09:10:00+08:00'],
] as const) {
  test(`after ${at} the office is next at work at ${then}`, () => {
    const next = nextOffice(new Date(at));
    assert.equal(next.toISOString(), new Date(then).toISOString());
    assert.ok(isOffice(next));
  });
}
