import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayDate, sayDay, sayMoment, sayNear } from '#clock/say.ts';

const at = (wall: string) => new Date(`${wall}+08:00`);
const now = at('2026-03-12T17:30:00');

const near: [at: string, zh: string, en: string][] = [
  ['2026-03-12T17:30:00', '刚刚', 'just now'],
  ['2026-03-12T17:29:01', '刚刚', 'just now'],
  ['2026-03-12T17:30:59', '刚刚', 'just now'],
  ['2026-03-12T17:29:00', '1 分钟前', '1 minute ago'],
  ['2026-03-12T17:18:00', '12 分钟前', '12 minutes ago'],
  ['2026-03-12T17:42:00', '12 分钟后', 'in 12 minutes'],
  ['2026-03-12T16:30:01', '59 分钟前', '59 minutes ago'],
  ['2026-03-12T16:30:00', '今天 16:30', 'today 16:30'],
  ['2026-03-12T09:30:00', '今天 09:30', 'today 09:30'],
  ['2026-03-12T23:59:59.999', '今天 24:00', 'today 24:00'],
  ['2026-03-12T23:59:59', '今天 23:59', 'today 23:59'],
  ['2026-03-11T17:30:00', '昨天 17:30', 'yesterday 17:30'],
  ['2026-03-11T00:00:00', '昨天 00:00', 'yesterday 00:00'],
  ['2026-03-13T09:00:00', '明天 09:00', 'tomorrow 09:00'],
  ['2026-03-10T23:59:00', '3月10日 周二 23:59', 'Tue 10 Mar 23:59'],
  ['2026-03-14T08:00:00', '3月14日 周六 08:00', 'Sat 14 Mar 08:00'],
  ['2025-12-31T08:05:00', '2025年12月31日 周三 08:05', 'Wed 31 Dec 2025 08:05'],
  ['2027-01-03T23:59:59.999', '2027年1月3日 周日 24:00', 'Sun 3 Jan 2027 24:00'],
];

for (const [moment, zh, en] of near) {
  test(`${moment} is ${zh}`, () => {
    assert.equal(sayNear(at(moment), now, 'zh'), zh);
    assert.equal(sayNear(at(moment), now, 'en'), en);
  });
}

test('just after midnight, what was before it is minutes ago, or yesterday', () => {
  const midnight = at('2026-01-01T00:10:00');
  assert.equal(sayNear(at('2025-12-31T23:50:00'), midnight, 'zh'), '20 分钟前');
  assert.equal(sayNear(at('2025-12-31T20:00:00'), midnight, 'zh'), '昨天 20:00');
});

test('a moment in full leaves out the year of now, and no other', () => {
  assert.equal(sayMoment(now, 'zh', now), '3月12日 周四 17:30');
  assert.equal(sayMoment(now, 'en', now), 'Thu 12 Mar 17:30');
  assert.equal(sayMoment(now, 'zh'), '2026年3月12日 周四 17:30');
  assert.equal(sayMoment(now, 'en', at('2027-01-01T00:00:00')), 'Thu 12 Mar 2026 17:30');
  assert.equal(sayMoment(new Date('2025-12-31T16:00:00Z'), 'zh', now), '1月1日 周四 00:00');
});

test('a day alone', () => {
  assert.equal(sayDay('2026-03-12', 'zh', now), '3月12日 周四');
  assert.equal(sayDay('2026-03-12', 'zh'), '2026年3月12日 周四');
  assert.deepEqual([sayDate('2026-03-12', 'zh'), sayDate('2026-03-12', 'en')], ['2026年3月12日', '12 Mar 2026']);
  assert.equal(sayDay('2026-10-01', 'en', now), 'Thu 1 Oct');
});
