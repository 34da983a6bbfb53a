/** Verbs about who has the problem: assign, transfer, add or take off a unit, sign for it, send it back. */
import { today } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { closeAssignments, openAssignment, signAssignment } from '#triage/assignment.store.ts';
import { bindingOf } from '#triage/binding.store.ts';
import { decideProposals } from '#triage/category/proposal.store.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { mustNotBeWithdrawn } from '#triage/duty/withdrawal.actions.ts';
import { signalsOn } from '#triage/edge.store.ts';
import { insertDecision, type ProblemRow } from '#triage/problem.store.ts';
import type { AssignmentRole, ProblemStep } from '#triage/problem.ts';
import { mustHaveNoOpenTasks } from '#triage/work.ts';

/** @throws not_found, unit_closed */
export async function openUnit(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .select((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today(tx) as never)]).as('open'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!unit) throw refuse('not_found');
  if (!unit.open) throw refuse('unit_closed', { name: unit.name });
  return unit;
}

/** `override`: the matter was withdrawn to the upper level, and goes to a township all the same. */
type Assign = Decision & {
  unitId: string;
  role: AssignmentRole;
  reason: string;
  /** On what the centre's decision rests, once it binds. */
  basis?: string | undefined;
  override?: boolean | undefined;
};

/** The lead unit: assigned where nobody has it, transferred where another unit has it. Other roles are added beside it. */
function stepFor(problem: ProblemRow, role: AssignmentRole): ProblemStep {
  if (role !== 'lead') return 'addUnit';
  return problem.state === 'open' ? 'assign' : 'transfer';
}

/** A township may assist in what was withdrawn from it, and be told of it: it must not be left to it. */
const mayHaveIt = (tx: Tx, actor: Actor, problemId: string, { unitId, role, reason, override = false }: Assign) =>
  role !== 'lead' ? undefined : mustNotBeWithdrawn(tx, actor, problemId, { unitId, reason, override });

/** What was proposed for its signals is decided by it. */
async function decideOnUnit(tx: Tx, problemId: string, chosen: string, person: string): Promise<void> {
  const signals = await signalsOn(tx, problemId);
  await decideProposals(
    tx,
    'unit',
    signals.map((signalId) => ({ signalId, chosen })),
    person,
  );
}

export function assignProblem(tx: Tx, actor: Actor, problemId: string, input: Assign): Promise<Done> {
  return decideOnProblem(
    tx,
    actor,
    problemId,
    (problem) => stepFor(problem, input.role),
    input,
    async ({ problem, held, person }) => {
      const unit = await openUnit(tx, input.unitId);
      const already = held.find((holder) => holder.to_unit === unit.id);
      if (already && (input.role !== 'lead' || already.role === 'lead'))
        throw refuse('unit_has_it', { name: unit.name });
      const past = await mayHaveIt(tx, actor, problem.id, input);
      const binding = input.role === 'lead' ? await bindingOf(tx, problem.id, input.basis ?? '') : null;
      if (input.role === 'lead') {
        await mustHaveNoOpenTasks(tx, problem.id);
        await closeAssignments(tx, { problemId }, person, { reason: 'transferred', words: input.reason, role: 'lead' });
        // A unit that assisted and now leads has it once, not twice.
        if (already) await closeAssignments(tx, { problemId }, person, { reason: 'transferred', only: already.id });
      }
      const assignment = await openAssignment(tx, { problemId }, { unitId: unit.id }, person, {
        role: input.role,
        reason: input.reason,
        binding,
      });
      if (input.role === 'lead') await decideOnUnit(tx, problem.id, unit.id, person);
      const replaced = input.role === 'lead' && already?.id;
      const was = held.find((holder) => holder.role === 'lead')?.to_unit;
      return {
        unit: unit.id,
        reason: input.reason,
        data: {
          role: input.role,
          assignment,
          ...(was && { was }),
          ...(binding && { binding }),
          ...(replaced && { replaced }),
          ...past,
        },
      };
    },
  );
}

/** Takes an assisting, countersigning or copied unit off; the lead is transferred or sends back instead. */
export function removeUnit(
  tx: Tx,
  actor: Actor,
  problemId: string,
  assignmentId: string,
  input: Decision & { reason: string },
) {
  return decideOnProblem(tx, actor, problemId, 'addUnit', { ...input, assignmentId }, async ({ held, person }) => {
    const holder = held.find((one) => one.id === assignmentId && !['lead', 'entrusted'].includes(one.role));
    if (!holder) throw refuse('not_found');
    await closeAssignments(tx, { problemId }, person, { reason: 'withdrawn', words: input.reason, only: assignmentId });
    return { unit: holder.to_unit, reason: input.reason, data: { removed: assignmentId, role: holder.role } };
  });
}

export function signProblem(tx: Tx, actor: Actor, problemId: string, input: Decision): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'sign', input, async ({ held, person }) => {
    const lead = held.find((holder) => holder.role === 'lead')!;
    await signAssignment(tx, lead.id, person);
    return { unit: lead.to_unit };
  });
}

type SendBack = Decision & { reason: string; basis: string; suggestedUnitId: string | null };

/** 退单: not this unit's duty, with the reason, the basis, and whose it should be. */
export function sendBack(tx: Tx, actor: Actor, problemId: string, input: SendBack): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'sendBack', input, async ({ held, person }) => {
    if (input.suggestedUnitId) await openUnit(tx, input.suggestedUnitId);
    await mustHaveNoOpenTasks(tx, problemId);
    const unit = held.find((holder) => holder.role === 'lead')!.to_unit;
    const words = [input.reason, input.basis].filter(Boolean).join('\n');
    await closeAssignments(tx, { problemId }, person, { reason: 'returned', words, role: 'lead' });
    await insertDecision(tx, { id: input.id, problemId, step: 'sendBack', by: person, unit, words });
    return { unit, reason: input.reason, data: { basis: input.basis, suggestedUnit: input.suggestedUnitId } };
  });
}
