/** Running a survey: read, group in a thread of its own, and write what came of it in one transaction; or leave all as it was. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { dayOf } from '#clock/day.ts';
import { BEAT_MS } from '#intake/import.ts';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import { type Cursor, countMessages, readMessages } from '#triage/theme/message.store.ts';
import { decisionsUntil, keepResult, standingOf } from '#triage/theme/result.store.ts';
import { beat, beThere, endRun, lockSurvey, type RunRow, takeUp } from '#triage/theme/survey.store.ts';
import { AT_MOST, type RunStep, spanOf } from '#triage/theme/survey.ts';
import type { FromThread, ToThread } from '#triage/theme/survey.worker.ts';

const BATCH = 2_000;
/** The thread holds the words of a run and what is made of them; more ends it, and the old result stays. */
const MEMORY_MB = 2_048;

const builtIn = new URL('./group-matters.ts', import.meta.url);

export type RunOptions = {
  /** The module that groups; tests put their own in its place. */
  grouper?: URL;
  /** Called between the steps, in tests: what happens then is what happens to a program that dies there. */
  reached?: (step: RunStep) => Promise<void>;
};

/** Another runner has followed: what this one finds counts nothing. */
class NotMine extends Error {}

/** Runs it to its end, where nobody else does. @returns whether this call had it */
export async function runSurvey(city: City, id: string, options: RunOptions = {}): Promise<boolean> {
  const runner = newId();
  const leave = await beThere(city, runner);
  let now: { step: RunStep; share: number } = { step: 'reading', share: 0 };
  const say = () => transact(city, (tx) => beat(tx, id, runner, now.step, now.share));
  const beating = setInterval(() => void say().catch(() => {}), BEAT_MS);
  try {
    const run = await transact(city, (tx) => takeUp(tx, id, runner));
    if (!run) return false;
    const tell = async (step: RunStep, share: number) => {
      now = { step, share };
      if (!(await say())) throw new NotMine();
      await options.reached?.(step);
    };
    try {
      await runThrough(city, run, runner, tell, options.grouper ?? builtIn);
    } catch (error) {
      if (error instanceof NotMine) return false;
      if (error instanceof Problem && error.body.code === 'unavailable') throw error; // the queue tries again
      const words = String((error as Error)?.message ?? error).slice(0, 300);
      await transact(city, (tx) => endRun(tx, id, runner, { state: 'failed', error: words }));
    }
    return true;
  } finally {
    clearInterval(beating);
    await leave();
  }
}

type Tell = (step: RunStep, share: number) => Promise<void>;

async function runThrough(city: City, run: RunRow, runner: string, tell: Tell, grouper: URL): Promise<void> {
  const survey = await transact(city, (tx) => lockSurvey(tx, run.survey_id, 'share'));
  const span = spanOf(survey, dayOf(city.clock.now()));
  const thread = openThread(grouper);
  try {
    await tell('reading', 0);
    const total = Math.max(1, await transact(city, (tx) => countMessages(tx, survey.scope, span)));
    let read = 0;
    let after: Cursor | undefined;
    do {
      const batch = await transact(city, (tx) =>
        readMessages(tx, survey.scope, span, after, Math.min(BATCH, AT_MOST - read)),
      );
      await thread.ask({ read: batch.messages });
      read += batch.messages.length;
      after = batch.next;
      await tell('reading', Math.min(1, read / Math.min(total, AT_MOST)));
    } while (after && read < AT_MOST);
    await tell('grouping', 0);
    await thread.ask({ group: await transact(city, (tx) => standingOf(tx, survey.id)) });
    await tell('keeping', 0);
    const facts = { span, signals: read, leftOut: Math.max(0, total - read) };
    while (!(await keepWhatStands(city, run, runner, thread, facts)));
  } finally {
    await thread.close();
  }
}

type Facts = { span: ReturnType<typeof spanOf>; signals: number; leftOut: number };

/** Laid on what stood when it was read; where somebody has decided since, it is laid again. @returns whether it is written */
async function keepWhatStands(city: City, run: RunRow, runner: string, thread: Thread, facts: Facts): Promise<boolean> {
  const read = await transact(city, async (tx) => {
    const until = await decisionsUntil(tx, run.survey_id);
    return { until, standing: await standingOf(tx, run.survey_id) };
  });
  const result = await thread.ask({ carry: read.standing });
  if (!('kept' in result)) throw new Error('the thread has no result');
  return transact(city, async (tx) => {
    const survey = await lockSurvey(tx, run.survey_id, 'update');
    if ((await decisionsUntil(tx, survey.id)) !== read.until) return false;
    const { span, signals, leftOut } = facts;
    const { groups, themes } = await keepResult(tx, survey, run, span, read.standing, result);
    const counts = { signals, left_out: leftOut, groups, themes, rule: result.rule };
    if (!(await endRun(tx, run.id, runner, { state: 'done', from_day: span.from, to_day: span.to, ...counts })))
      throw new NotMine();
    await record(tx, program, {
      ...{
        verb: 'survey.done',
        kind: 'survey',
        thing: survey.id,
        data: { run: run.number, ...counts },
        request: run.id,
      },
    });
    return true;
  });
}

type Thread = ReturnType<typeof openThread>;

/** One question at a time; a thread that dies of its memory answers with that. */
function openThread(grouper: URL) {
  const worker = new Worker(new URL('./survey.worker.ts', import.meta.url), {
    workerData: { grouper: grouper.href },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return {
    async ask(question: ToThread): Promise<FromThread> {
      worker.postMessage(question);
      const [answer] = (await once(worker, 'message')) as [FromThread];
      return answer;
    },
    close: async () => void (await worker.terminate()),
  };
}
