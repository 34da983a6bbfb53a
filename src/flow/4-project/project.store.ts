/** Projects as rows: lists, one locked for a decision, and its records. */
import { type RawBuilder, sql } from 'kysely';
import { cannotAct, today } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { type Checkpoint, lightOfProject } from '#project/milestone.ts';
import type { ProjectItem, ProjectQuery } from '#project/project.api.ts';
import { projectSeen } from '#project/project.scope.ts';
import { type Level, limitOf, type ProjectState, type ProjectStep } from '#project/project.ts';
import type { Due, PersonBrief, UnitBrief } from '#rules/shapes.ts';
import { readCursor, writeCursor } from '#signal/signal.store.ts';
import { dueJson, like } from '#triage/problem.store.ts';

export type ProjectRow = {
  id: string;
  number: string;
  title: string;
  state: ProjectState;
  level: Level;
  unit_id: string;
  programme_version_id: string;
  background: string;
  effect: string;
  method: string;
  starts_on: string | null;
  ends_on: string | null;
  first_hand: boolean | null;
  made_by: string;
  version: number;
  lead_id: string | null;
  reviewer_id: string | null;
};

type Line = ProjectRow & {
  unit: UnitBrief;
  lead: PersonBrief | null;
  reviewer: PersonBrief | null;
  checkpoints: Checkpoint[];
  due: Due | null;
  today: string;
  changed_at: Date;
  changed_us: string;
};

const limitCase = sql`case j.state ${sql.join(
  Object.entries(limitOf).flatMap(([state, limit]) =>
    limit ? [sql`when ${sql.lit(state)} then ${sql.lit(limit)}`] : [],
  ),
  sql` `,
)} end`;

/** Who leads or reviews; of a project that was dropped or closed, who did last. */
const held = (role: 'lead' | 'reviewer') => sql`(select m.person_id from project_member m
  where m.project_id = j.id and m.role = ${sql.lit(role)} order by m.closed_at desc nulls first, m.opened_at desc limit 1)`;

const columns = sql`j.id, j.number, j.title, j.state, j.level, j.unit_id, j.programme_version_id, j.background, j.effect, j.method,
  j.starts_on::text, j.ends_on::text, j.first_hand, j.made_by, j.version`;

const lines = (tx: Tx) => sql`
  select ${columns}, l.id as lead_id, r.id as reviewer_id, j.changed_at,
         to_char(j.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as changed_us, ${today(tx)}::text as today,
         json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit,
         case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as lead,
         case when r.id is not null then json_build_object('id', r.id, 'name', r.name) end as reviewer,
         (select coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'dueOn', m.due_on, 'state', m.state)), '[]')
            from milestone m where m.project_id = j.id) as checkpoints,
         ${dueJson(sql`j.id`, limitCase)} as due
    from page join project j on j.id = page.id join unit u on u.id = j.unit_id
    left join person l on l.id = ${held('lead')} left join person r on r.id = ${held('reviewer')}`;

/** A condition on `project j`: a milestone or a limit of it is over. */
export const projectLate = (
  tx: Tx,
) => sql<boolean>`(j.state = 'running' and exists (select from milestone m where m.project_id = j.id
    and m.state in ('planned', 'reported') and m.due_on < ${today(tx)})
  or exists (select from clock c where c.thing = j.id and c.stopped_at is null and c.due_at < ${tx.now}))`;

type Filter = Omit<ProjectQuery, 'cursor' | 'limit'>;

