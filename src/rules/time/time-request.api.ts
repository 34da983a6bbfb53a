/** Shapes of requests for time, the same for a problem and a task. */
import { z } from 'zod';
import { unitsOfTime } from '#clock/due.ts';
import { decision, id, instant, reason, remark } from '#rules/shapes.ts';
import { extensionReason, suspensionReason, timeRequestKind, timeRequestState } from '#rules/time/time-request.ts';

/** `budget`: in the unit of the limit, up to what its rule allows. */
export const extensionAsked = decision.extend({
  reason: extensionReason,
  words: reason,
  budget: z.int().min(1).max(3_653),
});
/** `until`: the last day on which time does not count. */
export const suspensionAsked = decision.extend({ reason: suspensionReason, words: reason, until: z.iso.date() });
export const timeDecided = decision.extend({ requestId: id, granted: z.boolean(), words: reason });
export const timeWithdrawn = decision.extend({ requestId: id });
export const timeResumed = decision.extend({ requestId: id, words: remark });

export const timeProblems = ['not_now', 'changed_meanwhile', 'limit_not_running', 'deadline_past'] as const;
export const askProblems = [...timeProblems, 'time_asked', 'time_stands_still'] as const;

/** What was asked, of whom it was allowed, and what became of the deadline. */
export const timeRequest = z.object({
  id,
  kind: timeRequestKind,
  state: timeRequestState,
  reason: z.string(),
  words: z.string(),
  unitOfTime: z.enum(unitsOfTime),
  /** The stage for which more was asked; null: the limit of the whole. */
  stage: z.string().nullable(),
  budget: z.int().nullable(),
  until: z.iso.date().nullable(),
  by: z.string(),
  at: instant,
  dueWas: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
  dueAfter: instant.nullable(),
  endedBy: z.string().nullable(),
  endedAt: instant.nullable(),
});

/** What may still be asked for the limit that runs; null: none runs for which time may be asked. */
export const timeLeft = z.object({ unit: z.enum(unitsOfTime), extensions: z.int(), most: z.int(), days: z.int() });

export const timeOfThing = z.object({
  requests: z.array(timeRequest),
  left: timeLeft.nullable(),
  /** The same of the stage that runs, where the limit has stages. */
  stage: timeLeft.extend({ name: z.string() }).nullable(),
});

export type TimeRequest = z.infer<typeof timeRequest>;
export type TimeOfThing = z.infer<typeof timeOfThing>;

/** Asking shows where nothing is asked and nothing stands still, deciding where something is asked, resuming where it stands. */
export function timeStepShows(step: string, { requests, left, stage }: TimeOfThing): boolean {
  const asked = requests.some(({ state }) => state === 'asked');
  const stands = requests.some(({ kind, state }) => kind === 'suspension' && state === 'granted');
  switch (step) {
    case 'askExtension':
      return [left, stage].some((one) => one !== null && one.extensions > 0) && !asked && !stands;
    case 'askSuspension':
      return left !== null && left.days > 0 && !asked && !stands;
    case 'decideTime':
    case 'withdrawTime':
      return asked;
    case 'resume':
      return stands;
    default:
      return true;
  }
}
