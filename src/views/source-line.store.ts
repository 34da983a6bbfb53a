/** The one query of the source line: what belongs to it, then each kind of node and edge as JSON. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { projectSeen } from '#project/project.scope.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { taskSeen } from '#task/task.store.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import type { StartKind } from '#views/source-line.api.ts';

const QUOTES = 3;
/** Decisions that gathered most signals are edges of their own; the rest is a number. */
const GATHERS = 12;

/** The problems to which a thing belongs, as a query for their ids; whether the viewer sees them is asked afterwards. */
const startOf: Record<StartKind, (id: string) => RawBuilder<unknown>> = {
  problem: (id) => sql`select ${id}::uuid`,
  signal: (id) => sql`select problem_id from signal_problem where signal_id = ${id} and closed_at is null`,
  cause: (id) =>
    sql`select e.problem_id from problem_cause e where e.closed_at is null and e.cause_id in (${above(sql`select ${id}::uuid`)})`,
  measure: (id) => sql`select e.problem_id from problem_cause e where e.closed_at is null
    and e.cause_id in (${above(sql`select cause_id from measure_cause where measure_id = ${id} and closed_at is null`)})`,
  project: (id) => sql`select problem_id from project_problem where project_id = ${id} and closed_at is null`,
  task: (id) => sql`select problem_id from task where id = ${id}`,
  indicator: (
    id,
  ) => sql`select e.problem_id from goal g join project_problem e on e.project_id = g.project_id and e.closed_at is null
     where g.indicator_id = ${id} union select counted_about from indicator where id = ${id} and counted_about is not null`,
};

/** These causes and all above them. */
const above = (causes: RawBuilder<unknown>) => sql`with recursive up (id) as (${causes}
  union select c.parent_id from cause c join up on up.id = c.id where c.parent_id is not null) select id from up`;

const at = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const who = (id: RawBuilder<unknown>) =>
  sql`(select json_build_object('id', w.id, 'name', w.name) from person w where w.id = ${id})`;
