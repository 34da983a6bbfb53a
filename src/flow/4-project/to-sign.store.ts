/** What waits for a named person's word in projects: charters and changes to decide, reports to acknowledge, ends to judge. */
import { sql } from 'kysely';
import { type Actor, may, reachOf, selves } from '#people/actor.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { leadsOver, projectSeen } from '#project/project.scope.ts';
import type { ProjectState } from '#project/project.ts';
import type { PersonBrief } from '#rules/shapes.ts';

export type ProjectToSign = {
  /** Of what is decided: the project, a request or a report. */
  id: string;
  project: { id: string; number: string; title: string };
  version: number;
  words: string;
  by: PersonBrief;
  at: Date;
  lead: PersonBrief | null;
};

const MOST = 50;

const project = sql`json_build_object('id', j.id, 'number', j.number, 'title', j.title) as project, j.version`;
const lead = sql`left join project_member m on m.project_id = j.id and m.role = 'lead' and m.closed_at is null
  left join person l on l.id = m.person_id`;
const leads = sql`case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as lead`;
const byWhom = sql`json_build_object('id', b.id, 'name', b.name) as by`;

/** Within the reach of the verb, and led neither by the actor nor by anybody under whom the actor serves. */
async function judged(tx: Tx, actor: Actor, verb: Permission) {
  const reach = reachOf(actor, verb);
  const not = [...selves(actor), ...(await leadsOver(tx, actor))];
  return sql`${projectSeen(actor)} and ${reach === 'city' ? sql`true` : sql`j.unit_id = any(${reach}::uuid[])`}
    and m.person_id <> all(${not}::uuid[])`;
}

/** Projects in a state that waits for whoever approves or accepts. */
export async function projectsIn(
  tx: Tx,
  actor: Actor,
  state: ProjectState & ('proposed' | 'presented' | 'accepted'),
): Promise<ProjectToSign[]> {
  const verb = state === 'presented' ? 'project.accept' : 'project.approve';
  const step = { proposed: 'propose', presented: 'present', accepted: 'pass' }[state];
  if (!may(actor, verb)) return [];
  const { rows } = await sql<ProjectToSign>`
    select j.id, ${project}, coalesce(nullif(j.effect, ''), j.title) as words, ${byWhom}, w.at, ${leads}
      from project j ${lead} join lateral (select g.actor, g.at from ledger g where g.thing = j.id and g.verb = ${`project.${step}`}
        order by g.seq desc limit 1) w on true join person b on b.id = w.actor
     where j.state = ${state} and ${await judged(tx, actor, verb)} order by w.at limit ${MOST}`.execute(tx);
  return rows;
}

/** Requests for change of running projects that nobody has decided. */
export async function changesToDecide(tx: Tx, actor: Actor): Promise<(ProjectToSign & { kind: string })[]> {
  if (!may(actor, 'project.approve')) return [];
  const { rows } = await sql<ProjectToSign & { kind: string }>`
    select c.id, c.kind, ${project}, c.reason as words, ${byWhom}, c.at, ${leads}
      from change_request c join project j on j.id = c.project_id ${lead} join person b on b.id = c.by_person
     where j.state = 'running' and not exists (select from change_decision d where d.change_id = c.id) and c.by_person <> ${actor.id}
       and ${await judged(tx, actor, 'project.approve')} order by c.at limit ${MOST}`.execute(tx);
  return rows;
}

/** Reports that wait for the actor as the reviewer, or as whoever acts for the reviewer. */
export async function reportsToAcknowledge(
  tx: Tx,
  actor: Actor,
): Promise<(ProjectToSign & { milestone: string | null })[]> {
  const { rows } = await sql<ProjectToSign & { milestone: string | null }>`
    select r.id, ${project}, r.words, ${byWhom}, r.at, s.title as milestone, ${leads}
      from progress_report r join project j on j.id = r.project_id ${lead} join person b on b.id = r.by_person
      join project_member v on v.project_id = j.id and v.role = 'reviewer' and v.closed_at is null and v.person_id = any(${selves(actor)}::uuid[])
      left join milestone s on s.id = r.milestone_id
     where j.state = 'running' and not exists (select from acknowledgement a where a.report_id = r.id) and r.by_person <> ${actor.id}
     order by r.at limit ${MOST}`.execute(tx);
  return rows;
}
