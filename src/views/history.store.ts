/** The history of a thing, read from the ledger: every move with who, when and why. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { Move } from '#rules/shapes.ts';

type Row = Omit<Move, 'at'> & { at: Date };

/**
 * Newest first, at most 200; the names are those of today. Where a row's data names another unit, person or thing by its id
 * under `key`, its name or number stands beside it as `keyName`, so that the page can say it.
 */
export async function historyOf(tx: Tx, thing: string): Promise<Move[]> {
  const { rows } = await sql<Row>`
    select l.seq, l.at, l.verb, coalesce(p.name, t.name, case l.actor_kind when 'reporter' then '诉求人' else '溯源' end) as actor, w.name as "forWhom", u.short_name as unit, l.reason, l.data
      from ledger l left join person p on p.id = l.actor left join integration_token t on t.id = l.actor
      left join person w on w.id = l.for_whom left join unit u on u.id = l.unit
     where l.thing = ${thing} order by l.seq desc limit 200`.execute(tx);
  const names = await namesOf(
    tx,
    rows.flatMap(({ data }) => Object.values(data).filter(isId)),
  );
  return rows.map((row) => ({ ...row, data: { ...row.data, ...namesIn(row.data, names) }, at: row.at.toISOString() }));
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value);

function namesIn(data: Move['data'], names: ReadonlyMap<string, string>): Record<string, string> {
  const named = Object.entries(data).flatMap(([key, id]) => {
    const name = isId(id) && names.get(id);
    return name ? [[`${key}Name`, name] as const] : [];
  });
  return Object.fromEntries(named);
}

async function namesOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`with asked as (select distinct id from unnest(${ids}::uuid[]) id)
    select id, short_name as name from asked join unit using (id) union all select id, name from asked join person using (id)
    union all select id, number from asked join signal using (id) union all select id, number from asked join problem using (id)
    union all select id, number from asked join task using (id) union all select id, number from asked join project using (id)
    union all select id, number from asked join procedure_run using (id)
    union all select id, title from asked join milestone using (id) union all select id, name from asked join theme using (id)`.execute(
    tx,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
