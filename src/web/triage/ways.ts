/** Ways that a signal may go, out of what is proposed for it: each is the whole usual move, taken by one key. */
import { surenessOf } from '#triage/category/proposal.ts';
import type { QueueItem } from '#views/triage-desk.api.ts';

export type Repeat = QueueItem['repeats'][number];
export type Category = QueueItem['categories'][number];
export type Unit = QueueItem['units'][number];

/** Onto `into`, or onto a new problem; sorted into the category, given to the unit where nobody has it. */
export type Way = {
  into: Repeat | null;
  category: Category | null;
  unit: Unit | null;
};

/** As many as there are keys for. */
export const MOST_WAYS = 5;

const isSure = (repeat: Repeat) => surenessOf(repeat.confidence) !== 'low';

/** What a person decided already is no proposal any more: every way keeps it. */
export function categoriesOf({ decided, categories }: QueueItem): (Category | null)[] {
  if (decided) return [{ ...decided, confidence: 1, because: [] }];
  return categories.length > 0 ? categories : [null];
}

/** Whose duty that category is by the list, then what past tickets say of such words. */
export function unitsOf({ units }: QueueItem, category: Category | null): Unit[] {
  const byDuty = category?.units ?? [];
  return [...byDuty, ...units.filter((unit) => !byDuty.some((other) => other.id === unit.id))];
}

/**
 * The likeliest first. A sure repeat stands before everything, for it would gather; then category with unit, then the
 * repeats that are less sure, then what is next likely of the one or the other.
 */
export function waysOf(item: QueueItem): Way[] {
  const categories = categoriesOf(item);
  const [category = null] = categories;
  const units = unitsOf(item, category);
  const [unit = null] = units;
  const gather = (into: Repeat): Way => ({ into, category, unit: into.lead ? null : unit });
  const fresh: Way[] = [
    { into: null, category, unit },
    ...categories.slice(1).map((other) => ({ into: null, category: other, unit: unitsOf(item, other)[0] ?? null })),
    ...units.slice(1).map((other) => ({ into: null, category, unit: other })),
  ].filter((way) => way.category !== null || way.unit !== null);
  return [
    ...item.repeats.filter(isSure).map(gather),
    ...fresh.slice(0, 1),
    ...item.repeats.filter((repeat) => !isSure(repeat)).map(gather),
    ...fresh.slice(1),
  ].slice(0, MOST_WAYS);
}

/** How sure the least sure part of it is: of what a person decides nothing is asked. */
export function surestOf({ into, category, unit }: Way): number {
  return Math.min(1, ...[into, category, unit].flatMap((part) => part?.confidence ?? []));
}

/** Two ways that bring about the same. */
export const wayKey = ({ into, category, unit }: Way): string => [into?.id, category?.id, unit?.id].join(' ');
