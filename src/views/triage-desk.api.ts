/** Routes of the triage desk: the queue of what waits, with what is proposed for each; and what others have taken meanwhile. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { due, id, instant, listOf, page, said, unit } from '#rules/shapes.ts';
import { signalItem } from '#signal/signal.api.ts';
import { signalState } from '#signal/signal.ts';
import { problemState } from '#triage/problem.ts';

/** How sure, from 0 to 1, and why: words as they stand in the masked words of the signal, or a sentence. */
const sure = { id, confidence: z.number(), because: z.array(z.string()) };

/** `why`: the line of the duty list that says it. */
export const unitAnswer = z.object({ ...sure, name: z.string(), shortName: z.string(), why: said.nullable() });
const category = { name: z.string(), path: z.string() };
/** `units`: whose duty it is by the list, where it happened. */
export const categoryAnswer = z.object({ ...sure, ...category, units: z.array(unitAnswer) });
export const repeatAnswer = z.object({
  ...sure,
  number: z.string(),
  title: z.string(),
  state: problemState,
  lead: unit.nullable(),
  signals: z.int(),
});

export const queueItem = signalItem.extend({
  /** The limit of triage; null where the office has set none. */
  due: due.nullable(),
  area: z.string().nullable(),
  /** Signals for which the same is proposed have the same key; `size` of them wait, in the order of the queue. */
  group: z.object({ key: z.string(), size: z.int() }),
  /** Decided by a person already. */
  decided: z.object({ id, ...category, units: z.array(unitAnswer) }).nullable(),
  /** As the words name them. */
  places: z.array(z.string()),
  organisations: z.array(z.string()),
  repeats: z.array(repeatAnswer),
  categories: z.array(categoryAnswer),
  units: z.array(unitAnswer),
});

export const queueQuery = page.extend({
  /** `same`: what is alike stands together, the most pressing group first; `time`: by the limit alone. */
  order: z.enum(['same', 'time']).default('same'),
  /** Only this group. */
  key: z.string().max(120).optional(),
  /** Only this signal. */
  id: id.optional(),
  channelId: id.optional(),
  urgent: z.stringbool().optional(),
});

export const triageDeskApi = routes({
  queue: {
    method: 'GET',
    path: '/triage-desk',
    summary: { zh: '分拨台：待分拨的线索与建议', en: 'Triage desk: what waits, and what is proposed for it' },
    verb: 'signal.triage',
    query: queueQuery,
    /** `waiting`: how many there are in all, up to 10,000, beyond which `more`. */
    reply: listOf(queueItem).extend({ waiting: z.int(), more: z.boolean() }),
  },
  taken: {
    method: 'POST',
    path: '/triage-desk/taken',
    summary: { zh: '其中已被别人分拨、正被别人办的', en: 'Those that somebody has taken meanwhile, or is at' },
    verb: 'signal.triage',
    body: z.object({ ids: z.array(id).max(1_000) }),
    reply: z.object({
      items: z.array(
        z.object({
          id,
          state: signalState,
          who: z.string().nullable(),
          at: instant,
          problem: z.object({ id, number: z.string(), title: z.string(), lead: z.string().nullable() }).nullable(),
        }),
      ),
      /** Taken in the dispatch centre by somebody else, who is at it until then at the latest. */
      held: z.array(z.object({ id, who: z.string(), untilAt: instant })),
    }),
  },
});

export type QueueItem = z.infer<typeof queueItem>;
export type QueueQuery = z.output<typeof queueQuery>;
export type TakenItem = z.infer<(typeof triageDeskApi)['taken']['reply']>['items'][number];
export type HeldItem = z.infer<(typeof triageDeskApi)['taken']['reply']>['held'][number];
