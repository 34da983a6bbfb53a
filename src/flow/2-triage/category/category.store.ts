/** The tree of categories as rows, and how many past tickets each one has. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { type CategoryState, foldName, foldPath } from '#triage/category/category.ts';

export type CategoryRow = {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  level: number;
  position: number;
  validFrom: string;
  validTo: string | null;
  state: CategoryState;
  version: number;
};

const columns = (tx: Tx) => sql`c.id, c.code, c.name, c.parent_id as "parentId", c.level, c.position,
  c.valid_from as "validFrom", c.valid_to as "validTo", c.version,
  case when c.valid_to <= ${dayOf(tx.now)} then 'closed' else 'open' end as state`;

/** In the order of the tree: by level, then as the office has put them. Closed ones on demand. */
export async function allCategories(tx: Tx, { closed = false } = {}): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`select ${columns(tx)} from category c
     where ${closed} or c.valid_to is null or c.valid_to > ${dayOf(tx.now)}
     order by c.level, c.position, c.code`.execute(tx);
  return rows;
}

/** @throws not_found */
export async function lockCategory(tx: Tx, id: string): Promise<CategoryRow> {
  const { rows } = await sql<CategoryRow>`select ${columns(tx)} from category c where c.id = ${id} for update`.execute(
    tx,
  );
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** One change of the tree at a time: two that each hang a branch under the other's cannot close a circle. */
export const lockTree = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext(${`${tx.city.schema} category`}))`.execute(tx);

export type Alias = { id: string; categoryId: string; words: string; folded: string };

export async function allAliases(tx: Tx): Promise<Alias[]> {
  const { rows } = await sql<Alias>`
    select id, category_id as "categoryId", words, folded from category_alias order by folded, id`.execute(tx);
  return rows;
}

export type NewCategory = {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  level: number;
  position: number;
  validFrom: string;
  by: string | null;
};

export async function insertCategory(tx: Tx, given: NewCategory): Promise<void> {
  const { id, code, name, parentId: parent_id, level, position, validFrom: valid_from, by: made_by } = given;
  await tx
    .insertInto('category')
    .values({
      id,
      code,
      name,
      folded: foldName(name),
      parent_id,
      level,
      position,
      valid_from,
      made_by,
      made_at: tx.now,
    })
    .execute();
}

type Change = {
  name?: string;
  code?: string;
  parentId?: string | null;
  level?: number;
  position?: number;
  validTo?: string | null;
};

export async function writeCategory(tx: Tx, id: string, change: Change): Promise<number> {
  const { name, code, parentId, level, position, validTo } = change;
  const { version } = await tx
    .updateTable('category')
    .set((eb) => ({
      ...(name !== undefined && { name, folded: foldName(name) }),
      ...(code !== undefined && { code }),
      ...(parentId !== undefined && { parent_id: parentId }),
      ...(level !== undefined && { level }),
      ...(position !== undefined && { position }),
      ...(validTo !== undefined && { valid_to: validTo }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function insertAlias(
  tx: Tx,
  categoryId: string,
  words: string,
  by: string | null,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('category_alias')
    .values({
      ...{ id: newId(), category_id: categoryId, words, folded: foldPath(words), made_by: by, made_at: tx.now },
    })
    .onConflict((conflict) => conflict.columns(['folded', 'category_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function deleteAlias(tx: Tx, categoryId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('category_alias')
    .where('id', '=', id)
    .where('category_id', '=', categoryId)
    .returning('words')
    .executeTakeFirst();
  return row?.words;
}
