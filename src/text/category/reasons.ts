/** The words that decided: where in a message the weight for one category against another lies. */
import { type Bag, LONGEST, partEnds, type ReadBag } from '#text/category/grams.ts';
import { parentOf } from '#text/category/labels.ts';
import type { Stream } from '#text/category/stream.ts';
import { type ReadyFork, weighed } from '#text/category/weighed.ts';

/** `from` to `to` (UTF-16, end excluded) in the words as they were given; weights of one answer add up to at most 1. */
export type Reason = { from: number; to: number; text: string; weight: number };

const REASONS = 5;
const SHOWN = 8;

/**
 * Every gram's part of the difference between the two scores is shared out over its characters; runs of characters
 * that speak for the first are the reasons. Each text is given once, at its first place, with the weight of all.
 */
export function reasonsOf(
  forks: ReadonlyMap<string, ReadyFork>,
  first: ReadyFork,
  stream: Stream,
  bag: ReadBag,
  words: string,
  top: string,
  second: string,
): Reason[] {
  const parting = forkWhere(forks, first, top, second);
  const forTop = parting.branches.indexOf(branchOf(parting, top));
  const forSecond = parting.branches.indexOf(branchOf(parting, second));
  const { units, length, from: at, to: until } = stream;
  const pull = new Float64Array(length);
  const pulls = pullsOf(bag, parting, forTop, forSecond);
  let read = 0;
  for (const end of partEnds(stream)) {
    for (let from = 0; from < end; from++) {
      for (let to = from + 1; to <= Math.min(from + LONGEST, end); to++) {
        const each = pulls[bag.order[read++]!]! / (to - from);
        for (let on = from; on < to; on++) pull[on]! += each;
      }
    }
  }
  const runs = new Map<string, Reason>();
  let total = 0;
  for (let from = 0; from < length; ) {
    if (!isWord(units[from]!) || pull[from]! <= 0) {
      from++;
      continue;
    }
    let to = from;
    let weight = 0;
    while (to < length && to - from < SHOWN && isWord(units[to]!) && pull[to]! > 0) weight += pull[to++]!;
    total += weight;
    const text = words.slice(at[from]!, until[to - 1]!);
    const known = runs.get(text);
    if (known) known.weight += weight;
    else if (to - from > 1) runs.set(text, { from: at[from]!, to: until[to - 1]!, text, weight });
    from = to;
  }
  return [...runs.values()]
    .sort((a, b) => b.weight - a.weight || a.from - b.from)
    .slice(0, REASONS)
    .map((reason) => ({ ...reason, weight: total > 0 ? reason.weight / total : 0 }));
}

/** How much each gram of the bag, each time it stands there, speaks for one branch against another. */
function pullsOf(bag: Bag, fork: ReadyFork, one: number, other: number): Float64Array {
  const { columns, values, gram, count } = weighed(fork, bag);
  const { weights, scales, branches } = fork;
  const pulls = new Float64Array(bag.hashes.length);
  for (let at = 0; at < count; at++) {
    const base = columns[at]! * branches.length;
    const weight = weights[base + one]! * scales[one]! - weights[base + other]! * scales[other]!;
    pulls[gram[at]!] = (values[at]! * weight) / bag.counts[gram[at]!]!;
  }
  return pulls;
}

/** The fork at which the ways to the two part. */
function forkWhere(forks: ReadonlyMap<string, ReadyFork>, first: ReadyFork, top: string, second: string): ReadyFork {
  let here = first;
  for (;;) {
    const branch = branchOf(here, top);
    const below = forks.get(branch);
    if (branch !== branchOf(here, second) || branch === here.path || !below) return here;
    here = below;
  }
}

function branchOf(fork: ReadyFork, path: string): string {
  if (path === fork.path) return path;
  let branch = path;
  while (branch !== '' && !fork.branches.includes(branch)) branch = parentOf(branch);
  return branch;
}

/** Letters and Chinese characters; what stands for a number, a place or a person is no reason to show. */
const isWord = (unit: number) => (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x61 && unit <= 0x7a);
