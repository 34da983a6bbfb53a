/** Writing the rows of a list of categories: what of a path is missing is added; typing variants are met again as one. */
import { dayOf } from '#clock/day.ts';
import type { Written } from '#intake/intake.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { type CellNote, noted } from '#people/import-cells.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { CategoryField } from '#sheet/category-fields.ts';
import {
  allAliases,
  allCategories,
  type CategoryRow,
  insertCategory,
  lockTree,
  writeCategory,
} from '#triage/category/category.store.ts';
import { categoryFinder, foldName, LEVELS_MAX } from '#triage/category/category.ts';
import { hang } from '#triage/category/hang.ts';
import type { CategoryImportRow } from '#triage/category/import-categories.ts';

export type Result = Exclude<Written, object> | { rejected: CellNote<CategoryField>[] };

/** Up to 1,000 rows in one transaction. The one above may stand further down: rows are tried again while any gets on. */
export async function writeCategories(
  tx: Tx,
  actor: Actor,
  rows: readonly CategoryImportRow[],
  importId: string,
): Promise<Result[]> {
  mustBeAbleTo(actor, 'category.manage');
  await lockTree(tx);
  const tree = await standing(tx, actor, importId);
  const results: Result[] = new Array(rows.length);
  let waiting = rows.map((_, i) => i);
  for (let before = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < before; ) {
    before = waiting.length;
    const again: number[] = [];
    for (const i of waiting) {
      const result = await take(tx, tree, rows[i]!);
      results[i] = result;
      if (typeof result === 'object' && result.rejected[0]?.field === 'parent') again.push(i);
    }
    waiting = again;
  }
  return results;
}

/** The tree as it stands while rows come in. */
async function standing(tx: Tx, actor: Actor, importId: string) {
  const aliases = await allAliases(tx);
  const all = await allCategories(tx, { closed: true });
  const open = await allCategories(tx);
  const by = signing(actor, 'category.manage');
  const person = personOf(actor);
  return {
    open,
    find: (words: string) => categoryFinder(open, aliases)(words),
    child: (parentId: string | null, name: string) =>
      open.find((one) => one.parentId === parentId && foldName(one.name) === foldName(name)),
    coded: (code: string) => open.find((one) => one.code === code),
    async add(name: string, parent: CategoryRow | null, code: string): Promise<CategoryRow> {
      const place = hang(all, parent, code);
      const row = { id: newId(), name, parentId: parent?.id ?? null, ...place, validFrom: dayOf(tx.now) };
      await insertCategory(tx, { ...row, by: person });
      const data = { name, parent: row.parentId, import: importId };
      await record(tx, by, { verb: 'category.add', kind: 'category', thing: row.id, data, request: importId });
      const added: CategoryRow = { ...row, validTo: null, state: 'open', version: 1 };
      open.push(added);
      all.push(added);
      return added;
    },
  };
}

async function take(
  tx: Tx,
  tree: Awaited<ReturnType<typeof standing>>,
  { path, under, code }: CategoryImportRow,
): Promise<Result> {
  let at: CategoryRow | null = null;
  if (under !== '') {
    const found = tree.find(under);
    if (found === 'several') return { rejected: [noted('parent', 'category_several', { name: under })] };
    if (found === undefined) return { rejected: [noted('parent', 'category_unknown', { name: under })] };
    at = tree.open.find(({ id }) => id === found)!;
  }
  if ((at?.level ?? 0) + path.length > LEVELS_MAX)
    return { rejected: [noted('name', 'category_too_deep', { limit: LEVELS_MAX })] };
  const holder = code === '' ? undefined : tree.coded(code);
  let added = false;
  for (const [i, name] of path.entries()) {
    const met: CategoryRow | undefined = tree.child(at?.id ?? null, name);
    const isLast = i === path.length - 1;
    if (isLast && holder && holder.id !== met?.id)
      return { rejected: [noted('code', 'category_code_taken', { code })] };
    added ||= met === undefined;
    at = met ?? (await tree.add(name, at, isLast ? code : ''));
  }
  if (added) return 'accepted';
  if (code === '' || at!.code === code) return 'repeated';
  await writeCategory(tx, at!.id, { code });
  at!.code = code;
  return 'revised';
}
