/** Verbs on a task: given, accepted, given to another, withdrawn. */
import type { Budget } from '#clock/clock.store.ts';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { moveClocks } from '#rules/limits.store.ts';
import type { Step } from '#rules/steps.ts';
import { keepStill } from '#rules/time/pieces.store.ts';
import { aboutTask } from '#task/about.store.ts';
import { mustServe } from '#task/give.actions.ts';
import { lockTask, type TaskRow, taskRoles, writeTask } from '#task/task.store.ts';
import { lifeCycle, steps, type TaskRole, type TaskState, type TaskStep } from '#task/task.ts';
import { closeAssignments, openAssignment } from '#triage/assignment.store.ts';
import { endEntrusted } from '#triage/entrust/entrust.store.ts';

type Decision = { id: string; version: number };
type Done = { id: string; version: number };
type Said = { reason?: string; data?: Record<string, unknown>; own?: Record<string, Budget> };

/** The common way of every decision on a task: lock, once, open?, write, clocks, ledger. */
export async function decideOnTask<D extends Decision>(
  tx: Tx,
  actor: Actor,
  taskId: string,
  step: TaskStep,
  input: D,
  write: (context: { task: TaskRow; person: string; by: Signature }) => Promise<Said>,
): Promise<Done> {
  const task = await lockTask(tx, actor, taskId);
  const by = signingAs(actor, task);
  if (!(await once(tx, by, input.id, `task.${step}`, { taskId, ...input })))
    return { id: task.id, version: task.version };
  await mustBeOpen(tx, lifeCycle, step, task, taskRoles(actor, task), input.version);
  const { own, ...said } = await write({ task, person: personOf(actor), by });
  const row: Step<TaskState, TaskRole> = steps[step];
  const to = row.to ?? task.state;
  const version = await writeTask(tx, task.id, { state: to });
  if (row.stops?.includes('finish')) await endEntrusted(tx, { taskId }, personOf(actor));
  const about = row.starts ? await aboutTask(tx, task) : { kind: 'task' as const, thing: task.id };
  await moveClocks(tx, about, row, own);
  await keepStill(tx, task.id);
  const data = {
    from: task.state,
    to,
    ...(task.problem_id && { problem: task.problem_id }),
    ...(task.run_id && { run: task.run_id }),
    ...said.data,
  };
  await record(tx, by, {
    ...said,
    data,
    verb: `task.${step}`,
    kind: 'task',
    thing: task.id,
    unit: task.unit_id,
    request: input.id,
  });
  return { id: task.id, version };
}

/** On whose behalf, where the task is another person's for whom the actor stands in. */
function signingAs(actor: Actor, task: TaskRow): Signature {
  const stoodFor = actor.posts.find(
    (post) => post.onBehalfOf && [task.assignee_id, task.reviewer_id, task.entrusted_id].includes(post.onBehalfOf),
  );
  const own = [task.assignee_id, task.reviewer_id, task.entrusted_id, task.given_by].includes(actor.id);
  return { kind: actor.kind, id: actor.id, forWhom: own ? null : (stoodFor?.onBehalfOf ?? null) };
}

export function acceptTask(tx: Tx, actor: Actor, taskId: string, input: Decision): Promise<Done> {
  return decideOnTask(tx, actor, taskId, 'accept', input, async () => ({}));
}

/** Another person does it; the time to finish runs on. */
export function handOverTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  input: Decision & { assigneeId: string; reason: string },
): Promise<Done> {
  return decideOnTask(tx, actor, taskId, 'handOver', input, async ({ task, person }) => {
    if (input.assigneeId === task.reviewer_id) throw refuse('own_review');
    await mustServe(tx, input.assigneeId, task.unit_id);
    await moveTask(tx, task.id, input.assigneeId, person, input.reason);
    return { reason: input.reason, data: { was: task.assignee_id, assignee: input.assigneeId } };
  });
}

export async function moveTask(tx: Tx, taskId: string, to: string, by: string, words: string): Promise<void> {
  await closeAssignments(tx, { taskId }, by, { reason: 'handed_over', words });
  await openAssignment(tx, { taskId }, { personId: to }, by, { role: 'lead', reason: words });
}

export function withdrawTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  input: Decision & { reason: string },
): Promise<Done> {
  return decideOnTask(tx, actor, taskId, 'withdraw', input, async ({ person }) => {
    await closeAssignments(tx, { taskId }, person, { reason: 'withdrawn', words: input.reason });
    return { reason: input.reason };
  });
}
