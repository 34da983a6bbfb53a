/** Verbs that settle a problem: handled by the unit, verified by another, closed by the dispatcher, reopened. */
import { stopClocks } from '#clock/clock.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Urgency } from '#signal/signal.ts';
import { settleWishes } from '#signal/wish.store.ts';
import { openUnit } from '#triage/assign.actions.ts';
import { closeAssignments, lastLead, openAssignment } from '#triage/assignment.store.ts';
import { lastBinding } from '#triage/binding.store.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { mustNotBeWithdrawn } from '#triage/duty/withdrawal.actions.ts';
import { signalsOn } from '#triage/edge.store.ts';
import { insertDecision } from '#triage/problem.store.ts';
import type { ProblemClass } from '#triage/problem.ts';
import { mustHaveNoOpenTasks } from '#triage/work.ts';

/** *Handled*: the lead unit says it is done. */
export function reportHandled(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { words: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'handle', input, async ({ held, person }) => {
    await mustHaveNoOpenTasks(tx, problemId);
    const unit = held.find((holder) => holder.role === 'lead')!.to_unit;
    await insertDecision(tx, { id: input.id, problemId, step: 'handle', by: person, unit, words: input.words });
    return { unit, reason: input.words };
  });
}

/** *Verified*: a checker who did not handle it has looked; or refused, and the unit goes on. */
export function verifyProblem(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { passed: boolean; words: string },
): Promise<Done> {
  const step = input.passed ? 'verify' : 'refuse';
  return decideOnProblem(tx, actor, problemId, step, input, async ({ person }) => {
    await insertDecision(tx, { id: input.id, problemId, step, by: person, unit: null, words: input.words });
    return { reason: input.words };
  });
}

/** *Closed*: the dispatcher ends it. What its reporters say of it is asked after, and is another thing. */
export function closeProblem(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { words: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'close', input, async ({ person }) => {
    await closeAssignments(tx, { problemId }, person, { reason: 'finished' });
    await insertDecision(tx, { id: input.id, problemId, step: 'close', by: person, unit: null, words: input.words });
    return { reason: input.words };
  });
}

/**
 * 重办: it goes back to the unit that led it last, or to another where that one is closed by now. Its reporters are not to
 * be answered until it is closed again. @throws unit_closed, matter_withdrawn
 */
export function reopenProblem(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { reason: string; unitId: string | null; override?: boolean | undefined },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'reopen', input, async ({ person }) => {
    const { id: unit } = await openUnit(tx, input.unitId ?? (await lastLead(tx, problemId))!);
    const { reason, override = false } = input;
    const past = await mustNotBeWithdrawn(tx, actor, problemId, { unitId: unit, reason, override });
    const signals = await signalsOn(tx, problemId);
    await stopClocks(tx, signals, ['answer']);
    await settleWishes(tx, signals, { by: person, outcome: 'granted', words: input.reason });
    const binding = await lastBinding(tx, problemId, unit);
    await openAssignment(tx, { problemId }, { unitId: unit }, person, { role: 'lead', reason: input.reason, binding });
    await insertDecision(tx, { id: input.id, problemId, step: 'reopen', by: person, unit, words: input.reason });
    return { unit, reason: input.reason, ...(past && { data: past }) };
  });
}

type Describe = Decision & { title: string; statement: string; class: ProblemClass | null; urgency: Urgency };

/** Title, statement, class and urgency; the old ones stand in the ledger. */
export function describeProblem(tx: Tx, actor: Actor, problemId: string, input: Describe): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'describe', input, async ({ problem }) => {
    const { title, statement, urgency } = input;
    const old = { class: problem.class, urgency: problem.urgency, titleChanged: problem.title !== title };
    return {
      data: { old, new: { class: input.class, urgency } },
      change: { title, statement, class: input.class, urgency },
    };
  });
}
