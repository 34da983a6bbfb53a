/** Routes of the triage desk: signals sent on in one go (category, problem, unit), and that taken back. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { due, id, said, unit } from '#rules/shapes.ts';
import { urgency } from '#signal/signal.ts';
import { problemClass } from '#triage/problem.ts';

/** As many signals as one call may name, over all that it sends on. */
export const MOST_AT_ONCE = 1_000;

/** Signals that go the same way: each onto `into`, or all onto one new problem, or only sorted into a category. */
export const dispatch = z
  .object({
    /** Of the decision. */
    id,
    signals: z.array(id).min(1).max(MOST_AT_ONCE),
    categoryId: id.nullable().default(null),
    into: id.nullable().default(null),
    /** `id` is the new problem's own. */
    make: z
      .object({
        id,
        title: z.string().trim().min(1).max(200),
        class: problemClass.nullable().default(null),
        urgency: urgency.default('normal'),
      })
      .nullable()
      .default(null),
    /** The lead unit; a problem that has one already keeps it. */
    unitId: id.nullable().default(null),
  })
  .refine(({ into, make }) => !(into && make), { path: ['make'], error: 'malformed' })
  .refine(({ into, make, categoryId }) => into || make || categoryId, { path: ['into'], error: 'malformed' });

/** What became of one of them. `assigned`: the unit asked for has it; `sorted`: its signals have another category by this. */
export const sentOn = z.object({
  id,
  signals: z.array(id),
  problem: z
    .object({
      id,
      number: z.string(),
      title: z.string(),
      version: z.int(),
      made: z.boolean(),
      lead: unit.nullable(),
      due: due.nullable(),
    })
    .nullable(),
  assigned: z.boolean(),
  sorted: z.boolean(),
});

/** Signals of one of them that were left where they are, and why. */
export const leftOut = z.object({ id, signals: z.array(id), code: z.string(), message: said });

/** `made`: the problem was, by this, and has `version` since; else the signals alone are taken out of it again. */
const undo = z.object({
  id,
  signals: z.array(id).min(1).max(MOST_AT_ONCE),
  problem: z.object({ id, made: z.boolean(), version: z.int() }).nullable(),
  sorted: z.boolean(),
});

export const dispatchApi = routes({
  send: {
    method: 'POST',
    path: '/dispatches',
    summary: {
      zh: '分拨：分类、归入或立问题、派单，一次办完；办不成的一件不影响其他',
      en: 'Send signals on: category, problem and unit in one go; one that cannot be stops only itself',
    },
    verb: 'signal.triage',
    body: z.object({ dispatches: z.array(dispatch).min(1).max(200) }),
    reply: z.object({ sent: z.array(sentOn), left: z.array(leftOut) }),
    problems: ['signal_taken', 'signal_elsewhere', 'not_now', 'unit_closed'],
  },
  takeBack: {
    method: 'POST',
    path: '/dispatches/taken-back',
    summary: { zh: '撤回刚才的分拨', en: 'Take back what was just sent on' },
    verb: 'signal.triage',
    body: z.object({ dispatches: z.array(undo).min(1).max(200) }),
    reply: z.object({ back: z.array(id), left: z.array(leftOut) }),
    problems: ['not_now', 'changed_meanwhile'],
  },
});

export type Dispatch = z.output<typeof dispatch>;
export type SentOn = z.infer<typeof sentOn>;
export type LeftOut = z.infer<typeof leftOut>;
export type TakeBack = z.output<typeof undo>;
