/** What follows the closing of a problem: each of its reporters is owed an answer, and the time for it begins. */
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { startLimits } from '#rules/limits.store.ts';

/** Signals that want a reply and have none since; one that was answered before the closing is not asked for again. */
export async function oweAnswers(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const waiting = await tx
    .selectFrom('signal_problem')
    .innerJoin('signal', 'signal.id', 'signal_problem.signal_id')
    .select(['signal.id', 'signal.urgency'])
    .where(
      'signal_problem.problem_id',
      'in',
      rows.map((row) => row.thing),
    )
    .where('signal_problem.closed_at', 'is', null)
    .where('signal.wants_reply', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signal_answer').select('signal_answer.id').whereRef('signal_answer.signal_id', '=', 'signal.id'),
        ),
      ),
    )
    .execute();
  const things = waiting.map((row) => ({ kind: 'signal' as const, thing: row.id, urgency: row.urgency }));
  await startLimits(tx, things, ['answer']);
}
