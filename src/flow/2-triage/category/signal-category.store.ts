/** Which category people decided on for signals, as dated rows; and proposals that wait again after a decision was taken back. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { pathWords } from '#triage/category/category.ts';
import { writeProposals } from '#triage/category/proposal.store.ts';
import type { Answer } from '#triage/category/proposal.ts';

export type SignalCategory = { signalId: string; categoryId: string; by: string; at: Date };

/** The category that stands today, by signal. */
export async function openCategories(tx: Tx, signalIds: readonly string[]): Promise<Map<string, SignalCategory>> {
  const { rows } = await sql<SignalCategory>`
    select signal_id as "signalId", category_id as "categoryId", opened_by as by, opened_at as at from signal_category
     where signal_id = any(${signalIds}::uuid[]) and closed_at is null`.execute(tx);
  return new Map(rows.map((row) => [row.signalId, row]));
}

type Last = { signal_id: string; model_id: string | null; answers: Answer[]; withheld: Answer[] };

/** The last proposal of each of these signals is proposed anew. What was decided on it stays. */
export async function proposeAgain(tx: Tx, signalIds: readonly string[]): Promise<void> {
  if (signalIds.length === 0) return;
  const { rows } = await sql<Last>`
    select distinct on (signal_id) signal_id, model_id, answers, withheld from proposal
     where signal_id = any(${signalIds}::uuid[]) and kind = 'category' order by signal_id, made_at desc, id desc`.execute(
    tx,
  );
  await writeProposals(
    tx,
    rows.map(({ signal_id: signalId, model_id: modelId, answers, withheld }) => ({
      ...{ signalId, kind: 'category' as const, modelId, answers, withheld },
    })),
  );
}

/** @throws not_found where the actor does not see it. */
export async function seenSignal(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { rows } = await sql`select from signal s where s.id = ${id} and ${signalSeen(actor)}`.execute(tx);
  if (rows.length === 0) throw problem('not_found');
}

/** The category that a person decided on, in words; null where nobody has. */
export async function standingCategory(
  tx: Tx,
  signalId: string,
): Promise<{ id: string; path: string; by: string; at: string } | null> {
  const { rows } = await sql<{ id: string; name: string; at: Date }>`
    select d.category_id as id, p.name, d.opened_at as at from signal_category d join person p on p.id = d.opened_by
     where d.signal_id = ${signalId} and d.closed_at is null`.execute(tx);
  const found = rows[0];
  if (!found) return null;
  const nodes = new Map((await allCategories(tx, { closed: true })).map((one) => [one.id, one]));
  return { id: found.id, path: pathWords(nodes, found.id), by: found.name, at: found.at.toISOString() };
}
