/** Verbs between signals and problems: make, gather, take out, split, merge. No reporter is ever lost on the way. */

import { stopClocks } from '#clock/clock.store.ts';
import type { Entry, Signature } from '#ledger/ledger.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { startLimits } from '#rules/limits.store.ts';
import { currentBasic } from '#rules/programme.store.ts';
import { aboutSignal } from '#signal/about.ts';
import type { Urgency } from '#signal/signal.ts';
import { closeAssignments } from '#triage/assignment.store.ts';
import { decideProposals } from '#triage/category/proposal.store.ts';
import { aboutOf, type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import {
  closeEdges,
  lockSignals,
  moveSignals,
  mustStandAt,
  openEdges,
  recount,
  signalsOn,
} from '#triage/edge.store.ts';
import { insertProblem, lockProblem, writeProblem } from '#triage/problem.store.ts';
import type { ProblemClass } from '#triage/problem.ts';
import { moveStage } from '#triage/stage/stage.actions.ts';
import { mustHaveNoOpenTasks } from '#triage/work.ts';

export const ofSignals = (verb: string, ids: string[], problemId: string, request: string, reason?: string): Entry[] =>
  ids.map((thing) => ({
    verb: `signal.${verb}`,
    kind: 'signal',
    thing,
    reason,
    data: { problem: problemId },
    request,
  }));

type Made = {
  id: string;
  title: string;
  statement: string;
  class: ProblemClass | null;
  urgency: Urgency;
  signals: string[];
};

/** A problem of signals that wait for triage. Its id is the problem's own. */
export async function makeProblem(tx: Tx, actor: Actor, input: Made): Promise<Done & { number: string }> {
  const by = signing(actor, 'problem.make');
  const person = personOf(actor);
  if (await once(tx, by, input.id, 'problem.make', input)) {
    const signals = await lockSignals(tx, actor, input.signals);
    mustStandAt(signals, null);
    const ids = signals.map((signal) => signal.id);
    const programme = await currentBasic(tx);
    await insertProblem(tx, { ...input, programme, by: person });
    await openEdges(tx, input.id, ids, person, 'made');
    await recount(tx, input.id);
    await stopClocks(tx, ids, ['triage']);
    await decideRepeats(tx, ids, input.id, person);
    const about = aboutOf(tx, await lockProblem(tx, actor, input.id));
    await startLimits(tx, [about], ['assign']);
    await moveStage(tx, about, { was: null, event: 'made' });
    await record(tx, by, [
      {
        verb: 'problem.make',
        kind: 'problem',
        thing: input.id,
        data: { signals: ids.length, class: input.class },
        request: input.id,
      },
      ...ofSignals('gather', ids, input.id, input.id),
    ]);
  }
  const { id, version, number } = await lockProblem(tx, actor, input.id);
  return { id, version, number };
}

export function gatherSignals(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { signals: string[]; reason: string },
) {
  return decideOnProblem(tx, actor, problemId, 'gather', input, async ({ person, by }) => {
    const signals = await lockSignals(tx, actor, input.signals);
    mustStandAt(signals, null);
    const ids = signals.map((signal) => signal.id);
    await takeIn(tx, by, { problemId, signals: ids, person, request: input.id, reason: input.reason });
    return { reason: input.reason, data: { signals: ids.length } };
  });
}

type TakenIn = { problemId: string; signals: string[]; person: string; request: string; reason?: string };

/** Signals that wait for triage come to a problem that there is; whatever was proposed of repeats is decided by it. */
export async function takeIn(tx: Tx, by: Signature, { problemId, signals, person, request, reason }: TakenIn) {
  await openEdges(tx, problemId, signals, person, 'gathered');
  await recount(tx, problemId);
  await stopClocks(tx, signals, ['triage']);
  await decideRepeats(tx, signals, problemId, person);
  await record(tx, by, ofSignals('gather', signals, problemId, request, reason));
}

const decideRepeats = (tx: Tx, signals: string[], problemId: string, person: string) =>
  decideProposals(
    tx,
    'repeat',
    signals.map((signalId) => ({ signalId, chosen: problemId })),
    person,
  );

export function takeOutSignals(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { signals: string[]; reason: string },
) {
  return decideOnProblem(tx, actor, problemId, 'takeOut', input, async ({ person, by }) => {
    const signals = await lockSignals(tx, actor, input.signals);
    mustStandAt(signals, problemId);
    const ids = signals.map((signal) => signal.id);
    await closeEdges(tx, ids, person, input.reason);
    await moveSignals(tx, ids, 'untriaged');
    await mustKeepOne(tx, problemId);
    await startLimits(tx, signals.map(aboutSignal), ['triage']);
    await record(tx, by, ofSignals('takeOut', ids, problemId, input.id, input.reason));
    return { reason: input.reason, data: { signals: ids.length } };
  });
}

type Split = Decision & { newId: string; title: string; statement: string; signals: string[]; reason: string };

/** Some of the signals are another matter: a new problem of the same class and urgency, under the same programme version. */
export async function splitProblem(tx: Tx, actor: Actor, problemId: string, input: Split) {
  const done = await decideOnProblem(tx, actor, problemId, 'split', input, async ({ problem, person, by }) => {
    const signals = await lockSignals(tx, actor, input.signals);
    mustStandAt(signals, problemId);
    const ids = signals.map((signal) => signal.id);
    await insertProblem(tx, {
      ...problem,
      ...input,
      id: input.newId,
      programme: problem.programme_version_id,
      by: person,
    });
    await closeEdges(tx, ids, person, 'split');
    await openEdges(tx, input.newId, ids, person, 'split');
    await mustKeepOne(tx, problemId);
    await recount(tx, input.newId);
    const about = { ...aboutOf(tx, problem), thing: input.newId };
    await startLimits(tx, [about], ['assign']);
    await moveStage(tx, about, { was: null, event: 'made' });
    await record(tx, by, [
      {
        verb: 'problem.make',
        kind: 'problem',
        thing: input.newId,
        data: { splitFrom: problemId, signals: ids.length },
        request: input.id,
      },
      ...ofSignals('gather', ids, input.newId, input.id, input.reason),
    ]);
    return { reason: input.reason, data: { into: input.newId, signals: ids.length } };
  });
  const { number: newNumber } = await lockProblem(tx, actor, input.newId);
  return { ...done, newId: input.newId, newNumber };
}

/** All signals go over to the other problem; this one stays as the record that it was merged, and by whom. */
export function mergeProblem(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { into: string; reason: string },
) {
  if (input.into === problemId) throw refuse('merge_into_itself');
  return decideOnProblem(tx, actor, problemId, 'merge', input, async ({ person, by }) => {
    const target = await lockProblem(tx, actor, input.into);
    if (target.state === 'merged' || target.state === 'closed') {
      const reason = { zh: '目标问题已结案或已并入别处', en: 'the other problem is closed or merged itself' };
      throw refuse('not_now', { step: { zh: '并入', en: 'merge' }, reason });
    }
    await mustHaveNoOpenTasks(tx, problemId);
    const ids = await signalsOn(tx, problemId);
    await closeEdges(tx, ids, person, 'merged');
    await openEdges(tx, target.id, ids, person, 'merged');
    await recount(tx, problemId);
    await recount(tx, target.id);
    await closeAssignments(tx, { problemId }, person, { reason: 'merged' });
    // Whoever has the other problem open must learn that it holds more now.
    await writeProblem(tx, target.id, {});
    await record(tx, by, [
      {
        verb: 'problem.absorb',
        kind: 'problem',
        thing: target.id,
        data: { merged: problemId, signals: ids.length },
        request: input.id,
      },
      ...ofSignals('gather', ids, target.id, input.id, input.reason),
    ]);
    return { reason: input.reason, data: { into: target.id, signals: ids.length }, change: { merged_into: target.id } };
  });
}

/** @throws last_signal */
async function mustKeepOne(tx: Tx, problemId: string): Promise<void> {
  if ((await recount(tx, problemId)) === 0) throw refuse('last_signal');
}
