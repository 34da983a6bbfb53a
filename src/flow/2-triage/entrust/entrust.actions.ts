/** 委派 of a problem: the lead unit entrusts a unit below it with the handling, stays responsible, and may take it back. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { openUnit } from '#triage/assign.actions.ts';
import { closeAssignments, openAssignment, signAssignment } from '#triage/assignment.store.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { entrustedIn, standsBelow } from '#triage/entrust/entrust.store.ts';

type Entrust = Decision & { unitId: string; reason: string };

/** @throws not_below, unit_has_it, entrusted_already, unit_closed */
export function entrustProblem(tx: Tx, actor: Actor, problemId: string, input: Entrust): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'entrust', input, async ({ held, person }) => {
    const unit = await openUnit(tx, input.unitId);
    const lead = held.find((holder) => holder.role === 'lead')!.to_unit!;
    if (!(await standsBelow(tx, unit.id, lead))) throw refuse('not_below', { name: unit.name });
    if (held.some((holder) => holder.to_unit === unit.id)) throw refuse('unit_has_it', { name: unit.name });
    const { reason } = input;
    const to = { unitId: unit.id };
    const assignment = await openAssignment(tx, { problemId }, to, person, { role: 'entrusted', reason });
    return { unit: lead, reason, data: { entrusted: unit.id, assignment } };
  });
}

export function signEntrusted(tx: Tx, actor: Actor, problemId: string, input: Decision): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'signEntrusted', input, async ({ held, person }) => {
    const entrusted = entrustedIn(held)!;
    await signAssignment(tx, entrusted.id, person);
    return { unit: entrusted.to_unit };
  });
}

type InWords = Decision & { words: string };

/** Done, it says to the lead unit, which reports to the centre. */
export function reportEntrusted(tx: Tx, actor: Actor, problemId: string, input: InWords): Promise<Done> {
  return endBy(tx, actor, problemId, 'report', input, 'finished');
}

/** The lead unit does it itself, or entrusts another. @throws entrusted_none */
export function takeBackEntrusted(tx: Tx, actor: Actor, problemId: string, input: InWords): Promise<Done> {
  return endBy(tx, actor, problemId, 'takeBack', input, 'withdrawn');
}

function endBy(
  tx: Tx,
  actor: Actor,
  problemId: string,
  step: 'report' | 'takeBack',
  input: InWords,
  reason: 'finished' | 'withdrawn',
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, step, input, async ({ held, person }) => {
    const { id: only, to_unit } = entrustedIn(held)!;
    await closeAssignments(tx, { problemId }, person, { reason, words: input.words, only });
    return { unit: to_unit, reason: input.words };
  });
}
