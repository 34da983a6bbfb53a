import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { figure, type Measure, sentenceOf } from '#web/indicators/figures.ts';
import { sayPeriod } from '#web/indicators/period.ts';

const month = (name: string, value: number) => ({
  from: `${name}-01`,
  to: `${name}-${name.endsWith('10') ? 31 : 30}`,
  value,
});
const tickets: Measure = { unitWords: '件/月', digits: 0, direction: 'lower' };
const rate: Measure = { unitWords: '％', digits: 1, direction: 'higher' };
const plain = (text: string) => text.replaceAll('\u202f', ' ');
const said = (points: ReturnType<typeof month>[], measure: Measure, lines: object, language: 'zh' | 'en' = 'zh') =>
  plain(sentenceOf(points, measure, lines, language));

test('one sentence says what the chart shows', () => {
  const points = [month('2026-09', 40), month('2026-10', 31)];
  assert.equal(said(points, tickets, { baseline: 48 }), '2026年10月 31 件/月，比基线 48 件/月 少 35.4 %');
  assert.equal(
    said(points, tickets, { baseline: 48, target: 35 }),
    '2026年10月 31 件/月，比基线 48 件/月 少 35.4 %；已达到目标 35 件/月',
  );
  assert.equal(
    said(points, tickets, { target: 20 }),
    '2026年10月 31 件/月，比上一期 40 件/月 少 22.5 %；距目标 20 件/月 还差 11 件/月',
  );
  assert.equal(
    said(points, tickets, { baseline: 48, target: 20 }, 'en'),
    'Oct 2026: 31 件/月, 35.4 % below the baseline of 48 件/月; 11 件/月 short of the target of 20 件/月',
  );
  assert.equal(said([], tickets, { baseline: 48 }), '还没有读数');
  assert.equal(said([month('2026-10', 5)], tickets, {}), '2026年10月 5 件/月');
  assert.equal(said([month('2026-10', 5)], tickets, { baseline: 0 }), '2026年10月 5 件/月，比基线 0 件/月 多 5');
  assert.equal(said([month('2026-10', 48)], tickets, { baseline: 48 }), '2026年10月 48 件/月，与基线 48 件/月 持平');
});

test('percentages are compared in points', () => {
  const points = [month('2026-10', 97.1)];
  assert.equal(
    said(points, rate, { baseline: 95.04, target: 98 }),
    '2026年10月 97.1 %，比基线 95.04 % 高 2.1 个百分点；距目标 98.0 % 还差 0.9 个百分点',
  );
});

test('a baseline finer than the readings is said as it is', () => {
  const points = [month('2026-10', 31)];
  assert.equal(
    said(points, tickets, { baseline: 47.7, target: 30.5 }),
    '2026年10月 31 件/月，比基线 47.7 件/月 少 35.0 %；距目标 30.5 件/月 还差 0.5 件/月',
  );
});

test('periods by their names', () => {
  const zh = (from: string, to: string) => sayPeriod({ from, to }, 'zh');
  assert.equal(zh('2026-02-01', '2026-02-28'), '2026年2月');
  assert.equal(zh('2026-01-01', '2026-12-31'), '2026年');
  assert.equal(zh('2026-03-05', '2026-03-05'), '2026年3月5日');
  assert.equal(zh('2026-03-05', '2026-04-04'), '2026年3月5日—4月4日');
  assert.equal(zh('2025-12-05', '2026-01-04'), '2025年12月5日—2026年1月4日');
  assert.equal(sayPeriod({ from: '2025-12-05', to: '2026-01-04' }, 'en'), '5 Dec 2025 – 4 Jan 2026');
});

test('a figure grouped and rounded is the same number', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e8, max: 1e8, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => {
      const read = Number(figure(value, digits).replaceAll('\u202f', ''));
      assert.ok(Math.abs(read - value) <= 0.5 * 10 ** -digits + 1e-6);
    }),
  );
});
