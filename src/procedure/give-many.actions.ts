/** One step given to many: the next of its list, some thousands a transaction, so that nobody else waits for them. */
import { sql } from 'kysely';
import type { Budget } from '#clock/clock.store.ts';
import type { UnitOfTime } from '#clock/due.ts';
import type { Signature } from '#ledger/ledger.ts';
import { program } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { reviewerFor, reviewersOf } from '#procedure/assignee.store.ts';
import { shareRunning } from '#procedure/run.store.ts';
import { tellGiven } from '#procedure/tell-steps.actions.ts';
import { stepsOf } from '#procedure/version.store.ts';
import { giveStepTasks, type StepTask } from '#task/step-task.actions.ts';

export const GIVE = 'procedure-give';

/** So many chunks of one list at once: a city's machine has two cores. */
const LANES = [1, 2];

/**
 * Tasks, clocks, ledger rows and messages of the next `limit` persons of the run's list, a handful of statements. Where more
 * wait, its lane goes on; it is enqueued in the same transaction, so that a kill loses nothing and does nothing twice.
 * @param lane of a job; absent: whoever begins the list, and starts every lane
 * @returns how many were given
 */
export async function giveMany(
  tx: Tx,
  runId: string,
  limit: number,
  { by = program, lane }: { by?: Signature; lane?: number } = {},
): Promise<number> {
  const run = await shareRunning(tx, runId);
  if (!run) return 0;
  const step = (await stepsOf(tx, [run.version_id])).get(run.version_id)?.find(({ who }) => who === 'listed');
  const persons = await take(tx, runId, limit);
  if (!step || persons.length === 0) return 0;
  const says = { ...step, ...run.notice };
  const reviewers = await reviewersOf(tx, run);
  const tasks: StepTask[] = persons.map(({ task, person, unit }) => ({
    ...{ id: task, runId, stepId: step.id, problemId: run.about_kind === 'problem' ? run.about_id : null },
    ...{ title: says.title, words: says.words, evidenceAsked: says.evidenceAsked, unitId: unit, fallback: null },
    ...{ givenBy: run.started_by ?? run.responsible_id, assigneeId: person },
    reviewerId: reviewerFor(person, reviewers),
  }));
  await giveStepTasks(tx, by, tasks, budgetOf(says));
  await tellGiven(tx, run, tasks);
  if (persons.length === limit) await enqueueGive(tx, runId, lane === undefined ? LANES : [lane]);
  return persons.length;
}

type Listed = { person: string; unit: string; task: string };

/** In the order of persons, as messages lock them; what another lane has taken is left out. */
async function take(tx: Tx, runId: string, limit: number): Promise<Listed[]> {
  const { rows } = await sql<{ person: string; unit: string }>`
    select person_id as person, unit_id as unit from procedure_audience
     where run_id = ${runId} and task_id is null order by person_id limit ${limit} for update skip locked`.execute(tx);
  const listed = rows.map((row) => ({ ...row, task: newId() }));
  await sql`update procedure_audience a set task_id = x.task
      from unnest(${listed.map(({ person }) => person)}::uuid[], ${listed.map(({ task }) => task)}::uuid[]) as x(person, task)
     where a.run_id = ${runId} and a.person_id = x.person`.execute(tx);
  return listed;
}

export async function enqueueGive(tx: Tx, runId: string, lanes: readonly number[] = LANES): Promise<void> {
  for (const lane of lanes)
    await sql`select graphile_worker.add_job(${GIVE}, json_build_object('city', ${tx.city.slug}::text, 'run', ${runId}::text,
      'lane', ${lane}::int), max_attempts => 10, job_key => ${`give ${runId} ${lane}`})`.execute(tx);
}

/** A step's own time; a last day that is not worked moves to the next one that is. */
export const budgetOf = (of: { unitOfTime: string | null; budget: number | null }): Budget => ({
  ...{
    rule_id: null,
    unit_of_time: (of.unitOfTime ?? 'working_day') as UnitOfTime,
    budget: of.budget ?? 1,
    roll: true,
  },
});
