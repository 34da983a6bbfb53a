/** A version of the duty list opened for looking things up in it: its lines as `specific.ts` reads them. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { searchWords } from '#text/words.ts';
import type { DutyLevel } from '#triage/duty/duty.ts';
import { categoryPaths } from '#triage/duty/line.store.ts';
import { type InForce, listInForce } from '#triage/duty/list.store.ts';
import type { Line } from '#triage/duty/specific.ts';

export type BookLine = Line & {
  categoryNames: readonly string[];
  matter: string;
  areaName: string | null;
  leadUnit: string | null;
  assists: readonly string[];
  basis: string;
};

/** `day`: on which it is asked; units are those of that day. `list` undefined: none was in force. */
export type Book = { day: string; list: InForce | undefined; lines: BookLine[] };

type Row = Omit<BookLine, 'words' | 'category' | 'categoryNames'> & { ids: string[] | null; names: string[] | null };

/** @param listId where another version than the one in force on that day is asked: a draft is tried out */
export async function openBook(tx: Tx, day: string, listId?: string): Promise<Book> {
  const list = listId ? await listById(tx, listId) : await listInForce(tx, day);
  if (!list) return { day, list: undefined, lines: [] };
  const { rows } = await sql<Row>`
    with recursive ${categoryPaths}
    select e.id, e.line, p.ids, p.names, e.matter, e.level, e.withdrawn, e.basis, a.code as area, a.name as "areaName",
           e.lead_unit as "leadUnit",
           array(select s.unit_id from duty_assist s where s.entry_id = e.id order by s.position) as assists
      from duty_entry e left join path p on p.id = e.category_id left join area a on a.id = e.area_id
     where e.list_id = ${list.id} order by e.line`.execute(tx);
  const lines = rows.map(({ ids, names, ...row }) => ({
    ...row,
    level: row.level as DutyLevel,
    category: ids,
    categoryNames: names ?? [],
    words: wordsOf(row.matter),
  }));
  return { day, list, lines };
}

async function listById(tx: Tx, id: string): Promise<InForce | undefined> {
  const row = await tx
    .selectFrom('duty_list')
    .select(['id', 'number', 'valid_from', 'made_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.id, number: row.number, validFrom: row.valid_from ?? row.made_at.toISOString().slice(0, 10) };
}

/** `路灯、井盖` names a matter by either word. */
export const wordsOf = (matter: string): string[] =>
  matter
    .split(/[、，,;；/|]/)
    .map(searchWords)
    .filter((word) => word !== '');

/** The ways from the root to these categories, ids by id. */
export async function pathsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { ids: string[]; names: string[] }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; ids: string[]; names: string[] }>`
    with recursive ${categoryPaths} select id, ids, names from path where id = any(${[...new Set(ids)]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, ids: path, names }) => [id, { ids: path, names }]));
}

/** The way to one category, as pages show it; empty for none. */
export async function pathOf(tx: Tx, categoryId: string | null): Promise<{ id: string; name: string }[]> {
  const path = categoryId ? (await pathsOf(tx, [categoryId])).get(categoryId) : undefined;
  return (path?.ids ?? []).map((id, n) => ({ id, name: path!.names[n]! }));
}
