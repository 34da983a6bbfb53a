/** Reading and writing tasks. */
import { type RawBuilder, sql } from 'kysely';
import { cannotAct } from '#people/actor.store.ts';
import { type Actor, actsAs, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Due, PersonBrief } from '#rules/shapes.ts';
import { readCursor, writeCursor } from '#signal/signal.store.ts';
import type { TaskItem, TaskQuery } from '#task/task.api.ts';
import { limitOf, type TaskRole, type TaskState } from '#task/task.ts';
import { dueJson, lateOn, like } from '#triage/problem.store.ts';

export type TaskRow = {
  id: string;
  number: string;
  title: string;
  state: TaskState;
  /** Null: a step of a run that is about no problem. */
  problem_id: string | null;
  run_id: string | null;
  unit_id: string;
  given_by: string;
  reviewer_id: string;
  assignee_id: string | null;
  /** Whom the assignee had do it; the assignee answers for it. */
  entrusted_id: string | null;
  version: number;
};

type Line = TaskRow & {
  problem: TaskItem['problem'];
  run: TaskItem['run'];
  project: { id: string; number: string; title: string } | null;
  assignee: PersonBrief | null;
  reviewer: PersonBrief;
  due: Due | null;
  changed_at: Date;
  changed_us: string;
};

const limitCase = sql`case t.state ${sql.join(
  Object.entries(limitOf).flatMap(([state, limit]) =>
    limit ? [sql`when ${sql.lit(state)} then ${sql.lit(limit)}`] : [],
  ),
  sql` `,
)} end`;

/** Who has it, or had it last. */
const assignee = sql`(select a.to_person from assignment a where a.task_id = t.id and a.role = 'lead'
  order by a.closed_at desc nulls first, a.opened_at desc limit 1)`;

const entrusted = sql`(select a.to_person from assignment a where a.task_id = t.id and a.role = 'entrusted' and a.closed_at is null)`;

/** What a line of a list shows of the tasks in `page`. */
export const taskLines = sql`
  select t.id, t.number, t.title, t.state, t.problem_id, t.run_id, t.unit_id, t.given_by, t.reviewer_id, t.version, t.changed_at,
         x.id as assignee_id, ${entrusted} as entrusted_id,
         to_char(t.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_us,
         case when p.id is not null then json_build_object('id', p.id, 'number', p.number, 'title', p.title) end as problem,
         case when n.id is not null then json_build_object('id', n.id, 'number', n.number, 'name', d.name,
           'fallback', case when x.id = t.fallback_to then t.fallback_why end) end as run,
         case when j.id is not null then json_build_object('id', j.id, 'number', j.number, 'title', j.title) end as project,
         case when x.id is not null then json_build_object('id', x.id, 'name', x.name) end as assignee,
         json_build_object('id', r.id, 'name', r.name) as reviewer, ${dueJson(sql`t.id`, limitCase)} as due
    from page join task t on t.id = page.id left join problem p on p.id = t.problem_id join person r on r.id = t.reviewer_id
    left join procedure_run n on n.id = t.run_id left join procedure d on d.id = n.procedure_id
    left join project j on j.id = t.project_id
    left join person x on x.id = ${assignee}`;

/** A condition on `task t`: what the actor's units gave, or what they hold, held, review or gave themselves. */
export function taskSeen(actor: Actor) {
  const reach = reachOf(actor, 'task.read');
  if (reach === 'city') return sql<boolean>`true`;
  return sql<boolean>`(t.unit_id = any(${reach}::uuid[]) or t.reviewer_id = ${actor.id} or t.given_by = ${actor.id}
    or exists (select from assignment a where a.task_id = t.id and a.to_person = ${actor.id}))`;
}

/** What the actor is to a task. A person on whose behalf the actor works counts as the actor. */
export function taskRoles(actor: Actor, task: TaskRow): Set<TaskRole> {
  const roles = new Set<TaskRole>();
  const gives = actor.posts.some(
    (post) => post.verbs.includes('task.give') && (post.reach === 'city' || post.units.includes(task.unit_id)),
  );
  if (actsAs(actor, task.assignee_id)) roles.add('assignee');
  if (actsAs(actor, task.reviewer_id) && task.assignee_id !== actor.id) roles.add('reviewer');
  if (actsAs(actor, task.entrusted_id)) roles.add('entrusted');
  if (gives || task.given_by === actor.id) roles.add('giver');
  if (roles.has('assignee') || roles.has('giver')) roles.add('either');
  return roles;
}

/** Tasks that wait for somebody who has left or holds no post any more: `thing`, `number`, `person`. */
export const strandedTasks = (tx: Tx) => sql`
  select * from (select t.id as thing, t.number, case t.state when 'submitted' then t.reviewer_id else ${assignee} end as person
    from task t where t.state in ('given', 'working', 'submitted')) waits where ${cannotAct(tx, sql`waits.person`)}`;

