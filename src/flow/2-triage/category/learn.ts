/** What a model learns from, and which of two serves: labels with enough tickets, tickets held back, the paired comparison. */
import { LEAST_EXAMPLES } from '#triage/category/category.ts';

/** Of five tickets one is never learned from: the same one by every model, so that two can be compared on it. */
export const HELD_BACK = 0.2;
/** More of one label slow the training down and teach no more; the newest are taken. */
export const MOST_EXAMPLES = 400;

/**
 * What each category is learned as: itself where it and those that fall to it have enough tickets, else the nearest one
 * above that has; null where none has.
 * @param own tickets of each category itself
 * @param parentOf of every category that has tickets, up to the top
 */
export function labelsOf(
  own: ReadonlyMap<string, number>,
  parentOf: ReadonlyMap<string, string | null>,
  least = LEAST_EXAMPLES,
): Map<string, string | null> {
  const depth = (id: string): number => {
    const parent = parentOf.get(id);
    return parent ? depth(parent) + 1 : 0;
  };
  const known = new Set(own.keys());
  for (const id of own.keys()) for (let at = parentOf.get(id); at; at = parentOf.get(at)) known.add(at);
  // From the deepest up: what is too little for itself adds to the one above.
  const gathered = new Map([...known].map((id) => [id, own.get(id) ?? 0]));
  const standing = new Set<string>();
  for (const id of [...known].sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1))) {
    const count = gathered.get(id)!;
    const parent = parentOf.get(id);
    if (count >= least) standing.add(id);
    else if (parent) gathered.set(parent, gathered.get(parent)! + count);
  }
  const labelOf = (id: string): string | null => {
    for (let at: string | null | undefined = id; at; at = parentOf.get(at)) if (standing.has(at)) return at;
    return null;
  };
  return new Map([...own.keys()].map((id) => [id, labelOf(id)]));
}

/**
 * A ticket's own number between 0 and 1, out of the last bytes of its id, which are random. It stays the same for ever:
 * what one model was never shown no later one is shown either.
 */
export const lotOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(-12), 16) / 2 ** 48;

/** Stratified: of each label the tickets whose lot is under the share, and never fewer than every tenth. */
export function heldBack<T extends { id: string; label: string }>(tickets: readonly T[]): Set<string> {
  const held = new Set<string>();
  for (const group of Map.groupBy(tickets, ({ label }) => label).values()) {
    const byLot = [...group].sort((a, b) => lotOf(a.id) - lotOf(b.id));
    const least = Math.max(1, Math.floor(group.length / 10));
    for (const [i, { id }] of byLot.entries()) if (lotOf(id) < HELD_BACK || i < least) held.add(id);
  }
  return held;
}

/** How two models did on the same tickets: how many both had right, and each alone. */
export type Compared = { tickets: number; both: number; newOnly: number; oldOnly: number };

export function compare(truths: readonly string[], fresh: readonly string[], old: readonly string[]): Compared {
  const compared = { tickets: truths.length, both: 0, newOnly: 0, oldOnly: 0 };
  for (const [i, truth] of truths.entries()) {
    const [a, b] = [fresh[i] === truth, old[i] === truth];
    if (a && b) compared.both++;
    else if (a) compared.newOnly++;
    else if (b) compared.oldOnly++;
  }
  return compared;
}

/** No worse: it has at least as many of the held-back tickets right. */
export const isNoWorse = ({ newOnly, oldOnly }: Compared): boolean => newOnly >= oldOnly;

/** The words a model reads of a signal: its title, where the words do not begin with it, on a line of its own. */
export const wordsToRead = (title: string | null, words: string): string =>
  title && !words.startsWith(title) ? `${title}\n${words}` : words;
