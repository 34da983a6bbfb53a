/** To whom a notice goes: everybody in office of some units, with some posts, or by name; each once, in their own unit. */
import { sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import type { Tx } from '#platform/db.ts';

/** `units` empty: the whole city. Nobody but `persons` where neither units nor roles are named. */
export type Audience = { units: string[]; below: boolean; roles: string[]; persons: string[] };

/** Who it comes to, as a query for `person` and `unit`. Whoever has left, or holds no post, is left out. */
const chosen = (tx: Tx, { units, below, roles, persons }: Audience) => sql`
  with recursive reach (id) as (
    select u.id from unit u where u.id = any(${units}::uuid[])
    union
    select e.child_id from reach r join unit_edge e on ${below} and e.parent_id = r.id and e.relation in ('part', 'leads')
       and e.valid_from <= ${today(tx)} and coalesce(e.valid_to, 'infinity') > ${today(tx)})
  select distinct on (p.person_id) p.person_id as person, p.unit_id as unit
    from post p join person h on h.id = p.person_id and coalesce(h.left_on, 'infinity') > ${today(tx)}
   where p.role_sort = 'business' and p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}
     and (p.person_id = any(${persons}::uuid[]) or (${units.length + roles.length > 0}
       and (${units.length === 0} or p.unit_id in (select id from reach)) and (${roles.length === 0} or p.role_code = any(${roles}::text[]))))
   order by p.person_id, p.valid_from, p.id`;

export async function countAudience(tx: Tx, audience: Audience): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${chosen(tx, audience)}) c`.execute(tx);
  return rows[0]!.n;
}

/** @returns how many were written down */
export async function insertAudience(tx: Tx, runId: string, audience: Audience): Promise<number> {
  const result = await sql`insert into procedure_audience (run_id, person_id, unit_id)
    select ${runId}::uuid, person, unit from (${chosen(tx, audience)}) c`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}
