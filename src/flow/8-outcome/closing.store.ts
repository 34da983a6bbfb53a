/** Closings and waivers as rows, and what each goal can be closed on. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';

export async function insertWaiver(
  tx: Tx,
  row: { id: string; goalId: string; acceptanceId: string; reason: string; by: string },
): Promise<void> {
  const { id, goalId: goal_id, acceptanceId: acceptance_id, reason, by: by_person } = row;
  await tx.insertInto('waiver').values({ id, goal_id, acceptance_id, reason, by_person, at: tx.now }).execute();
}

/** A goal, and what shows how it came out after the end: the first living reading of a time that began then, or a waiver. */
export type Shown = { id: string; indicator: string; reading: string | null; waiver: string | null };

/**
 * What each goal of the project can be closed on. A reading counts whose whole period lies on or after the day of the
 * acceptance: what was measured while the work still went on does not show that it lasted.
 */
export async function shownAfter(
  tx: Tx,
  projectId: string,
  acceptance: { id: string; held_on: string },
): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select g.id, i.name as indicator,
           (select r.id from reading r where r.indicator_id = g.indicator_id and r.withdrawn_at is null
               and r.from_on >= ${acceptance.held_on}::date order by r.from_on, r.id limit 1) as reading,
           (select w.id from waiver w where w.goal_id = g.id and w.acceptance_id = ${acceptance.id}) as waiver
      from goal g join indicator i on i.id = g.indicator_id where g.project_id = ${projectId} order by g.position`.execute(
    tx,
  );
  return rows;
}

export async function insertClosing(
  tx: Tx,
  row: { id: string; projectId: string; acceptanceId: string; words: string; by: string; goals: Shown[] },
): Promise<void> {
  const { id, projectId: project_id, acceptanceId: acceptance_id, words, by: by_person, goals } = row;
  await tx.insertInto('closing').values({ id, project_id, acceptance_id, words, by_person, at: tx.now }).execute();
  await tx
    .insertInto('closing_goal')
    .values(
      goals.map((goal) => ({
        closing_id: id,
        goal_id: goal.id,
        reading_id: goal.reading,
        waiver_id: goal.reading ? null : goal.waiver,
      })),
    )
    .execute();
}
