/** 委派 of a task: its assignee has a colleague do it, answers for it, and hands it in; 改派 gives it away instead. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { mustServe } from '#task/give.actions.ts';
import { decideOnTask } from '#task/task.actions.ts';
import { closeAssignments, openAssignment } from '#triage/assignment.store.ts';

type Decision = { id: string; version: number };
type InWords = Decision & { words: string };

/** @throws entrusted_already, own_review, not_of_unit, person_gone */
export function entrustTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  input: Decision & { personId: string; reason: string },
): Promise<Decision> {
  return decideOnTask(tx, actor, taskId, 'entrust', input, async ({ task, person }) => {
    const { personId, reason } = input;
    if (task.entrusted_id) throw refuse('entrusted_already');
    if (personId === task.reviewer_id) throw refuse('own_review');
    if (personId === task.assignee_id) throw refuse('entrust_oneself');
    await mustServe(tx, personId, task.unit_id);
    await openAssignment(tx, { taskId }, { personId }, person, { role: 'entrusted', reason });
    return { reason, data: { entrusted: personId } };
  });
}

/** Back to the assignee, with what was done. */
export function reportTask(tx: Tx, actor: Actor, taskId: string, input: InWords): Promise<Decision> {
  return endBy(tx, actor, taskId, 'report', input, 'finished');
}

/** @throws entrusted_none */
export function takeBackTask(tx: Tx, actor: Actor, taskId: string, input: InWords): Promise<Decision> {
  return endBy(tx, actor, taskId, 'takeBack', input, 'withdrawn');
}

function endBy(
  tx: Tx,
  actor: Actor,
  taskId: string,
  step: 'report' | 'takeBack',
  input: InWords,
  reason: 'finished' | 'withdrawn',
): Promise<Decision> {
  return decideOnTask(tx, actor, taskId, step, input, async ({ task, person }) => {
    if (!task.entrusted_id) throw refuse('entrusted_none');
    await closeAssignments(tx, { taskId }, person, { reason, words: input.words, role: 'entrusted' });
    return { reason: input.words, data: { entrusted: task.entrusted_id } };
  });
}
