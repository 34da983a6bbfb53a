/** Lines of a duty list: shown page by page, and one locked for a decision. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { keysOf, pageOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { likePattern } from '#text/words.ts';
import type { DutyLine, DutyLineQuery } from '#triage/duty/duty.api.ts';
import type { DutyLevel } from '#triage/duty/duty.ts';
import { isFlagged, shownList } from '#triage/duty/list.store.ts';
import { namedUnits } from '#triage/duty/named-unit.store.ts';

/** Each category with its way from the root: `path.id`, `path.ids`, `path.names`. */
export const categoryPaths = sql`path (id, ids, names) as (
  select c.id, array[c.id], array[c.name] from category c where c.parent_id is null
  union all
  select c.id, p.ids || c.id, p.names || c.name from category c join path p on c.parent_id = p.id)`;

type Row = Omit<DutyLine, 'category' | 'lead' | 'assists'> & {
  ids: string[] | null;
  names: string[] | null;
  leadUnit: string | null;
  assisting: string[];
};

const shown = (where: RawBuilder<unknown>) => sql<Row>`
  with recursive ${categoryPaths}
  select e.id, e.line, p.ids, p.names, e.matter, e.level, e.basis, e.withdrawn, e.version, e.lead_unit as "leadUnit",
         case when a.id is not null then json_build_object('id', a.id, 'code', a.code, 'name', a.name) end as area,
         array(select s.unit_id from duty_assist s where s.entry_id = e.id order by s.position) as assisting
    from duty_entry e left join path p on p.id = e.category_id left join area a on a.id = e.area_id
   where ${where}`;

async function show(tx: Tx, rows: Row[]): Promise<DutyLine[]> {
  const ids = rows.flatMap(({ leadUnit, assisting }) => (leadUnit ? [leadUnit, ...assisting] : assisting));
  const units = await namedUnits(tx, ids, dayOf(tx.now));
  return rows.map(({ ids: path, names, leadUnit, assisting, ...row }) => ({
    ...row,
    category: (path ?? []).map((id, i) => ({ id, name: names![i]! })),
    lead: leadUnit ? units.get(leadUnit)! : null,
    assists: assisting.map((id) => units.get(id)!),
  }));
}

type Filter = Omit<DutyLineQuery, 'cursor' | 'limit' | 'listId'>;

function conditions(tx: Tx, listId: string, filter: Filter): RawBuilder<unknown> {
  const { q, categoryId, level, areaId, unitId, withdrawn, flagged } = filter;
  const like = q && likePattern(q);
  const all = [
    sql`e.list_id = ${listId}`,
    ...(like
      ? [
          sql`(e.matter ilike ${like} or e.basis ilike ${like} or array_to_string(p.names, ' ') ilike ${like}
            or exists (select from unit u where u.id = e.lead_unit and (u.name ilike ${like} or u.short_name ilike ${like})))`,
        ]
      : []),
    ...(categoryId ? [sql`${categoryId} = any(p.ids)`] : []),
    ...(level ? [sql`e.level = ${level}`] : []),
    ...(areaId ? [sql`a.code like (select code from area where id = ${areaId}) || '%'`] : []),
    ...(unitId
      ? [
          sql`(e.lead_unit = ${unitId} or exists (select from duty_assist s where s.entry_id = e.id and s.unit_id = ${unitId}))`,
        ]
      : []),
    ...(withdrawn === undefined ? [] : [sql`e.withdrawn = ${withdrawn}`]),
    ...(flagged ? [isFlagged(dayOf(tx.now))] : []),
  ];
  return sql.join(all, sql` and `);
}

export async function listLines(
  tx: Tx,
  { cursor, limit, listId, ...filter }: DutyLineQuery,
): Promise<{ items: DutyLine[]; next: string | null }> {
  const list = listId ?? (await shownList(tx));
  if (!list) return { items: [], next: null };
  const after = cursor ? sql`e.line > ${lineOf(cursor)}` : sql`true`;
  const { rows } = await sql<Row>`${shown(conditions(tx, list, filter))} and ${after}
    order by e.line limit ${limit + 1}`.execute(tx);
  const { items, next } = pageOf(rows, limit, (row) => [row.line]);
  return { items: await show(tx, items), next };
}

/** @throws malformed */
function lineOf(cursor: string): number {
  const line = Number(keysOf(cursor, 1)[0]);
  if (!Number.isInteger(line)) throw problem('malformed', { count: 1 });
  return line;
}

export async function countLines(
  tx: Tx,
  { listId, ...filter }: Filter & { listId?: string | undefined },
): Promise<{ count: number; more: boolean }> {
  const list = listId ?? (await shownList(tx));
  if (!list) return { count: 0, more: false };
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${shown(conditions(tx, list, filter))} limit 1001) x`.execute(tx);
  const n = rows[0]!.n;
  return { count: Math.min(n, 1_000), more: n > 1_000 };
}

/** @throws not_found */
export async function oneLine(tx: Tx, id: string): Promise<DutyLine> {
  const { rows } = await sql<Row>`${shown(sql`e.id = ${id}`)}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return (await show(tx, rows))[0]!;
}

export async function allLines(tx: Tx, listId: string): Promise<DutyLine[]> {
  const { rows } = await sql<Row>`${shown(sql`e.list_id = ${listId}`)} order by e.line`.execute(tx);
  return show(tx, rows);
}

export type LineRow = { id: string; list_id: string; line: number; level: DutyLevel; version: number };

/** @throws not_found */
export async function readLine(tx: Tx, id: string): Promise<LineRow> {
  const row = await tx
    .selectFrom('duty_entry')
    .select(['id', 'list_id', 'line', 'level', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem('not_found');
  return row as LineRow;
}
