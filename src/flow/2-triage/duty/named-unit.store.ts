/** Units as a duty list names them: open on a day, or closed, and who has their duties since. */
import { sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';
import type { UnitBrief } from '#rules/shapes.ts';
import type { DutyUnit } from '#triage/duty/duty.api.ts';
import { lowLevels } from '#triage/duty/duty.ts';

type Row = { root: string; id: string; name: string; shortName: string; closedOn: string | null };

/** @param day `YYYY-MM-DD`: a unit that was closed later was still open on it. */
export async function namedUnits(tx: Tx, ids: readonly string[], day: string): Promise<Map<string, DutyUnit>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    with recursive follow (root, id) as (
      select id, id from unit where id = any(${[...new Set(ids)]}::uuid[])
      union
      select f.root, s.successor_id from follow f join unit u on u.id = f.id and u.valid_to <= ${day}::date
        join unit_successor s on s.predecessor_id = f.id and s.at <= ${day}::date)
    select f.root, u.id, u.name, u.short_name as "shortName", case when u.valid_to <= ${day}::date then u.valid_to end as "closedOn"
      from follow f join unit u on u.id = f.id order by u.name, u.id`.execute(tx);
  const named = rows.filter(({ root, id }) => root === id);
  return new Map(
    named.map(({ id, name, shortName, closedOn }) => {
      const since = rows.filter((row) => row.root === id && row.id !== id && row.closedOn === null);
      const now = closedOn === null ? [] : since.map(brief);
      return [id, { id, name, shortName, closedOn, now }];
    }),
  );
}

const brief = ({ id, name, shortName }: Row): UnitBrief => ({ id, name, shortName });

export type LocalUnit = UnitBrief & { level: string; code: string };

/** Open units of districts, townships and villages, each with the code of the area that is its own. */
export async function localUnits(tx: Tx, day: string): Promise<LocalUnit[]> {
  const { rows } = await sql<LocalUnit>`
    select u.id, u.name, u.short_name as "shortName", u.kind as level, a.code from unit u join area a on a.id = u.area_id
     where u.tree = 'admin' and u.kind = a.level
       and u.valid_from <= ${day}::date and coalesce(u.valid_to, 'infinity') > ${day}::date
     order by u.valid_from desc, u.id`.execute(tx);
  return rows;
}

/** Townships and villages among these, and sections of such: where a withdrawn matter must not go. */
export async function lowUnits(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ root: string }>`
    with recursive up (root, id) as (
      select id, id from unit where id = any(${[...ids]}::uuid[])
      union
      select up.root, e.parent_id from up join unit_edge e on e.child_id = up.id and e.relation = 'part'
         and e.valid_from <= ${today(tx)} and coalesce(e.valid_to, 'infinity') > ${today(tx)})
    select distinct up.root from up join unit u on u.id = up.id where u.kind = any(${[...lowLevels]})`.execute(tx);
  return new Set(rows.map(({ root }) => root));
}

export const isLowUnit = async (tx: Tx, id: string): Promise<boolean> => (await lowUnits(tx, [id])).has(id);
