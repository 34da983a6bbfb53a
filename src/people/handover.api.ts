/** Routes of handing work over: what somebody still has, and giving it to others by name. */
import { z } from 'zod';
import { handing } from '#people/post.api.ts';
import { id, one, reason } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

export const openWork = z.object({ kind: z.string(), thing: id, number: z.string(), unit: id.nullable() });

export const handOverInput = z.object({ id, reason, handing });

export const handoverApi = routes({
  work: {
    method: 'GET',
    path: '/people/:id/work',
    summary: { zh: '某人手上未完成的工作', en: 'The open work somebody has' },
    params: one,
    reply: z.object({ items: z.array(openWork) }),
  },
  stranded: {
    method: 'GET',
    path: '/stranded-work',
    summary: {
      zh: '没人能办的工作：编号和在谁手上，不含内容',
      en: 'Work nobody can act on: numbers and holders, no contents',
    },
    verb: 'people.manage',
    reply: z.object({
      items: z.array(
        z.object({
          kind: z.string(),
          thing: id,
          number: z.string(),
          holder: z.object({ kind: z.enum(['person', 'unit']), id, name: z.string() }),
        }),
      ),
      /** There is more than is listed. */
      more: z.boolean(),
    }),
  },
  handOver: {
    method: 'POST',
    path: '/people/:id/handovers',
    summary: { zh: '交接工作', en: 'Hand work over' },
    params: one,
    body: handOverInput,
    reply: z.object({ handed: z.int() }),
    problems: ['forbidden', 'person_left', 'handover_to_oneself', 'nothing_to_hand_over'],
  },
});

export type HandOverInput = z.output<typeof handOverInput>;
