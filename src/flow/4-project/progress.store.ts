/** Reports, acknowledgements and milestones as rows. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { MilestoneState } from '#project/milestone.ts';

export async function insertReport(
  tx: Tx,
  row: { id: string; projectId: string; milestoneId: string | null; words: string; by: string },
): Promise<void> {
  const { id, projectId: project_id, milestoneId: milestone_id, words, by: by_person } = row;
  await tx
    .insertInto('progress_report')
    .values({ id, project_id, milestone_id, words, by_person, at: tx.now })
    .execute();
}

type Report = { id: string; milestone_id: string | null; by_person: string; on: string; acknowledged: boolean };

/** A report of the project. @throws not_found */
export async function lockReport(tx: Tx, projectId: string, id: string): Promise<Report> {
  const { rows } = await sql<Report>`
    select r.id, r.milestone_id, r.by_person, (r.at at time zone 'Asia/Shanghai')::date::text as on,
           exists (select from acknowledgement a where a.report_id = r.id) as acknowledged
      from progress_report r where r.id = ${id} and r.project_id = ${projectId} for update of r`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export async function insertAcknowledgement(
  tx: Tx,
  row: { id: string; reportId: string; passed: boolean; words: string; by: string },
): Promise<void> {
  const { id, reportId: report_id, passed, words, by: by_person } = row;
  await tx.insertInto('acknowledgement').values({ id, report_id, passed, words, by_person, at: tx.now }).execute();
}

/** How many reports of the project wait for the reviewer. */
export async function openReports(tx: Tx, projectId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from progress_report r
    where r.project_id = ${projectId} and not exists (select from acknowledgement a where a.report_id = r.id)`.execute(
    tx,
  );
  return rows[0]!.n;
}

type Milestone = { id: string; title: string; due_on: string; state: MilestoneState };

/** A milestone of the project, locked. @throws not_found */
export async function lockMilestone(tx: Tx, projectId: string, id: string): Promise<Milestone> {
  const { rows } = await sql<Milestone>`select id, title, due_on::text, state from milestone
    where id = ${id} and project_id = ${projectId} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export async function writeMilestone(
  tx: Tx,
  id: string,
  change: { state?: MilestoneState; due_on?: string; reached_on?: string },
): Promise<void> {
  await tx.updateTable('milestone').set(change).where('id', '=', id).execute();
}

export async function insertMilestone(
  tx: Tx,
  projectId: string,
  row: { id: string; title: string; due_on: string; evidence_asked: string },
): Promise<void> {
  await sql`insert into milestone (id, project_id, title, due_on, evidence_asked, state, position)
    select ${row.id}, ${projectId}, ${row.title}, ${row.due_on}::date, ${row.evidence_asked}, 'planned', count(*)
      from milestone where project_id = ${projectId}`.execute(tx);
}

/** Milestones that are neither reached nor dropped. */
export async function openMilestones(tx: Tx, projectId: string): Promise<{ title: string }[]> {
  return tx
    .selectFrom('milestone')
    .select('title')
    .where('project_id', '=', projectId)
    .where('state', 'in', ['planned', 'reported'])
    .orderBy('due_on')
    .execute();
}

/** The days of the milestones that are not reached yet. */
export async function milestoneDays(tx: Tx, projectId: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`select due_on::text as day from milestone
    where project_id = ${projectId} and state in ('planned', 'reported')`.execute(tx);
  return rows.map(({ day }) => day);
}
