/** Routes of what was acted on before anybody complained (未诉先办). */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { count, id, listOf, page } from '#rules/shapes.ts';
import { problemItem } from '#triage/triage.api.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const span = z.object({ from: month, to: month });
const which = span.extend({
  /** `none`: no unit leads it. */
  unitId: z.union([id, z.literal('none')]).optional(),
  /** Only those that are closed, or of which somebody complained after all. */
  only: z.enum(['closed', 'later']).optional(),
});

export const aheadApi = routes({
  figures: {
    method: 'GET',
    path: '/ahead',
    summary: { zh: '未诉先办，按单位', en: 'Acted on before anybody complained, by unit' },
    verb: 'problem.read',
    query: span,
    reply: z.object({
      lines: z.array(
        z.object({
          unit: z.object({ id, name: z.string() }).nullable(),
          /** The sum of the lines. */
          all: z.boolean(),
          count: z.int(),
          closed: z.int(),
          later: z.int(),
          /** Every problem made in these months, for the share. */
          made: z.int(),
        }),
      ),
    }),
  },
  list: {
    method: 'GET',
    path: '/ahead/problems',
    summary: { zh: '未诉先办的问题', en: 'Problems acted on before anybody complained' },
    verb: 'problem.read',
    query: which.extend(page.shape),
    reply: listOf(problemItem),
  },
  count: {
    method: 'GET',
    path: '/ahead/problems/count',
    summary: { zh: '未诉先办计数', en: 'Count problems acted on before anybody complained' },
    verb: 'problem.read',
    query: which,
    reply: count,
  },
});

export type AheadQuery = z.output<typeof which>;
