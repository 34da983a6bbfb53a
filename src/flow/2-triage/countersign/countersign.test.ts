/** Where a countersigning unit stands, and when the lead may report: tables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMet, type Standing, standingOf, type Word } from '#triage/countersign/countersign.ts';

const stands: [last: Word | null, standing: Standing][] = [
  [null, 'waiting'],
  [{ verdict: 'agree', settled: null }, 'agreed'],
  [{ verdict: 'object', settled: null }, 'objecting'],
  [{ verdict: 'object', settled: 'answered' }, 'waiting'],
  [{ verdict: 'object', settled: 'set_aside' }, 'set_aside'],
];

for (const [last, expected] of stands)
  test(`${JSON.stringify(last)} is ${expected}`, () => assert.equal(standingOf(last), expected));

const met: [all: Standing[], byAll: boolean, byOne: boolean][] = [
  [[], true, true],
  [['waiting'], false, false],
  [['agreed', 'waiting'], false, true],
  [['agreed', 'objecting'], false, true],
  [['objecting', 'waiting'], false, false],
  [['agreed', 'set_aside'], true, true],
];

for (const [all, byAll, byOne] of met)
  test(`${all.join(', ') || 'nobody asked'}`, () =>
    assert.deepEqual([isMet('all', all), isMet('one', all)], [byAll, byOne]));
