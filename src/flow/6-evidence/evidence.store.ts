/** Evidence as rows: what was handed in, with which files, and what the reviewer said. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

export type EvidenceFile = { hash: string; name: string; type: string; size: number };

export async function insertHandIn(
  tx: Tx,
  row: { id: string; taskId: string; by: string; words: string; files: EvidenceFile[] },
): Promise<void> {
  const { id, taskId: task_id, by: by_person, words } = row;
  await tx.insertInto('hand_in').values({ id, task_id, by_person, words, at: tx.now }).execute();
  if (row.files.length === 0) return;
  await tx
    .insertInto('evidence')
    .values(
      row.files.map(({ hash: file_hash, name: file_name, type, size }) => ({
        id: newId(),
        hand_in_id: id,
        file_hash,
        file_name,
        type,
        size,
      })),
    )
    .execute();
}

/** Whether a stored file is evidence. */
export async function isEvidence(tx: Tx, hash: string): Promise<boolean> {
  const row = await tx.selectFrom('evidence').select('id').where('file_hash', '=', hash).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The hand-in that waits for its review. */
export async function lastHandIn(tx: Tx, taskId: string): Promise<{ id: string; by_person: string } | undefined> {
  return tx
    .selectFrom('hand_in')
    .select(['id', 'by_person'])
    .where('task_id', '=', taskId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('hand_in_review').select('hand_in_review.id').whereRef('hand_in_id', '=', 'hand_in.id'))),
    )
    .executeTakeFirst();
}

export async function insertReview(
  tx: Tx,
  row: { id: string; handInId: string; by: string; passed: boolean; words: string },
): Promise<void> {
  const { id, handInId: hand_in_id, by: by_person, passed, words } = row;
  await tx.insertInto('hand_in_review').values({ id, hand_in_id, by_person, passed, words, at: tx.now }).execute();
}

export async function findEvidence(tx: Tx, id: string) {
  const { rows } = await sql<{ file_hash: string; file_name: string; type: string; task_id: string }>`
    select e.file_hash, e.file_name, e.type, h.task_id from evidence e join hand_in h on h.id = e.hand_in_id where e.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}
