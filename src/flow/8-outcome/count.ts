/** Counting the signals of a problem by months: which months, what is compared beside it, and what has changed since. Pure. */
import { addMonths, type Month, monthsFrom } from '#clock/month.ts';
import type { Matter } from '#signal/signal.ts';

/** What stands beside a count for comparison: signals of one matter, and where it is known of one category. */
export type Kind = { matter: Matter; category: string | null };

/**
 * The figures of one month: on the problem, all that arrived, and those of the kind that are not on it. `control` is nothing
 * where no kind is known, or where signals of the month were erased since, and with them their category.
 */
export type Counted = { month: Month; value: number; exposure: number; control: number | null };

/** A year before it was defined, so that there is something to compare with. */
export const YEAR = 12;
/** Not further back, however old the first signal is. */
export const MONTHS_MAX = 60;

/**
 * The months to be counted: full ones, the last of them before `now`; from the first signal of the problem, and a year before
 * the indicator was made at the latest, but never from before the city had any signal; and all that were counted before.
 */
export function monthsToCount(of: {
  now: Month;
  made: Month;
  cityFirst: Month | null;
  problemFirst: Month | null;
  countedFirst: Month | null;
}): Month[] {
  const { now, made, cityFirst, problemFirst, countedFirst } = of;
  if (!cityFirst) return [];
  const wanted = earlier(addMonths(made, -YEAR), problemFirst);
  const first = earlier(wanted > cityFirst ? wanted : cityFirst, countedFirst);
  const bound = addMonths(now, -MONTHS_MAX);
  return monthsFrom(first > bound ? first : bound, addMonths(now, -1));
}

const earlier = (a: Month, b: Month | null): Month => (b !== null && b < a ? b : a);

type Figures = Pick<Counted, 'value' | 'exposure' | 'control'>;
type Before = Record<keyof Figures, number | null> & { id: string };

/**
 * What is new, and what stands with another figure and has to give way. Months that count the same are left alone. What cannot
 * be told any more for comparison stays as it was counted when it could.
 */
export function changesOf(counted: readonly Counted[], before: ReadonlyMap<Month, Before>) {
  const fresh: Counted[] = [];
  const outdated: string[] = [];
  for (const now of counted) {
    const old = before.get(now.month);
    const one = { ...now, control: now.control ?? old?.control ?? null };
    if (old && old.value === one.value && old.exposure === one.exposure && old.control === one.control) continue;
    if (old) outdated.push(old.id);
    fresh.push(one);
  }
  return { fresh, outdated };
}
