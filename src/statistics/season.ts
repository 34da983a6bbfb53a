/** How the days of a year differ: by weekday, and by the time of year as last year had it. */
import { addDays, type Day, weekdayOf } from '#clock/day.ts';

/** Days on each side over which the time of year is smoothed: three weeks hold what a heating season or a rain season changes. */
const AROUND = 10;
/** So many reports of an ordinary time are added to what was counted, so that few reports make no season. */
const ORDINARY = 20;

/**
 * A factor for each day, 1 on average: the weekday's share times last year's level around the same date. With less than a year
 * of past every time of year is ordinary.
 * @param counts reports a day from `first` on, without gaps
 * @param ahead days after the last for which factors are wanted as well
 */
export function seasonOf(first: Day, counts: readonly number[], ahead: number): Float64Array {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const mean = total / Math.max(counts.length, 1);
  const factors = new Float64Array(counts.length + ahead).fill(1);
  if (total === 0) return factors;
  const weekday = weekdayShares(first, counts, mean);
  const sums = new Float64Array(counts.length + 1);
  for (const [i, n] of counts.entries()) sums[i + 1] = sums[i]! + n;
  const around = (day: number) => {
    const from = Math.max(0, day - AROUND);
    const to = Math.min(counts.length, day + AROUND + 1);
    return (sums[to]! - sums[from]! + ORDINARY) / ((to - from) * mean + ORDINARY);
  };
  for (let i = 0; i < factors.length; i++) {
    const weekdayFactor = weekday[weekdayOf(addDays(first, i))]!;
    const lastYear = i - 364; // whole weeks, so that weekdays fall on weekdays
    // The first year has no year before it: its own level takes the place, since it is only looked back upon.
    const level = lastYear >= 0 ? around(lastYear) : counts.length > 364 ? around(i) : 1;
    factors[i] = weekdayFactor * level;
  }
  return factors;
}

/** By `weekdayOf`. */
function weekdayShares(first: Day, counts: readonly number[], mean: number): number[] {
  const sums = Array.from({ length: 7 }, () => ({ n: 0, days: 0 }));
  for (const [i, n] of counts.entries()) {
    const one = sums[weekdayOf(addDays(first, i))]!;
    one.n += n;
    one.days += 1;
  }
  return sums.map(({ n, days }) => (n + ORDINARY) / (days * mean + ORDINARY));
}
