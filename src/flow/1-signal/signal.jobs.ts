/** What follows a signal's arrival: its triage clock, and the search index brought up to date. */
import { sql } from 'kysely';
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { startLimits } from '#rules/limits.store.ts';

/** Signals that wait for triage get their clock; it runs from when this city's desk had them. */
export async function startTriage(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const waiting = await tx
    .selectFrom('signal')
    .select(['id', 'urgency', 'recorded_at'])
    .where(
      'id',
      'in',
      rows.map((row) => row.thing),
    )
    .where('state', '=', 'untriaged')
    .execute();
  const things = waiting.map((row) => ({
    kind: 'signal' as const,
    thing: row.id,
    urgency: row.urgency,
    since: row.recorded_at,
  }));
  await startLimits(tx, things, ['triage']);
}

export const MERGE = 'merge-index';

/** Asks for one merge of the pending list a city, however many signals arrive until it runs: a merge costs by the
 * pairs it touches, so many signals at once cost little more than few. */
export async function askForMerge(tx: Tx, _: LedgerRow[]): Promise<void> {
  await sql`select graphile_worker.add_job(${MERGE}, json_build_object('city', ${tx.city.slug}::text),
    run_at => now() + interval '20 seconds', job_key => ${`merge:${tx.city.slug}`}, job_key_mode => 'preserve_run_at', max_attempts => 3)`.execute(
    tx,
  );
}
