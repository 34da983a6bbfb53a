import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countFailure, LOCK_AFTER, lockedSeconds, slowedSeconds, type Tally } from '#people/attempts.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 12) + seconds * 1_000);

test('the fifth in a row locks for half an hour', () => {
  let pair: Tally | undefined;
  for (let i = 0; i < 4; i++) pair = countFailure(pair, at(i), true);
  assert.equal(lockedSeconds(pair, at(4)), 0);
  pair = countFailure(pair, at(4), true);
  assert.equal(lockedSeconds(pair, at(4)), 1_800);
  assert.equal(lockedSeconds(pair, at(4 + 1_799)), 1);
  assert.equal(lockedSeconds(pair, at(4 + 1_800)), 0);
});

test('half an hour without a failure is forgotten', () => {
  const four = { failures: 4, lastAt: at(0), lockedUntil: null };
  assert.equal(countFailure(four, at(1_800), true).failures, 5);
  assert.equal(countFailure(four, at(1_801), true).failures, 1);
});

test('from anywhere: 1, 2, 4, 8, 16, then 30 seconds, never more and never a lock', () => {
  const pause = (failures: number) => slowedSeconds({ failures, lastAt: at(0), lockedUntil: null }, at(0));
  assert.deepEqual([4, 5, 6, 7, 8, 9, 10, 1_000].map(pause), [0, 1, 2, 4, 8, 16, 30, 30]);
  const moments = fc
    .array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 50 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(moments, (seconds) => {
      let anywhere: Tally | undefined;
      for (const second of seconds) anywhere = countFailure(anywhere, at(second), false);
      assert.equal(lockedSeconds(anywhere, at(seconds.at(-1)!)), 0);
      assert.ok(slowedSeconds(anywhere, at(seconds.at(-1)!)) <= 30);
      assert.equal(slowedSeconds(anywhere, at(seconds.at(-1)! + 30)), 0);
      if (anywhere!.failures < LOCK_AFTER) assert.equal(slowedSeconds(anywhere, at(seconds.at(-1)!)), 0);
    }),
  );
});
