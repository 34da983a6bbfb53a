/** Step 8: pairs into groups, the surest first; two groups become one only if their members are alike on the average. */

import type { Prepared } from '#text/same/5-prepare.ts';
import { oddsOf } from '#text/same/6-likeness.ts';
import type { Pairs } from '#text/same/7-candidates.ts';

export type LinkOptions = {
  /** Log-odds from which a pair is worth joining its groups. */
  pair: number;
  /** Mean log-odds over the members of both from which they are joined: one odd link chains no two matters. */
  mean: number;
};

export const linkDefaults: LinkOptions = { pair: -0.5, mean: -0.75 };

/** Of a larger group so many members stand for all. */
const spokesmen = 6;

/**
 * For each message the number of its group: the smallest index in it.
 * @param start groups to begin with, numbered in the same way; they are never parted.
 */
export function link(
  prepared: readonly Prepared[],
  pairs: Pairs,
  options: LinkOptions = linkDefaults,
  start?: Int32Array,
): Int32Array {
  const odds = new Float32Array(pairs.a.length);
  const order: number[] = [];
  for (let at = 0; at < odds.length; at++) {
    odds[at] = oddsOf(prepared[pairs.a[at]!]!, prepared[pairs.b[at]!]!);
    if (odds[at]! >= options.pair) order.push(at);
  }
  order.sort((x, y) => odds[y]! - odds[x]! || pairs.a[x]! - pairs.a[y]! || pairs.b[x]! - pairs.b[y]!);
  const parent = start?.slice() ?? Int32Array.from(prepared, (_, at) => at);
  const members: number[][] = prepared.map(() => []);
  for (let at = 0; at < parent.length; at++) members[parent[at]!]!.push(at);
  const refused = new Set<string>();
  for (const at of order) {
    const one = rootOf(parent, pairs.a[at]!);
    const other = rootOf(parent, pairs.b[at]!);
    if (one === other) continue;
    const [first, second] = one < other ? [one, other] : [other, one];
    const left = members[first]!;
    const right = members[second]!;
    const asked = `${first} ${left.length} ${second} ${right.length}`;
    if (refused.has(asked)) continue;
    if (meanOdds(prepared, left, right) < options.mean) {
      refused.add(asked);
      continue;
    }
    parent[second] = first;
    for (const member of right) left.push(member);
    members[second] = [];
  }
  return parent.map((_, at) => rootOf(parent, at));
}

function meanOdds(prepared: readonly Prepared[], left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (const a of spread(left)) {
    for (const b of spread(right)) {
      sum += oddsOf(prepared[a]!, prepared[b]!);
      count++;
    }
  }
  return sum / count;
}

/** At even distances, so that the answer does not hang on the order alone. */
function spread(members: readonly number[]): readonly number[] {
  if (members.length <= spokesmen) return members;
  return Array.from({ length: spokesmen }, (_, at) => members[Math.floor((at * members.length) / spokesmen)]!);
}

function rootOf(parent: Int32Array, at: number): number {
  let root = at;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}
