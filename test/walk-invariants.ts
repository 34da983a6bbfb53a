/** What is true of problems, their tasks and signals after whatever was done: a query for each, which finds what is wrong. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { runs } from '#triage/problem.ts';

/** The limits that run in each state of a task, as its steps start and stop them. */
export const taskRuns = {
  given: ['accept', 'finish'],
  working: ['finish'],
  submitted: ['review'],
  done: [],
  withdrawn: [],
} as const;

const table = (rows: Record<string, readonly string[]>) =>
  JSON.stringify(Object.entries(rows).map(([state, limits]) => ({ state, limits: [...limits].sort() })));

const running = (kind: 'problem' | 'task', ids: readonly string[], rows: Record<string, readonly string[]>) => sql`
  select x.number, x.state, c.limits from ${sql.table(kind)} x
    cross join lateral (select coalesce(array_agg(c.limit_name order by c.limit_name), '{}') as limits
      from clock c where c.thing = x.id and c.stopped_at is null and c.limit_name <> 'stage') c
    join jsonb_to_recordset(${table(rows)}::jsonb) as r(state text, limits text[]) on r.state = x.state
   where c.limits <> r.limits and ${sql.ref(kind === 'task' ? 'x.problem_id' : 'x.id')} = any(${ids}::uuid[])`;

const stands = sql`(exists (select from deferral d where d.problem_id = p.id and d.state = 'standing')
  or exists (select from time_request r where r.thing = p.id and r.state = 'granted' and r.kind = 'suspension'))`;

/** Of the rule by which the problems of a walk go (urban management): one stage a state. */
const stageOrder = sql`array['open', 'given', 'working', 'handled', 'verified']`;

type Queries = Record<string, ReturnType<typeof sql>>;

const wrongIn = (ids: readonly string[], signals: readonly string[]): Queries => {
  const mine = sql`p.id = any(${ids}::uuid[])`;
  const task = sql`t.problem_id = any(${ids}::uuid[])`;
  const clock = sql`(c.thing = any(${ids}::uuid[]) or c.thing in (select t.id from task t where ${task}))`;
  return {
    'one lead while a unit has it, none else': sql`
    select p.number, p.state, a.n from problem p cross join lateral (select count(*)::int as n from assignment a
       where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null) a
     where ${mine} and a.n <> case when p.state in ('given', 'working', 'handled', 'verified') then 1 else 0 end`,
    'nobody has what is over': sql`
    select p.number, a.role from problem p join assignment a on a.problem_id = p.id and a.closed_at is null
     where ${mine} and (p.state in ('closed', 'merged') or (a.role = 'entrusted' and p.state <> 'working'))`,
    'an assignment that was closed says by whom and why': sql`
    select p.id from assignment p where p.problem_id = any(${ids}::uuid[]) and num_nulls(closed_at, closed_by, close_reason) not in (0, 3)`,
    'whose task it is': sql`
    select t.number, t.state, a.leads, a.entrusted from task t cross join lateral (
      select count(*) filter (where a.role = 'lead')::int as leads, count(*) filter (where a.role = 'entrusted')::int as entrusted
        from assignment a where a.task_id = t.id and a.closed_at is null) a
     where ${task} and (a.leads <> (t.state in ('given', 'working', 'submitted'))::int or (a.entrusted > 0 and t.state <> 'working'))`,
    'no open task but while a unit has it in hand': sql`
    select t.number, p.state from task t join problem p on p.id = t.problem_id
     where ${mine} and t.state in ('given', 'working', 'submitted') and p.state not in ('given', 'working')`,
    'the clocks of problems': running('problem', ids, runs),
    'the stage that runs is that of the state': sql`
    select p.number, p.state, c.milestones from problem p
      cross join lateral (select coalesce(array_agg(c.milestone order by c.milestone), '{}') as milestones
        from clock c where c.thing = p.id and c.limit_name = 'stage' and c.stopped_at is null) c
     where ${mine} and c.milestones <> array_remove(array[array_position(${stageOrder}, p.state)], null)::smallint[]`,
    'the clocks of tasks': running('task', ids, taskRuns),
    'a clock that stands still has one open suspension, another none': sql`
    select c.thing, c.limit_name from clock c where ${clock} and ((c.paused_at is not null)::int <> (
      select count(*) from clock_suspension s where s.clock_id = c.id and s.to_at is null)
      or (c.paused_at is not null and c.stopped_at is not null))`,
    'handling stands still on the books or by a request, and never else': sql`
    select p.number, p.state from problem p join clock c on c.thing = p.id and c.stopped_at is null
     where ${mine} and (c.paused_at is not null) <> (c.limit_name in ('handle', 'stage') and ${stands})`,
    'tasks stand still with their problem, or by a request of their own': sql`
    select t.number from task t join problem p on p.id = t.problem_id join clock c on c.thing = t.id and c.stopped_at is null
     where ${mine} and (c.paused_at is not null) <> (${stands} or exists (
       select from time_request r where r.thing = t.id and r.state = 'granted' and r.kind = 'suspension'))`,
    'nothing waits for a decision about time or the books once the work has moved on': sql`
    select p.number, p.state from problem p where ${mine} and p.state <> 'working' and (
      exists (select from deferral d where d.problem_id = p.id and d.state in ('asked', 'standing'))
      or exists (select from time_request r where r.thing = p.id and (r.state = 'asked' or (r.state = 'granted' and r.kind = 'suspension'))))`,
    'every stop of a clock was a decision': sql`
    select c.thing, c.limit_name from clock c where ${clock} and c.stopped_at is not null
       and not exists (select from ledger l where l.thing = c.thing and l.at = c.stopped_at)`,
    'every signal stands in one place': sql`
    select s.number, s.state, e.n from signal s cross join lateral (select count(*)::int as n, count(*) filter (where p.state = 'merged') as merged
        from signal_problem e join problem p on p.id = e.problem_id where e.signal_id = s.id and e.closed_at is null) e
     where s.id = any(${signals}::uuid[]) and ((s.state = 'gathered') <> (e.n = 1) or e.n > 1 or e.merged > 0)`,
    'counts are right': sql`
    select p.number from problem p where ${mine} and p.signal_count <> (
      select count(*) from signal_problem e where e.problem_id = p.id and e.closed_at is null)`,
  };
};

/** What is wrong, by what should be so; empty where all is well. */
export async function whatIsWrong(
  tx: Tx,
  problems: readonly string[],
  signals: readonly string[],
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [what, query] of Object.entries(wrongIn(problems, signals))) {
    const { rows } = await sql`${query} limit 3`.execute(tx);
    if (rows.length > 0) found[what] = rows;
  }
  return found;
}
