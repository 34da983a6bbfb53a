/** Groups keep their places while they are worked off; a new one stands where the server has put it among the others. */

type Grouped = { id: string; group: { key: string } };

/** @param orders from the key of a group to its place; filled here, and never changed for a key that is known */
export function rememberOrder(orders: Map<string, number>, items: readonly Grouped[]): void {
  const keys = [...new Set(items.map((item) => item.group.key))];
  let before = Number.NEGATIVE_INFINITY;
  for (const [n, key] of keys.entries()) {
    const known = orders.get(key);
    if (known === undefined) orders.set(key, between(before, nextKnown(orders, keys.slice(n + 1), before)));
    before = Math.max(before, orders.get(key)!);
  }
}

function nextKnown(orders: Map<string, number>, keys: readonly string[], before: number): number {
  const places = keys.flatMap((key) => orders.get(key) ?? []).filter((place) => place > before);
  return places[0] ?? Number.POSITIVE_INFINITY;
}

function between(a: number, b: number): number {
  if (Number.isFinite(a)) return Number.isFinite(b) ? (a + b) / 2 : a + 1;
  return Number.isFinite(b) ? b - 1 : 0;
}

export const inOrder = <T extends Grouped>(orders: ReadonlyMap<string, number>, items: readonly T[]): T[] =>
  [...items].sort((a, b) => orders.get(a.group.key)! - orders.get(b.group.key)!);
