/** The demo city, with a twentieth of its signals: the same every time, in the order of time, nothing that no verb could do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { states as causeStates } from '#cause/cause.ts';
import { states as measureStates } from '#cause/measure.ts';
import { dayOf } from '#clock/day.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { lightOfProject } from '#project/milestone.ts';
import { states as projectStates } from '#project/project.ts';
import { makeDemo } from '#root/cli/demo.ts';
import type { Installation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';
import { anchorOf } from '#root/seal-all.ts';
import { states as signalStates } from '#signal/signal.ts';
import { states as taskStates } from '#task/task.ts';
import { secondInstallation } from '#test/second.ts';
import { states as problemStates } from '#triage/problem.ts';

const SHARE = 0.05;
registerRooms();
const { installation } = await secondInstallation();
const other = await secondInstallation();
for (const one of [installation, other.installation]) await makeDemo(one, { size: SHARE });

const ask = async <R extends Record<string, unknown>>(
  sql: string,
  where: Installation = installation,
): Promise<R[]> => {
  const client = await where.owner.connect();
  try {
    await client.query('set search_path to city_qinglan, ext');
    return (await client.query(sql)).rows;
  } finally {
    await client.query('reset search_path');
    client.release();
  }
};

/** Of every table all that is not sealed, salted or coded by the city's keys, nor the database's own count or clock. */
async function sumsOf(where: Installation): Promise<Record<string, string>> {
  const columns = await ask<{ table: string; list: string }>(
    `select c.relname as "table", string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'city_qinglan'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.atttypid not in ('bytea'::regtype, 'xid8'::regtype)
        and not (a.attname = 'at' and coalesce(pg_get_expr(d.adbin, d.adrelid), '') = 'now()' and c.relname <> 'decision')
      group by 1 order by 1`,
    where,
  );
  const sums: Record<string, string> = {};
  for (const { table, list } of columns) {
    const [sum] = await ask<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as sum
         from (select md5(row(${list})::text) as line from ${table}) x`,
      where,
    );
    sums[table] = sum!.sum;
  }
  return sums;
}

test('made twice, it is the same: every table, ids included', async () => {
  const sums = await sumsOf(installation);
  assert.ok(Object.keys(sums).length > 30);
  assert.match(sums.signal!, /^1000 /);
  assert.deepEqual(await sumsOf(other.installation), sums);
});

test('both trees and the people are whole whatever the share', async () => {
  const units = await ask<{ tree: string; kind: string; n: number }>(
    'select tree, kind, count(*) as n from unit group by 1, 2',
  );
  const count = (by: (unit: { tree: string; kind: string }) => boolean) =>
    units.filter(by).reduce((sum, unit) => sum + Number(unit.n), 0);
  assert.equal(
    count((unit) => unit.tree === 'admin'),
    120,
  );
  assert.equal(
    count((unit) => unit.kind === 'branch'),
    755,
  );
  const [led] = await ask(`with recursive led (id) as (select id from unit where kind = 'work_committee' union
      select e.child_id from led join unit_edge e on e.parent_id = led.id and e.relation = 'leads')
    select count(*) as n from led join unit using (id) where kind = 'branch'`);
  assert.equal(Number(led!.n), 755);
  const [guided] = await ask(`select count(*) as n from unit u where kind = 'party_committee' and not exists (
    select from unit_edge e join unit g on g.id = e.parent_id and g.kind = 'party_group'
     where e.child_id = u.id and e.relation = 'guides')`);
  assert.equal(Number(guided!.n), 0);
  const [people] =
    await ask(`select count(*) as n, count(*) filter (where exists (select from post p join unit u on u.id = p.unit_id
      where p.person_id = person.id and u.tree = 'party') and exists (select from post p join unit u on u.id = p.unit_id
      where p.person_id = person.id and u.tree = 'admin')) as both from person`);
  assert.equal(Number(people!.n), 2_000);
  assert.ok(Number(people!.both) > 1_200);
});

test('every state of every life cycle is met with', async () => {
  for (const [table, states] of Object.entries({
    ...{ signal: signalStates, problem: problemStates, task: taskStates, cause: causeStates, measure: measureStates },
    ...{ project: projectStates },
  })) {
    const found = await ask<{ state: string }>(`select distinct state from ${table} order by 1`);
    assert.deepEqual(
      found.map((row) => row.state),
      Object.keys(states).sort(),
      table,
    );
  }
});

test('running projects stand at every light, and of the two that were closed one helped and one did not', async () => {
  const rows = await ask<{ project_id: string; id: string; title: string; due: string; state: 'planned' }>(
    `select m.project_id, m.id, m.title, m.due_on::text as due, m.state from milestone m join project j on j.id = m.project_id
      where j.state = 'running'`,
  );
  const today = dayOf(installation.clock.now());
  const lights = [...Map.groupBy(rows, (row) => row.project_id).values()].map(
    (list) =>
      lightOfProject(
        list.map(({ due: dueOn, ...rest }) => ({ ...rest, dueOn })),
        today,
      ).light,
  );
  assert.deepEqual(new Set(lights), new Set(['green', 'yellow', 'red']));
  const goals = await ask<{ baseline: number; target: number; value: number }>(
    `select g.baseline, g.target, r.value from closing_goal c join goal g on g.id = c.goal_id join reading r on r.id = c.reading_id`,
  );
  assert.deepEqual(goals.map(({ value, target }) => value <= target).sort(), [false, true]);
});

test('the lines of closed projects are whole from cause to reading, and citizens find what the city is working on', async () => {
  const lines = await ask<{ causes: number; measures: number }>(
    `select count(distinct k.cause_id)::int as causes, count(distinct m.measure_id)::int as measures from project j
       join project_problem p on p.project_id = j.id join problem_cause k on k.problem_id = p.problem_id
       join project_measure m on m.project_id = j.id where j.state = 'closed' group by j.id`,
  );
  assert.equal(lines.length, 2);
  for (const { causes, measures } of lines)
    assert.ok(causes >= 1 && measures === 2, JSON.stringify({ causes, measures }));
  const [published] = await ask<{ n: number }>(
    `select count(*)::int as n from problem_publication where ended_at is null`,
  );
  assert.ok(published!.n >= 5, `${published!.n} published`);
});

test('procedures run: begun by a signal, a day and a level, closed by evidence and by hand, one late, one with the fallback', async () => {
  const [runs] = await ask<
    Record<string, number>
  >(`select count(*)::int as n, count(*) filter (where state = 'done')::int as done,
      count(distinct f.trigger_id)::int as triggers from procedure_run n left join procedure_firing f on f.run_id = n.id`);
  assert.ok(runs!.n! >= 8 && runs!.done! >= 3 && runs!.triggers! >= 3, JSON.stringify(runs));
  const [steps] = await ask<
    Record<string, number>
  >(`select count(*) filter (where t.state = 'done' and f.task_id is not null)::int as automatic,
      count(*) filter (where t.state = 'done' and f.task_id is null)::int as "byHand",
      count(*) filter (where t.state in ('given', 'working') and c.due_at < '${installation.clock.now().toISOString()}')::int as late,
      count(*) filter (where t.fallback_to is not null)::int as fallback
    from task t left join procedure_feedback f on f.task_id = t.id
    left join clock c on c.thing = t.id and c.limit_name = 'finish' and c.stopped_at is null where t.run_id is not null`);
  for (const [what, n] of Object.entries(steps!)) assert.ok(n >= 1, `${what} ${JSON.stringify(steps)}`);
  const nameless = await ask(
    `select number from procedure_run where about_id is not null and coalesce(about_name, '') = ''`,
  );
  assert.deepEqual(nameless, [], 'what a run is about has a name');
});

test('every signal is in exactly one place, and every problem counts those on it', async () => {
  assert.deepEqual(
    await ask(`select s.number, s.state from signal s left join lateral (
        select count(*) as open, bool_or(p.state = 'merged') as merged from signal_problem e join problem p on p.id = e.problem_id
         where e.signal_id = s.id and e.closed_at is null) e on true
      where not case s.state when 'gathered' then e.open = 1 and not e.merged and s.disposition is null
                             when 'disposed' then e.open = 0 and s.disposition is not null
                             else e.open = 0 and s.disposition is null end`),
    [],
  );
  assert.deepEqual(
    await ask(`select p.number from problem p where signal_count <> (
      select count(*) from signal_problem e where e.problem_id = p.id and e.closed_at is null)`),
    [],
  );
  assert.deepEqual(
    await ask(`select p.number from problem p left join assignment a on a.problem_id = p.id and a.role = 'lead' and a.closed_at is null
      where (p.state in ('given', 'working', 'handled', 'verified')) <> (a.id is not null)`),
    [],
  );
});

test('the ledger goes forward in time, and nothing lies ahead', async () => {
  assert.deepEqual(
    await ask(
      `select seq, verb from (select seq, verb, at, lag(at) over (order by seq) as before from ledger) l where at < before`,
    ),
    [],
  );
  const times = await ask<{ table: string; column: string }>(
    `select c.relname as "table", a.attname as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'city_qinglan'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
        and a.atttypid = 'timestamptz'::regtype and a.attname not in ('due_at', 'expires_at', 'valid_to')
        and c.relname not in ('reaction_done', 'calendar_year')`,
  );
  const now = installation.clock.now().toISOString();
  for (const { table, column } of times) {
    assert.deepEqual(await ask(`select ${column} from ${table} where ${column} > '${now}'`), [], `${table}.${column}`);
  }
});

test('no decision comes before its thing', async () => {
  for (const sql of [
    `select l.verb, l.thing from ledger l where l.seq = (select min(seq) from ledger f where f.thing = l.thing)
        and l.verb not in ('signal.received', 'problem.make', 'task.give', 'cause.add', 'measure.propose', 'unit.made', 'person.made',
                           'post.granted', 'channel.add', 'project.draft', 'indicator.define', 'role.made')
        and l.kind in ('signal', 'problem', 'task', 'cause', 'measure')`,
    `select e.id from signal_problem e join signal s on s.id = e.signal_id join problem p on p.id = e.problem_id
      where e.opened_at < s.recorded_at or e.opened_at < p.made_at or e.closed_at < e.opened_at`,
    `select t.id from task t join problem p on p.id = t.problem_id where t.given_at < p.made_at`,
    `select h.id from hand_in h join task t on t.id = h.task_id where h.at < t.given_at`,
    `select r.id from hand_in_review r join hand_in h on h.id = r.hand_in_id where r.at < h.at or r.by_person = h.by_person`,
    `select c.id from clock c where stopped_at < started_at or due_at < started_at`,
    `select a.id from assignment a where signed_at < opened_at or closed_at < opened_at`,
  ]) {
    assert.deepEqual(await ask(sql), [], sql);
  }
});

test('whoever did something held a post on that day', async () => {
  assert.deepEqual(
    await ask(`select l.seq, l.verb, l.actor from ledger l where actor_kind = 'person' and not exists (
      select from post p where p.person_id = l.actor and daterange(valid_from, valid_to) @> (l.at at time zone 'Asia/Shanghai')::date)`),
    [],
  );
  assert.deepEqual(
    await ask(`select a.id from assignment a join task t on t.id = a.task_id where not exists (
      select from post p where p.person_id = a.to_person
        and daterange(valid_from, valid_to) @> (coalesce(a.closed_at, a.opened_at) at time zone 'Asia/Shanghai')::date)`),
    [],
  );
});

test('the ledger verifies once it is sealed', async () => {
  const city = installation.cities.get('qinglan')!;
  const sealed = await sealLedger(installation.owner, city, anchorOf(installation.config, city));
  const report = await verifyLedger(city, undefined, () => {});
  assert.deepEqual(report.findings, []);
  assert.ok(report.ok && sealed.rows > 5_000);
});

test('people say the same thing in their own words, and nobody can be called', async () => {
  // The cast's own few have no area; their words are few, for pictures.
  const [texts] = await ask<Record<string, number>>(
    `select count(*)::int as n, count(distinct words)::int as distinct from signal where area_id is not null`,
  );
  assert.ok(texts!.distinct! / texts!.n! >= 0.95, JSON.stringify(texts));
  const [grams] = await ask<Record<string, number>>(
    `select count(*)::int as n, count(distinct substr(words, i, 8))::int as distinct
       from signal, generate_series(1, length(words) - 7) i where area_id is not null`,
  );
  assert.ok(grams!.distinct! / grams!.n! >= 0.4, JSON.stringify(grams));
  assert.deepEqual(await ask(`select words from signal where words ~ '1[3-9][0-9]{9}' or words ~ '[{}]'`), []);
});
