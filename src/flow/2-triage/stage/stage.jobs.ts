/** What follows a contact with a reporter: the stage of first contact ends when the last of them has been spoken to. */
import { sql } from 'kysely';
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { aboutOf, type Ruled } from '#triage/decide.ts';
import { moveStage } from '#triage/stage/stage.actions.ts';
import { contactedAt } from '#triage/stage/stage.store.ts';

/** It ended when they were contacted, however late this comes; what has moved on meanwhile has ended it itself. */
export async function endContactStage(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const signals = rows.map((row) => row.thing);
  const { rows: problems } = await sql<Ruled>`
    select p.id, p.urgency, p.class, p.programme_version_id, p.made_at from problem p
     where p.state = 'working' and p.id in (select problem_id from signal_problem
       where signal_id = any(${signals}::uuid[]) and closed_at is null)
       and exists (select from clock c where c.thing = p.id and c.limit_name = 'stage')
     order by p.id for update`.execute(tx);
  for (const problem of problems) {
    const at = await contactedAt(tx, problem.id);
    if (at) await moveStage(tx, aboutOf(tx, problem), { was: 'working', event: 'contacted', at });
  }
}
