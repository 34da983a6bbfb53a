/** Routes of counting: an indicator that the program counts, and counting it now. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id } from '#rules/shapes.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });

export const countApi = routes({
  define: {
    method: 'POST',
    path: '/problems/:id/counts',
    summary: { zh: '设立统计：本问题每月线索', en: 'Have the signals of a problem counted by months' },
    verb: 'indicator.manage',
    params: one,
    /** `id` is the indicator's own. */
    body: z.object({ id, name: z.string().trim().min(1).max(100), ownerUnit: id }),
    reply: done.extend({ number: z.string() }),
    problems: ['problem_merged', 'unit_closed'],
  },
  now: {
    method: 'POST',
    path: '/indicators/:id/counts',
    summary: { zh: '立即统计', en: 'Count now' },
    verb: 'reading.record',
    params: one,
    body: decision,
    /** Months that are new, and months whose figures were others before. */
    reply: done.extend({ added: z.int(), changed: z.int() }),
    problems: ['not_now', 'changed_meanwhile', 'indicator_not_counted'],
  },
});
