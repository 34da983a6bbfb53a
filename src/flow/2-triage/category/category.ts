/** A category: a node of the tree of what signals are about. Folding of typing variants, and finding a node by its words. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const LEVELS_MAX = 6;
export const NAME_MAX = 60;
/** Fewer past tickets than this teach nothing that can be told apart: the category above is learned instead. */
export const LEAST_EXAMPLES = 20;

export const states = {
  open: { zh: '在用', en: 'In use', tone: 'work' },
  closed: { zh: '已停用', en: 'Closed', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type CategoryState = keyof typeof states;
export const categoryState = oneOf(states);

export const roles = {
  manager: { zh: '分类维护人', en: 'who maintains categories' },
} as const satisfies Record<string, Said>;
export type CategoryRole = keyof typeof roles;

export const steps = {
  rename: { zh: '改名', en: 'Rename', from: ['open'], by: 'manager' },
  move: { zh: '移到别处', en: 'Move', from: ['open'], by: 'manager' },
  alias: { zh: '增加别名', en: 'Add another name', from: ['open'], by: 'manager' },
  unalias: { zh: '去掉别名', en: 'Take another name off', from: ['open'], by: 'manager' },
  close: { zh: '停用', en: 'Close', from: ['open'], to: 'closed', by: 'manager' },
  reopen: { zh: '恢复使用', en: 'Reopen', from: ['closed'], to: 'open', by: 'manager' },
} as const satisfies Steps<CategoryState, CategoryRole>;
export type CategoryStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

/** What parts the levels of a path as files write it: 噪音 / 施工, 噪音>施工, 噪音\施工. */
const parting = /[/\\>|»→]/;

/** One form for what was typed with full width, spaces, capitals or invisible marks. Idempotent. */
export const foldName = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '');

/** The parts of a path, folded, without empty ones. */
export const foldedParts = (words: string): string[] =>
  words
    .normalize('NFKC')
    .split(parting)
    .map(foldName)
    .filter((part) => part !== '');

export const foldPath = (words: string): string => foldedParts(words).join('/');

/** The parts as they are written, trimmed. */
export const writtenParts = (words: string): string[] =>
  words
    .normalize('NFKC')
    .split(parting)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');

/** A name holds no mark that parts levels. */
export const isName = (words: string): boolean =>
  foldName(words) !== '' && words.length <= NAME_MAX && !parting.test(words.normalize('NFKC'));

export type Node = { id: string; name: string; parentId: string | null };

/** From the top down to the node itself; a node whose parent is not in the table begins its path. */
export function pathOf<N extends Node>(nodes: ReadonlyMap<string, N>, id: string): N[] {
  const path: N[] = [];
  for (let node = nodes.get(id); node; node = node.parentId === null ? undefined : nodes.get(node.parentId)) {
    path.unshift(node);
    if (path.length > LEVELS_MAX) break;
  }
  return path;
}

export const pathWords = (nodes: ReadonlyMap<string, Node>, id: string): string =>
  pathOf(nodes, id)
    .map(({ name }) => name)
    .join(' / ');

export const leavesOf = <N extends Node>(nodes: Iterable<N>): N[] => {
  const all = [...nodes];
  const parents = new Set(all.map(({ parentId }) => parentId));
  return all.filter(({ id }) => !parents.has(id));
};

/** What a text of a file means: a node, several that it may be, or none. */
export type Found = string | 'several' | undefined;

/**
 * Finds nodes by their name, their path or the end of it, or another name they were given. A whole path wins over an alias,
 * that over an end; of several with the same end the only leaf is meant.
 */
export function categoryFinder(
  list: readonly Node[],
  aliases: readonly { categoryId: string; folded: string }[],
): (words: string) => Found {
  const nodes = new Map(list.map((node) => [node.id, node]));
  const leaves = new Set(leavesOf(list).map(({ id }) => id));
  const whole = new Map<string, string>();
  const ends = new Map<string, string[]>();
  for (const { id } of list) {
    const parts = pathOf(nodes, id).map(({ name }) => foldName(name));
    whole.set(parts.join('/'), id);
    for (let from = 0; from < parts.length; from++) {
      const end = parts.slice(from).join('/');
      ends.set(end, [...(ends.get(end) ?? []), id]);
    }
  }
  const given = new Map<string, string[]>();
  for (const { categoryId, folded } of aliases)
    if (nodes.has(categoryId)) given.set(folded, [...(given.get(folded) ?? []), categoryId]);
  const only = (ids: readonly string[]): Found => {
    if (ids.length <= 1) return ids[0];
    const ending = ids.filter((id) => leaves.has(id));
    return ending.length === 1 ? ending[0] : 'several';
  };
  return (words) => {
    const path = foldPath(words);
    if (path === '') return undefined;
    const named = whole.get(path) ?? only(given.get(path) ?? []) ?? only(ends.get(path) ?? []);
    if (named !== undefined) return named;
    // Its branch may have been moved since: then a part of the path still tells, but never a bare name such as 其他.
    const parts = path.split('/');
    for (let from = 1; from <= parts.length - 2; from++) {
      const found = only(ends.get(parts.slice(from).join('/')) ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
