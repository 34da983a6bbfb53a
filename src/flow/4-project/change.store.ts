/** Requests for change and goals as rows. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Wanted } from '#project/change.ts';

export async function insertChange(
  tx: Tx,
  row: { id: string; projectId: string; wanted: Wanted; was: Record<string, unknown>; reason: string; by: string },
): Promise<void> {
  const { id, projectId: project_id, wanted, was, reason, by: by_person } = row;
  await tx
    .insertInto('change_request')
    .values({
      id,
      project_id,
      kind: wanted.kind,
      wanted: JSON.stringify(wanted),
      was: JSON.stringify(was),
      reason,
      by_person,
      at: tx.now,
    })
    .execute();
}

/** A request of the project. @throws not_found */
export async function lockChange(tx: Tx, projectId: string, id: string) {
  const { rows } = await sql<{ wanted: Wanted; by_person: string; decided: boolean }>`
    select c.wanted, c.by_person, exists (select from change_decision d where d.change_id = c.id) as decided
      from change_request c where c.id = ${id} and c.project_id = ${projectId} for update of c`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export async function insertChangeDecision(
  tx: Tx,
  row: { id: string; changeId: string; granted: boolean; words: string; by: string },
): Promise<void> {
  const { id, changeId: change_id, granted, words, by: by_person } = row;
  await tx.insertInto('change_decision').values({ id, change_id, granted, words, by_person, at: tx.now }).execute();
}

/** How many requests of the project wait for an approver. */
export async function openChanges(tx: Tx, projectId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from change_request c
    where c.project_id = ${projectId} and not exists (select from change_decision d where d.change_id = c.id)`.execute(
    tx,
  );
  return rows[0]!.n;
}

type Goal = {
  id: string;
  baseline: number;
  baseline_on: string;
  target: number;
  target_on: string;
  direction: 'lower' | 'higher';
};

/** A goal of the project, with which way is better. @throws not_found */
export async function lockGoal(tx: Tx, projectId: string, id: string): Promise<Goal> {
  const { rows } = await sql<Goal>`
    select g.id, g.baseline::float8 as baseline, g.baseline_on::text, g.target::float8 as target, g.target_on::text, i.direction
      from goal g join indicator i on i.id = g.indicator_id where g.id = ${id} and g.project_id = ${projectId} for update of g`.execute(
    tx,
  );
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

export async function writeGoal(tx: Tx, id: string, change: { target: number; target_on: string }): Promise<void> {
  await tx.updateTable('goal').set(change).where('id', '=', id).execute();
}
