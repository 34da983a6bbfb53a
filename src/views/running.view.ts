/** What runs against a limit in the actor's units: problems that they lead, tasks that they gave; with whose turn it is. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
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
       where c.stopped_at is null and c.kind in ('problem', 'task') order by c.thing, c.due_at),
    page as (
      select f.*, p.number, p.title, p.state,
             (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
               where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null) as lead, null::json as person
        from first f join problem p on p.id = f.thing where f.kind = 'problem' and ${ledByOurs(actor)}
      union all
      select f.*, t.number, t.title, t.state, null::json,
             (select json_build_object('id', h.id, 'name', h.name) from person h where h.id = case t.state when 'submitted' then t.reviewer_id
               else (select a.to_person from assignment a where a.task_id = t.id and a.role = 'lead' and a.closed_at is null) end)
        from first f join task t on t.id = f.thing where f.kind = 'task' and ${givenByOurs(actor)})
    select page.kind, page.thing as id, page.number, page.title, page.state, page.lead, page.person,
           ${dueJson(sql`page.thing`, sql`page.limit_name`)} as due, count(*) over ()::int as total
      from page where (${from}::timestamptz is null or page.due_at >= ${from}) and (${to}::timestamptz is null or page.due_at < ${to})
     order by page.due_at, page.thing limit ${limit}`.execute(tx);
  return {
    count: rows[0]?.total ?? 0,
    items: rows.map(({ lead, person, total: _, ...row }) => ({ ...row, turn: turnOf(row, lead, person) })),
  };
}

const nobody = { zh: '', en: '' };

function turnOf(
  { kind, state }: Pick<Row, 'kind' | 'state'>,
  lead: UnitBrief | null,
  person: PersonBrief | null,
): Turn {
  if (kind === 'task') {
    const role = taskTurns[state as TaskState];
    return { role: role ? taskRoles[role] : nobody, people: person ? [person] : [], units: [] };
  }
  const role = problemTurns[state as ProblemState];
  return { role: role ? problemRoles[role] : nobody, people: [], units: role === 'lead' && lead ? [lead] : [] };
}
