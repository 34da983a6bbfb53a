/** Which of many messages are the same matter: cleaned, weighed, compared and linked, in the order of the numbered steps. */
import { count, emptyCounts } from '#text/same/4-counts.ts';
import { prepare, termsOf } from '#text/same/5-prepare.ts';
import { candidates } from '#text/same/7-candidates.ts';
import { type LinkOptions, link, linkDefaults } from '#text/same/8-link.ts';
import { nameOf } from '#text/same/name.ts';
import type { Group, Message, Named } from '#text/same/same.ts';

export type GroupOptions = LinkOptions & {
  /** Ids that belong together from before, e.g. the groups that people confirmed: never parted. */
  together?: readonly (readonly string[])[];
};

/** Shorter words, letters counted, say too little for two to be the same matter because they are the same words. */
const saysEnough = 6;

/**
 * Every message in exactly one group, those alike with nobody in one of their own; largest first, then by id.
 * The answer hangs on the set of messages only, not on their order. Two messages of one id are one. `named` tells what a
 * group is called: asked for, because reading the words of all takes as long as a fifth of the grouping.
 */
export function group(
  messages: readonly Message[],
  options: Partial<GroupOptions> = {},
): { groups: Group[]; named(group: Group): Named } {
  const byId = [...new Map(messages.map((message) => [message.id, message])).values()].sort(byIdOf);
  const { distinct, standsFor } = collapse(byId);
  const counts = emptyCounts();
  for (const one of distinct) count(counts, one);
  const prepared = distinct.map((one) => prepare(one, counts));
  const start = startOf(byId, standsFor, distinct.length, options.together ?? []);
  const labels = link(prepared, candidates(prepared), { ...linkDefaults, ...options }, start);
  const textOf = new Map(byId.map(({ id }, at) => [id, standsFor[at]!]));
  return {
    groups: groupsOf(byId, standsFor, labels),
    named: ({ members }) =>
      nameOf(
        [...new Set(members.map((id) => textOf.get(id)!))].map((at) => prepared[at]!),
        counts,
      ),
  };
}

const byIdOf = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Equal texts are compared once: the same one ten thousand times costs as much as one. */
function collapse(messages: readonly Message[]) {
  const distinct: ReturnType<typeof termsOf>[] = [];
  const standsFor = new Int32Array(messages.length);
  const known = new Map<string, number>();
  messages.forEach(({ words }, at) => {
    const seen = known.get(words);
    if (seen !== undefined) {
      standsFor[at] = seen;
      return;
    }
    const terms = termsOf({ words });
    const bare = terms.text.replace(/[^\p{L}\p{N}]+/gu, '');
    const index = bare.length < saysEnough ? undefined : known.get(`=${bare}`);
    standsFor[at] = index ?? distinct.length;
    if (index !== undefined) return;
    distinct.push(terms);
    if (bare.length < saysEnough) return;
    known.set(words, standsFor[at]!);
    known.set(`=${bare}`, standsFor[at]!);
  });
  return { distinct, standsFor };
}

/** The groups there were, as the smallest index of each. */
function startOf(
  messages: readonly Message[],
  standsFor: Int32Array,
  size: number,
  together: readonly (readonly string[])[],
): Int32Array {
  const start = Int32Array.from({ length: size }, (_, at) => at);
  const at = new Map(messages.map(({ id }, index) => [id, standsFor[index]!]));
  const root = (one: number): number => (start[one] === one ? one : root(start[one]!));
  for (const ids of together) {
    const [first, ...others] = ids.flatMap((id) => at.get(id) ?? []).map(root);
    for (const other of others) {
      const [low, high] = [root(first!), root(other)].sort((a, b) => a - b) as [number, number];
      start[high] = low;
    }
  }
  return start.map((_, one) => root(one));
}

function groupsOf(messages: readonly Message[], standsFor: Int32Array, labels: Int32Array): Group[] {
  const members = new Map<number, string[]>();
  messages.forEach(({ id }, at) => {
    const label = labels[standsFor[at]!]!;
    const ids = members.get(label);
    if (ids) ids.push(id);
    else members.set(label, [id]);
  });
  return [...members.values()]
    .map((ids) => ({ id: ids[0]!, members: ids }))
    .sort((a, b) => b.members.length - a.members.length || byIdOf(a, b));
}
