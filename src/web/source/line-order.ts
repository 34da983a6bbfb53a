/** In which order the nodes of each column stand, so that few lines cross: barycentres, swept to and fro. Pure. */
import { groupedBy } from '#web/source/grouped.ts';

/** What stands in a column: a node, or the lane of lines that pass it. `under` keeps a tree together; `last` stays at the foot. */
export type Item = { id: string; column: number; under: string | null; last?: boolean };
export type Link = { from: string; to: string };

const SWEEPS = 8;

/** @param items in the order they are given where nothing speaks for another. Links join neighbouring columns. */
export function orderColumns(items: readonly Item[], links: readonly Link[], columns: number): Item[][] {
  let order = Array.from({ length: columns }, (_, column) =>
    inTrees(
      items.filter((item) => item.column === column),
      () => 0,
    ),
  );
  const before = groupedBy(links, ({ to }) => to);
  const after = groupedBy(links, ({ from }) => from);
  let best = order;
  let fewest = crossings(order, links);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const forth = sweep % 2 === 0;
    const next = [...order];
    for (let step = 1; step < columns; step++) {
      const column = forth ? step : columns - 1 - step;
      const places = placesOf(next[column + (forth ? -1 : 1)] ?? []);
      const own = placesOf(next[column] ?? []);
      next[column] = inTrees(
        next[column] ?? [],
        (id) => {
          const near = (forth ? before.get(id)?.map(({ from }) => from) : after.get(id)?.map(({ to }) => to)) ?? [];
          const known = near.flatMap((one) => places.get(one) ?? []);
          return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length;
        },
        own,
      );
    }
    order = next;
    const count = crossings(order, links);
    if (count >= fewest) continue;
    fewest = count;
    best = order;
  }
  return best;
}

/** Shares of the column, so that a short column and a long one can be compared. */
const placesOf = (items: readonly Item[]) => new Map(items.map(({ id }, index) => [id, (index + 0.5) / items.length]));

/** Trees one after another, the branches of each by the mean of all that hangs on them; who has no mean stays about where it was. */
function inTrees(
  items: readonly Item[],
  meanOf: (id: string) => number | undefined,
  own: ReadonlyMap<string, number> = new Map(),
): Item[] {
  const ids = new Set(items.map(({ id }) => id));
  const below = groupedBy(items, ({ under }) => (under !== null && ids.has(under) ? under : null));
  const weights = new Map<string, number>();
  const weigh = (item: Item): { sum: number; count: number } => {
    const mean = meanOf(item.id);
    const all = { sum: mean ?? 0, count: mean === undefined ? 0 : 1 };
    for (const one of below.get(item.id) ?? []) {
      const { sum, count } = weigh(one);
      all.sum += sum;
      all.count += count;
    }
    weights.set(
      item.id,
      item.last ? Number.POSITIVE_INFINITY : all.count > 0 ? all.sum / all.count : (own.get(item.id) ?? 0),
    );
    return all;
  };
  for (const root of below.get(null) ?? []) weigh(root);
  const sorted: Item[] = [];
  const put = (list: Item[]) => {
    for (const item of list.sort((a, b) => weights.get(a.id)! - weights.get(b.id)!)) {
      sorted.push(item);
      put(below.get(item.id) ?? []);
    }
  };
  put(below.get(null) ?? []);
  return sorted;
}

/** How many pairs of links between neighbouring columns cross. */
export function crossings(order: readonly (readonly Item[])[], links: readonly Link[]): number {
  const at = new Map(order.flatMap((items, column) => items.map(({ id }, row) => [id, { column, row }] as const)));
  const between = groupedBy(
    links.flatMap(({ from, to }) => {
      const [left, right] = [at.get(from), at.get(to)];
      return left && right ? [{ column: left.column, left: left.row, right: right.row }] : [];
    }),
    ({ column }) => column,
  );
  let count = 0;
  for (const pairs of between.values()) {
    // Inversions of the right ends when sorted by the left ones, by a tree of counts: 1,000 links in a millisecond.
    const size = Math.max(...pairs.map(({ right }) => right)) + 1;
    const tree = new Int32Array(size + 1);
    let seen = 0;
    for (const { right } of [...pairs].sort((a, b) => a.left - b.left || a.right - b.right)) {
      let upTo = 0;
      for (let i = right + 1; i > 0; i -= i & -i) upTo += tree[i] ?? 0;
      count += seen - upTo;
      for (let i = right + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
      seen += 1;
    }
  }
  return count;
}
