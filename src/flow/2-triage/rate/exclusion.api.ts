/** Routes of exclusions from the three rates. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { button, decision, id, instant, listOf, page, reason } from '#rules/shapes.ts';
import { exclusionState, exclusionStep, ground } from '#triage/rate/exclusion.ts';

const done = z.object({ id, version: z.int() });
const named = z.object({ id, name: z.string() });

export const exclusionItem = z.object({
  id,
  signal: z.object({ id, number: z.string(), title: z.string() }),
  unit: named,
  ground,
  words: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  state: exclusionState,
  /** What the reporter said, or that nobody was reached. */
  said: z
    .object({
      reached: z.boolean(),
      contacted: z.boolean().nullable(),
      solved: z.enum(['yes', 'partly', 'no']).nullable(),
      satisfied: z.int().nullable(),
    })
    .nullable(),
  /** Every decision, the first one first. */
  trail: z.array(z.object({ step: exclusionStep, by: z.string(), at: instant, words: z.string() })),
  version: z.int(),
});

const query = page.extend({
  state: exclusionState.optional(),
  /** Those that wait for a reviewer. */
  open: z.stringbool().optional(),
  unitId: id.optional(),
});

export const exclusionApi = routes({
  list: {
    method: 'GET',
    path: '/exclusions',
    summary: { zh: '剔除申请', en: 'Exclusions' },
    verb: 'rate.read',
    query,
    reply: listOf(exclusionItem),
  },
  one: {
    method: 'GET',
    path: '/exclusions/:id',
    summary: { zh: '一件剔除申请', en: 'An exclusion' },
    verb: 'rate.read',
    params: z.object({ id }),
    reply: exclusionItem.extend({ buttons: z.array(button) }),
  },
  ask: {
    method: 'POST',
    path: '/exclusions',
    summary: { zh: '申请剔除', en: 'Ask for an exclusion' },
    verb: 'exclusion.ask',
    body: z.object({ id, signalId: id, ground, words: reason }),
    reply: done,
    problems: ['exclusion_unsaid', 'exclusion_late', 'exclusion_again'],
  },
  decide: {
    method: 'POST',
    path: '/exclusions/:id/decisions',
    summary: { zh: '审核、申诉、撤回', en: 'Decide, appeal, withdraw' },
    verb: 'rate.read',
    params: z.object({ id }),
    body: decision.extend({ step: exclusionStep, words: reason }),
    reply: done,
    problems: ['exclusion_late', 'not_now', 'changed_meanwhile'],
  },
});

export type ExclusionItem = z.infer<typeof exclusionItem>;
export type ExclusionQuery = z.output<typeof query>;
