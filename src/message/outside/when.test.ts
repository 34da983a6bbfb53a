import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { busyUntil, quietUntil, waitsUntil } from '#message/outside/when.ts';

const at = (text: string) => new Date(`2026-03-${text}+08:00`);
const night = { from: 21, to: 8 };

test('the night runs over midnight, and its end is outside it', () => {
  assert.equal(quietUntil(at('12T20:59:59'), night), undefined);
  assert.deepEqual(quietUntil(at('12T21:00:00'), night), at('13T08:00:00'));
  assert.deepEqual(quietUntil(at('13T00:10:30'), night), at('13T08:00:00'));
  assert.deepEqual(quietUntil(at('13T07:59:59.999'), night), at('13T08:00:00'));
  assert.equal(quietUntil(at('13T08:00:00'), night), undefined);
  assert.deepEqual(quietUntil(at('13T12:30:00'), { from: 12, to: 14 }), at('13T14:00:00'));
  assert.equal(quietUntil(at('13T12:30:00'), { from: 12, to: 12 }), undefined);
});

test('the full and the half hour are left free by one channel alone', () => {
  assert.deepEqual(busyUntil(at('12T09:30:59'), 'wecom'), at('12T09:31:00'));
  assert.deepEqual(busyUntil(at('12T10:00:00'), 'wecom'), at('12T10:01:00'));
  assert.equal(busyUntil(at('12T09:31:00'), 'wecom'), undefined);
  assert.equal(busyUntil(at('12T09:30:00'), 'email'), undefined);
  assert.deepEqual(waitsUntil(at('12T22:00:00'), 'wecom', [night]), at('13T08:01:00'));
});

test('whatever is in the way, at the moment that is given nothing is', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const quiet = fc.array(fc.record({ from: hour, to: hour }), { maxLength: 2 });
  fc.assert(
    fc.property(
      fc.date({ min: at('01T00:00:00'), max: at('20T00:00:00'), noInvalidDate: true }),
      quiet,
      (now, list) => {
        const until = waitsUntil(now, 'wecom', list);
        if (!until) return;
        assert.ok(until > now);
        if (until.getTime() - now.getTime() <= 86_400_000) assert.equal(waitsUntil(until, 'wecom', list), undefined);
      },
    ),
  );
});
