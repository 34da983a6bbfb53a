/** The record of a project: who took part, and what was decided, reported, changed, met on, accepted and closed. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { ProjectPage } from '#views/project.api.ts';

type Recorded = Pick<
  ProjectPage,
  'members' | 'decisions' | 'reports' | 'changes' | 'meetings' | 'acceptances' | 'waivers' | 'closings'
>;

const at = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const who = (alias: string) =>
  sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})`;
const judged = (alias: string) =>
  sql`'by', ${who('p')}, 'at', ${at(`${alias}.at`)}, 'words', ${sql.ref(`${alias}.words`)}`;

const papers = (condition: RawBuilder<unknown>, table: 'project_paper' | 'acceptance_paper') => sql`
  (select coalesce(json_agg(json_build_object('id', f.id, 'hash', f.file_hash, 'name', f.file_name, 'type', f.type, 'size', f.size)
     order by f.id), '[]') from ${sql.table(table)} f where ${condition})`;

const all = (row: RawBuilder<unknown>, order: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(${row} order by ${order}), '[]') from ${from})`;

/** One query: each part as JSON, the newest first. */
export async function recordOf(tx: Tx, id: string): Promise<Recorded> {
  const members = all(
    sql`json_build_object('id', m.id, 'role', m.role, 'person', case when p.id is not null then ${who('p')} end,
      'unit', case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) end,
      'duty', m.duty, 'from', ${at('m.opened_at')}, 'to', ${at('m.closed_at')})`,
    sql`m.closed_at nulls first, m.opened_at, m.id`,
    sql`project_member m left join person p on p.id = m.person_id left join unit u on u.id = m.unit_id where m.project_id = ${id}`,
  );
  const decisions = all(
    sql`json_build_object('id', d.id, 'step', d.step, ${judged('d')})`,
    sql`d.at desc, d.id desc`,
    sql`project_decision d join person p on p.id = d.by_person where d.project_id = ${id}`,
  );
  const reports = all(
    sql`json_build_object('id', r.id, ${judged('r')}, 'files', ${papers(sql`f.report_id = r.id`, 'project_paper')},
      'milestone', case when m.id is not null then json_build_object('id', m.id, 'title', m.title) end,
      'review', (select json_build_object('passed', k.passed, ${judged('k')}) from acknowledgement k join person p on p.id = k.by_person
                  where k.report_id = r.id))`,
    sql`r.at desc, r.id desc`,
    sql`progress_report r join person p on p.id = r.by_person left join milestone m on m.id = r.milestone_id where r.project_id = ${id}`,
  );
  const changes = all(
    sql`json_build_object('id', c.id, 'kind', c.kind, 'wanted', c.wanted, 'was', c.was, 'reason', c.reason, 'by', ${who('p')}, 'at', ${at('c.at')},
      'names', jsonb_strip_nulls(jsonb_build_object(
         'milestone', (select title from milestone where id::text = c.wanted->>'milestoneId'),
         'goal', (select i.name from goal g join indicator i on i.id = g.indicator_id where g.id::text = c.wanted->>'goalId'),
         'person', (select name from person where id::text = c.wanted->>'personId'),
         'personWas', (select name from person where id::text = c.was->>'personId'))),
      'decision', (select json_build_object('granted', d.granted, ${judged('d')}) from change_decision d join person p on p.id = d.by_person
                    where d.change_id = c.id))`,
    sql`c.at desc, c.id desc`,
    sql`change_request c join person p on p.id = c.by_person where c.project_id = ${id}`,
  );
  const meetings = all(
    sql`json_build_object('id', m.id, 'heldAt', ${at('m.held_at')}, 'place', m.place, 'topic', m.topic, 'minutes', m.minutes,
      'by', ${who('p')}, 'at', ${at('m.at')}, 'files', ${papers(sql`f.meeting_id = m.id`, 'project_paper')},
      'present', (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.name) order by q.name), '[]')
                    from meeting_present t join person q on q.id = t.person_id where t.meeting_id = m.id))`,
    sql`m.held_at desc, m.id desc`,
    sql`meeting m join person p on p.id = m.by_person where m.project_id = ${id}`,
  );
  const acceptances = all(
    sql`json_build_object('id', a.id, ${judged('a')}, 'result', a.result, 'heldOn', a.held_on, 'score', a.score, 'asked', a.asked,
      'approving', a.approving, 'files', ${papers(sql`f.acceptance_id = a.id`, 'acceptance_paper')},
      'panel', (select coalesce(json_agg(json_build_object('person', json_build_object('id', q.id, 'name', q.name), 'opinion', t.opinion)
                  order by q.name), '[]') from acceptance_panel t join person q on q.id = t.person_id where t.acceptance_id = a.id))`,
    sql`a.at desc, a.id desc`,
    sql`acceptance a join person p on p.id = a.by_person where a.project_id = ${id}`,
  );
  const waivers = all(
    sql`json_build_object('id', w.id, 'goalId', w.goal_id, 'by', ${who('p')}, 'at', ${at('w.at')}, 'reason', w.reason)`,
    sql`w.at desc, w.id desc`,
    sql`waiver w join goal g on g.id = w.goal_id join person p on p.id = w.by_person where g.project_id = ${id}`,
  );
  const closings = all(
    sql`json_build_object('id', c.id, ${judged('c')}, 'goals', (select json_agg(json_build_object('goalId', g.goal_id,
       'readingId', g.reading_id, 'waiverId', g.waiver_id)) from closing_goal g where g.closing_id = c.id))`,
    sql`c.at desc, c.id desc`,
    sql`closing c join person p on p.id = c.by_person where c.project_id = ${id}`,
  );
  const { rows } =
    await sql<Recorded>`select ${members} as members, ${decisions} as decisions, ${reports} as reports, ${changes} as changes,
    ${meetings} as meetings, ${acceptances} as acceptances, ${waivers} as waivers, ${closings} as closings`.execute(tx);
  return rows[0]!;
}
