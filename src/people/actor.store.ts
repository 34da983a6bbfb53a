/** Loading who acts: a person's posts of today, their own and delegated ones, with the units each reaches; and where nobody can. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor, Post } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';

/** Day on which dated rows are read: Asia/Shanghai's, in which offices write their dates. */
export const today = (tx: Tx) => sql`(${tx.now}::timestamptz at time zone 'Asia/Shanghai')::date`;

const valid = (tx: Tx, table: string) =>
  sql`${sql.ref(`${table}.valid_from`)} <= ${today(tx)} and coalesce(${sql.ref(`${table}.valid_to`)}, 'infinity') > ${today(tx)}`;

/** The person as an actor, or nothing where they have left. */
export async function loadActor(tx: Tx, personId: string): Promise<Actor | undefined> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('left_on', 'is', null), sql<boolean>`left_on > ${today(tx)}`]))
    .executeTakeFirst();
  if (!person) return undefined;
  return { kind: 'person', id: person.id, name: person.name, posts: await postsOf(tx, personId) };
}

/**
 * Administrative posts reach down the `part` edges, party posts down the `leads` edges (guidance gives no authority), and a
 * unit's successor reaches what its predecessors had. Administrators' posts are never delegated.
 */
export async function postsOf(tx: Tx, personId: string): Promise<Post[]> {
  const { rows } = await sql<Post>`
    with recursive mine as (
      select p.id, p.unit_id, r.code, r.name_zh, r.name_en, r.sort, r.tree, r.reach, r.verbs, r.totp, null::uuid as behalf
        from post p join role r on r.code = p.role_code
       where p.person_id = ${personId} and ${valid(tx, 'p')}
      union all
      select p.id, p.unit_id, r.code, r.name_zh, r.name_en, r.sort, r.tree, r.reach, r.verbs, r.totp, d.from_person_id
        from delegation d join post p on p.person_id = d.from_person_id join role r on r.code = p.role_code
       where d.to_person_id = ${personId} and d.valid_from <= ${tx.now} and d.valid_to > ${tx.now} and d.ended_at is null
         and r.sort = 'business' and ${valid(tx, 'p')}
    ), reach (post, unit) as (
      select id, unit_id from mine
      union
      select r.post, next.unit from reach r join mine m on m.id = r.post cross join lateral (
        select e.child_id from unit_edge e
         where m.reach = 'closure' and e.parent_id = r.unit and ${valid(tx, 'e')}
           and e.relation = case m.tree when 'admin' then 'part' else 'leads' end
        union all
        select s.predecessor_id from unit_successor s where s.successor_id = r.unit and s.at <= ${today(tx)}
      ) next (unit)
    )
    select m.id, m.code as role, json_build_object('zh', m.name_zh, 'en', m.name_en) as "roleName", m.sort, m.unit_id as unit,
           u.name as "unitName", m.reach, m.verbs, m.totp = 'demanded' as "totpDemanded", m.behalf as "onBehalfOf",
           (select array_agg(unit) from reach where post = m.id) as units
      from mine m join unit u on u.id = m.unit_id order by m.behalf nulls first, m.id`.execute(tx);
  return rows;
}

/**
 * The units in which somebody may use the verb today by a post of their own, as a query for `in (…)`. Whoever may in the
 * whole city may in every unit.
 */
export const unitsWhere = (tx: Tx, verb: Permission) => sql`
  with recursive able (unit, tree, reach) as (
    select p.unit_id, r.tree, r.reach from post p join role r on r.code = p.role_code join person h on h.id = p.person_id
     where ${verb} = any(r.verbs) and r.reach <> 'self' and ${valid(tx, 'p')} and coalesce(h.left_on, 'infinity') > ${today(tx)}
    union
    select e.child_id, a.tree, a.reach from able a join unit_edge e on e.parent_id = a.unit and ${valid(tx, 'e')}
       and e.relation = case a.tree when 'admin' then 'part' else 'leads' end
     where a.reach = 'closure')
  select u.id from unit u where coalesce(u.valid_to, 'infinity') > ${today(tx)}
     and exists (select from able where unit = u.id or reach = 'city')`;

/** A condition on a person's id: they have left, or hold no post in which they could be given work. */
export const cannotAct = (tx: Tx, person: RawBuilder<unknown>) => sql<boolean>`not exists (
  select from person h join post p on p.person_id = h.id and p.role_sort = 'business' and ${valid(tx, 'p')}
   where h.id = ${person} and coalesce(h.left_on, 'infinity') > ${today(tx)})`;
