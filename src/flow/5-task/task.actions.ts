/** Verbs on a task: given, accepted, given to another, withdrawn. */
import { sql } from 'kysely';
import type { Budget } from '#clock/clock.store.ts';
import type { Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { postsOf } from '#people/actor.store.ts';
import { type Actor, may, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { moveClocks } from '#rules/limits.store.ts';
import type { Step } from '#rules/steps.ts';
import { lockTask, type TaskRow, taskRoles, writeTask } from '#task/task.store.ts';
import { lifeCycle, steps, type TaskRole, type TaskState, type TaskStep } from '#task/task.ts';
import { closeAssignments, holders, openAssignment } from '#triage/assignment.store.ts';
import { lockProblem } from '#triage/problem.store.ts';

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
  await moveClocks(tx, { kind: 'task', thing: task.id }, row, own);
  const data = { from: task.state, to, problem: task.problem_id, ...said.data };
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
    (post) => post.onBehalfOf && [task.assignee_id, task.reviewer_id].includes(post.onBehalfOf),
  );
  const own = [task.assignee_id, task.reviewer_id, task.given_by].includes(actor.id);
  return { kind: actor.kind, id: actor.id, forWhom: own ? null : (stoodFor?.onBehalfOf ?? null) };
}

type Give = Decision & {
  taskId: string;
  title: string;
  words: string;
  evidenceAsked: string;
  assigneeId: string;
  reviewerId: string;
  workingDays: number | null;
};

/** A unit that leads or assists gives a piece of its problem to one person of its own, with somebody else to review it. */
export async function giveTask(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Give,
): Promise<Done & { number: string }> {
  const problem = await lockProblem(tx, actor, problemId);
  if (await once(tx, actor, input.id, 'task.give', { problemId, ...input })) {
    const unit = (await holders(tx, { problemId })).find(
      (holder) => ['lead', 'assist'].includes(holder.role) && may(actor, 'task.give', [holder.to_unit]),
    )?.to_unit;
    if (!unit)
      throw refuse('forbidden', {
        verb: { zh: '由主办或协办单位派任务', en: 'given by the lead or an assisting unit' },
      });
    if (!['given', 'working'].includes(problem.state)) {
      const reason = { zh: '问题不在办理中', en: 'the problem is not being handled' };
      throw refuse('not_now', { step: { zh: '派任务', en: 'give a task' }, reason });
    }
    if (input.assigneeId === input.reviewerId) throw refuse('own_review');
    await mustServe(tx, input.assigneeId, unit);
    await mustServe(tx, input.reviewerId, unit);
    await insertTask(tx, { ...input, problemId, unit, by: personOf(actor) });
    await openAssignment(tx, { taskId: input.taskId }, { personId: input.assigneeId }, personOf(actor), {
      role: 'lead',
    });
    await moveClocks(tx, aboutOf(problem, input.taskId), { starts: ['accept', 'finish'] }, ownTime(input.workingDays));
    const data = { problem: problemId, assignee: input.assigneeId, reviewer: input.reviewerId };
    const by = signing(actor, 'task.give', [unit]);
    await record(tx, by, { verb: 'task.give', kind: 'task', thing: input.taskId, unit, data, request: input.id });
  }
  const { number, version } = await lockTask(tx, actor, input.taskId);
  return { id: input.taskId, version, number };
}

const aboutOf = (problem: { urgency: string; class: string | null; programme_version_id: string }, taskId: string) => ({
  kind: 'task' as const,
  thing: taskId,
  urgency: problem.urgency,
  class: problem.class,
  programmeVersionId: problem.programme_version_id,
});

/** A time that the giver set, in place of the rule's. */
const ownTime = (workingDays: number | null): Record<string, Budget> =>
  workingDays === null
    ? {}
    : { finish: { rule_id: null, unit_of_time: 'working_day', budget: workingDays, roll: false } };

async function insertTask(tx: Tx, row: Give & { problemId: string; unit: string; by: string }): Promise<void> {
  await sql`insert into task (id, number, problem_id, title, words, state, unit_id, given_by, given_at, reviewer_id, evidence_asked, changed_at)
    values (${row.taskId}, to_char(${tx.now}::timestamptz at time zone 'Asia/Shanghai', '"T"YYYY') || '-' || lpad(nextval('task_number')::text, 6, '0'),
      ${row.problemId}, ${row.title}, ${row.words}, 'given', ${row.unit}, ${row.by}, ${tx.now}, ${row.reviewerId}, ${row.evidenceAsked}, ${tx.now})`.execute(
    tx,
  );
}

/** The person holds a post today in the unit or in one below it. @throws person_gone, not_of_unit */
async function mustServe(tx: Tx, personId: string, unit: string): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .select(['name', 'left_on'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw refuse('not_found');
  const posts = (await postsOf(tx, personId)).filter((post) => post.onBehalfOf === null && post.sort === 'business');
  if (person.left_on || posts.length === 0) throw refuse('person_gone', { name: person.name });
  const { rows } = await sql<{ inside: boolean }>`
    with recursive below (id) as (select ${unit}::uuid union
      select e.child_id from below b join unit_edge e on e.parent_id = b.id and e.relation = 'part' and coalesce(e.valid_to, 'infinity') > ${tx.now})
    select bool_or(id = any(${posts.map((post) => post.unit)}::uuid[])) as inside from below`.execute(tx);
  if (!rows[0]?.inside) throw refuse('not_of_unit', { name: person.name });
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
