/** A step of a procedure as it is written and sent; what closes it by itself. */
import { z } from 'zod';
import { unitsOfTime } from '#clock/due.ts';
import { MOST_STEPS, place, supervision, who } from '#procedure/procedure.ts';
import { id } from '#rules/shapes.ts';

export const stepKey = z.string().regex(/^[a-z0-9]{1,20}$/);

export const feedback = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('handed_in'), files: z.boolean() }),
  z.object({ rule: z.literal('reading'), indicatorId: id, min: z.number().nullable(), max: z.number().nullable() }),
  z.object({ rule: z.literal('closed') }),
  z.object({ rule: z.literal('step'), key: stepKey }),
]);
export type Feedback = z.infer<typeof feedback>;

/** A draft may be saved with parts missing; `faultsOf` says which before it is issued. */
export const step = z.object({
  key: stepKey,
  title: z.string().trim().max(100),
  words: z.string().trim().max(2_000),
  who,
  roleCode: z.string().max(60).nullable(),
  personId: id.nullable(),
  place,
  unitId: id.nullable(),
  unitOfTime: z.enum(unitsOfTime).nullable(),
  budget: z.int().min(1).max(2_000).nullable(),
  /** How it looks after the organisation that the run is about; null: it does not. */
  supervision: supervision.nullable().default(null),
  evidenceAsked: z.string().trim().max(500),
  after: z.array(stepKey).max(MOST_STEPS),
  feedback: feedback.nullable(),
});
export type Step = z.infer<typeof step>;

export const steps = z.array(step).max(MOST_STEPS);
