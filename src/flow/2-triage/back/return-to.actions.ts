/** 退回到任意节点: a checker or dispatcher returns what was reported to a stop it went through; who had it then has it again. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { openUnit } from '#triage/assign.actions.ts';
import { closeAssignments, type Holder, openAssignment } from '#triage/assignment.store.ts';
import { nodesOf } from '#triage/back/node.store.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { mustNotBeWithdrawn } from '#triage/duty/withdrawal.actions.ts';

export const stepTo = {
  open: 'returnToOpen',
  given: 'returnToGiven',
  working: 'returnToWorking',
  handled: 'returnToHandled',
} as const;

type ReturnTo = Decision & { node: keyof typeof stepTo; assignmentId: string | null; reason: string };

/** @throws node_unknown, unit_closed, matter_withdrawn */
export function returnToNode(tx: Tx, actor: Actor, problemId: string, input: ReturnTo): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, stepTo[input.node], input, async ({ problem, held, person }) => {
    const nodes = await nodesOf(tx, problemId, problem.state);
    const at = nodes.find(({ node, assignment }) => node === input.node && assignment === input.assignmentId);
    if (!at) throw refuse('node_unknown');
    const { reason } = input;
    const lead = held.find((holder) => holder.role === 'lead');
    if (input.node === 'open')
      await closeAssignments(tx, { problemId }, person, { reason: 'withdrawn', words: reason, role: 'lead' });
    if (at.unit && !(input.node === 'working' && lead?.to_unit === at.unit.id)) {
      const { id: unitId } = await openUnit(tx, at.unit.id);
      if (lead?.to_unit !== unitId) await mustNotBeWithdrawn(tx, actor, problemId, { unitId, reason, override: false });
      await giveBack(tx, problemId, { person, reason, held, unitId, assignment: at.assignment!, node: input.node });
    }
    return { unit: at.unit?.id ?? null, reason, data: { was: lead?.to_unit } };
  });
}

type Give = { person: string; reason: string; held: Holder[]; unitId: string; assignment: string; node: string };

/** The unit has it as it had it before: bound where it was bound, and signed for where it is to go on at once. */
async function giveBack(tx: Tx, problemId: string, give: Give): Promise<void> {
  const { person, reason, held, unitId, assignment, node } = give;
  const of = { problemId };
  await closeAssignments(tx, of, person, { reason: 'transferred', words: reason, role: 'lead' });
  const already = held.find((holder) => holder.to_unit === unitId && holder.role !== 'lead');
  if (already) await closeAssignments(tx, of, person, { reason: 'transferred', only: already.id });
  const was = await tx
    .selectFrom('assignment')
    .select(['binding_basis as binding', 'signed_by'])
    .where('id', '=', assignment)
    .executeTakeFirstOrThrow();
  const { binding } = was;
  const id = await openAssignment(tx, of, { unitId }, person, { role: 'lead', reason, binding });
  if (node !== 'working') return;
  const signed = { signed_by: was.signed_by ?? person, signed_at: tx.now };
  await tx.updateTable('assignment').set(signed).where('id', '=', id).execute();
}
