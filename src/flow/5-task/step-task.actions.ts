/** Tasks that are steps of a procedure: given many at once, and closed by the program when their evidence is there. */
import { sql } from 'kysely';
import { type Budget, startClocks, stopClocks } from '#clock/clock.store.ts';
import type { Signature } from '#ledger/ledger.ts';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { numberOfYear } from '#platform/number.ts';
import type { Said } from '#platform/problem.ts';
import { startLimits } from '#rules/limits.store.ts';
import { lapseRequests } from '#rules/time/time-request.store.ts';
import { aboutTask } from '#task/about.store.ts';
import { type FallbackReason, steps, type TaskState } from '#task/task.ts';
import { finishTaskAssignments, openTaskAssignments, withdrawTaskAssignments } from '#triage/assignment.store.ts';

export type StepTask = {
  id: string;
  runId: string;
  stepId: string;
  problemId: string | null;
  title: string;
  words: string;
  evidenceAsked: string;
  unitId: string;
  givenBy: string;
  assigneeId: string;
  reviewerId: string;
  /** The step found nobody: why it stands with this person. */
  fallback: FallbackReason | null;
  /** What spoke for the assignee, where the program chose. */
  why?: Said | null;
};

/** Tasks, who has them, both clocks and the ledger's rows: a statement each, whatever their number. */
export async function giveStepTasks(
  tx: Tx,
  by: Signature,
  tasks: readonly StepTask[],
  finish: Budget,
  request: string | null = null,
): Promise<void> {
  if (tasks.length === 0) return;
  await insertTasks(tx, tasks);
  await openTaskAssignments(
    tx,
    tasks.map(({ id, assigneeId, givenBy }) => ({ taskId: id, personId: assigneeId, by: givenBy })),
  );
  // Steps of one run are about one problem, or about none.
  const about = await aboutTask(tx, { id: tasks[0]!.id, problem_id: tasks[0]!.problemId, unit_id: tasks[0]!.unitId });
  await startLimits(
    tx,
    tasks.map(({ id, unitId }) => ({ ...about, thing: id, unitId })),
    ['accept'],
  );
  await startClocks(
    tx,
    tasks.map(({ id, unitId }) => ({
      ...finish,
      kind: 'task' as const,
      thing: id,
      limit: 'finish',
      startedAt: tx.now,
      unitId,
    })),
  );
  await record(
    tx,
    by,
    tasks.map(({ id, runId, problemId, assigneeId, reviewerId, unitId, fallback, why }) => ({
      ...{ verb: 'task.give', kind: 'task', thing: id, unit: unitId, request },
      data: {
        ...{ run: runId, assignee: assigneeId, reviewer: reviewerId },
        ...(problemId && { problem: problemId }),
        ...(fallback && { fallback }),
        ...(why && { why }),
      },
    })),
  );
}

async function insertTasks(tx: Tx, tasks: readonly StepTask[]): Promise<void> {
  const rows = tasks.map((one) => ({ ...one, fallbackTo: one.fallback && one.assigneeId }));
  await sql`insert into task (id, number, problem_id, run_id, step_id, title, words, state, unit_id, given_by, given_at, reviewer_id,
      evidence_asked, changed_at, fallback_to, fallback_why)
    select t.id, ${numberOfYear('T', tx.now, 'task_number', 6)},
           t."problemId", t."runId", t."stepId", t.title, t.words, 'given', t."unitId", t."givenBy", ${tx.now}, t."reviewerId",
           t."evidenceAsked", ${tx.now}, t."fallbackTo", t.fallback
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id uuid, "problemId" uuid, "runId" uuid, "stepId" uuid, title text,
        words text, "unitId" uuid, "givenBy" uuid, "reviewerId" uuid, "evidenceAsked" text, "fallbackTo" uuid, fallback text)`.execute(
    tx,
  );
}

type Met = { taskId: string; rule: string; evidence: Record<string, unknown> };

/** Those of them that are still open are done, by the evidence named. @returns the ids of these */
export async function closeByEvidence(tx: Tx, met: readonly Met[]): Promise<string[]> {
  if (met.length === 0) return [];
  const ids = met.map(({ taskId }) => taskId).toSorted();
  const { from, to, stops } = steps.feedback;
  const { rows } = await sql<{ id: string; was: TaskState; unit: string; run: string }>`
    with held as materialized (
      select id, state from task where id = any(${ids}::uuid[]) and state = any(${[...from]}::text[]) order by id for update)
    update task t set state = ${to}, changed_at = ${tx.now}, version = t.version + 1 from held
     where t.id = held.id returning t.id, held.state as was, t.unit_id as unit, t.run_id as run`.execute(tx);
  const closed = rows.map(({ id }) => id);
  for (const id of closed) await lapseRequests(tx, id, stops);
  await stopClocks(tx, closed, stops);
  await finishTaskAssignments(tx, closed);
  const by = new Map(met.map((one) => [one.taskId, one]));
  await record(
    tx,
    program,
    rows.map(({ id, was, unit, run }) => ({
      ...{ verb: 'task.feedback', kind: 'task', thing: id, unit },
      data: { from: was, to, run, rule: by.get(id)!.rule, ...by.get(id)!.evidence },
    })),
  );
  return closed;
}

/** The run was stopped: its open tasks are withdrawn with it. @returns how many */
export async function withdrawStepTasks(
  tx: Tx,
  by: Signature,
  runId: string,
  person: string,
  reason: string,
): Promise<number> {
  const { from, to, stops } = steps.withdraw;
  const { rows } = await sql<{ id: string; was: TaskState; unit: string }>`
    with held as materialized (
      select id, state from task where run_id = ${runId} and state = any(${[...from]}::text[]) order by id for update)
    update task t set state = ${to}, changed_at = ${tx.now}, version = t.version + 1 from held
     where t.id = held.id returning t.id, held.state as was, t.unit_id as unit`.execute(tx);
  const ids = rows.map(({ id }) => id);
  for (const id of ids) await lapseRequests(tx, id, stops);
  await stopClocks(tx, ids, stops);
  await withdrawTaskAssignments(tx, ids, person, reason);
  await record(
    tx,
    by,
    rows.map(({ id, was, unit }) => ({
      ...{ verb: 'task.withdraw', kind: 'task', thing: id, unit, reason },
      data: { from: was, to, run: runId },
    })),
  );
  return ids.length;
}
