/** Taking a run on: steps whose evidence is there close by themselves, those whose predecessors are done are given, and the run ends when all are. */
import type { Signature } from '#ledger/ledger.ts';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { assigneeOf, reviewerFor, reviewersOf } from '#procedure/assignee.store.ts';
import { insertFeedback, type Met, metFeedback } from '#procedure/feedback.store.ts';
import { budgetOf, giveMany } from '#procedure/give-many.actions.ts';
import { isOver, readySteps } from '#procedure/progress.ts';
import { givenSteps, insertGiven, lockRunning, markDone, type RunRow, writeRun } from '#procedure/run.store.ts';
import { tellGiven } from '#procedure/tell-steps.actions.ts';
import { type StepRow, stepsOf } from '#procedure/version.store.ts';
import { closeByEvidence, giveStepTasks } from '#task/step-task.actions.ts';

/** What stands longest: a step of its own for every round. */
const MOST_ROUNDS = 50;

/** Runs that have ended meanwhile are left alone; whoever does it twice does it once. */
export async function advanceRuns(tx: Tx, ids: readonly string[], by: Signature = program): Promise<void> {
  for (const run of await lockRunning(tx, [...new Set(ids)])) await advance(tx, run, by);
}

async function advance(tx: Tx, run: RunRow, by: Signature): Promise<void> {
  const steps = (await stepsOf(tx, [run.version_id])).get(run.version_id) ?? [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await closeMet(tx, await metFeedback(tx, { runs: [run.id] }));
    const done = await markDone(tx, run.id);
    await record(
      tx,
      program,
      done.map(({ key, title }) => ({
        ...{ verb: 'run.stepDone', kind: 'run', thing: run.id, unit: run.unit_id },
        data: { procedure: run.procedure_id, key, title },
      })),
    );
    const ready = readySteps(steps, await givenSteps(tx, run.id));
    for (const step of ready) await give(tx, run, step, by);
    if (ready.length === 0 && done.length === 0) break;
  }
  if (!isOver(steps, await givenSteps(tx, run.id))) return;
  await writeRun(tx, run.id, { state: 'done', ended_at: tx.now });
  const entry = { verb: 'run.finish', kind: 'run', thing: run.id, unit: run.unit_id };
  await record(tx, program, { ...entry, data: { from: 'running', to: 'done' } });
}

/** Closes what is met and open still, and keeps by what. */
export async function closeMet(tx: Tx, met: readonly Met[]): Promise<string[]> {
  const closed = new Set(await closeByEvidence(tx, met));
  const mine = met.filter(({ taskId }) => closed.has(taskId));
  if (mine.length > 0) await insertFeedback(tx, mine);
  return [...new Set(mine.map(({ runId }) => runId))];
}

/** How many of a list are given at once, by whoever begins it; the rest by a job. */
const AT_ONCE = 200;

async function give(tx: Tx, run: RunRow, step: StepRow, by: Signature): Promise<void> {
  await insertGiven(tx, run.id, {
    key: step.key,
    title: run.notice && step.who === 'listed' ? run.notice.title : step.title,
  });
  if (step.who === 'listed' && (await giveMany(tx, run.id, AT_ONCE, { by })) > 0) return;
  const found = step.who === 'listed' ? await nobodyListed(tx, run) : await assigneeOf(tx, run, step);
  const reviewers = await reviewersOf(tx, run);
  const task = {
    ...{ id: newId(), runId: run.id, stepId: step.id, problemId: run.about_kind === 'problem' ? run.about_id : null },
    ...{ title: step.title, words: step.words, evidenceAsked: step.evidenceAsked, unitId: found.unitId },
    ...{
      givenBy: run.started_by ?? run.responsible_id,
      assigneeId: found.personId,
      fallback: found.fallback,
      why: found.why,
    },
    reviewerId: reviewerFor(found.personId, reviewers),
  };
  await giveStepTasks(tx, by, [task], budgetOf(step));
  await tellGiven(tx, run, [task]);
}

const nobodyListed = async (tx: Tx, run: RunRow) => ({
  ...{ personId: (await reviewersOf(tx, run))[0], unitId: run.unit_id, fallback: 'nobody' as const, why: null },
});
