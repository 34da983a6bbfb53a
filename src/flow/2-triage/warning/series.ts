/** Which places and kinds are watched: every area with every category that was ever told of there, and what holds both. */
import { addDays, type Day } from '#clock/day.ts';
import { dispersionOf, type Series } from '#statistics/burst.ts';
import { seasonOf } from '#statistics/season.ts';

/** People who told of it on a day, as `warning_day` has them. */
export type DayCount = { day: Day; areaId: string | null; categoryId: string | null; people: number };
export type Tree = ReadonlyMap<string, string | null>;
/** null: the whole city, or of every kind. */
export type Watched = { areaId: string | null; categoryId: string | null };

/** Ordinary days that what is usual elsewhere is worth: two weeks of silence say more. */
const PRIOR_DAYS = 14;
const names = ({ areaId, categoryId }: Watched) => `${areaId ?? ''}|${categoryId ?? ''}`;

/** The node and all above it, up to what holds everything. */
export function upwards(tree: Tree, id: string | null): (string | null)[] {
  const path: (string | null)[] = [];
  for (let node = id; node !== null && path.length < 20; node = tree.get(node) ?? null) path.push(node);
  return [...path, null];
}

/** Does the one hold the other: its area or an area above it, its category or one above it, and not both the same? */
export const holdsOf =
  (areas: Tree, categories: Tree) =>
  (whole: Watched, part: Watched): boolean =>
    names(whole) !== names(part) &&
    upwards(areas, part.areaId).includes(whole.areaId) &&
    upwards(categories, part.categoryId).includes(whole.categoryId);

/**
 * The most particular first, the whole city with every kind last.
 * @param first the first day of the past, `days` of them up to today
 */
export function seriesOf(
  counts: readonly DayCount[],
  areas: Tree,
  categories: Tree,
  first: Day,
  days: number,
): Series<Watched>[] {
  const index = new Map(Array.from({ length: days }, (_, i) => [addDays(first, i), i]));
  const all = new Map<string, { key: Watched; depth: number; byDay: Map<number, number>; total: number }>();
  const add = (key: Watched, depth: number, day: number, n: number) => {
    const name = names(key);
    const one = all.get(name) ?? { key, depth, byDay: new Map<number, number>(), total: 0 };
    all.set(name, one);
    one.byDay.set(day, (one.byDay.get(day) ?? 0) + n);
    one.total += n;
  };
  for (const { day, areaId, categoryId, people } of counts) {
    const at = index.get(day);
    if (at === undefined) continue;
    const [inAreas, ofKinds] = [upwards(areas, areaId), upwards(categories, categoryId)];
    for (const [i, area] of inAreas.entries())
      for (const [k, kind] of ofKinds.entries())
        add({ areaId: area, categoryId: kind }, inAreas.length - i + ofKinds.length - k, at, people);
  }
  const whole = all.get('|')?.total ?? 0;
  const totalOf = (key: Watched) => all.get(names(key))?.total ?? 0;
  const daily = ({ byDay }: { byDay: Map<number, number> }) =>
    Array.from({ length: days }, (_, day) => byDay.get(day) ?? 0);
  // A season is that of the kind at the top of its tree, over the whole city: below, too few tell to show one.
  const seasons = new Map<string | null, Float64Array>();
  const spreads = new Map<string | null, number>();
  const list = [...all.values()].map((one) => ({ ...one, counts: [...one.byDay].sort((a, b) => a[0] - b[0]) }));
  const topOf = (kind: string | null) => (kind === null ? null : upwards(categories, kind).at(-2)!);
  for (const [top, group] of Map.groupBy(list, ({ key }) => topOf(key.categoryId))) {
    const over = all.get(names({ areaId: null, categoryId: top }))!;
    seasons.set(top, seasonOf(first, daily(over).slice(0, -7), 7));
    spreads.set(top, dispersionOf(group.map((one) => ({ counts: one.counts, days }))));
  }
  return list
    .sort((a, b) => b.depth - a.depth || (names(a.key) < names(b.key) ? -1 : 1))
    .map(({ key, counts: own }) => {
      const top = topOf(key.categoryId);
      const share = totalOf({ areaId: key.areaId, categoryId: null }) / whole;
      const rate = (totalOf({ areaId: null, categoryId: key.categoryId }) * share) / days;
      const prior = { rate, days: PRIOR_DAYS };
      return { key, counts: own, season: seasons.get(top)!, prior, dispersion: spreads.get(top)! };
    });
}
