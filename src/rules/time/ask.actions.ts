/** Asking for time, by whoever has the work: before the deadline, once at a time, at most as the rule says. */
import { dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { lockRunning, type OnThing, type RunningClock } from '#rules/time/terms.store.ts';
import { insertRequest, isAsked, pastOf } from '#rules/time/time-request.store.ts';
import { daysBetween, type Left, leftOf } from '#rules/time/time-request.ts';

type Ask = { id: string; reason: string; words: string };
type Said = { reason: string; data: Record<string, unknown> };

/** @throws deadline_past, time_asked, time_stands_still, extensions_used, extension_too_long */
export async function askExtension(
  tx: Tx,
  on: OnThing,
  person: string,
  { id, reason, words, budget }: Ask & { budget: number },
): Promise<Said> {
  const { clock, left } = await mayAsk(tx, on);
  if (left.extensions === 0) throw problem('extensions_used', { count: clock.extensions });
  if (budget > left.most) throw problem('extension_too_long', { most: left.most });
  const row = { id, reason, words, budget, until: null, clock_id: clock.id, by_person: person };
  await insertRequest(tx, { ...row, kind: 'extension', on, due_was: clock.due_at });
  return {
    reason: words,
    data: { ask: id, limit: on.limit, why: reason, budget, unitOfTime: clock.unit, due: clock.due_at },
  };
}

/** @param input.until the last day on which time does not count. @throws as above, suspension_past, suspension_too_long */
export async function askSuspension(
  tx: Tx,
  on: OnThing,
  person: string,
  { id, reason, words, until }: Ask & { until: string },
): Promise<Said> {
  const { clock, left } = await mayAsk(tx, on);
  mustLieAhead(tx, until);
  if (daysBetween(dayOf(tx.now), until) > left.days) throw problem('suspension_too_long', { days: left.days });
  const row = { id, reason, words, budget: null, until, clock_id: clock.id, by_person: person };
  await insertRequest(tx, { ...row, kind: 'suspension', on, due_was: clock.due_at });
  return { reason: words, data: { ask: id, why: reason, until, due: clock.due_at } };
}

/** @throws suspension_past */
export function mustLieAhead(tx: Tx, until: string): void {
  if (until <= dayOf(tx.now)) throw problem('suspension_past');
}

/** Nobody gives time to what is over. @throws deadline_past */
export function mustBeInTime(tx: Tx, clock: RunningClock): void {
  if (clock.paused_at !== null || tx.now <= clock.due_at) return;
  throw problem('deadline_past', {}, { detail: { due: clock.due_at.toISOString() } });
}

async function mayAsk(tx: Tx, on: OnThing): Promise<{ clock: RunningClock; left: Left }> {
  const clock = await lockRunning(tx, on);
  if (await isAsked(tx, on.thing)) throw problem('time_asked');
  if (clock.paused_at) throw problem('time_stands_still');
  mustBeInTime(tx, clock);
  return { clock, left: leftOf(clock, await pastOf(tx, clock.id)) };
}
