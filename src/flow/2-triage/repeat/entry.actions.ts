/** Gathering a signal into a problem by whoever has just entered it, without the right to triage what others entered. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';
import { lockSignals, mustStandAt } from '#triage/edge.store.ts';
import { takeIn } from '#triage/gather.actions.ts';
import { lockProblem, writeProblem } from '#triage/problem.store.ts';
import { lifeCycle, type ProblemRole } from '#triage/problem.ts';

const taker: ReadonlySet<ProblemRole> = new Set(['taker']);

/**
 * The problem may have changed since it was shown: nine calls on one leak come at once, and each changes it.
 * @throws forbidden where somebody else entered the signal; signal_elsewhere, not_now
 */
export async function gatherEntered(tx: Tx, actor: Actor, problemId: string, input: { id: string; signalId: string }) {
  const problem = await lockProblem(tx, actor, problemId);
  const by = signing(actor, 'signal.enter');
  if (await once(tx, by, input.id, 'problem.enter', { problemId, ...input })) {
    const signals = await lockSignals(tx, actor, [input.signalId]);
    const entered = await tx
      .selectFrom('signal')
      .select('recorded_by')
      .where('id', '=', input.signalId)
      .executeTakeFirstOrThrow();
    if (entered.recorded_by !== actor.id) throw refuse('forbidden', { verb: permissions['signal.triage'] });
    await mustBeOpen(tx, lifeCycle, 'enter', problem, taker, problem.version);
    mustStandAt(signals, null);
    await takeIn(tx, by, { problemId, signals: [input.signalId], person: personOf(actor), request: input.id });
    await writeProblem(tx, problemId, {});
    await record(tx, by, {
      verb: 'problem.enter',
      kind: 'problem',
      thing: problemId,
      data: { signals: 1 },
      request: input.id,
    });
  }
  const { id, number, version } = await lockProblem(tx, actor, problemId);
  return { id, number, version };
}
