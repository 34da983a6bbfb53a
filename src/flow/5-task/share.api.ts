/** Routes of how even tasks are given: the rules from day to day, and who would be past their share under another. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant, person, reason } from '#rules/shapes.ts';

const day = z.iso.date();
/** Below 1 nobody could be given what colleagues were given. */
const rule = { cap: z.number().min(1).max(10), days: z.int().min(1).max(20) };

/** Somebody with the tasks of the days, and the most that they may have got with one more. */
const under = z.object({ recent: z.int(), most: z.int().nullable(), past: z.boolean() });

export const shareApi = routes({
  list: {
    method: 'GET',
    path: '/tasks/fairness',
    summary: { zh: '均衡上限及其历次设定', en: 'How even the shares are kept, and were' },
    verb: 'limit.manage',
    reply: z.object({
      items: z.array(z.object({ ...rule, id, from: day, by: z.string(), at: instant, reason: z.string() })),
    }),
  },
  preview: {
    method: 'GET',
    path: '/tasks/fairness/preview',
    summary: { zh: '改了会怎样：今天谁会超过上限', en: 'Who would be past their share today' },
    verb: 'limit.manage',
    query: z.object({
      cap: z.coerce.number().min(1).max(10),
      days: z.coerce.number().int().min(1).max(20),
    }),
    /** Of the units that gave tasks in the longer span. `items`: whoever is past it now or would be, so many at most. */
    reply: z.object({
      units: z.int(),
      people: z.int(),
      was: z.int(),
      would: z.int(),
      items: z.array(z.object({ unit: person, person, is: under, would: under })),
    }),
  },
  set: {
    method: 'PUT',
    path: '/tasks/fairness',
    summary: { zh: '设定均衡上限', en: 'Set how even the shares are kept' },
    verb: 'limit.manage',
    body: z.object({ ...rule, id, days: rule.days.default(5), from: day.optional(), reason }),
    reply: z.object({ cap: z.number(), days: z.int() }),
    problems: ['malformed'],
  },
});

export type SharePreview = z.output<typeof shareApi.preview.reply>;
export type ShareShown = z.output<typeof shareApi.list.reply>['items'][number];
