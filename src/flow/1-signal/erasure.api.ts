/** The route by which the personal content of a signal is erased at a person's request. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, reason } from '#rules/shapes.ts';
import { erasureBasis } from '#signal/erasure.ts';

export const erasureApi = routes({
  erase: {
    method: 'POST',
    path: '/erasures',
    summary: { zh: '依申请删除线索中的个人内容', en: 'Erase the personal content of a signal' },
    verb: 'personal.erase',
    body: z.object({ id, number: z.string().trim().min(1).max(40), basis: erasureBasis, reason }),
    /** All that were erased: a divided ticket's halves go together. */
    reply: z.object({ id, numbers: z.array(z.string()) }),
    problems: ['not_found', 'erased_already', 'erase_untriaged'],
  },
});
