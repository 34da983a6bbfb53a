/** What waits to be confirmed or adopted under the problems of the units whose causes the actor may confirm. */
import { sql } from 'kysely';
import type { Layer } from '#cause/cause.ts';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';

export type ToSign = {
  id: string;
  version: number;
  words: string;
  layer: Layer;
  problem: { id: string; number: string; title: string };
  by: { id: string; name: string };
  at: Date;
  /** Of a cause: evidence for and against it; of a measure: the causes that it answers. */
  for: number;
  against: number;
  answers: string[];
  total: number;
};

/** Causes under problems that still run and that a unit of the actor's leads or assists in, each with one such problem. */
const tree = (actor: Actor) => {
  const reach = reachOf(actor, 'cause.confirm');
  const ours = reach === 'city' ? sql`true` : sql`a.to_unit = any(${reach}::uuid[])`;
  return sql`recursive tree as (
    select e.cause_id as id, e.problem_id from problem_cause e join problem p on p.id = e.problem_id
     where e.closed_at is null and p.state not in ('closed', 'merged') and exists (select from assignment a
       where a.problem_id = p.id and a.closed_at is null and a.role in ('lead', 'assist') and ${ours})
    union select c.id, tree.problem_id from cause c join tree on c.parent_id = tree.id),
  place as (select distinct on (tree.id) tree.id, json_build_object('id', p.id, 'number', p.number, 'title', p.title) as problem
    from tree join problem p on p.id = tree.problem_id order by tree.id, p.made_at)`;
};

const evidence = (side: string) => sql`(select count(*)::int from cause_evidence v
  where v.cause_id = c.id and v.withdrawn_at is null and v.side = ${sql.lit(side)})`;

/** The longest waiting first. */
export async function causesToConfirm(tx: Tx, actor: Actor, limit: number): Promise<ToSign[]> {
  if (!may(actor, 'cause.confirm')) return [];
  const { rows } = await sql<ToSign>`
    with ${tree(actor)}
    select c.id, c.version, c.words, c.layer, place.problem, json_build_object('id', h.id, 'name', h.name) as by, c.made_at as at,
           ${evidence('for')} as for, ${evidence('against')} as against, array[]::text[] as answers, count(*) over ()::int as total
      from cause c join place on place.id = c.id join person h on h.id = c.made_by
     where c.state = 'unverified' order by c.made_at, c.id limit ${limit}`.execute(tx);
  return rows;
}

export async function measuresToAdopt(tx: Tx, actor: Actor, limit: number): Promise<ToSign[]> {
  if (!may(actor, 'cause.confirm')) return [];
  const { rows } = await sql<ToSign>`
    with ${tree(actor)},
    proposed as (select m.id, array_agg(c.words order by c.made_at, c.id) as answers, (array_agg(c.id order by c.made_at, c.id))[1] as cause
        from measure m join measure_cause e on e.measure_id = m.id and e.closed_at is null join cause c on c.id = e.cause_id
       where m.state = 'proposed' and c.id in (select id from place) group by m.id)
    select m.id, m.version, m.words, m.layer, place.problem, json_build_object('id', h.id, 'name', h.name) as by, m.made_at as at,
           0 as for, 0 as against, o.answers, count(*) over ()::int as total
      from measure m join proposed o on o.id = m.id join place on place.id = o.cause join person h on h.id = m.made_by
     order by m.made_at, m.id limit ${limit}`.execute(tx);
  return rows;
}
