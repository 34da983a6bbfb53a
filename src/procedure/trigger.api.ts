/** Routes of what starts a procedure: adding and ending a trigger, and settling what none could begin of. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { terms } from '#procedure/trigger.ts';
import { id, instant, person, reason } from '#rules/shapes.ts';

const one = z.object({ id });

export const triggerShown = z.object({
  id,
  terms,
  /** What the terms name, as it is called today. */
  about: z.string(),
  fallback: person,
  madeBy: z.string(),
  madeAt: instant,
  reason: z.string(),
  endedAt: instant.nullable(),
  /** Events met, runs begun, and when last. */
  met: z.int(),
  runs: z.int(),
  last: instant.nullable(),
  /** Events of which no run began, and that nobody has settled. */
  waiting: z.array(z.object({ id, at: instant, why: z.enum(['no_version', 'no_unit']), standsWith: z.string() })),
});

export const triggerApi = routes({
  list: {
    method: 'GET',
    path: '/procedures/:id/triggers',
    summary: { zh: '自动发起的条件', en: 'What starts a procedure' },
    verb: 'procedure.read',
    params: one,
    reply: z.object({ items: z.array(triggerShown) }),
  },
  add: {
    method: 'POST',
    path: '/procedures/:id/triggers',
    summary: { zh: '增加自动发起的条件', en: 'Add a trigger' },
    verb: 'procedure.manage',
    params: one,
    body: z.object({ id, terms, fallbackId: id, reason }),
    reply: one,
    problems: ['trigger_unknown', 'trigger_circle', 'person_left', 'forbidden'],
  },
  end: {
    method: 'POST',
    path: '/procedure-triggers/:id/end',
    summary: { zh: '停用条件', en: 'End a trigger' },
    verb: 'procedure.manage',
    params: one,
    body: z.object({ id, reason }),
    reply: one,
    problems: ['forbidden'],
  },
  settle: {
    method: 'POST',
    path: '/procedure-firings/:id/settlement',
    summary: { zh: '处理没能发起的一次', en: 'Settle an event of which no run began' },
    verb: 'procedure.read',
    params: one,
    body: z.object({ id, words: reason }),
    reply: one,
    problems: ['forbidden'],
  },
});

export type TriggerShown = z.infer<typeof triggerShown>;
