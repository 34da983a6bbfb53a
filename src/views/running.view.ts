/** What runs against a limit in the actor's units: problems that they lead, tasks that they gave, projects; with whose turn it is. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { projectSeen } from '#project/project.scope.ts';
import { type ProjectState, roles as projectRoles, turns as projectTurns } from '#project/project.ts';
import type { Due, PersonBrief, Turn, UnitBrief } from '#rules/shapes.ts';
import { type TaskState, roles as taskRoles, turns as taskTurns } from '#task/task.ts';
import { dueJson } from '#triage/problem.store.ts';
import { type ProblemState, roles as problemRoles, turns as problemTurns } from '#triage/problem.ts';
import type { RunningItem } from '#views/overview.api.ts';

/** A condition on `problem p`: a unit of the actor's leads it. */
export function ledByOurs(actor: Actor): RawBuilder<boolean> {
  const reach = reachOf(actor, 'problem.read');
  if (reach === 'city') return sql<boolean>`true`;
  return sql<boolean>`exists (select from assignment a where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null
    and a.to_unit = any(${reach}::uuid[]))`;
}

function givenByOurs(actor: Actor): RawBuilder<boolean> {
  const reach = reachOf(actor, 'task.read');
  return reach === 'city' ? sql<boolean>`true` : sql<boolean>`t.unit_id = any(${reach}::uuid[])`;
}

const instantJson = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A running project goes by its first open milestone, to the end of that day; any other by its first clock. */
const projectsRunning = (actor: Actor) => sql`
  select j.id, 'project', case when d.limit_name is null then 'milestone' else d.limit_name end, coalesce(d.due_at, m.due_at), j.number, j.title,
         case when j.state = 'running' and m.state = 'reported' then 'reported' else j.state end,
         (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from unit u where u.id = j.unit_id),
         (select json_build_object('id', h.id, 'name', h.name) from project_member w join person h on h.id = w.person_id
           where w.project_id = j.id and w.closed_at is null
             and w.role = case when m.state = 'reported' then 'reviewer' else 'lead' end)
    from project j
    left join lateral (select s.state, ((s.due_on + 1)::timestamp at time zone 'Asia/Shanghai') as due_at from milestone s
      where j.state = 'running' and s.project_id = j.id and s.state in ('planned', 'reported') order by s.due_on, s.position limit 1) m on true
    left join lateral (select f.limit_name, f.due_at from first f where f.thing = j.id and j.state <> 'running') d on true
   where coalesce(d.due_at, m.due_at) is not null and ${projectSeen(actor)}`;

type Row = {
  kind: RunningItem['kind'];
  id: string;
  number: string;
  title: string;
  state: string;
  due: Due;
  lead: UnitBrief | null;
  person: PersonBrief | null;
  total: number;
};

/** Between two instants, by the first limit of each thing; null is open. The first due on top, with how many in all. */
export async function runningBetween(
  tx: Tx,
  actor: Actor,
  { from, to, limit }: { from: Date | null; to: Date | null; limit: number },
): Promise<{ items: RunningItem[]; count: number }> {
  const { rows } = await sql<Row>`
    with first as (
      select distinct on (c.thing) c.thing, c.kind, c.limit_name, c.due_at from clock c
       where c.stopped_at is null and c.paused_at is null and c.kind in ('problem', 'task', 'project') order by c.thing, c.due_at),
    page as (
      select f.*, p.number, p.title, p.state,
             (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
               where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null) as lead, null::json as person
        from first f join problem p on p.id = f.thing where f.kind = 'problem' and ${ledByOurs(actor)}
      union all
      select f.*, t.number, t.title, t.state, null::json,
             (select json_build_object('id', h.id, 'name', h.name) from person h where h.id = case t.state when 'submitted' then t.reviewer_id
               else (select a.to_person from assignment a where a.task_id = t.id and a.role = 'lead' and a.closed_at is null) end)
        from first f join task t on t.id = f.thing where f.kind = 'task' and ${givenByOurs(actor)}
      union all ${projectsRunning(actor)})
    select page.kind, page.thing as id, page.number, page.title, page.state, page.lead, page.person,
           case when page.limit_name = 'milestone' then json_build_object('limit', 'milestone', 'unitOfTime', 'day', 'provisional', false,
              'dueAt', ${instantJson('page.due_at')}, 'startedAt', ${instantJson('page.due_at')})
             else ${dueJson(sql`page.thing`, sql`page.limit_name`)} end as due, count(*) over ()::int as total
      from page where (${from}::timestamptz is null or page.due_at >= ${from}) and (${to}::timestamptz is null or page.due_at < ${to})
     order by page.due_at, page.thing limit ${limit}`.execute(tx);
  return {
    count: rows[0]?.total ?? 0,
    items: rows.map(({ lead, person, total: _, ...row }) => ({
      ...row,
      state: row.state === 'reported' ? 'running' : row.state,
      turn: turnOf(row, lead, person),
    })),
  };
}

const nobody = { zh: '', en: '' };

function turnOf(
  { kind, state }: Pick<Row, 'kind' | 'state'>,
  lead: UnitBrief | null,
  person: PersonBrief | null,
): Turn {
  if (kind === 'project') {
    const waits = state === 'reported' ? 'reviewer' : projectTurns[state as ProjectState];
    const named = waits === 'lead' || waits === 'reviewer';
    return {
      role: waits ? projectRoles[waits] : nobody,
      people: named && person ? [person] : [],
      units: waits === 'drafter' && lead ? [lead] : [],
    };
  }
  if (kind === 'task') {
    const role = taskTurns[state as TaskState];
    return { role: role ? taskRoles[role] : nobody, people: person ? [person] : [], units: [] };
  }
  const role = problemTurns[state as ProblemState];
  return { role: role ? problemRoles[role] : nobody, people: [], units: role === 'lead' && lead ? [lead] : [] };
}
