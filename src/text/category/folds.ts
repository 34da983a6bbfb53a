/** Dividing examples into parts that can be learned from and tested on by turns. */
import { seeded } from '#text/category/seeded.ts';

/**
 * The part (0 to `parts` − 1) of each example: every class spread evenly, and examples of one `group` (near-duplicates)
 * always in the same part, so that nothing is tested on what was learned nearly verbatim.
 */
export function foldsOf(labels: Int32Array, parts: number, seed: number, groups?: Int32Array): Uint8Array {
  const random = seeded(seed);
  const members = new Map<number, number[]>();
  labels.forEach((_, at) => {
    const group = groups?.[at] ?? at;
    const of = members.get(group);
    if (of) of.push(at);
    else members.set(group, [at]);
  });
  const order = [...members.values()];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  // The large groups first, each into the part that has fewest of its class so far, then fewest of all.
  order.sort((a, b) => b.length - a.length);
  const fold = new Uint8Array(labels.length);
  const classes = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const held = new Int32Array(classes * parts);
  const filled = new Int32Array(parts);
  for (const group of order) {
    const base = labels[group[0]!]! * parts;
    let best = 0;
    for (let part = 1; part < parts; part++) {
      const fewer = held[base + part]! - held[base + best]! || filled[part]! - filled[best]!;
      if (fewer < 0) best = part;
    }
    for (const at of group) {
      fold[at] = best;
      held[labels[at]! * parts + best]!++;
      filled[best]!++;
    }
  }
  return fold;
}
