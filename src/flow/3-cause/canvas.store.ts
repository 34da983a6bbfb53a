/** The cause canvas of a problem: its trees, what was found about each cause, and the measures that hang below them. */
import { sql } from 'kysely';
import type { CauseNode, MeasureCard } from '#cause/cause.api.ts';
import { type CauseRole, lifeCycle as causeCycle } from '#cause/cause.ts';
import { lifeCycle as measureCycle } from '#cause/measure.ts';
import type { Tx } from '#platform/db.ts';
import { openSteps } from '#rules/steps.ts';

/** Everything that stands under the problem: roots by their edges, the rest by their parents. */
export const tree = (problemId: string) => sql`
  recursive tree as (
    select c.id from problem_cause e join cause c on c.id = e.cause_id
     where e.problem_id = ${problemId} and e.closed_at is null and c.state not in ('withdrawn', 'merged')
    union select c.id from cause c join tree t on c.parent_id = t.id where c.state not in ('withdrawn', 'merged'))`;

const at = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type CauseLine = Omit<CauseNode, 'buttons'>;

export async function causesUnder(tx: Tx, problemId: string, roles: Set<CauseRole>): Promise<CauseNode[]> {
  const { rows } = await sql<CauseLine>`
    with ${tree(problemId)}
    select c.id, c.parent_id as "parentId", c.layer, c.kind, c.words, c.state, c.version,
           exists (select from problem_cause e where e.problem_id = ${problemId} and e.cause_id = c.id and e.closed_at is null) as "rootHere",
           (select json_build_object('by', json_build_object('id', p.id, 'name', p.name), 'at', ${at('d.at')}, 'words', d.words)
              from cause_decision d join person p on p.id = d.by_person
             where d.cause_id = c.id and c.state <> 'unverified' order by d.at desc, d.id desc limit 1) as judged,
           (select coalesce(json_agg(json_build_object('id', v.id, 'side', v.side, 'words', v.words, 'at', ${at('v.at')},
                     'by', json_build_object('id', p.id, 'name', p.name),
                     'file', case when v.file_hash is null then null else json_build_object('hash', v.file_hash, 'name', v.file_name) end)
                     order by v.at, v.id), '[]'::json)
              from cause_evidence v join person p on p.id = v.by_person join cause o on o.id = v.cause_id
             where v.withdrawn_at is null and (v.cause_id = c.id or o.merged_into = c.id)) as evidence,
           (with recursive above as (select c.id, c.parent_id
              union select a.id, a.parent_id from cause a join above b on a.id = b.parent_id)
            select count(distinct e.problem_id)::int from problem_cause e join above on above.id = e.cause_id
             where e.closed_at is null and e.problem_id <> ${problemId}) as elsewhere
      from cause c where c.id in (select id from tree) order by c.made_at, c.id`.execute(tx);
  return rows.map((row) => ({ ...row, buttons: openSteps(causeCycle, row.state, roles) }));
}

/** How many causes stand under a problem, and how many of them nobody has confirmed or refuted yet. */
export async function countCauses(tx: Tx, problemId: string): Promise<{ count: number; unverified: number }> {
  const { rows } = await sql<{ count: number; unverified: number }>`
    with ${tree(problemId)}
    select count(*)::int as count, count(*) filter (where c.state = 'unverified')::int as unverified
      from cause c where c.id in (select id from tree)`.execute(tx);
  return rows[0]!;
}

type MeasureLine = Omit<MeasureCard, 'buttons'>;

export async function measuresUnder(tx: Tx, problemId: string, roles: Set<CauseRole>): Promise<MeasureCard[]> {
  const { rows } = await sql<MeasureLine>`
    with ${tree(problemId)}
    select m.id, m.layer, m.words, m.state, m.version, array_agg(e.cause_id order by e.opened_at, e.id) as causes,
           array(select case when p.operational_id = m.id then p.organisational_id else p.operational_id end
                   from measure_pair p where p.closed_at is null and m.id in (p.operational_id, p.organisational_id)) as together
      from measure m join measure_cause e on e.measure_id = m.id and e.closed_at is null
     where e.cause_id in (select id from tree) group by m.id order by m.made_at, m.id`.execute(tx);
  return rows.map((row) => ({ ...row, buttons: openSteps(measureCycle, row.state, roles) }));
}
