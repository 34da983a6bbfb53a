/** The work of a unit, counted as the lists count: problems it leads, tasks it gave, whom it has to answer, causes it traced. */
import { sql } from 'kysely';
import { type Actor, may } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { projectSeen } from '#project/project.scope.ts';
import { projectLate } from '#project/project.store.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { taskSeen } from '#task/task.store.ts';
import { lateOn, ledBy } from '#triage/problem.store.ts';
import type { UnitWork } from '#views/overview.api.ts';
import { settledBy } from '#views/to-answer.view.ts';

/** One query a part. @throws forbidden where the actor may not see the unit's problems */
export async function unitWork(tx: Tx, actor: Actor, unit: string): Promise<UnitWork> {
  if (!may(actor, 'problem.read', [unit])) throw problem('forbidden', { verb: permissions['problem.read'] });
  const { rows: problems } = await sql<UnitWork['problems'][number]>`
    select p.state, count(*)::int as count, count(*) filter (where ${lateOn(tx, sql`p.id`)})::int as late
      from problem p where ${ledBy(unit)} group by p.state`.execute(tx);
  const { rows: tasks } = await sql<UnitWork['tasks'][number]>`
    select t.state, count(*)::int as count, count(*) filter (where ${lateOn(tx, sql`t.id`)})::int as late
      from task t where t.unit_id = ${unit} and t.state in ('given', 'working', 'submitted') and ${taskSeen(actor)} group by t.state`.execute(
    tx,
  );
  const { rows: answers } = await sql<UnitWork['toAnswer']>`
    select count(*)::int as count, count(*) filter (where c.due_at < ${tx.now})::int as late from clock c join signal s on s.id = c.thing
     where c.limit_name = 'answer' and c.stopped_at is null and ${settledBy(unit)} and ${signalSeen(actor)}`.execute(
    tx,
  );
  const { rows: projects } = await sql<UnitWork['projects'][number]>`
    select j.state, count(*)::int as count, count(*) filter (where ${projectLate(tx)})::int as late
      from project j where j.unit_id = ${unit} and j.state <> 'dropped' and ${projectSeen(actor)} group by j.state`.execute(
    tx,
  );
  return { problems, tasks, toAnswer: answers[0]!, projects, ...(await traced(tx, unit)) };
}

async function traced(tx: Tx, unit: string): Promise<Pick<UnitWork, 'causes' | 'measures'>> {
  const { rows } = await sql<{ unverified: number; confirmed: number; proposed: number; adopted: number }>`
    with recursive tree as (
      select e.cause_id as id from problem_cause e where e.closed_at is null and exists (select from assignment a
          where a.problem_id = e.problem_id and a.closed_at is null and a.role in ('lead', 'assist') and a.to_unit = ${unit})
      union select c.id from cause c join tree on c.parent_id = tree.id),
    answer as (select distinct m.id, m.state from measure m join measure_cause e on e.measure_id = m.id and e.closed_at is null
       where e.cause_id in (select id from tree))
    select count(*) filter (where c.state = 'unverified')::int as unverified, count(*) filter (where c.state = 'confirmed')::int as confirmed,
           (select count(*)::int from answer where state = 'proposed') as proposed,
           (select count(*)::int from answer where state = 'adopted') as adopted
      from cause c where c.id in (select id from tree)`.execute(tx);
  const { unverified, confirmed, proposed, adopted } = rows[0]!;
  return { causes: { unverified, confirmed }, measures: { proposed, adopted } };
}
