/** Wishes of reporters that a matter be taken up again, as rows: open until the dispatcher reopens or declines. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { isOver } from '#signal/erase.store.ts';

/** How it stands with a signal: is it over, how many wishes were there, is one waiting. */
export async function wishesOf(tx: Tx, signalId: string): Promise<{ over: boolean; count: number; waits: boolean }> {
  const { rows } = await sql<{ over: boolean; count: number; waits: boolean }>`
    select ${isOver('s')} as over, (select count(*)::int from signal_reopening w where w.signal_id = s.id) as count,
           exists (select from signal_reopening w where w.signal_id = s.id and w.outcome is null) as waits
      from signal s where s.id = ${signalId}`.execute(tx);
  return rows[0]!;
}

/** One that waits already says it. */
export async function recordWish(tx: Tx, signalId: string, { id, words }: { id: string; words: string }) {
  if ((await wishesOf(tx, signalId)).waits) return;
  await tx.insertInto('signal_reopening').values({ id, signal_id: signalId, at: tx.now, words }).execute();
}

type Settled = { by: string; outcome: 'granted' | 'declined'; words: string };

/** @returns how many were waiting. */
export async function settleWishes(tx: Tx, signalIds: readonly string[], settled: Settled): Promise<number> {
  if (signalIds.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('signal_reopening')
    .set({
      ...{ outcome: settled.outcome, decided_by: settled.by, decided_at: tx.now },
      decision_words: settled.words,
    })
    .where('signal_id', 'in', signalIds)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