function conditions(tx: Tx, actor: Actor, filter: Filter): RawBuilder<boolean>[] {
  const { q, state, level, unitId, leadId, problemId, late, nobody } = filter;
  return [
    projectSeen(actor),
    state ? sql<boolean>`j.state = ${state}` : sql<boolean>`j.state <> 'dropped'`,
    ...(level ? [sql<boolean>`j.level = ${level}`] : []),
    ...(q ? [sql<boolean>`(j.number like ${`${like(q)}%`} or j.title ilike ${`%${like(q)}%`})`] : []),
    ...(unitId ? [sql<boolean>`j.unit_id = ${unitId}`] : []),
    ...(leadId ? [sql<boolean>`${held('lead')} = ${leadId}`] : []),
    ...(problemId
      ? [
          sql<boolean>`exists (select from project_problem e where e.project_id = j.id and e.problem_id = ${problemId} and e.closed_at is null)`,
        ]
      : []),
    ...(late ? [projectLate(tx)] : []),
    ...(nobody
      ? [
          sql<boolean>`j.state in ('running', 'presented') and (${cannotAct(tx, held('lead'))} or ${cannotAct(tx, held('reviewer'))})`,
        ]
      : []),
  ];
}

export async function listProjects(
  tx: Tx,
  actor: Actor,
  query: ProjectQuery,
): Promise<{ items: ProjectItem[]; next: string | null }> {
  const cursor = readCursor(query.cursor);
  const after = cursor ? [sql<boolean>`(j.changed_at, j.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : [];
  const { rows } = await sql<Line>`
    with page as materialized (select j.id from project j where ${sql.join([...conditions(tx, actor, query), ...after], sql` and `)}
      order by j.changed_at desc, j.id desc limit ${query.limit + 1})
    ${lines(tx)} order by j.changed_at desc, j.id desc`.execute(tx);
  const items = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(showProject), next: last ? writeCursor({ at: last.changed_us, id: last.id }) : null };
}

export async function countProjects(tx: Tx, actor: Actor, filter: Filter) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
    select from project j where ${sql.join(conditions(tx, actor, filter), sql` and `)} limit 1001) x`.execute(tx);
  return { count: Math.min(rows[0]!.n, 1_000), more: rows[0]!.n > 1_000 };
}

export function showProject(line: Line): ProjectItem {
  const { id, number, title, state, level, unit, lead, reviewer, due, version, checkpoints } = line;
  return {
    id,
    number,
    title,
    state,
    level,
    unit,
    lead,
    reviewer,
    firstHand: line.first_hand ?? false,
    startsOn: line.starts_on,
    endsOn: line.ends_on,
    light: state === 'running' ? lightOfProject(checkpoints, line.today) : null,
    milestones: {
      reached: checkpoints.filter((one) => one.state === 'reached').length,
      all: checkpoints.filter((one) => one.state !== 'dropped').length,
    },
    due,
    changedAt: line.changed_at.toISOString(),
    version,
  };
}

/** @throws not_found */
export async function seeProject(tx: Tx, actor: Actor, id: string): Promise<Line> {
  const { rows } = await sql<Line>`
    with page as (select j.id from project j where j.id = ${id} and ${projectSeen(actor)}) ${lines(tx)}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** A project that the actor sees, locked for a decision. @throws not_found */
export async function lockProject(tx: Tx, actor: Actor, id: string): Promise<ProjectRow> {
  const { rows } = await sql<ProjectRow>`
    select ${columns}, ${held('lead')} as lead_id, ${held('reviewer')} as reviewer_id
      from project j where j.id = ${id} and ${projectSeen(actor)} for update of j`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export type ProjectChange = Partial<
  Pick<
    ProjectRow,
    | 'title'
    | 'state'
    | 'level'
    | 'unit_id'
    | 'background'
    | 'effect'
    | 'method'
    | 'starts_on'
    | 'ends_on'
    | 'first_hand'
  >
>;

/** Writes a change and counts the version up. */
export async function writeProject(tx: Tx, id: string, change: ProjectChange): Promise<number> {
  const { version } = await tx
    .updateTable('project')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function insertProjectDecision(
  tx: Tx,
  row: { id: string; projectId: string; step: ProjectStep; by: string; words: string },
): Promise<void> {
  const { id, projectId: project_id, step, by: by_person, words } = row;
  await tx.insertInto('project_decision').values({ id, project_id, step, by_person, words, at: tx.now }).execute();
}
