/** Routes of the dispatch centre: what waits for the dispatchers, and cases taken so that nobody else is given them. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { due, id, instant, person, said, unit } from '#rules/shapes.ts';
import { urgency } from '#signal/signal.ts';
import { type WaitKind, waitKind, waitKinds } from '#triage/centre/centre.ts';

const light = z.enum(['red', 'yellow', 'green']);
const named = z.object({ id, name: z.string() });

/** `confidence` from 0 to 1; 1: the duty list says it, or it was asked for by name. */
const proposed = z.object({ unit, confidence: z.number(), why: said });

export const centreItem = z.object({
  kind: waitKind,
  /** Of the signal, the problem or the warning. */
  id,
  number: z.string(),
  title: z.string(),
  urgency,
  at: instant,
  due: due.nullable(),
  light,
  area: z.string().nullable(),
  channels: z.array(z.string()),
  /** The likeliest first. */
  units: z.array(proposed),
  /** What the unit said that sent it back. */
  returned: z.object({ unit: z.string(), reason: z.string(), basis: z.string(), times: z.int() }).nullable(),
  /** What was asked, and why. */
  asked: z.object({ by: z.string(), said, words: z.string() }).nullable(),
  lease: z.object({ person, untilAt: instant, mine: z.boolean() }).nullable(),
  /** Of a problem, for deciding at once. */
  version: z.int().nullable(),
});

const filter = z.object({ kind: waitKind.optional(), channelId: id.optional(), areaId: id.optional() });
const figure = z.object({ red: z.int(), yellow: z.int(), green: z.int() });
const kinds = Object.keys(waitKinds) as [WaitKind, ...WaitKind[]];

export const centreApi = routes({
  queue: {
    method: 'GET',
    path: '/dispatch',
    summary: { zh: '派单中心：等派单员办的', en: 'Dispatch centre: what waits for the dispatchers' },
    verb: 'problem.assign',
    query: filter.extend({
      light: light.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(60),
    }),
    reply: z.object({
      items: z.array(centreItem),
      /** As many as are asked for wait in all; beyond 2,000 `more`. */
      waiting: z.int(),
      more: z.boolean(),
      /** Before any filter. */
      lights: figure,
      kinds: z.array(z.object({ kind: z.enum(kinds), ...figure.shape })),
      channels: z.array(named),
      areas: z.array(named),
      holders: z.array(z.object({ person, thing: id, number: z.string(), untilAt: instant })),
    }),
  },
  next: {
    method: 'POST',
    path: '/dispatch/next',
    summary: { zh: '取下一件（两人不会取到同一件）', en: 'Take the next; two dispatchers never get the same' },
    verb: 'problem.assign',
    /** `not`: passed over by the dispatcher. */
    body: filter.extend({ not: z.array(id).max(200).default([]) }),
    reply: z.object({ item: centreItem.nullable() }),
  },
  take: {
    method: 'POST',
    path: '/dispatch/leases',
    summary: { zh: '取这一件', en: 'Take this one' },
    verb: 'problem.assign',
    body: z.object({ thing: id }),
    reply: z.object({ item: centreItem }),
    problems: ['lease_held'],
  },
  keep: {
    method: 'PUT',
    path: '/dispatch/leases/:id',
    summary: { zh: '还在办，续占', en: 'Keep it: still at it' },
    verb: 'problem.assign',
    params: z.object({ id }),
    reply: z.object({ untilAt: instant }),
    problems: ['lease_held'],
  },
  letGo: {
    method: 'DELETE',
    path: '/dispatch/leases/:id',
    summary: { zh: '放开', en: 'Let it go' },
    verb: 'problem.assign',
    params: z.object({ id }),
    reply: z.object({ id }),
  },
});

export type CentreItem = z.infer<typeof centreItem>;
export type CentreQuery = z.output<(typeof centreApi)['queue']['query']>;
