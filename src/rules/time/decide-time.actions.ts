/** Deciding on a request for time, taking it back, and letting a limit run on that stood still. */
import { extendClock, resumeClocks, suspendClocks } from '#clock/pause.store.ts';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { inUnit } from '#rules/milestone.ts';
import { refusal } from '#rules/steps.ts';
import { mustBeInTime, mustLieAhead } from '#rules/time/ask.actions.ts';
import { keepStill, resumePieces, suspendPieces } from '#rules/time/pieces.store.ts';
import { lockRunning, type OnThing, withStage } from '#rules/time/terms.store.ts';
import {
  lockRequest,
  suspensionsOver,
  type TimeRequestRow,
  writeDecision,
  writeEnd,
} from '#rules/time/time-request.store.ts';
import { lifeCycle, steps, type TimeRequestRole } from '#rules/time/time-request.ts';

type Said = { reason?: string; data: Record<string, unknown> };
type Verdict = { requestId: string; granted: boolean; words: string };

/**
 * Whoever gave the work grants or refuses, and never what they asked themselves. An extension that was asked in time may be
 * granted after the deadline; time that is over does not stand still. @throws own_time_request, not_now, deadline_past, suspension_past
 */
export async function decideTime(tx: Tx, on: OnThing, person: string, verdict: Verdict): Promise<Said> {
  const { requestId, granted, words } = verdict;
  const request = await lockRequest(tx, on.thing, requestId);
  mustStand(request, granted ? 'grant' : 'refuse', 'decider');
  if (request.by_person === person) throw problem('own_time_request');
  const due = granted ? await give(tx, on, request, person) : null;
  const state = granted ? 'granted' : 'refused';
  await writeDecision(tx, request.id, { state, decided_by: person, decision: words, due_after: due });
  const { kind, budget, until } = request;
  const data = { ask: request.id, what: kind, granted, ...(budget && { budget }), ...(until && { until }) };
  return { reason: words, data: { ...data, ...(due && { due }) } };
}

/** @returns the deadline from now on; of what stands still it is that of before, until it runs on. */
async function give(tx: Tx, on: OnThing, request: TimeRequestRow, person: string) {
  const { kind, reason, until, by_person } = request;
  if (kind === 'extension') return extend(tx, on, request, person);
  const clock = await lockRunning(tx, on);
  mustBeInTime(tx, clock);
  mustLieAhead(tx, until!);
  await suspendClocks(tx, [on.thing], { reason, by: by_person, allowedBy: person, limits: withStage(on.limit) });
  await suspendPieces(tx, on.thing, { reason, by: by_person, allowedBy: person });
  return clock.due_at;
}

/** More of a stage is more of the whole: the limit of handling moves with it, so that the stages still fit into it. */
async function extend(tx: Tx, on: OnThing, { limit, reason, budget }: TimeRequestRow, person: string): Promise<Date> {
  const clock = await lockRunning(tx, { ...on, limit: limit as OnThing['limit'] });
  const moved = await extendClock(tx, clock.id, { budget: budget!, by: person, reason });
  if (limit !== on.limit) {
    const whole = await lockRunning(tx, on);
    const more = inUnit({ unit: clock.unit, budget: budget! }, whole.unit);
    await extendClock(tx, whole.id, { budget: more, by: person, reason });
  }
  return moved?.to ?? clock.due_at;
}

/** What was asked is not wanted any more. @throws not_now where it is decided */
export async function withdrawTime(tx: Tx, on: OnThing, person: string, requestId: string): Promise<Said> {
  const request = await lockRequest(tx, on.thing, requestId);
  mustStand(request, 'withdraw', 'asker');
  await writeEnd(tx, request.id, 'withdrawn', person);
  return { data: { ask: request.id, what: request.kind } };
}

type Resume = { requestId: string; words: string };

/** 解挂 by hand, before its day. @throws not_now where it does not stand still */
export async function resumeTime(tx: Tx, on: OnThing, person: string, { requestId, words }: Resume): Promise<Said> {
  const request = await lockRequest(tx, on.thing, requestId);
  mustStand(request, 'resume', 'either');
  if (request.kind !== 'suspension') throw problem('not_found');
  await lockRunning(tx, on);
  const due = await runOn(tx, on.thing, on.limit);
  await writeEnd(tx, request.id, 'ended', person);
  return { reason: words, data: { ask: request.id, ...(due && { due }) } };
}

async function runOn(tx: Tx, thing: string, limit: string): Promise<Date | undefined> {
  const moved = await resumeClocks(tx, [thing], withStage(limit));
  await resumePieces(tx, thing);
  await keepStill(tx, thing);
  return moved.find(({ limit_name }) => limit_name === limit)?.to;
}

function mustStand({ state }: TimeRequestRow, step: keyof typeof steps, role: TimeRequestRole): void {
  const closed = refusal(lifeCycle, step, state, new Set([role]));
  if (closed) throw problem('not_now', { step: steps[step], reason: closed });
}

/** 解挂 by its day: the limit runs on from the day after. @returns how many; as many as `most` means that there may be more */
export async function endSuspensions(tx: Tx, most: number): Promise<number> {
  const over = await suspensionsOver(tx, most);
  for (const { id, thing, thing_kind: kind, limit } of over) {
    const due = await runOn(tx, thing, limit);
    await writeEnd(tx, id, 'ended', null);
    await record(tx, program, {
      verb: `${kind}.resume`,
      kind,
      thing,
      data: { ask: id, byDay: true, ...(due && { due }) },
    });
  }
  return over.length;
}
