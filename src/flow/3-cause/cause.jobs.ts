/** What follows the merging of two problems: the causes of the one are causes of the other. */
import { linkProblem, unlinkProblems } from '#cause/cause.store.ts';
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';

/** Every root that hangs under a merged problem hangs under the one it was merged into. */
export async function carryCauses(tx: Tx, rows: LedgerRow[]): Promise<void> {
  for (const row of rows) {
    const into = row.data.into as string;
    const roots = await tx
      .selectFrom('problem_cause')
      .select('cause_id')
      .where('problem_id', '=', row.thing)
      .where('closed_at', 'is', null)
      .execute();
    for (const { cause_id } of roots) {
      await unlinkProblems(tx, cause_id, row.actor!, 'merged', row.thing);
      await linkProblem(tx, into, cause_id, row.actor!, 'merged');
    }
  }
}
