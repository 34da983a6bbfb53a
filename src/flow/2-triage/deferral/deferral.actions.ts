/** 挂账, 复核 and 销账: asked by the lead, decided by a dispatcher, with all limits of the work standing still meanwhile. */
import { dayOf } from '#clock/day.ts';
import { resumeClocks, suspendClocks } from '#clock/pause.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem as refuse } from '#platform/problem.ts';
import { resumePieces, suspendPieces } from '#rules/time/pieces.store.ts';
import { withStage } from '#rules/time/terms.store.ts';
import { lapseRequests } from '#rules/time/time-request.store.ts';
import { type Decision, type Done, decideOnProblem, type Ruled } from '#triage/decide.ts';
import {
  decideDeferralRow,
  endDeferralRow,
  insertDeferral,
  type OpenDeferral,
  openDeferral,
} from '#triage/deferral/deferral.store.ts';
import type { DeferralReason } from '#triage/deferral/deferral.ts';
import { latestReviewOf } from '#triage/deferral/latest-review.store.ts';
import { timedLimit } from '#triage/problem.ts';

type Ask = Decision & { reason: DeferralReason; words: string; conditions: string; reviewOn: string };

/** @throws deferral_open, time_stands_still, review_day */
export function askDeferral(tx: Tx, actor: Actor, problemId: string, input: Ask): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'askDeferral', input, async ({ problem, held, person }) => {
    await mustBeReviewedInTime(tx, problem, input.reviewOn);
    const { id, reason, words, conditions, reviewOn } = input;
    const row = { id, problem_id: problemId, reason, words, conditions, review_on: reviewOn, by_person: person };
    await insertDeferral(tx, row);
    const unit = held.find((holder) => holder.role === 'lead')!.to_unit;
    return { unit, reason: words, data: { why: reason, review: reviewOn } };
  });
}

/** @throws review_day */
async function mustBeReviewedInTime(tx: Tx, problem: Ruled, day: string): Promise<void> {
  const latest = await latestReviewOf(tx, problem);
  if (day <= dayOf(tx.now) || day > latest) throw refuse('review_day', { latest });
}

const theOpen = async (tx: Tx, problemId: string): Promise<OpenDeferral> => (await openDeferral(tx, problemId))!;

export function withdrawDeferral(tx: Tx, actor: Actor, problemId: string, input: Decision): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'withdrawDeferral', input, async ({ person }) => {
    const { id } = await theOpen(tx, problemId);
    await endDeferralRow(tx, id, { state: 'withdrawn', ended_by: person, ended_words: null });
    return {};
  });
}

type Decide = Decision & { granted: boolean; reviewOn: string | null; words: string };

/** Another person than who asked. Its reporters are owed an answer from then on: a reaction. @throws own_deferral, review_day */
export function decideDeferral(tx: Tx, actor: Actor, problemId: string, input: Decide): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'decideDeferral', input, async ({ problem, person }) => {
    const { id, by_person: by, review_on } = await theOpen(tx, problemId);
    if (by === person) throw refuse('own_deferral');
    const { granted, words } = input;
    const review = input.reviewOn ?? review_on;
    if (granted) await mustBeReviewedInTime(tx, problem, review);
    const state = granted ? 'standing' : 'refused';
    await decideDeferralRow(tx, id, { state, decided_by: person, decision: words, review_on: review });
    if (granted) await standStill(tx, problemId, { by, allowedBy: person });
    return { reason: words, data: { granted, ...(granted && { review }) } };
  });
}

/** What was asked for the limit lapses: it stands still anyhow. */
async function standStill(tx: Tx, problemId: string, who: { by: string; allowedBy: string }): Promise<void> {
  await lapseRequests(tx, problemId, withStage(timedLimit));
  const by = { reason: 'deferral', ...who };
  await suspendClocks(tx, [problemId], { ...by, limits: withStage(timedLimit) });
  await suspendPieces(tx, problemId, by);
}

/** 复核后续挂: looked at, and still not to be solved; the next day of review. @throws review_day */
export function keepDeferral(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { reviewOn: string; words: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'keepDeferral', input, async ({ problem, person }) => {
    await mustBeReviewedInTime(tx, problem, input.reviewOn);
    const { id: was, reason, words, conditions, by_person, at } = await theOpen(tx, problemId);
    await endDeferralRow(tx, was, { state: 'ended', ended_by: person, ended_words: input.words });
    const row = {
      id: input.id,
      problem_id: problemId,
      reason,
      words,
      conditions,
      by_person,
      review_on: input.reviewOn,
    };
    await insertDeferral(tx, row, { at, decided_by: person, decision: input.words });
    return { reason: input.words, data: { review: input.reviewOn } };
  });
}

/** 销账: work goes on, with as much time left as there was. */
export function strikeDeferral(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { words: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'strikeDeferral', input, async ({ person }) => {
    const { id } = await theOpen(tx, problemId);
    await endDeferralRow(tx, id, { state: 'ended', ended_by: person, ended_words: input.words });
    const resumed = await resumeClocks(tx, [problemId], withStage(timedLimit));
    const moved = resumed.find(({ limit_name }) => limit_name === timedLimit);
    await resumePieces(tx, problemId);
    return { reason: input.words, data: { ...(moved && { due: moved.to }) } };
  });
}