/** A step that found nobody, and that its fallback person has neither accepted nor given to another. */
const withFallback = sql<boolean>`(t.fallback_to is not null and t.state = 'given' and t.fallback_to = ${assignee})`;

function conditions(
  tx: Tx,
  actor: Actor,
  { q, state, problemId, runId, projectId, personId, unitId, late, nobody }: Omit<TaskQuery, 'cursor' | 'limit'>,
): RawBuilder<boolean>[] {
  return [
    taskSeen(actor),
    ...(state ? [sql<boolean>`t.state = ${state}`] : []),
    ...(problemId ? [sql<boolean>`t.problem_id = ${problemId}`] : []),
    ...(runId ? [sql<boolean>`t.run_id = ${runId}`] : []),
    ...(projectId ? [sql<boolean>`t.project_id = ${projectId}`] : []),
    ...(personId ? [sql<boolean>`${assignee} = ${personId}`] : []),
    ...(unitId ? [sql<boolean>`t.unit_id = ${unitId}`] : []),
    ...(late ? [lateOn(tx, sql`t.id`)] : []),
    ...(nobody ? [sql<boolean>`(t.id in (select e.thing from (${strandedTasks(tx)}) e) or ${withFallback})`] : []),
    ...(q ? [sql<boolean>`(t.number like ${`${like(q)}%`} or t.title ilike ${`%${like(q)}%`})`] : []),
  ];
}

export async function listTasks(
  tx: Tx,
  actor: Actor,
  query: TaskQuery,
): Promise<{ items: TaskItem[]; next: string | null }> {
  const cursor = readCursor(query.cursor);
  const after = cursor ? [sql<boolean>`(t.changed_at, t.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : [];
  const { rows } = await sql<Line>`
    with page as materialized (select t.id from task t where ${sql.join([...conditions(tx, actor, query), ...after], sql` and `)}
      order by t.changed_at desc, t.id desc limit ${query.limit + 1})
    ${taskLines} order by t.changed_at desc, t.id desc`.execute(tx);
  const items = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(showTask), next: last ? writeCursor({ at: last.changed_us, id: last.id }) : null };
}

export async function countTasks(tx: Tx, actor: Actor, filter: Omit<TaskQuery, 'cursor' | 'limit'>) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select from task t where ${sql.join(conditions(tx, actor, filter), sql` and `)} limit 1001) x`.execute(tx);
  return { count: Math.min(rows[0]!.n, 1_000), more: rows[0]!.n > 1_000 };
}

export function showTask(line: Line): TaskItem {
  const { id, number, title, state, problem: of, run, reviewer, due, version } = line;
  return {
    id,
    number,
    title,
    state,
    problem: of,
    run,
    project: line.project,
    assignee: line.assignee,
    reviewer,
    due,
    changedAt: line.changed_at.toISOString(),
    version,
  };
}

export async function seeTask(tx: Tx, actor: Actor, id: string): Promise<Line> {
  const { rows } =
    await sql<Line>`with page as (select t.id from task t where t.id = ${id} and ${taskSeen(actor)}) ${taskLines}`.execute(
      tx,
    );
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** A task that the actor sees, locked for a decision. @throws not_found */
export async function lockTask(tx: Tx, actor: Actor, id: string): Promise<TaskRow> {
  const { rows } = await sql<TaskRow>`
    select t.id, t.number, t.title, t.state, t.problem_id, t.run_id, t.unit_id, t.given_by, t.reviewer_id, t.version, ${assignee} as assignee_id,
           ${entrusted} as entrusted_id
      from task t where t.id = ${id} and ${taskSeen(actor)} for update of t`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export async function writeTask(
  tx: Tx,
  id: string,
  change: { state?: TaskState; reviewer_id?: string },
): Promise<number> {
  const { version } = await tx
    .updateTable('task')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Tasks of a project that are not yet done or withdrawn. */
export async function openProjectTasks(tx: Tx, projectId: string): Promise<{ number: string }[]> {
  return tx
    .selectFrom('task')
    .select('number')
    .where('project_id', '=', projectId)
    .where('state', 'in', ['given', 'working', 'submitted'])
    .orderBy('number')
    .execute();
}

/** Tasks of a problem that are not yet done or withdrawn; those that its unit gave, no steps of a procedure beside it. */
export async function openTasks(tx: Tx, problemId: string): Promise<{ number: string }[]> {
  return tx
    .selectFrom('task')
    .select('number')
    .where('problem_id', '=', problemId)
    .where('run_id', 'is', null)
    .where('state', 'in', ['given', 'working', 'submitted'])
    .orderBy('number')
    .execute();
}
