/** 撤回上一步: whoever did the last step takes it back before anybody has acted on it; it is as if it had not happened. */
import { rewindClocks } from '#clock/rewind.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { restoreRequests } from '#rules/time/time-request.store.ts';
import {
  type Last,
  lastStep,
  openAgain,
  reopenLead,
  retractAssignment,
  retractDecision,
} from '#triage/back/retract.store.ts';
import { clocksBack, type Retractable } from '#triage/back/retract.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { restoreDeferral } from '#triage/deferral/deferral.store.ts';
import { timedLimit } from '#triage/problem.ts';
import { stageOfStep } from '#triage/stage/stage.store.ts';
import { mustHaveNoOpenTasks } from '#triage/work.ts';

/** @throws not_now, forbidden where it is another's step; tasks_open */
export function retractStep(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { reason: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'retract', input, async () => {
    const last = (await lastStep(tx, problemId))!;
    const step = last.step as Retractable;
    await mustHaveNoOpenTasks(tx, problemId);
    await undo(tx, problemId, step, last);
    const { on, off } = clocksBack(step, last.from);
    const stage = await stageOfStep(tx, problemId, last.at);
    const stopped = await rewindClocks(tx, problemId, { on: [...on, ...stage.on], off: [...off, ...stage.off] });
    await restoreRequests(tx, stopped);
    for (const { limit, stoppedAt } of stopped)
      if (limit === timedLimit) await restoreDeferral(tx, problemId, stoppedAt);
    return { reason: input.reason, to: last.from, data: { retracted: `problem.${step}` } };
  });
}

async function undo(tx: Tx, problemId: string, step: Retractable, { data, request }: Last): Promise<void> {
  if (request) await retractDecision(tx, request);
  if (step === 'assign' || step === 'transfer') await retractAssignment(tx, data.assignment!);
  if (data.replaced) await openAgain(tx, [data.replaced]);
  if (step === 'transfer') await reopenLead(tx, problemId, { unitId: data.was, closed: 'transferred' });
  if (step === 'sendBack') await reopenLead(tx, problemId, { unitId: undefined, closed: 'returned' });
}
