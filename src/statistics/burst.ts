/**
 * Bursts: series of daily counts that in their last days hold more than their own seasonal past explains. The forecast is that of a
 * Gamma–Poisson model whose past fades (half of it after 90 days) and whose days are scaled by the season; what chance alone
 * gives is bounded over all series and windows together (Bonferroni), so that the office can name the false alarms it puts up with.
 * Kin to Farrington et al. 1996 and Noufaily et al. 2013, who fit a regression to each series: too much for those with a report a month.
 */
import { upperTail } from '#statistics/tail.ts';

/** Windows that end today, in days. */
export const windows = [1, 3, 7] as const;
/** After so many days the past counts half. */
const HALF_LIFE = 90;
/** Days before the longest window that are not yet past: what began a week ago is not what is usual. */
const GUARD = 7;
/** No year is quite like the last: by so much of itself (one standard deviation) what is usual may be off. */
const DRIFT = 0.15;
/** Fewer in a window are no burst, however rare. */
const LEAST = 3;

export type Series<Key> = {
  key: Key;
  /** [day index, count], days ascending, only those with any. */
  counts: readonly (readonly [day: number, n: number])[];
  /** Factor of each day, today included; shared by series of one season. */
  season: Float64Array;
  /** What is usual where the series itself has said little: reports an ordinary day, and how many such days that is worth. */
  prior: { rate: number; days: number };
  /** Variance ÷ mean of a day's count, 1 or more. */
  dispersion: number;
};

export type Burst<Key> = {
  key: Key;
  /** Days of the window that is the least likely. */
  window: number;
  count: number;
  /** What was to be expected in that window. */
  expected: number;
  /** Chance of so many or more in one such window. */
  chance: number;
  /** Among all series watched, chance alone gives one like it in so many days. */
  onceInDays: number;
};

type Watch<Key> = {
  /** Index of today. */
  today: number;
  /** False alarms a month of 30 days that the office puts up with, over all series together. */
  falseAlarms: number;
  /** Does the one hold the other, as a district holds its townships? What a part has explained is not told of the whole again. */
  holds(whole: Key, part: Key): boolean;
};

/**
 * @param series the most particular first: a part explains its whole, not the other way round
 * @returns bursts, in the order of the series
 */
export function bursts<Key>(series: readonly Series<Key>[], { today, falseAlarms, holds }: Watch<Key>): Burst<Key>[] {
  const looks = Math.max(series.length, 1) * windows.length;
  const limit = falseAlarms / 30 / looks;
  const weights = new Map<Float64Array, number>();
  const told: { key: Key; excess: number[]; burst: Burst<Key> }[] = [];
  for (const one of series) {
    const counts = windows.map((days) => countSince(one.counts, today - days + 1));
    if (counts.at(-1)! < LEAST) continue;
    const seasonWeight = weights.get(one.season) ?? pastWeight(one.season, today);
    weights.set(one.season, seasonWeight);
    const usual = forecast(one, today, seasonWeight);
    const parts = told.filter(({ key }) => holds(one.key, key));
    const looked = windows.map((window, w) => {
      const explained = parts.reduce((sum, { excess }) => sum + excess[w]!, 0);
      const count = Math.max(0, Math.round(counts[w]! - explained));
      const { mean, dispersion } = usual(window);
      return { window, count, expected: mean, chance: count < LEAST ? 1 : upperTail(count, mean, dispersion) };
    });
    const rarest = looked.reduce((best, look) => (look.chance < best.chance ? look : best));
    if (rarest.chance >= limit) continue;
    const burst = { key: one.key, ...rarest, onceInDays: 1 / (rarest.chance * looks) };
    told.push({ key: one.key, excess: looked.map(({ count, expected }) => Math.max(0, count - expected)), burst });
  }
  return told.map(({ burst }) => burst);
}

const fade = (age: number) => 0.5 ** (age / HALF_LIFE);
const lastPast = (today: number) => today - Math.max(...windows) - GUARD;

function pastWeight(season: Float64Array, today: number): number {
  let sum = 0;
  for (let day = 0; day <= lastPast(today); day++) sum += fade(today - day) * season[day]!;
  return sum;
}

function countSince(counts: Series<unknown>['counts'], from: number): number {
  let sum = 0;
  for (let i = counts.length - 1; i >= 0 && counts[i]![0] >= from; i--) sum += counts[i]![1];
  return sum;
}

/** Above this a day is rare: chance gives one like it in a hundred days. */
const RARE = 0.01;

/** What is usual on a day of the past or today, after all that is known by now, and from which count on it would be rare. */
export function usualOf(series: Series<unknown>, today: number): (day: number) => { usual: number; high: number } {
  const { rate, ordinaryDays } = usualRate(series, today, pastWeight(series.season, today));
  return (day) => {
    const exposure = series.season[day]!;
    const usual = rate * exposure;
    const spread = series.dispersion + exposure / ordinaryDays + usual * DRIFT ** 2;
    let high = Math.ceil(usual);
    while (upperTail(high, usual, spread) > RARE) high += 1;
    return { usual, high };
  };
}

/** Mean and dispersion of the count of the last so many days. */
function forecast(series: Series<unknown>, today: number, seasonWeight: number) {
  const { rate, ordinaryDays } = usualRate(series, today, seasonWeight);
  return (window: number) => {
    let exposure = 0;
    for (let day = today - window + 1; day <= today; day++) exposure += series.season[day]!;
    const mean = rate * exposure;
    return { mean, dispersion: series.dispersion + exposure / ordinaryDays + mean * DRIFT ** 2 };
  };
}

/** Reports an ordinary day, and how many ordinary days it was learned from. */
function usualRate({ counts, season, prior, dispersion }: Series<unknown>, today: number, seasonWeight: number) {
  const past = counts.filter(([day]) => day <= lastPast(today));
  const ordinaryDays = prior.days + seasonWeight;
  const rateOf = (most: (day: number) => number) =>
    (prior.rate * prior.days + past.reduce((sum, [day, n]) => sum + fade(today - day) * Math.min(n, most(day)), 0)) /
    ordinaryDays;
  const plain = rateOf(() => Number.POSITIVE_INFINITY);
  // A burst of the past would hide the next one: no day counts for more than chance would let it have.
  const rate = rateOf((day) => {
    const mean = plain * season[day]!;
    return Math.ceil(mean + 3 * Math.sqrt(dispersion * mean) + 1);
  });
  return { rate, ordinaryDays };
}

/**
 * Variance ÷ mean of the days of many series together (Pearson's statistic by its degrees of freedom), at least 1 and at most 6.
 * No day counts for more than chance would let it have: bursts of the past are not the spread of ordinary days.
 */
export function dispersionOf(series: readonly { counts: Series<unknown>['counts']; days: number }[]): number {
  let statistic = 0;
  let freedom = 0;
  for (const { counts, days } of series) {
    const total = counts.reduce((sum, [, n]) => sum + n, 0);
    const mean = total / days;
    if (total < 10) continue;
    const most = Math.ceil(mean + 3 * Math.sqrt(mean) + 1);
    const squared = (n: number) => (Math.min(n, most) - mean) ** 2 - mean ** 2;
    statistic += counts.reduce((sum, [, n]) => sum + squared(n), days * mean ** 2) / mean;
    freedom += days - 1;
  }
  return freedom === 0 ? 1 : Math.min(6, Math.max(1, statistic / freedom));
}
