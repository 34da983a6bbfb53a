/** What a person has in hand, heads and has done lately: for themselves and whoever arranges their unit's work. No scores. */
import { sql } from 'kysely';
import { postsOf } from '#people/actor.store.ts';
import { type Actor, actsAs, mustBeAbleTo } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { projectSeen } from '#project/project.scope.ts';
import { showTask, taskLines, taskSeen } from '#task/task.store.ts';
import type { PersonWork } from '#views/overview.api.ts';
import { lights } from '#views/unit-load.view.ts';

const MOST = 50;
const RECENT = 10;
const RECENT_DAYS = 30;

/** Only tasks that the actor sees anyway. @throws forbidden where it is another's, and of no unit whose work the actor arranges */
export async function personWork(tx: Tx, actor: Actor, personId: string): Promise<PersonWork> {
  if (!actsAs(actor, personId)) {
    const posts = (await postsOf(tx, personId)).filter((post) => post.onBehalfOf === null);
    mustBeAbleTo(
      actor,
      'handover.manage',
      posts.map((post) => post.unit),
    );
  }
  const light = await lights(tx);
  const has = sql`exists (select from assignment a where a.task_id = t.id and a.to_person = ${personId} and a.role = 'lead' and a.closed_at is null)`;
  const tasks = await tasksWhere(
    tx,
    sql`((t.state in ('given', 'working') and ${has}) or (t.state = 'submitted' and t.reviewer_id = ${personId})) and ${taskSeen(actor)}`,
  );
  const { rows: done } = await sql<{ id: string; number: string; title: string; at: Date; total: number }>`
    select t.id, t.number, t.title, t.changed_at as at, count(*) over ()::int as total
      from task t where t.state = 'done' and t.changed_at >= ${tx.now}::timestamptz - ${RECENT_DAYS} * interval '1 day' and ${taskSeen(actor)}
       and exists (select from assignment a where a.task_id = t.id and a.to_person = ${personId} and a.role = 'lead')
     order by t.changed_at desc, t.id desc limit ${RECENT}`.execute(tx);
  const { rows: leads } = await sql<PersonWork['leads'][number]>`
    select j.id, j.number, j.title, j.state from project j join project_member m on m.project_id = j.id and m.role = 'lead' and m.closed_at is null
     where m.person_id = ${personId} and j.state not in ('closed', 'dropped') and ${projectSeen(actor)} order by j.number`.execute(
    tx,
  );
  return {
    tasks: tasks.map((task) => ({ ...task, light: task.due ? light(task.due) : 'green' })),
    leads,
    done: {
      items: done.map(({ total: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
      count: done[0]?.total ?? 0,
      days: RECENT_DAYS,
    },
  };
}

/** The first due on top. */
async function tasksWhere(tx: Tx, where: ReturnType<typeof sql>) {
  const { rows } = await sql<Parameters<typeof showTask>[0]>`
    with page as (select t.id from task t where ${where} limit ${MOST}) ${taskLines}`.execute(tx);
  const pressing = (due: { dueAt: string } | null) => due?.dueAt ?? '9';
  return rows.map(showTask).sort((a, b) => (pressing(a.due) < pressing(b.due) ? -1 : 1));
}
