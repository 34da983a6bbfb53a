/** What follows the closing of a problem: each of its reporters is owed an answer, and the time for it begins. */

import { sql } from 'kysely';
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { startLimits } from '#rules/limits.store.ts';
import { aboutSignal } from '#signal/about.ts';

type Waiting = { id: string; urgency: string; channel_id: string };

/**
 * Signals that want a reply and have none since the problem was last reopened or came off the books; one that was answered
 * before the closing is not asked for again. A problem that is open again by now owes nothing yet.
 */
export async function oweAnswers(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const closed = rows.map((row) => row.thing);
  const { rows: waiting } = await sql<Waiting>`
    select s.id, s.urgency, s.channel_id from problem p join signal_problem e on e.problem_id = p.id and e.closed_at is null
      join signal s on s.id = e.signal_id
     where p.id = any(${closed}::uuid[]) and p.state = 'closed' and s.wants_reply and not exists (
       select from signal_answer a where a.signal_id = s.id and a.at > coalesce(greatest(
         (select max(d.at) from problem_decision d where d.problem_id = p.id and d.step = 'reopen'),
         (select max(f.ended_at) from deferral f where f.problem_id = p.id and f.state = 'ended')), '-infinity'))
     order by s.id`.execute(tx);
  await startLimits(tx, waiting.map(aboutSignal), ['answer']);
}

/** It stands on the books: those who want a reply are told so, who have heard nothing since it was put there. */
export async function oweWordOfDeferral(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const granted = rows.filter((row) => row.data.granted === true).map((row) => row.thing);
  const { rows: waiting } = await sql<Waiting>`
    select s.id, s.urgency, s.channel_id from deferral f join signal_problem e on e.problem_id = f.problem_id and e.closed_at is null
      join signal s on s.id = e.signal_id
     where f.problem_id = any(${granted}::uuid[]) and f.state = 'standing' and s.wants_reply
       and not exists (select from signal_answer a where a.signal_id = s.id and a.at > f.decided_at) order by s.id`.execute(
    tx,
  );
  await startLimits(tx, waiting.map(aboutSignal), ['answer']);
}
