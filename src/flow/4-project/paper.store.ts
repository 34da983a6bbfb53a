/** Files of reports and meetings: uploaded before, named by their hash, never changed afterwards. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { findStored } from '#platform/stored.ts';

export type NamedFile = { hash: string; name: string };
export type StoredFile = { file_hash: string; file_name: string; type: string; size: number };

/** What the city has stored under these hashes. @throws file_missing */
export function storedFiles(tx: Tx, files: NamedFile[]): Promise<StoredFile[]> {
  return Promise.all(
    files.map(async ({ hash, name }) => {
      const stored = await findStored(tx.city, hash);
      if (!stored) throw problem('file_missing');
      return { file_hash: hash, file_name: name, ...stored };
    }),
  );
}

/** @returns the hashes, for the ledger */
export async function addPapers(
  tx: Tx,
  project_id: string,
  of: { report_id: string } | { meeting_id: string },
  files: NamedFile[],
): Promise<string[]> {
  const stored = await storedFiles(tx, files);
  if (stored.length > 0)
    await tx
      .insertInto('project_paper')
      .values(stored.map((file) => ({ id: newId(), project_id, ...of, ...file })))
      .execute();
  return stored.map((file) => file.file_hash);
}

/** Whether a stored file is a paper of a project. */
export async function isProjectPaper(tx: Tx, hash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('project_paper')
    .select('id')
    .where('file_hash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** @throws not_found */
export async function findPaper(tx: Tx, id: string) {
  const { rows } = await sql<{ file_hash: string; file_name: string; type: string; project_id: string }>`
    select file_hash, file_name, type, project_id from project_paper where id = ${id}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}
