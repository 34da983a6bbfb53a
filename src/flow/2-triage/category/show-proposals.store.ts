/** Proposals with the names of what they propose, for whoever sees the signal. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { ProposalShown } from '#triage/category/category.api.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { pathWords } from '#triage/category/category.ts';
import { type OpenProposal, openProposals } from '#triage/category/proposal.store.ts';
import { type Answer, surenessOf } from '#triage/category/proposal.ts';
import { problemSeen } from '#triage/problem.scope.ts';

type Named = { name: string; number: string | null };

/** By signal. Whether the actor sees the signals has been asked before; a problem that they do not see is left out. */
export async function showProposals(
  tx: Tx,
  actor: Actor,
  signalIds: readonly string[],
): Promise<Map<string, ProposalShown[]>> {
  const open = await openProposals(tx, signalIds);
  const names = await namesOf(tx, actor, open);
  const models = await modelNumbers(tx, open);
  const bySignal = new Map<string, ProposalShown[]>(signalIds.map((id) => [id, []]));
  for (const { id, signalId, kind, modelId, madeAt, answers } of open) {
    const shown = answers.flatMap((answer) => show(answer, names.get(answer.id)));
    const modelNumber = modelId === null ? null : (models.get(modelId) ?? null);
    bySignal.get(signalId)!.push({ id, kind, madeAt: madeAt.toISOString(), modelNumber, answers: shown });
  }
  return bySignal;
}

const show = ({ id, confidence, because }: Answer, named: Named | undefined) =>
  named ? [{ id, ...named, confidence, sureness: surenessOf(confidence), because }] : [];

async function namesOf(tx: Tx, actor: Actor, open: readonly OpenProposal[]): Promise<Map<string, Named>> {
  const of = (kind: OpenProposal['kind']) => [
    ...new Set(open.flatMap((one) => (one.kind === kind ? one.answers.map(({ id }) => id) : []))),
  ];
  const names = new Map<string, Named>();
  if (of('category').length > 0) {
    // A category that was closed since is proposed no more.
    const list = await allCategories(tx);
    const nodes = new Map(list.map((one) => [one.id, one]));
    for (const { id, code } of list) names.set(id, { name: pathWords(nodes, id), number: code });
  }
  const units = of('unit');
  if (units.length > 0) {
    const rows = await tx.selectFrom('unit').select(['id', 'name']).where('id', 'in', units).execute();
    for (const { id, name } of rows) names.set(id, { name, number: null });
  }
  const problems = of('repeat');
  if (problems.length > 0) {
    const { rows } = await sql<{ id: string; title: string; number: string }>`
      select p.id, p.title, p.number from problem p
       where p.id = any(${problems}::uuid[]) and ${problemSeen(tx, actor)}`.execute(tx);
    for (const { id, title, number } of rows) names.set(id, { name: title, number });
  }
  return names;
}

async function modelNumbers(tx: Tx, open: readonly OpenProposal[]): Promise<Map<string, number>> {
  const ids = [...new Set(open.flatMap(({ modelId }) => modelId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('text_model').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
