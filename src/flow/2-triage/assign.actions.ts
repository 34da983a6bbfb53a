/** Verbs about who has the problem: assign, transfer, add or take off a unit, sign for it, send it back, share it. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { today } from '#people/actor.store.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem as refuse } from '#platform/problem.ts';
import { closeAssignments, openAssignment, signAssignment } from '#triage/assignment.store.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { insertDecision, lockProblem, type ProblemRow } from '#triage/problem.store.ts';
import type { AssignmentRole, ProblemStep } from '#triage/problem.ts';
import { mustHaveNoOpenTasks } from '#triage/work.ts';

/** @throws not_found, unit_closed */
async function openUnit(tx: Tx, id: string): Promise<{ id: string; name: string }> {
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

type Assign = Decision & { unitId: string; role: AssignmentRole; reason: string };

/** The lead unit: assigned where nobody has it, transferred where another unit has it. Other roles are added beside it. */
function stepFor(problem: ProblemRow, role: AssignmentRole): ProblemStep {
  if (role !== 'lead') return 'addUnit';
  return problem.state === 'open' ? 'assign' : 'transfer';
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
      if (input.role === 'lead') {
        await mustHaveNoOpenTasks(tx, problem.id);
        await closeAssignments(tx, { problemId }, person, { reason: 'transferred', words: input.reason, role: 'lead' });
        // A unit that assisted and now leads has it once, not twice.
        if (already) await closeAssignments(tx, { problemId }, person, { reason: 'transferred', only: already.id });
      }
      const assignment = await openAssignment(tx, { problemId }, { unitId: unit.id }, person, {
        role: input.role,
        reason: input.reason,
      });
      const was = held.find((holder) => holder.role === 'lead')?.to_unit;
      return { unit: unit.id, reason: input.reason, data: { role: input.role, assignment, ...(was && { was }) } };
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
    const holder = held.find((one) => one.id === assignmentId && one.role !== 'lead');
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

type Share = Decision & { unitId: string | null; personId: string | null; until: string | null };

/** Lets a unit or a person see the problem, though no post of theirs reaches it. */
export async function shareProblem(tx: Tx, actor: Actor, problemId: string, input: Share): Promise<Done> {
  if ((input.unitId === null) === (input.personId === null)) throw refuse('share_with_one');
  const problem = await lockProblem(tx, actor, problemId);
  const by = signing(actor, 'problem.assign');
  if (await once(tx, by, input.id, 'problem.share', { problemId, ...input })) {
    if (input.unitId) await openUnit(tx, input.unitId);
    const until = input.until ? new Date(`${input.until}T23:59:59.999+08:00`) : null;
    const row = { id: newId(), problem_id: problem.id, to_unit: input.unitId, to_person: input.personId };
    await tx
      .insertInto('problem_share')
      .values({ ...row, by_person: personOf(actor), at: tx.now, until })
      .execute();
    const data = { person: input.personId, until: input.until };
    await record(tx, by, {
      verb: 'problem.share',
      kind: 'problem',
      thing: problem.id,
      unit: input.unitId,
      data,
      request: input.id,
    });
  }
  return { id: problem.id, version: problem.version };
}
