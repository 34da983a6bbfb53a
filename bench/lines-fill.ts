/** Problems of a thousand signals each, and for some of them everything that comes after, written by SQL. */
import type { Place } from './place.ts';

const SIGNALS = 1_000;
/** Problems whose edges are written in one statement. */
const CHUNK = 100;
const FULL = 20;

/** Each signal stands on the problem of its number: those of one problem are spread over the whole year. */
export async function fillLines({ city, world }: Place): Promise<{ full: string[]; bare: string[] }> {
  const client = await city.pool.connect();
  const run = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows;
  const by = `'${world.people.dispatcher}'::uuid`;
  await run(`set statement_timeout to 0; set search_path to ${city.schema}, ext`);
  const [made] = await run(`select count(*)::int as n from problem`);
  if (made.n === 0) {
    const [all] = await run(`select count(*)::int as n from signal`);
    const problems = Math.floor(all.n / SIGNALS);
    await run(`insert into problem (id, number, title, urgency, state, programme_version_id, made_by, made_at, changed_at, signal_count, reporter_count)
      select gen_random_uuid(), 'P' || i, '问题 ' || i, 'normal', 'working', (select id from programme_version limit 1), ${by}, now(), now(), ${SIGNALS}, ${SIGNALS}
        from generate_series(0, ${problems - 1}) i`);
    await run(
      `create temp table numbered as select id, row_number() over (order by received_at, id) - 1 as n from signal`,
    );
    await run(`create index on numbered ((n % ${problems}))`);
    for (let first = 0; first < problems; first += CHUNK) {
      await run(
        `insert into signal_problem (id, signal_id, problem_id, opened_by, opened_at, reason)
          select gen_random_uuid(), s.id, p.id, ${by}, now() - (s.n % 7) * interval '1 day', 'gathered'
            from generate_series($1::int, $2::int) i join numbered s on s.n % ${problems} = i join problem p on p.number = 'P' || i`,
        [first, Math.min(first + CHUNK, problems) - 1],
      );
      process.stderr.write(`\r${first.toLocaleString('en')} problems`);
    }
    process.stderr.write('\n');
    await run(whole(world));
    await run(`drop table numbered`);
    await run(`analyze`);
  }
  const full = await run(`select distinct problem_id as id from project_problem`);
  const bare = await run(
    `select id from problem where id not in (select problem_id from project_problem) order by number limit 100`,
  );
  client.release(true);
  return { full: full.map(({ id }) => id), bare: bare.map(({ id }) => id) };
}

