/** Verbs on a run: stopped with a reason, or gone on with by another version. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { advanceRuns } from '#procedure/advance.actions.ts';
import { runRoles } from '#procedure/procedure.scope.ts';
import { type RunRole, type RunState, type RunStep, runCycle, runSteps } from '#procedure/procedure.ts';
import { lockRun, type RunRow, writeRun } from '#procedure/run.store.ts';
import { lockVersion } from '#procedure/version.store.ts';
import { mustBeOpen } from '#rules/decide.ts';
import type { Step } from '#rules/steps.ts';
import { withdrawStepTasks } from '#task/step-task.actions.ts';

type Decision = { id: string; version: number; reason: string };
type Done = { id: string; version: number };
type Written = { change: Parameters<typeof writeRun>[2]; data?: Record<string, unknown> };

async function decideOnRun<D extends Decision>(
  tx: Tx,
  actor: Actor,
  runId: string,
  step: RunStep,
  input: D,
  write: (run: RunRow, person: string) => Promise<Written>,
): Promise<Done> {
  const run = await lockRun(tx, actor, runId);
  const by = signing(actor, 'procedure.run', [run.unit_id]);
  if (!(await once(tx, by, input.id, `run.${step}`, { runId, ...input }))) return { id: runId, version: run.version };
  await mustBeOpen(tx, runCycle, step, run, runRoles(actor, run), input.version);
  const { change, data } = await write(run, personOf(actor));
  const { to = run.state }: Step<RunState, RunRole> = runSteps[step];
  const version = await writeRun(tx, run.id, { ...change, state: to });
  const entry = { verb: `run.${step}`, kind: 'run', thing: run.id, unit: run.unit_id, reason: input.reason };
  await record(tx, by, { ...entry, data: { from: run.state, to, ...data }, request: input.id });
  return { id: runId, version };
}

/** Its open tasks are withdrawn; what was done stays on record. */
export const stopRun = (tx: Tx, actor: Actor, runId: string, input: Decision): Promise<Done> =>
  decideOnRun(tx, actor, runId, 'stop', input, async (run, person) => {
    const withdrawn = await withdrawStepTasks(
      tx,
      signing(actor, 'procedure.run', [run.unit_id]),
      run.id,
      person,
      input.reason,
    );
    return { change: { ended_at: tx.now, ended_by: person, end_reason: input.reason }, data: { withdrawn } };
  });

/** What is done stays done, what is open goes on as it was given; the rest is as the other version has it. */
export async function moveRun(
  tx: Tx,
  actor: Actor,
  runId: string,
  input: Decision & { versionId: string },
): Promise<Done> {
  const done = await decideOnRun(tx, actor, runId, 'move', input, async (run, person) => {
    const to = await lockVersion(tx, input.versionId);
    if (to.procedureId !== run.procedure_id || to.state !== 'issued') throw problem('not_found');
    if (to.id === run.version_id) throw problem('procedure_same_version');
    await tx
      .insertInto('procedure_move')
      .values({
        ...{ id: input.id, run_id: run.id, from_version: run.version_id, to_version: to.id },
        ...{ by_person: person, at: tx.now, reason: input.reason },
      })
      .execute();
    return { change: { version_id: to.id }, data: { nth: to.nth } };
  });
  await advanceRuns(tx, [runId], signing(actor, 'procedure.run'));
  return done;
}
