/** What a city would be told: false alarms no more often than stated on years without bursts, and bursts before the tenth report. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bursts, dispersionOf, type Series } from '#statistics/burst.ts';
import { seasonOf } from '#statistics/season.ts';

const YEAR = 420;
const FIRST = '2025-01-06';

/** xorshift32: the same figures on every machine. */
function random(seed: number) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function poisson(next: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let n = 0;
  for (let product = next(); product > limit; product *= next()) n++;
  return n;
}

/** A year of one series: more on workdays, twice as much in winter. */
const usual = (day: number) => (day % 7 < 5 ? 1.15 : 0.62) * (1 + 0.5 * Math.cos((2 * Math.PI * day) / 364));

type Made = { counts: [number, number][]; rate: number };

function made(next: () => number, rate: number, days = YEAR): Made {
  const counts: [number, number][] = [];
  for (let day = 0; day < days; day++) {
    const n = poisson(next, rate * usual(day));
    if (n > 0) counts.push([day, n]);
  }
  return { counts, rate };
}

function watched(list: Made[], days = YEAR): Series<number>[] {
  const total = new Array<number>(days).fill(0);
  for (const { counts } of list) for (const [day, n] of counts) total[day]! += n;
  const season = seasonOf(FIRST, total.slice(0, -7), 7);
  const dispersion = dispersionOf(list.map(({ counts }) => ({ counts, days })));
  const mean = total.reduce((sum, n) => sum + n, 0) / days / list.length;
  return list.map(({ counts }, key) => ({ key, counts, season, prior: { rate: mean, days: 14 }, dispersion }));
}

const alone = { holds: () => false };

test('years without a burst: no more false alarms than the office put up with', () => {
  const next = random(7);
  const list = Array.from({ length: 400 }, (_, i) => made(next, [0.01, 0.05, 0.3, 2][i % 4]!));
  const series = watched(list);
  let alarms = 0;
  const days = 60;
  for (let today = YEAR - days; today < YEAR; today++) {
    const known = series.map((one) => ({ ...one, counts: one.counts.filter(([day]) => day <= today) }));
    alarms += bursts(known, { ...alone, today, falseAlarms: 4 }).length;
  }
  // Stated: at most 4 in 30 days over all series. Overlapping windows and whole numbers make it fewer.
  assert.ok(alarms <= 4 * (days / 30), `${alarms} in ${days} days`);
});

test('something new in a quiet place is told by its fifth report, in a busy one when it doubles', () => {
  const next = random(11);
  const list = Array.from({ length: 400 }, (_, i) => made(next, [0.01, 0.05, 0.3, 2][i % 4]!));
  const today = YEAR - 1;
  const told = (index: number, more: number) => {
    const counts = list[index]!.counts.filter(([day]) => day < today - 2);
    const burst = [...counts, [today - 1, Math.floor(more / 2)], [today, Math.ceil(more / 2)]] as [number, number][];
    const series = watched(list).map((one) => (one.key === index ? { ...one, counts: burst } : one));
    return bursts(series, { ...alone, today, falseAlarms: 4 }).find((one) => one.key === index);
  };
  const least = (index: number) => Array.from({ length: 40 }, (_, n) => n).find((n) => told(index, n));
  assert.ok(least(0)! <= 5, `a report in a hundred days: ${least(0)}`);
  assert.ok(least(1)! <= 6, `one in three weeks: ${least(1)}`);
  assert.ok(least(2)! <= 9, `two a week: ${least(2)}`);
  const found = told(0, 5)!;
  assert.ok(found.expected < 0.3 && found.count === 5 && found.onceInDays > 7.5);
});

test('a burst of last month does not hide the next', () => {
  const next = random(3);
  const list = Array.from({ length: 100 }, () => made(next, 0.05));
  const today = YEAR - 1;
  const burst = (day: number): [number, number] => [day, 12];
  const quiet = list[0]!.counts.filter(([day]) => day < today - 60);
  const series = watched(list);
  const again = { ...series[0]!, counts: [...quiet, burst(today - 40), burst(today)] };
  const [found] = bursts([again, ...series.slice(1)], { ...alone, today, falseAlarms: 4 }).filter(
    ({ key }) => key === 0,
  );
  assert.ok(found && found.expected < 1, JSON.stringify(found));
});

test('the winter that was there last year is not a burst', () => {
  const next = random(5);
  const days = 800;
  const winter = (day: number) => 1 + 4 * Math.max(0, Math.cos((2 * Math.PI * (day - 5)) / 364));
  const counts: [number, number][] = [];
  for (let day = 0; day < days; day++) counts.push([day, poisson(next, 2 * winter(day))]);
  const season = seasonOf(
    FIRST,
    counts.slice(0, -7).map(([, n]) => n),
    7,
  );
  let alarms = 0;
  for (let today = 640; today < days; today++) {
    const known = counts.filter(([day]) => day <= today);
    const series = [{ key: 0, counts: known, season, prior: { rate: 2, days: 14 }, dispersion: 1.3 }];
    alarms += bursts(series, { ...alone, today, falseAlarms: 1 }).length;
  }
  assert.ok(alarms <= 6, `${alarms} days in 160 days of a winter like the last`);
});

test('what a part explains is not told of the whole again', () => {
  const season = new Float64Array(YEAR).fill(1);
  const today = YEAR - 1;
  const prior = { rate: 0.01, days: 14 };
  const few: [number, number][] = [[20, 1]];
  const street = { key: 'A1', counts: [...few, [today, 8]] as [number, number][], season, prior, dispersion: 1 };
  const district = {
    ...street,
    key: 'A',
    counts: [
      [20, 3],
      [today, 9],
    ] as [number, number][],
  };
  const other = {
    ...street,
    key: 'B',
    counts: [
      [20, 3],
      [today, 9],
    ] as [number, number][],
  };
  const holds = (whole: string, part: string) => part !== whole && part.startsWith(whole);
  const found = bursts([street, district, other], { today, falseAlarms: 4, holds }).map(({ key }) => key);
  assert.deepEqual(found, ['A1', 'B']);
});

test('nothing, and one day', () => {
  assert.deepEqual(bursts([], { ...alone, today: 0, falseAlarms: 4 }), []);
  const season = seasonOf(FIRST, [], 1);
  const series = [{ key: 0, counts: [], season, prior: { rate: 0, days: 1 }, dispersion: 1 }];
  assert.deepEqual(bursts(series, { ...alone, today: 0, falseAlarms: 4 }), []);
});
