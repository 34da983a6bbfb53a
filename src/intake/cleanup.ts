/** Removing what was uploaded and what was rejected, when the time it was kept for is over. */
import { sql } from 'kysely';
import { KEEP_DAYS } from '#intake/import.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { getFile, removeFile } from '#platform/files.ts';

const DAY_MS = 86_400_000;

/**
 * Imports that closed, or were never begun, `KEEP_DAYS` ago lose their files, and the rejected rows their content.
 * @returns how many imports.
 */
export async function removeOldFiles(city: City): Promise<number> {
  const gone = await transact(city, async (tx) => {
    const before = new Date(tx.now.getTime() - KEEP_DAYS * DAY_MS);
    const rows = await tx
      .updateTable('import')
      .set({ files_removed_at: tx.now })
      .where('files_removed_at', 'is', null)
      .where('state', '<>', 'running')
      .where(sql<boolean>`coalesce(finished_at, made_at) < ${before}`)
      .returning(['id', 'file_hash', 'rejects_hash'])
      .execute();
    const ids = rows.map((row) => row.id);
    if (ids.length > 0)
      await tx.updateTable('import_row').set({ cells_sealed: null }).where('import_id', 'in', ids).execute();
    return rows;
  });
  for (const row of gone) {
    for (const hash of [row.file_hash, row.rejects_hash]) if (hash) await transact(city, (tx) => dropFile(tx, hash));
  }
  return gone.length;
}

/** Nobody begins to need a file while it is looked whether somebody does. */
const LOCK = 'import-file:';
const lockFile = (tx: Tx, hash: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${LOCK + tx.city.slug + hash}, 0))`.execute(tx);

/** Before a row names a file that was stored: it is still there, and stays. @throws not_found */
export async function holdFile(tx: Tx, hash: string): Promise<void> {
  await lockFile(tx, hash);
  (await getFile(tx.city, hash, true)).destroy();
}

/** Removes a sealed file unless an import still needs it. */
export async function dropFile(tx: Tx, hash: string): Promise<void> {
  await lockFile(tx, hash);
  const needed = await tx
    .selectFrom('import')
    .select('id')
    .where('files_removed_at', 'is', null)
    .where((eb) => eb.or([eb('file_hash', '=', hash), eb('rejects_hash', '=', hash)]))
    .limit(1)
    .executeTakeFirst();
  if (!needed) await removeFile(tx.city, hash, true);
}
