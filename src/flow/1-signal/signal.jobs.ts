/** What follows a signal's arrival: its triage clock. */

import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { startLimits } from '#rules/limits.store.ts';
import { aboutSignal } from '#signal/about.ts';

/** Signals that wait for triage get their clock; it runs from when this city's desk had them. */
export async function startTriage(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const waiting = await tx
    .selectFrom('signal')
    .select(['id', 'urgency', 'channel_id', 'recorded_at'])
    .where(
      'id',
      'in',
      rows.map((row) => row.thing),
    )
    .where('state', '=', 'untriaged')
    .orderBy('id')
    .execute();
  const things = waiting.map((row) => ({ ...aboutSignal(row), since: row.recorded_at }));
  await startLimits(tx, things, ['triage']);
}
