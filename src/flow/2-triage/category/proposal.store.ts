/** Proposals as rows: written many at once, replaced while undecided, decided by a person. Nothing of them is deleted. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { Answer, ProposalKind, Proposed } from '#triage/category/proposal.ts';

/**
 * Writes up to a few thousand proposals in two statements. An undecided older one of the same signal and kind is kept as
 * replaced. One that another transaction has just written for the same signal stands, and this one is left out.
 */
export async function writeProposals(tx: Tx, list: readonly Proposed[]): Promise<void> {
  if (list.length === 0) return;
  const rows = JSON.stringify(
    list.map(({ signalId, kind, modelId, answers, withheld = [] }) => ({
      ...{ id: newId(), signal_id: signalId, kind, model_id: modelId, answers, withheld },
    })),
  );
  const given = sql`jsonb_to_recordset(${rows}::jsonb)
    as n(id uuid, signal_id uuid, kind text, model_id uuid, answers jsonb, withheld jsonb)`;
  await sql`update proposal p set decided_at = ${tx.now}, decision = 'replaced' from ${given}
     where p.signal_id = n.signal_id and p.kind = n.kind and p.decided_at is null`.execute(tx);
  await sql`insert into proposal (id, signal_id, kind, model_id, made_at, answers, withheld)
    select n.id, n.signal_id, n.kind, n.model_id, ${tx.now}, n.answers, n.withheld from ${given} order by n.signal_id
    on conflict (signal_id, kind) where decided_at is null do nothing`.execute(tx);
}

export type OpenProposal = {
  id: string;
  signalId: string;
  kind: ProposalKind;
  modelId: string | null;
  madeAt: Date;
  answers: Answer[];
};

/** Those that wait for a decision. Whether the actor sees the signals has been asked before. */
export async function openProposals(tx: Tx, signalIds: readonly string[]): Promise<OpenProposal[]> {
  const { rows } = await sql<OpenProposal>`
    select id, signal_id as "signalId", kind, model_id as "modelId", made_at as "madeAt", answers from proposal
     where signal_id = any(${signalIds}::uuid[]) and decided_at is null order by signal_id, kind`.execute(tx);
  return rows;
}

/**
 * A person's decision on whatever waits for these signals: `chosen` is the category, unit or problem decided on, or null
 * where none of the answers is right. Taken: it is among the answers.
 * @returns the proposals decided, by their signals; a signal without one is not in it.
 */
export async function decideProposals(
  tx: Tx,
  kind: ProposalKind,
  decided: readonly { signalId: string; chosen: string | null }[],
  person: string,
): Promise<Map<string, string>> {
  const rows = JSON.stringify(decided.map(({ signalId, chosen }) => ({ signal_id: signalId, chosen })));
  const { rows: done } = await sql<{ id: string; signal_id: string }>`
    update proposal p set decided_at = ${tx.now}, decided_by = ${person}, chosen = n.chosen,
           decision = case when n.chosen is null then 'none'
                           when p.answers @> jsonb_build_array(jsonb_build_object('id', n.chosen)) then 'taken' else 'other' end
      from jsonb_to_recordset(${rows}::jsonb) as n(signal_id uuid, chosen uuid)
     where p.signal_id = n.signal_id and p.kind = ${kind} and p.decided_at is null
    returning p.id, p.signal_id`.execute(tx);
  return new Map(done.map((row) => [row.signal_id, row.id]));
}
