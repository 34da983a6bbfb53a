/** What follows the merging of two problems: the projects that answer the one answer the other. */
import { sql } from 'kysely';
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

/** Every open edge of the merged problem ends, and one to the problem that it went into begins, where there is none yet. */
export async function carryProjects(tx: Tx, rows: LedgerRow[]): Promise<void> {
  for (const row of rows) {
    const into = row.data.into as string;
    const closed = await tx
      .updateTable('project_problem')
      .set({ closed_by: row.actor!, closed_at: tx.now })
      .where('problem_id', '=', row.thing)
      .where('closed_at', 'is', null)
      .returning('project_id')
      .execute();
    for (const { project_id } of closed)
      await sql`insert into project_problem (id, project_id, problem_id, opened_by, opened_at)
        values (${newId()}, ${project_id}, ${into}, ${row.actor}, ${tx.now})
        on conflict (project_id, problem_id) where closed_at is null do nothing`.execute(tx);
  }
}
