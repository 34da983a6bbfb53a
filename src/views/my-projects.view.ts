/** What of projects waits for me, and until when: as drafter, approver, reviewer, lead or acceptor. */
import { type RawBuilder, sql } from 'kysely';
import { today } from '#people/actor.store.ts';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { NEAR_DAYS } from '#project/milestone.ts';
import { layers } from '#project/project.ts';
import { dueJson } from '#triage/problem.store.ts';

/** What is asked, in the order in which it goes first where one project asks two things of one person. */
const limits = {
  acknowledge: 'acknowledge',
  decideChange: 'decide_change',
  proposed: 'charter',
  presented: 'accept_project',
  accepted: 'conclude',
  milestone: null,
  present: null,
  draft: null,
} as const;
type Asked = keyof typeof limits;

const lead = sql`(select m.person_id from project_member m where m.project_id = j.id and m.role = 'lead' and m.closed_at is null)`;

/** @param me whoever I act for. @param over under whom I serve: what they lead I neither charter nor accept nor close. */
export function projectsAskedOf(tx: Tx, actor: Actor, me: string[], over: string[]): RawBuilder<unknown> {
  const mine = (role: 'lead' | 'reviewer') => sql`exists (select from project_member m where m.project_id = j.id
    and m.role = ${sql.lit(role)} and m.closed_at is null and m.person_id = any(${me}::uuid[]))`;
  const apart = sql`${lead} <> all(${[...me, ...over]}::uuid[])`;
  const open = (until: RawBuilder<unknown>) =>
    sql`exists (select from milestone m where m.project_id = j.id and ${until})`;
  const asks: RawBuilder<unknown>[] = [
    one('draft', sql`j.state = 'draft' and j.made_by = any(${me}::uuid[])`),
    one(
      'acknowledge',
      sql`j.state = 'running' and ${mine('reviewer')} and exists (select from progress_report r
        where r.project_id = j.id and not exists (select from acknowledgement k where k.report_id = r.id))`,
    ),
    one(
      'milestone',
      sql`j.state = 'running' and ${mine('lead')} and ${open(sql`m.state = 'planned' and m.due_on <= ${today(tx)} + ${NEAR_DAYS}::int`)}`,
    ),
    one(
      'present',
      sql`j.state = 'running' and ${mine('lead')} and not ${open(sql`m.state in ('planned', 'reported')`)}`,
    ),
    ...within(actor, 'project.approve', (reach) => [
      one('proposed', sql`j.state = 'proposed' and ${apart} and ${reach}`),
      one('accepted', sql`j.state = 'accepted' and ${apart} and ${reach}`),
      one(
        'decideChange',
        sql`j.state = 'running' and ${apart} and ${reach} and exists (select from change_request c where c.project_id = j.id
          and c.by_person <> ${actor.id} and not exists (select from change_decision d where d.change_id = c.id))`,
      ),
    ]),
    ...within(actor, 'project.accept', (reach) => [
      one('presented', sql`j.state = 'presented' and ${apart} and ${reach}`),
    ]),
  ];
  return sql`select distinct on (id) kind, id, verb, at from (${sql.join(asks, sql` union all `)}) a order by id, rank`;
}

const one = (asked: Asked, condition: RawBuilder<unknown>) => sql`
  select 'project' as kind, j.id, ${sql.lit(asked)} as verb, j.changed_at as at, ${sql.lit(Object.keys(limits).indexOf(asked))} as rank
    from project j where ${condition}`;

type Within = (reach: RawBuilder<unknown>) => RawBuilder<unknown>[];

function within(actor: Actor, permission: Permission, asks: Within): RawBuilder<unknown>[] {
  if (!may(actor, permission)) return [];
  const reach = reachOf(actor, permission);
  return asks(reach === 'city' ? sql`true` : sql`j.unit_id = any(${reach}::uuid[])`);
}

/** Those in which I answer in one of the five layers. */
export const projectsOfMine = (actor: Actor) => sql`
  select distinct 'project' as kind, j.id, j.state as verb, j.changed_at as at from project j join project_member m on m.project_id = j.id
   where m.person_id = ${actor.id} and m.role = any(${[...layers]}) and m.closed_at is null and j.state not in ('closed', 'dropped')`;

/** The relation in which the row of work stands, with its `id` and `verb`. */
type Row = 'work' | 'page';
const idOf = (row: Row) => sql.ref(`${row}.id`);
const verbOf = (row: Row) => sql.ref(`${row}.verb`);

const limitOfAsked = (row: Row) =>
  sql`case ${verbOf(row)} ${sql.join(
    Object.entries(limits).flatMap(([asked, limit]) =>
      limit ? [sql`when ${sql.lit(asked)} then ${sql.lit(limit)}`] : [],
    ),
    sql` `,
  )} end`;

/** The end, in Shanghai, of the day of the first milestone that is not reported. */
const milestoneEnds = (
  row: Row,
) => sql`(select (min(m.due_on) + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond'
  from milestone m where m.project_id = ${idOf(row)} and m.state = 'planned')`;

/** Until when, for a row of work that is a project. */
export const projectDueAt = (row: Row) => sql`case ${verbOf(row)} when 'milestone' then ${milestoneEnds(row)}
  else (select min(c.due_at) from clock c where c.thing = ${idOf(row)} and c.stopped_at is null and c.limit_name = ${limitOfAsked(row)}) end`;

const iso = (at: RawBuilder<unknown>) => sql`to_char((${at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The same as a limit to show. A light turns yellow in the last fifth: five times a milestone's near days are its whole. */
export const projectDue = (
  row: Row,
) => sql`case ${verbOf(row)} when 'milestone' then json_build_object('limit', 'milestone', 'dueAt', ${iso(milestoneEnds(row))},
    'startedAt', ${iso(sql`${milestoneEnds(row)} - make_interval(days => ${sql.lit(NEAR_DAYS * 5)})`)}, 'unitOfTime', 'day', 'provisional', false)
  else ${dueJson(idOf(row), limitOfAsked(row))} end`;
