/** When people tell of what they suffer: by month, by day of the week, by hour. */
import { addDays, type Day, dayOf, startOfDay, wallClock, weekdayOf } from '#clock/day.ts';
import type { Hours } from '#demo/city/words/matter.ts';
import type { Random } from '#demo/random.ts';

/** Share of each hour from midnight on. */
const hours: Record<Hours, readonly number[]> = {
  day: [1, 0, 0, 0, 0, 1, 4, 14, 34, 52, 56, 44, 24, 26, 46, 50, 44, 30, 16, 14, 12, 8, 4, 2],
  morning: [1, 0, 0, 0, 1, 6, 22, 52, 60, 46, 32, 22, 14, 14, 18, 20, 18, 16, 14, 12, 8, 6, 3, 2],
  evening: [3, 1, 0, 0, 0, 1, 4, 12, 18, 22, 22, 18, 14, 12, 16, 18, 24, 36, 48, 54, 44, 30, 16, 8],
  night: [38, 26, 18, 10, 6, 5, 6, 10, 16, 18, 16, 10, 8, 6, 8, 8, 8, 10, 14, 22, 34, 48, 60, 54],
};
/** Sunday first. Offices write on weekdays, neighbours quarrel at the weekend. */
const weekdays: Record<Hours, readonly number[]> = {
  day: [0.5, 1.35, 1.15, 1.1, 1.05, 1.05, 0.6],
  morning: [0.6, 1.3, 1.1, 1.1, 1.05, 1.1, 0.65],
  evening: [1, 1.1, 1, 0.95, 0.95, 1.05, 1],
  night: [1.05, 1, 0.9, 0.9, 0.95, 1.15, 1.2],
};

/** An instant of that day. */
export function hourOf(random: Random, day: Day, kind: Hours): Date {
  const hour = weighted(random, hours[kind]);
  return new Date(startOfDay(day).getTime() + hour * 3_600_000 + random.below(3_600_000));
}

/** One of the days from `first` to `last` by the season and the week. */
export function seasonalDay(random: Random, first: Day, last: Day, season: readonly number[], kind: Hours): Day {
  const span = Math.round((startOfDay(last).getTime() - startOfDay(first).getTime()) / 86_400_000);
  const most = Math.max(...season) * Math.max(...weekdays[kind]);
  for (;;) {
    const day = addDays(first, random.below(span + 1));
    const month = wallClock(startOfDay(day)).month;
    if (random.chance((season[month - 1]! * weekdays[kind][weekdayOf(day)]!) / most)) return day;
  }
}

/** The day `MM-DD` that lies in the span, or one by chance where none does. */
export function dayIn(random: Random, first: Day, last: Day, monthDay: string): Day {
  for (const year of [Number(first.slice(0, 4)), Number(last.slice(0, 4))]) {
    const day = `${year}-${monthDay}`;
    if (day >= first && day <= last) return day;
  }
  return addDays(first, random.below(60));
}

export function weighted(random: Random, weights: readonly number[]): number {
  let left = random.below(1_000_000) / 1_000_000;
  const sum = weights.reduce((a, b) => a + b, 0);
  for (const [i, weight] of weights.entries()) {
    left -= weight / sum;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** So many hours after, some less and a few much more. */
export function hoursAfter(random: Random, at: Date, usual: number): Date {
  const share = random.below(1_000) / 1_000;
  return new Date(at.getTime() + usual * (0.25 + share * 1.2 + (share > 0.93 ? 3 : 0)) * 3_600_000);
}

export const dayAfter = (at: Date, days: number): Day => addDays(dayOf(at), days);
