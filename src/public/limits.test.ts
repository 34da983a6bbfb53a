import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countWrong, isSpent, pauseSeconds, secondsUntilFits, sourceOf, type Tally, windows } from '#public/limits.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 12) + seconds * 1_000);
const [hour, day] = windows.report;

test('an hour takes so many reports; the next fits when the first has left the window', () => {
  const past = Array.from({ length: hour!.most }, (_, i) => ({ at: at(i), amount: 1 }));
  assert.equal(secondsUntilFits('report', past.slice(1), at(100)), 0);
  assert.equal(secondsUntilFits('report', past, at(100)), 3_500);
  assert.equal(secondsUntilFits('report', past, at(3_600)), 0);
});

test('whenever somebody comes and is let in only when it fits, no window ever holds more than its most', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 400 }), (gaps) => {
      const past: { at: Date; amount: number }[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const wait = secondsUntilFits('report', past, at(now));
        if (wait === 0) past.push({ at: at(now), amount: 1 });
        else assert.equal(secondsUntilFits('report', past, at(now + wait)), 0, 'what was promised holds');
        for (const { ms, most } of [hour!, day!])
          assert.ok(past.filter((use) => use.at.getTime() > at(now).getTime() - ms).length <= most);
      }
    }),
  );
});

test('wrong tries: four are free, then 2, 4, 8 seconds up to an hour; a day of rest is forgotten', () => {
  const after = (failures: number) => pauseSeconds({ failures, total: failures, lastAt: at(0) }, at(0));
  assert.deepEqual([1, 3, 4, 5, 6, 15, 40].map(after), [0, 0, 2, 4, 8, 3_600, 3_600]);
  const many: Tally = { failures: 9, total: 9, lastAt: at(0) };
  assert.deepEqual(countWrong(many, at(86_401)), { failures: 1, total: 10, lastAt: at(86_401) });
});

test('the budget of a code is spent by thirty wrong tries, however long they take', () => {
  let tally: Tally | undefined;
  for (let i = 0; i < 30; i++) {
    assert.equal(isSpent(tally), false);
    tally = countWrong(tally, at(i * 100_000));
  }
  assert.equal(isSpent(tally), true);
});

test('one household is one source', () => {
  assert.equal(sourceOf('203.0.113.9'), '203.0.113.9');
  assert.equal(sourceOf('::ffff:203.0.113.9'), '203.0.113.9');
  assert.equal(sourceOf('2001:db8:0:1:aaaa::1'), sourceOf('2001:0DB8:0:0001:bbbb:cccc:dddd:2'));
  assert.notEqual(sourceOf('2001:db8:0:1::1'), sourceOf('2001:db8:0:2::1'));
  assert.equal(sourceOf('::1'), '0:0:0:0::/64');
});
