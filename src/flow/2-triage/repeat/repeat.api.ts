/** Routes of repeats: which problem a new signal is about, and taking it in there and then. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant } from '#rules/shapes.ts';
import { WORDS_MAX } from '#signal/signal.ts';
import { surenessShown } from '#triage/category/proposal.ts';
import { problemState } from '#triage/problem.ts';
import { share, source } from '#triage/repeat/repeat.ts';

/** What the words asked with have in common with the problem; `from` and `to` as they stand in those words, null where in the place. */
export const sharedShown = z.object({
  share,
  text: z.string(),
  from: z.int().nullable(),
  to: z.int().nullable(),
});

export const repeatShown = z.object({
  problem: z.object({ id, number: z.string(), title: z.string(), state: problemState }),
  /** How alike, from 0 to 1, and in words. */
  same: z.number(),
  sureness: surenessShown,
  because: z.array(sharedShown),
  signals: z.int(),
  lastAt: instant.nullable(),
  /** May signals still be gathered into it? A closed one must be reopened first. */
  open: z.boolean(),
});

export const repeatApi = routes({
  find: {
    method: 'POST',
    path: '/repeats',
    summary: { zh: '可能是同一件事的问题', en: 'Problems that may be the same matter' },
    verb: 'problem.read',
    body: z.object({
      words: z.string().max(WORDS_MAX),
      place: z.string().trim().max(200).default(''),
      areaId: id.nullable().default(null),
    }),
    reply: z.object({ source, items: z.array(repeatShown) }),
  },
  /** Whoever has just entered it may say so while the caller is still on the line; the problem's version does not matter. */
  enter: {
    method: 'POST',
    path: '/problems/:id/entries',
    summary: { zh: '登记时归入已有问题', en: 'Gather a signal into a problem as it is entered' },
    verb: 'signal.enter',
    params: z.object({ id }),
    body: z.object({ id, signalId: id }),
    reply: z.object({ id, number: z.string(), version: z.int() }),
    problems: ['not_now', 'signal_elsewhere'],
  },
});

export type RepeatShown = z.infer<typeof repeatShown>;
export type SharedShown = z.infer<typeof sharedShown>;
