/** Verbs of the tree: added, renamed, moved, known by another name, closed from a day on, reopened. */
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import {
  allCategories,
  type CategoryRow,
  deleteAlias,
  insertAlias,
  insertCategory,
  lockCategory,
  lockTree,
  writeCategory,
} from '#triage/category/category.store.ts';
import {
  type CategoryRole,
  type CategoryStep,
  foldName,
  isName,
  LEVELS_MAX,
  lifeCycle,
  NAME_MAX,
  pathOf,
} from '#triage/category/category.ts';
import { hang } from '#triage/category/hang.ts';

export type Decision = { id: string; version: number };
export type Done = { id: string; version: number };

export const categoryRoles = (actor: Actor): Set<CategoryRole> =>
  new Set(may(actor, 'category.manage') ? ['manager'] : []);

type Said = { reason?: string; data?: Record<string, unknown>; change?: Parameters<typeof writeCategory>[2] };
type Context = { category: CategoryRow; open: CategoryRow[]; person: string };

/** The common way of every decision on a category: lock, once, open?, write, ledger. */
async function decide<D extends Decision>(
  tx: Tx,
  actor: Actor,
  categoryId: string,
  step: CategoryStep,
  input: D,
  write: (context: Context) => Promise<Said>,
): Promise<Done> {
  mustBeAbleTo(actor, 'category.manage');
  await lockTree(tx);
  const category = await lockCategory(tx, categoryId);
  const by = signing(actor, 'category.manage');
  if (!(await once(tx, by, input.id, `category.${step}`, { categoryId, ...input })))
    return { id: category.id, version: category.version };
  await mustBeOpen(tx, lifeCycle, step, category, categoryRoles(actor), input.version);
  const { change, ...said } = await write({ category, open: await allCategories(tx), person: personOf(actor) });
  const version = await writeCategory(tx, category.id, change ?? {});
  await record(tx, by, {
    ...{ ...said, verb: `category.${step}`, kind: 'category', thing: category.id, request: input.id },
  });
  return { id: category.id, version };
}

type Added = { id: string; name: string; parentId: string | null; code?: string | undefined };

/** `input.id` is the category's own. @throws category_name, category_too_deep, category_there, category_code_taken, not_found */
export async function addCategory(tx: Tx, actor: Actor, input: Added): Promise<Done & { code: string }> {
  mustBeAbleTo(actor, 'category.manage');
  const by = signing(actor, 'category.manage');
  await lockTree(tx);
  if (await once(tx, by, input.id, 'category.add', input)) {
    const open = await allCategories(tx);
    const parent = input.parentId === null ? null : open.find(({ id }) => id === input.parentId);
    if (parent === undefined) throw problem('not_found');
    mustBeFree(open, input.parentId, input.name);
    if (input.code && open.some(({ code }) => code === input.code))
      throw problem('category_code_taken', { code: input.code });
    const place = hang(await allCategories(tx, { closed: true }), parent, input.code);
    if (place.level > LEVELS_MAX) throw problem('category_too_deep', { limit: LEVELS_MAX });
    await insertCategory(tx, {
      ...{ id: input.id, name: input.name.trim(), parentId: input.parentId, ...place },
      ...{ validFrom: dayOf(tx.now), by: personOf(actor) },
    });
    const data = { name: input.name.trim(), parent: input.parentId };
    await record(tx, by, { verb: 'category.add', kind: 'category', thing: input.id, data, request: input.id });
  }
  const { id, version, code } = await lockCategory(tx, input.id);
  return { id, version, code };
}

/** What files called it before stays known: past tickets keep their category. */
export function renameCategory(tx: Tx, actor: Actor, categoryId: string, input: Decision & { name: string }) {
  return decide(tx, actor, categoryId, 'rename', input, async ({ category, open, person }) => {
    const name = input.name.trim();
    mustBeFree(open, category.parentId, name, category.id);
    await keepName(tx, open, category, person);
    return { change: { name }, data: { old: category.name, new: name } };
  });
}

