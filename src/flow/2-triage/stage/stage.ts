/** How far a problem is in its matter, as its state tells it, and its stages as a page shows them. Pure. */
import { z } from 'zod';
import { type MatterEvent, milestone } from '#rules/milestone.ts';
import { due, instant } from '#rules/shapes.ts';
import type { ProblemState } from '#triage/problem.ts';

/** What has happened last to a problem that is in this state; whether its reporters were contacted, their signals know. */
export const eventOf = {
  open: 'made',
  given: 'assigned',
  working: 'signed',
  handled: 'handled',
  verified: 'verified',
  closed: 'closed',
  merged: 'closed',
} as const satisfies Record<ProblemState, MatterEvent>;

/** A stage as a page shows it: what it may take, and how it ran last; `due` null: it has not begun. */
export const stageShown = milestone.extend({
  /** In its own unit: what was granted on top. */
  extended: z.int(),
  due: due.nullable(),
  endedAt: instant.nullable(),
  /** As the limit counts, without what was suspended; a working day is 24 hours. */
  takenMs: z.number().nullable(),
});
export type StageShown = z.infer<typeof stageShown>;
