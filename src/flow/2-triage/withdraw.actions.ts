/** 撤回立项: a problem that should not have been made, before anybody has signed for it. Its signals wait for triage again. */

import { record } from '#ledger/record.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { startLimits } from '#rules/limits.store.ts';
import { aboutSignal } from '#signal/about.ts';
import { closeAssignments } from '#triage/assignment.store.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { closeEdges, lockSignals, moveSignals, recount, signalsOn } from '#triage/edge.store.ts';
import { ofSignals } from '#triage/gather.actions.ts';
import { mustHaveNoOpenTasks } from '#triage/work.ts';

/** Nothing is taken away: the problem stays as the record that it was made and withdrawn, closed and without signals. */
export function withdrawProblem(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { reason: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'withdraw', input, async ({ person, by }) => {
    await mustHaveNoOpenTasks(tx, problemId);
    const on = await signalsOn(tx, problemId);
    if (on.length > 0) {
      const signals = await lockSignals(tx, actor, on);
      await closeEdges(tx, on, person, input.reason);
      await moveSignals(tx, on, 'untriaged');
      await startLimits(tx, signals.map(aboutSignal), ['triage']);
      await record(tx, by, ofSignals('takeOut', on, problemId, input.id, input.reason));
    }
    await recount(tx, problemId);
    await closeAssignments(tx, { problemId }, person, { reason: 'withdrawn', words: input.reason });
    return { reason: input.reason, data: { signals: on.length } };
  });
}