export function moveCategory(tx: Tx, actor: Actor, categoryId: string, input: Decision & { parentId: string | null }) {
  return decide(tx, actor, categoryId, 'move', input, async ({ category, open, person }) => {
    const nodes = new Map(open.map((one) => [one.id, one]));
    const parent = input.parentId === null ? null : nodes.get(input.parentId);
    if (parent === undefined) throw problem('not_found');
    if (parent && pathOf(nodes, parent.id).some(({ id }) => id === category.id)) throw problem('category_circle');
    mustBeFree(open, input.parentId, category.name, category.id);
    const shift = (parent?.level ?? 0) + 1 - category.level;
    const all = await allCategories(tx, { closed: true });
    const below = branch(all, category.id);
    if (Math.max(category.level, ...below.map(({ level }) => level)) + shift > LEVELS_MAX)
      throw problem('category_too_deep', { limit: LEVELS_MAX });
    await keepName(tx, open, category, person);
    for (const one of below) await writeCategory(tx, one.id, { level: one.level + shift });
    const { position } = hang(all, parent);
    return {
      change: { parentId: input.parentId, level: category.level + shift, position },
      data: { old: category.parentId, new: input.parentId },
    };
  });
}

/** From that day on it is offered no more; tickets keep it. @throws category_has_open_below, dates_crossed */
export function closeCategory(
  tx: Tx,
  actor: Actor,
  categoryId: string,
  input: Decision & { from: string; reason: string },
) {
  return decide(tx, actor, categoryId, 'close', input, async ({ category, open }) => {
    const count = open.filter(({ parentId }) => parentId === category.id).length;
    if (count > 0) throw problem('category_has_open_below', { count });
    if (input.from < category.validFrom) throw problem('dates_crossed');
    return { reason: input.reason, change: { validTo: input.from }, data: { from: input.from } };
  });
}

/** @throws category_there where another took its name, not_now where the one above is closed */
export function reopenCategory(tx: Tx, actor: Actor, categoryId: string, input: Decision & { reason: string }) {
  return decide(tx, actor, categoryId, 'reopen', input, async ({ category, open }) => {
    if (category.parentId !== null && !open.some(({ id }) => id === category.parentId))
      throw problem('category_parent_closed');
    mustBeFree(open, category.parentId, category.name, category.id);
    if (open.some(({ code }) => code === category.code)) throw problem('category_code_taken', { code: category.code });
    return { reason: input.reason, change: { validTo: null } };
  });
}

/** How files call it besides: a name, or a path as 生态环境/噪音. @throws category_alias_empty */
export function aliasCategory(tx: Tx, actor: Actor, categoryId: string, input: Decision & { words: string }) {
  return decide(tx, actor, categoryId, 'alias', input, async ({ category, person }) => {
    if (foldName(input.words) === '') throw problem('field_required');
    const alias = await insertAlias(tx, category.id, input.words.trim(), person);
    return { data: { words: input.words.trim(), alias: alias ?? null } };
  });
}

export function unaliasCategory(tx: Tx, actor: Actor, categoryId: string, input: Decision & { alias: string }) {
  return decide(tx, actor, categoryId, 'unalias', input, async ({ category }) => {
    const words = await deleteAlias(tx, category.id, input.alias);
    if (words === undefined) throw problem('not_found');
    return { data: { words } };
  });
}

const branch = (all: readonly CategoryRow[], id: string): CategoryRow[] =>
  all.filter(({ parentId }) => parentId === id).flatMap((child) => [child, ...branch(all, child.id)]);

/** Its name and its path of now stay known; that of a path below it changes with it and is found by its end. */
async function keepName(tx: Tx, open: readonly CategoryRow[], category: CategoryRow, person: string): Promise<void> {
  const path = pathOf(new Map(open.map((one) => [one.id, one])), category.id).map(({ name }) => name);
  if (path.length > 1) await insertAlias(tx, category.id, path.join('/'), person);
  await insertAlias(tx, category.id, category.name, person);
}

/** @throws category_name, category_there */
function mustBeFree(open: readonly CategoryRow[], parentId: string | null, name: string, except?: string): void {
  if (!isName(name)) throw problem('category_name', { limit: NAME_MAX });
  const taken = open.some(
    (one) => one.parentId === parentId && one.id !== except && foldName(one.name) === foldName(name),
  );
  if (taken) throw problem('category_there', { name: name.trim() });
}
