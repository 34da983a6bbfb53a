/** Acceptances as rows: result, panel, public rating and papers. */
import { sql } from 'kysely';
import type { Result } from '#acceptance/acceptance.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { type NamedFile, storedFiles } from '#project/paper.store.ts';

export type Acceptance = {
  id: string;
  projectId: string;
  result: Result;
  heldOn: string;
  words: string;
  score: number | null;
  asked: number | null;
  approving: number | null;
  panel: { personId: string; opinion: string }[];
  by: string;
};

export async function insertAcceptance(tx: Tx, row: Acceptance): Promise<void> {
  const {
    id,
    projectId: project_id,
    result,
    heldOn: held_on,
    words,
    score,
    asked,
    approving,
    panel,
    by: by_person,
  } = row;
  await tx
    .insertInto('acceptance')
    .values({ id, project_id, result, held_on, words, score, asked, approving, by_person, at: tx.now })
    .execute();
  if (panel.length > 0)
    await tx
      .insertInto('acceptance_panel')
      .values(panel.map(({ personId: person_id, opinion }) => ({ acceptance_id: id, person_id, opinion })))
      .execute();
}

/** @returns the hashes, for the ledger */
export async function addAcceptancePapers(tx: Tx, acceptance_id: string, files: NamedFile[]): Promise<string[]> {
  const stored = await storedFiles(tx, files);
  if (stored.length > 0)
    await tx
      .insertInto('acceptance_paper')
      .values(stored.map((file) => ({ id: newId(), acceptance_id, ...file })))
      .execute();
  return stored.map((file) => file.file_hash);
}

/** Whether a stored file is a paper of an acceptance. */
export async function isAcceptancePaper(tx: Tx, hash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('acceptance_paper')
    .select('id')
    .where('file_hash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** @throws not_found */
export async function findAcceptancePaper(tx: Tx, id: string) {
  const { rows } = await sql<{ file_hash: string; file_name: string; type: string; project_id: string }>`
    select p.file_hash, p.file_name, p.type, a.project_id from acceptance_paper p join acceptance a on a.id = p.acceptance_id
     where p.id = ${id}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** The acceptance on which a project's state rests: the last one that it passed. */
export async function lastPassed(tx: Tx, projectId: string): Promise<{ id: string; held_on: string } | undefined> {
  const { rows } = await sql<{ id: string; held_on: string }>`
    select id, held_on::text from acceptance where project_id = ${projectId} and result = 'passed' order by at desc, id desc limit 1`.execute(
    tx,
  );
  return rows[0];
}
