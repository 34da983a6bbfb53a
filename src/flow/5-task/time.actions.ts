/** Time on a task: its assignee asks that it be extended or stand still, whoever gives it decides, either lets it run on. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { askExtension, askSuspension } from '#rules/time/ask.actions.ts';
import { decideTime, resumeTime, withdrawTime } from '#rules/time/decide-time.actions.ts';
import type { OnThing } from '#rules/time/terms.store.ts';
import { decideOnTask } from '#task/task.actions.ts';
import { type TaskStep, timedLimit } from '#task/task.ts';

type Decision = { id: string; version: number };
type Said = { reason?: string; data: Record<string, unknown> };
type Ask = Decision & { reason: string; words: string };

export const onTask = (thing: string): OnThing => ({ kind: 'task', thing, limit: timedLimit });

function onTime<D extends Decision>(
  step: TaskStep,
  act: (tx: Tx, on: OnThing, person: string, input: D) => Promise<Said>,
) {
  return (tx: Tx, actor: Actor, taskId: string, input: D): Promise<Decision> =>
    decideOnTask(tx, actor, taskId, step, input, ({ person }) => act(tx, onTask(taskId), person, input));
}

export const askTaskExtension = onTime<Ask & { budget: number }>('askExtension', askExtension);
export const askTaskSuspension = onTime<Ask & { until: string }>('askSuspension', askSuspension);
export const decideTaskTime = onTime<Decision & { requestId: string; granted: boolean; words: string }>(
  'decideTime',
  decideTime,
);
export const withdrawTaskTime = onTime<Decision & { requestId: string }>(
  'withdrawTime',
  (tx, on, person, { requestId }) => withdrawTime(tx, on, person, requestId),
);
export const resumeTask = onTime<Decision & { requestId: string; words: string }>('resume', resumeTime);