const col = (name: string) => sql.ref(name);
const all = (row: RawBuilder<unknown>, from: RawBuilder<unknown>, order?: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(${row} ${order ? sql`order by ${order}` : sql``}), '[]') from ${from})`;

type EdgeParts = {
  from: RawBuilder<unknown>;
  to: RawBuilder<unknown>;
  kind: string;
  by: RawBuilder<unknown>;
  at: RawBuilder<unknown>;
  why?: RawBuilder<unknown>;
  count?: RawBuilder<unknown>;
};
const edge = ({ from, to, kind, by, at, why, count }: EdgeParts) => sql`json_build_object('from', ${from}, 'to', ${to},
  'kind', ${sql.lit(kind)}::text, 'by', ${who(by)}, 'at', ${at}, 'why', ${why ?? sql`null`}${count ? sql`, 'count', ${count}` : sql``})`;

/** What belongs to the line. */
const members = (tx: Tx, actor: Actor, kind: StartKind, id: string) => sql`
  asked (id) as (${startOf[kind](id)}),
  -- The line of a problem that was merged is that of the one it went into.
  up as (select p.id, p.merged_into from problem p join asked on asked.id = p.id
    union select p.id, p.merged_into from problem p join up on p.id = up.merged_into),
  live as (select p.id, ${problemSeen(tx, actor)} as seen from problem p where p.id in (select id from up where merged_into is null)),
  start as (select id from live where seen),
  down (id) as (select id from start union select p.id from problem p join down on p.merged_into = down.id),
  tree (id, depth) as (
    select c.id, 0 from problem_cause e join cause c on c.id = e.cause_id
     where e.problem_id in (select id from start) and e.closed_at is null and c.state not in ('withdrawn', 'merged')
    union select c.id, t.depth + 1 from cause c join tree t on c.parent_id = t.id where c.state not in ('withdrawn', 'merged')),
  causes as (select id, min(depth) as depth from tree group by id),
  measures as (select distinct m.id, m.layer, m.words, m.state, m.made_at from measure m
    join measure_cause e on e.measure_id = m.id and e.closed_at is null where e.cause_id in (select id from causes)),
  chartered as (select j.*, ${projectSeen(actor)} as seen from project j
    where exists (select from project_problem e where e.project_id = j.id and e.closed_at is null and e.problem_id in (select id from start))
      and not (j.state = 'dropped' and j.first_hand is null)),
  projects as (select * from chartered where seen),
  given as (select t.*, (${taskSeen(actor)} or t.project_id in (select id from projects)) as seen
    from task t where t.problem_id in (select id from down)),
  tasks as (select * from given where seen),
  standing as (select e.problem_id, e.opened_by, e.opened_at, e.reason, s.id, s.number, s.received_at, s.channel_id,
      length(s.words) as size, hashtextextended(s.words, 0) as said, (not s.secret or ${signalSeen(actor)}) as quotable
    from signal_problem e join signal s on s.id = e.signal_id
   where e.problem_id in (select id from start) and e.closed_at is null)`;

const folds = sql`json_build_object('problemId', p.id, 'count', p.signal_count, 'reporters', p.reporter_count,
  'first', (select ${at('x.first')} from (select min(received_at) as first from standing where problem_id = p.id) x),
  'last', (select ${at('x.last')} from (select max(received_at) as last from standing where problem_id = p.id) x),
  'months', ${all(
    sql`json_build_object('month', m.month, 'count', m.n)`,
    sql`(select to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as n from standing
         where problem_id = p.id group by 1) m`,
    sql`m.month`,
  )},
  'channels', ${all(
    sql`json_build_object('name', c.name, 'count', m.n)`,
    sql`(select channel_id, count(*)::int as n from standing where problem_id = p.id group by 1) m join channel c on c.id = m.channel_id`,
    sql`m.n desc, c.name`,
  )},
  'quotes', ${all(
    sql`json_build_object('id', s.id, 'number', s.number, 'words', left(s.words, 400), 'at', ${at('s.received_at')}, 'channel', c.name)`,
    sql`(select id, size from (select distinct on (said) id, size from standing where problem_id = p.id and quotable order by said, id) one
         order by size desc, id limit ${sql.lit(QUOTES)}) q join signal s on s.id = q.id join channel c on c.id = s.channel_id`,
    sql`q.size desc, q.id`,
  )},
  'moreDecisions', (select greatest(count(*) - ${sql.lit(GATHERS)}, 0)::int from (select from standing where problem_id = p.id
     group by opened_by, opened_at, reason) g),
  'takenOut', (select count(*)::int from signal_problem e where e.problem_id = p.id and e.closed_at is not null),
  'confirmed', (select count(*)::int from standing s where s.problem_id = p.id
     and (select k.solved from signal_callback k where k.signal_id = s.id and k.reached order by k.at desc, k.id desc limit 1) = 'yes'))`;

const finding = (alias: string) =>
  sql`'by', ${who(col(`${alias}.by_person`))}, 'at', ${at(`${alias}.at`)}, 'words', ${col(`${alias}.words`)}`;

const nodes = {
  signals: all(folds, sql`problem p where p.id in (select id from start)`, sql`p.number`),
  problems: all(
    sql`json_build_object('id', p.id, 'number', p.number, 'title', p.title, 'state', p.state, 'mergedInto', p.merged_into,
      'lead', (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from assignment a join unit u on u.id = a.to_unit
         where a.problem_id = p.id and a.role = 'lead' and (a.closed_at is null or a.close_reason = 'finished')
         order by a.opened_at desc, a.id desc limit 1))`,
    sql`problem p where p.id in (select id from down)`,
    sql`p.merged_into is not null, p.number`,
  ),
  causes: all(
    sql`json_build_object('id', c.id, 'layer', c.layer, 'kind', c.kind, 'words', c.words, 'state', c.state, 'depth', t.depth,
      'judged', (select json_build_object(${finding('d')}) from cause_decision d
         where d.cause_id = c.id and c.state <> 'unverified' order by d.at desc, d.id desc limit 1))`,
    sql`causes t join cause c on c.id = t.id`,
    sql`c.made_at, c.id`,
  ),
  measures: all(
    sql`json_build_object('id', m.id, 'layer', m.layer, 'words', m.words, 'state', m.state)`,
    sql`measures m`,
    sql`m.made_at, m.id`,
  ),
  projects: all(
    sql`json_build_object('id', j.id, 'number', j.number, 'title', j.title, 'state', j.state, 'startsOn', j.starts_on, 'endsOn', j.ends_on,
      'lead', (select json_build_object('id', w.id, 'name', w.name) from project_member m join person w on w.id = m.person_id
         where m.project_id = j.id and m.role = 'lead' order by m.closed_at desc nulls first, m.opened_at desc limit 1),
      'reviewer', (select json_build_object('id', w.id, 'name', w.name) from project_member m join person w on w.id = m.person_id
         where m.project_id = j.id and m.role = 'reviewer' order by m.closed_at desc nulls first, m.opened_at desc limit 1),
      'reached', (select count(*)::int from milestone m where m.project_id = j.id and m.state = 'reached'),
      'milestones', (select count(*)::int from milestone m where m.project_id = j.id and m.state <> 'dropped'),
      'charter', (select json_build_object(${finding('d')}) from project_decision d where d.project_id = j.id and d.step = 'charter'
         order by d.at desc, d.id desc limit 1))`,
    sql`projects j`,
    sql`j.made_at, j.id`,
  ),
  tasks: all(
    sql`json_build_object('id', t.id, 'number', t.number, 'title', t.title, 'state', t.state,
      'assignee', (select json_build_object('id', w.id, 'name', w.name) from assignment a join person w on w.id = a.to_person
         where a.task_id = t.id and a.role = 'lead' order by a.closed_at desc nulls first, a.opened_at desc limit 1),
      'evidence', ${all(
        sql`json_build_object('id', h.id, ${finding('h')}, 'files', (select count(*)::int from evidence f where f.hand_in_id = h.id),
          'review', (select json_build_object('passed', r.passed, ${finding('r')}) from hand_in_review r where r.hand_in_id = h.id))`,
        sql`hand_in h where h.task_id = t.id`,
        sql`h.at, h.id`,
      )})`,
    sql`tasks t`,
    sql`t.given_at, t.id`,
  ),
  acceptances: all(
    sql`json_build_object('id', a.id, 'projectId', a.project_id, 'result', a.result, 'heldOn', a.held_on, 'score', a.score, 'asked', a.asked,
      'approving', a.approving, ${finding('a')})`,
    sql`acceptance a where a.project_id in (select id from projects)`,
    sql`a.at, a.id`,
  ),
  goals: all(
    sql`json_build_object('id', g.id, 'projectId', g.project_id, 'baseline', g.baseline, 'baselineOn', g.baseline_on,
      'baselineSource', g.baseline_source, 'target', g.target, 'targetOn', g.target_on,
      'indicator', json_build_object('id', i.id, 'number', i.number, 'name', i.name, 'unitWords', i.unit_words, 'direction', i.direction, 'digits', i.digits),
      'readings', ${all(
        sql`json_build_object('id', r.id, 'from', r.from_on, 'to', r.to_on, 'value', r.value, 'exposure', r.exposure, 'control', r.control)`,
        sql`reading r where r.indicator_id = g.indicator_id and r.withdrawn_at is null`,
        sql`r.from_on`,
      )},
      'charteredOn', (select (d.at at time zone 'Asia/Shanghai')::date from project_decision d
         where d.project_id = g.project_id and d.step = 'charter' order by d.at desc, d.id desc limit 1),
      'acceptedOn', a.held_on,
      'after', case when a.id is not null then json_build_object(
         'reading', (select r.id from reading r where r.indicator_id = g.indicator_id and r.withdrawn_at is null and r.from_on >= a.held_on
            order by r.from_on, r.id limit 1),
         'waiver', (select w.id from waiver w where w.goal_id = g.id and w.acceptance_id = a.id)) end)`,
    sql`goal g join indicator i on i.id = g.indicator_id left join lateral (select id, held_on from acceptance
         where project_id = g.project_id and result = 'passed' order by at desc, id desc limit 1) a on true
       where g.project_id in (select id from projects)`,
    sql`g.project_id, g.position`,
  ),
};

const edges = sql`(select coalesce(json_agg(e.edge), '[]') from (
  select ${edge({ from: sql`'signals:' || g.problem_id`, to: sql`g.problem_id`, kind: 'gathered', by: col('g.opened_by'), at: at('g.opened_at'), why: col('g.reason'), count: col('g.n') })} as edge
    from (select *, row_number() over (partition by problem_id order by n desc, opened_at) as rank from (
      select problem_id, opened_by, opened_at, reason, count(*)::int as n from standing group by 1, 2, 3, 4) x) g where g.rank <= ${sql.lit(GATHERS)}
  union all select ${edge({ from: col('p.id'), to: col('p.merged_into'), kind: 'absorbed', by: col('l.actor'), at: at('l.at'), why: col('l.reason') })}
    from problem p join lateral (select l.actor, l.at, l.reason from ledger l where l.thing = p.id and l.verb = 'problem.merge' order by l.seq desc limit 1) l on true
   where p.id in (select id from down) and p.merged_into is not null
  union all select ${edge({ from: col('e.problem_id'), to: col('e.cause_id'), kind: 'traced', by: col('e.opened_by'), at: at('e.opened_at'), why: col('e.reason') })}
    from problem_cause e where e.problem_id in (select id from start) and e.cause_id in (select id from causes) and e.closed_at is null
  union all select ${edge({ from: col('c.parent_id'), to: col('c.id'), kind: 'under', by: col('c.made_by'), at: at('c.made_at') })}
    from cause c where c.id in (select id from causes) and c.parent_id in (select id from causes)
  union all select ${edge({ from: col('e.cause_id'), to: col('e.measure_id'), kind: 'answered', by: col('e.opened_by'), at: at('e.opened_at') })}
    from measure_cause e where e.cause_id in (select id from causes) and e.closed_at is null
  union all select ${edge({ from: col('e.operational_id'), to: col('e.organisational_id'), kind: 'together', by: col('e.opened_by'), at: at('e.opened_at') })}
    from measure_pair e where e.operational_id in (select id from measures) and e.closed_at is null
  union all select ${edge({ from: col('e.problem_id'), to: col('e.project_id'), kind: 'chartered', by: col('e.opened_by'), at: at('e.opened_at') })}
    from project_problem e where e.problem_id in (select id from start) and e.project_id in (select id from projects) and e.closed_at is null
  union all select ${edge({ from: col('e.measure_id'), to: col('e.project_id'), kind: 'chartered', by: col('e.opened_by'), at: at('e.opened_at') })}
    from project_measure e where e.measure_id in (select id from measures) and e.project_id in (select id from projects) and e.closed_at is null
  union all select ${edge({ from: sql`coalesce(t.project_id, t.measure_id, t.problem_id)`, to: col('t.id'), kind: 'given', by: col('t.given_by'), at: at('t.given_at'), why: sql`nullif(t.words, '')` })}
    from tasks t
  union all select ${edge({ from: col('a.project_id'), to: col('a.id'), kind: 'accepted', by: col('a.by_person'), at: at('a.at'), why: col('a.words') })}
    from acceptance a where a.project_id in (select id from projects)
  union all select ${edge({ from: col('g.project_id'), to: col('g.id'), kind: 'aimed', by: col('j.made_by'), at: at('j.made_at'), why: col('g.baseline_source') })}
    from goal g join projects j on j.id = g.project_id
  union all select ${edge({ from: col('c.acceptance_id'), to: col('x.goal_id'), kind: 'shown', by: col('c.by_person'), at: at('c.at'), why: col('c.words') })}
    from closing c join closing_goal x on x.closing_id = c.id where c.project_id in (select id from projects)) e)`;

const everySignal = (actor: Actor) =>
  all(
    sql`json_build_object('id', x.id, 'number', x.number, 'problemId', x.problem_id, 'receivedAt', ${at('x.received_at')}, 'by', ${who(col('x.opened_by'))},
      'at', ${at('x.opened_at')}, 'why', x.reason)`,
    sql`standing x join signal s on s.id = x.id where ${signalSeen(actor)}`,
    sql`x.received_at, x.id`,
  );

/** One row, one column a part. */
export const sourceLineQuery = <Row>(tx: Tx, actor: Actor, kind: StartKind, id: string, every: boolean) => sql<Row>`
  with recursive ${members(tx, actor, kind, id)}
  select ${nodes.signals} as signals, ${nodes.problems} as problems, ${nodes.causes} as causes, ${nodes.measures} as measures,
         ${nodes.projects} as projects, ${nodes.tasks} as tasks, ${nodes.acceptances} as acceptances, ${edges} as edges,
         ${nodes.goals} as goals,
         json_build_object('problems', (select count(*)::int from live where not seen), 'projects', (select count(*)::int from chartered where not seen),
           'tasks', (select count(*)::int from given where not seen)) as hidden${every ? sql`, ${everySignal(actor)} as "allSignals"` : sql``}`;
