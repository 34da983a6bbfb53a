/** What a run of signals would become if each took its first way: a sentence's counts, and those that do not fit in. */

import { surenessOf } from '#triage/category/proposal.ts';
import { MOST_AT_ONCE } from '#triage/desk/dispatch.api.ts';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { surestOf, type Way, waysOf } from '#web/triage/ways.ts';

/** Why somebody should look at it before it goes with the others. */
export type Odd = 'none' | 'unsure' | 'category' | 'unit' | 'urgent' | 'secret';
export type Line = { item: QueueItem; way: Way | null; odd: Odd[] };

export { MOST_AT_ONCE };

const most = <T>(list: readonly T[]): T | undefined => {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/** In the order given, those that stand out first. */
export function linesOf(items: readonly QueueItem[]): Line[] {
  const lines = items.slice(0, MOST_AT_ONCE).map((item) => ({ item, way: waysOf(item)[0] ?? null }));
  const ways = lines.flatMap(({ way }) => way ?? []);
  const category = most(ways.map((way) => way.category?.id));
  const unit = most(ways.map(unitOf));
  const all = lines.map(({ item, way }): Line => {
    const odd: Odd[] = [
      ...(way === null ? (['none'] as const) : []),
      ...(way && surenessOf(surestOf(way)) === 'low' ? (['unsure'] as const) : []),
      ...(way && way.category?.id !== category ? (['category'] as const) : []),
      ...(way && unitOf(way) !== unit ? (['unit'] as const) : []),
      ...(item.urgency !== 'normal' ? (['urgent'] as const) : []),
      ...(item.secret ? (['secret'] as const) : []),
    ];
    return { item, way, odd };
  });
  return [...all.filter(({ odd }) => odd.length > 0), ...all.filter(({ odd }) => odd.length === 0)];
}

const unitOf = (way: Way) => way.into?.lead?.id ?? way.unit?.id;

export type Counted = { name: string; count: number };
export type Summary = {
  count: number;
  categories: Counted[];
  /** Signals that go onto problems that exist, and how many those are. */
  gathered: number;
  problems: number;
  /** Signals that need a new problem. */
  fresh: number;
  units: Counted[];
  /** New problems that nobody is given. */
  unassigned: number;
};

const tally = (names: string[]): Counted[] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
};

export function summaryOf(lines: readonly Line[]): Summary {
  const ways = lines.flatMap(({ way }) => way ?? []);
  const onto = ways.flatMap(({ into }) => into?.id ?? []);
  const fresh = ways.filter(({ into }) => !into);
  return {
    count: ways.length,
    categories: tally(ways.flatMap(({ category }) => category?.path ?? [])),
    gathered: onto.length,
    problems: new Set(onto).size,
    fresh: fresh.length,
    units: tally(ways.flatMap(({ into, unit }) => (into?.lead ? into.lead.shortName : unit?.shortName) ?? [])),
    unassigned: fresh.filter(({ unit }) => !unit).length,
  };
}
