/** The dated edges of a survey: signals in groups, groups under themes. A run or a person opens and closes them; none is changed. */
import { sql } from 'kysely';
import { textColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

/** `by` null: the run of that number. */
export type Mover = { run: number; by: string | null };
/** Ids of edges, by what they join. */
export type Edges = { groups: string[]; signals: string[] };

const AT_ONCE = 20_000;

/** In pieces, so that a hundred thousand edges are no single statement and others are served between. */
async function inPieces<T>(list: readonly T[], work: (piece: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < list.length; from += AT_ONCE) await work(list.slice(from, from + AT_ONCE));
}

export async function openSignals(
  tx: Tx,
  surveyId: string,
  placed: readonly { signal: string; group: string }[],
  { run, by }: Mover,
): Promise<string[]> {
  const rows = placed.map((one) => ({ ...one, id: newId() }));
  await inPieces(rows, (piece) =>
    sql`
    insert into group_signal (id, survey_id, signal_id, group_id, opened_run, opened_by, opened_at)
    select e.id, ${surveyId}, e.signal, e."group", ${run}, ${by}, ${tx.now}
      from unnest(${uuidColumn(piece.map(({ id }) => id))}::uuid[], ${uuidColumn(piece.map(({ signal }) => signal))}::uuid[],
        ${uuidColumn(piece.map(({ group }) => group))}::uuid[]) as e(id, signal, "group")`.execute(tx),
  );
  return rows.map(({ id }) => id);
}

export async function openGroups(
  tx: Tx,
  placed: readonly { group: string; theme: string | null }[],
  { run, by }: Mover,
): Promise<string[]> {
  const rows = placed.map((one) => ({ ...one, id: newId() }));
  await inPieces(rows, (piece) =>
    sql`
    insert into theme_group (id, group_id, theme_id, opened_run, opened_by, opened_at)
    select e.id, e."group", e.theme, ${run}, ${by}, ${tx.now}
      from unnest(${uuidColumn(piece.map(({ id }) => id))}::uuid[], ${uuidColumn(piece.map(({ group }) => group))}::uuid[],
        ${uuidColumn(piece.map(({ theme }) => theme))}::uuid[]) as e(id, "group", theme)`.execute(tx),
  );
  return rows.map(({ id }) => id);
}

const tables = { groups: sql.table('theme_group'), signals: sql.table('group_signal') };

/** @returns how many were open and are closed now */
export async function close(tx: Tx, kind: keyof Edges, ids: readonly string[], { run, by }: Mover): Promise<number> {
  let closed = 0;
  await inPieces(ids, async (piece) => {
    const { numAffectedRows = 0n } = await sql`
      update ${tables[kind]} set closed_run = ${run}, closed_by = ${by}, closed_at = ${tx.now}
       where id = any(${uuidColumn(piece)}::uuid[]) and closed_at is null`.execute(tx);
    closed += Number(numAffectedRows);
  });
  return closed;
}

/** Opens again what these edges joined, and for whom they stood: by a person or by a run, as they were. @returns the new ones */
export async function reopen(tx: Tx, kind: keyof Edges, ids: readonly string[], run: number): Promise<number> {
  const columns = kind === 'groups' ? sql`group_id, theme_id` : sql`survey_id, signal_id, group_id`;
  const fresh = ids.map(() => newId());
  const { numAffectedRows = 0n } = await sql`
    insert into ${tables[kind]} (id, ${columns}, opened_run, opened_by, opened_at)
    select n.id, ${columns}, ${run}, e.opened_by, ${tx.now}
      from unnest(${uuidColumn(ids)}::uuid[], ${uuidColumn(fresh)}::uuid[]) as n(was, id) join ${tables[kind]} e on e.id = n.was`.execute(
    tx,
  );
  return Number(numAffectedRows);
}

type NewGroup = { id: string; name: string; words: string[] };

export async function writeGroups(tx: Tx, surveyId: string, groups: readonly NewGroup[]): Promise<void> {
  await inPieces(groups, (piece) =>
    sql`
    insert into matter_group (id, survey_id, name, words)
    select g.id, ${surveyId}, g.name, string_to_array(g.words, chr(31))
      from unnest(${uuidColumn(piece.map(({ id }) => id))}::uuid[], ${textColumn(piece.map(({ name }) => name))}::text[],
        ${textColumn(piece.map(({ words }) => words.join('\u001f')))}::text[]) as g(id, name, words)
    on conflict (id) do update set name = excluded.name, words = excluded.words
     where (matter_group.name, matter_group.words) is distinct from (excluded.name, excluded.words)`.execute(tx),
  );
}
