/** The worker: reactions woken by the ledger, the sweep that finds what was missed, and the jobs of the rooms. */
import { type Runner, run, type TaskList } from 'graphile-worker';
import { creditCrontab, creditTasks } from '#credit/credit.jobs.ts';
import { extractCrontab, extractTasks } from '#extract/extract.jobs.ts';
import { intakeCrontab, intakeTasks } from '#intake/intake.jobs.ts';
import { react } from '#ledger/react.ts';
import { WAKE } from '#ledger/record.ts';
import { sweep } from '#ledger/sweep.ts';
import { messageCrontab, messageTasks } from '#message/push.jobs.ts';
import { countCrontab, countTasks } from '#outcome/count.jobs.ts';
import { paperCrontab, paperTasks } from '#paper/paper.jobs.ts';
import { peopleCrontab, peopleTasks } from '#people/people.jobs.ts';
import { type City, transact } from '#platform/city.ts';
import { silent } from '#platform/silent.ts';
import { procedureCrontab, procedureTasks } from '#procedure/procedure.jobs.ts';
import type { Installation } from '#root/install.ts';
import { keepRunning, realWays } from '#root/keep-running.ts';
import { reactions } from '#root/reactions.ts';
import { SEAL, sealAll, sealCrontab, waitingRows } from '#root/seal-all.ts';
import { trainingCrontab, trainingTasks } from '#root/training.ts';
import { calendarCrontab, calendarTasks } from '#rules/calendar.jobs.ts';
import { timeCrontab, timeTasks } from '#rules/time/time.jobs.ts';
import { eraseCrontab, eraseTasks } from '#signal/erase.jobs.ts';
import { MERGE, mergeIndex } from '#signal/search.store.ts';
import { supervisionCrontab, supervisionTasks } from '#supervision/supervision.jobs.ts';
import { callbackCrontab, callbackTasks } from '#triage/callback/callback.jobs.ts';
import { modelCrontab, modelTasks } from '#triage/category/category.jobs.ts';
import { surveyCrontab, surveyTasks } from '#triage/theme/survey.jobs.ts';
import { warningCrontab, warningTasks } from '#triage/warning/warning.jobs.ts';

type Payload = { city: string; first: number; last: number };

/** Every job names its city; one whose city is not open here is left for whoever has it. */
function ofCity(installation: Installation, work: (city: City, payload: Payload) => Promise<unknown>) {
  return async (payload: unknown) => {
    const city = installation.cities.get((payload as Payload).city);
    if (!city) throw new Error(`the city ${(payload as Payload).city} is not open`);
    await work(city, payload as Payload);
  };
}

export function tasksOf(installation: Installation): TaskList {
  const wake = ofCity(installation, (city, { first, last }) => react(city, reactions, first, last));
  const manyWait = waitingRows();
  return {
    [WAKE]: async (payload, { addJob }) => {
      const { first, last } = payload as Payload;
      if (manyWait(last - first + 1)) await addJob(SEAL, {}, { jobKey: SEAL, maxAttempts: 1 });
      await wake(payload);
    },
    [MERGE]: ofCity(installation, (city) => transact(city, mergeIndex)),
    'merge-all': async () => {
      for (const city of installation.cities.values()) await transact(city, mergeIndex);
    },
    sweep: async () => {
      for (const city of installation.cities.values()) await sweep(city, reactions);
    },
    [SEAL]: () => sealAll(installation),
    ...eraseTasks(installation.cities),
    ...intakeTasks(installation.cities),
    ...peopleTasks(installation.cities),
    ...countTasks(installation.cities),
    ...modelTasks(installation.cities),
    ...surveyTasks(installation.cities),
    ...timeTasks(installation.cities),
    ...trainingTasks(installation),
    ...warningTasks(installation.cities),
    ...messageTasks(installation.cities),
    ...extractTasks(installation.cities),
    ...callbackTasks(installation.cities),
    ...calendarTasks(installation.cities),
    ...supervisionTasks(installation.cities),
    ...creditTasks(installation.cities),
    ...paperTasks(installation.cities),
    ...procedureTasks(installation.cities),
  };
}

/** What runs by the clock, in UTC. */
export const crontab = [
  '* * * * * sweep ?fill=1m&max=1',
  '* * * * * merge-all ?max=1',
  sealCrontab,
  eraseCrontab,
  intakeCrontab,
  peopleCrontab,
  countCrontab,
  modelCrontab,
  surveyCrontab,
  timeCrontab,
  trainingCrontab,
  warningCrontab,
  messageCrontab,
  extractCrontab,
  callbackCrontab,
  calendarCrontab,
  supervisionCrontab,
  creditCrontab,
  paperCrontab,
  procedureCrontab,
].join('\n');

/**
 * Runs until `stop()`. Wakes come by notification; the poll is only for what was enqueued while nobody listened. Without the
 * queue's local queue: in 0.18 it fails to give back what it holds when it is stopped.
 */
export const startWorker = (installation: Installation) =>
  keepRunning(() => beginRunner(installation), realWays(installation.clock));

async function beginRunner(installation: Installation): Promise<Runner> {
  const runner = await run({
    pgPool: installation.pool,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    noPreparedStatements: false,
    logger: silent,
    taskList: tasksOf(installation),
    crontab,
  });
  // What a program that was killed has left is taken up now, not at the next minute.
  await runner.addJob('import-sweep', {}, { jobKey: 'import-sweep', maxAttempts: 1 });
  await runner.addJob('text-train-sweep', {}, { jobKey: 'text-train-sweep', maxAttempts: 1 });
  await runner.addJob('calendar-sweep', {}, { jobKey: 'calendar-sweep', maxAttempts: 1 });
  await runner.addJob('survey-sweep', {}, { jobKey: 'survey-sweep', maxAttempts: 1 });
  return runner;
}