/** Of the first problems: 8 causes, 6 measures, 2 projects with 4 milestones, 12 tasks with evidence, acceptance and 24 readings. */
function whole({ people, units }: Place['world']): string {
  const [by, head, official] = [people.clerk, people.head, people.official].map((id) => `'${id}'::uuid`);
  const unit = `'${units.urban}'::uuid`;
  const version = `(select id from programme_version limit 1)`;
  return `
    create temp table line as select id as problem, number, n from problem
      cross join lateral (select substr(number, 2)::int as n) x where n < ${FULL};
    create temp table tree as select gen_random_uuid() as cause, problem, i from line, generate_series(0, 7) i;
    insert into cause (id, layer, kind, words, parent_id, state, made_by, made_at, changed_at)
      select t.cause, case when i % 2 = 0 then 'operational' else 'organisational' end, case when i % 2 = 0 then 'process' else 'conduct' end,
        '原因 ' || i, case when i >= 4 then (select u.cause from tree u where u.problem = t.problem and u.i = t.i - 4) end,
        'unverified', ${by}, now(), now() from tree t order by i;
    insert into problem_cause (id, problem_id, cause_id, opened_by, opened_at, reason)
      select gen_random_uuid(), problem, cause, ${by}, now(), '' from tree where i < 4;
    create temp table answer as select gen_random_uuid() as measure, problem, i from line, generate_series(0, 5) i;
    insert into measure (id, layer, words, state, made_by, made_at, changed_at)
      select measure, case when i % 2 = 0 then 'operational' else 'organisational' end, '措施 ' || i, 'adopted', ${by}, now(), now() from answer;
    insert into measure_cause (id, measure_id, cause_id, opened_by, opened_at)
      select gen_random_uuid(), a.measure, t.cause, ${by}, now() from answer a join tree t on t.problem = a.problem and t.i = a.i;
    insert into measure_pair (id, operational_id, organisational_id, opened_by, opened_at)
      select gen_random_uuid(), a.measure, b.measure, ${by}, now() from answer a join answer b on b.problem = a.problem and b.i = a.i + 1 where a.i % 2 = 0;
    create temp table plan as select gen_random_uuid() as project, gen_random_uuid() as goal, gen_random_uuid() as indicator,
      gen_random_uuid() as meaning, gen_random_uuid() as acceptance, problem, n * 2 + i as i, i as own from line, generate_series(0, 1) i;
    insert into project (id, number, title, state, level, unit_id, programme_version_id, starts_on, ends_on, first_hand, made_by, made_at, changed_at)
      select project, 'X' || i, '项目 ' || i, 'accepted', 'branch', ${unit}, ${version}, '2026-01-01', '2026-06-30', false, ${by}, now(), now() from plan;
    insert into project_problem (id, project_id, problem_id, opened_by, opened_at) select gen_random_uuid(), project, problem, ${by}, now() from plan;
    insert into project_measure (id, project_id, measure_id, opened_by, opened_at)
      select gen_random_uuid(), p.project, a.measure, ${by}, now() from plan p join answer a on a.problem = p.problem and a.i % 2 = p.own;
    insert into project_member (id, project_id, role, person_id, opened_by, opened_at) select gen_random_uuid(), project, 'lead', ${head}, ${by}, now() from plan;
    insert into project_decision (id, project_id, step, by_person, at, words) select gen_random_uuid(), project, 'charter', ${head}, now(), '同意' from plan;
    insert into milestone (id, project_id, title, due_on, evidence_asked, state, reached_on, position)
      select gen_random_uuid(), project, '节点', '2026-04-01', '台账', 'reached', '2026-04-01', m from plan, generate_series(0, 3) m;
    create temp table work as select gen_random_uuid() as task, gen_random_uuid() as hand, p.project, p.problem, p.i * 6 + k as i
      from plan p, generate_series(0, 5) k;
    insert into task (id, number, problem_id, title, state, unit_id, given_by, given_at, reviewer_id, changed_at, project_id)
      select task, 'T' || i, problem, '任务 ' || i, 'done', ${unit}, ${head}, now(), ${by}, now(), project from work;
    insert into assignment (id, task_id, to_person, role, opened_by, opened_at) select gen_random_uuid(), task, ${official}, 'lead', ${head}, now() from work;
    insert into hand_in (id, task_id, by_person, at, words) select hand, task, ${official}, now(), '做好了' from work;
    insert into hand_in_review (id, hand_in_id, by_person, at, passed, words) select gen_random_uuid(), hand, ${by}, now(), true, '看过' from work;
    insert into indicator (id, number, name, unit_words, direction, digits, owner_unit, state, made_by, made_at, changed_at)
      select indicator, 'I' || i, '指标 ' || i, '件/月', 'lower', 0, ${unit}, 'open', ${by}, now(), now() from plan;
    insert into indicator_version (id, indicator_id, valid_from, numerator, source, by_person, at)
      select meaning, indicator, '2024-01-01', '工单数', '12345', ${by}, now() from plan;
    insert into reading (id, indicator_id, version_id, from_on, to_on, value, way, by_person, at)
      select gen_random_uuid(), indicator, meaning, d::date, (d + interval '1 month - 1 day')::date, 48 - m, 'typed', ${by}, now()
        from plan, generate_series(0, 23) m cross join lateral (select date '2024-07-01' + m * interval '1 month' as d) x;
    insert into goal (id, project_id, indicator_id, baseline, baseline_on, baseline_source, target, target_on, position)
      select goal, project, indicator, 48, '2025-12-31', '月报', 20, '2026-06-30', 0 from plan;
    insert into acceptance (id, project_id, result, held_on, words, by_person, at) select acceptance, project, 'passed', '2026-03-12', '通过', ${by}, now() from plan`;
}
