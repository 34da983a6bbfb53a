/** The routes of erasure: what a number holds, erasing it at a person's request, what was erased, and each channel's rule. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant, reason } from '#rules/shapes.ts';
import { erasureBasis, heldKind, requester } from '#signal/erasure.ts';

const number = z.string().trim().min(1).max(40);
const said = z.object({ zh: z.string(), en: z.string() });
const person = z.object({ id, name: z.string() });
/** Counted exactly up to a bound, then with `more`. */
const counted = z.object({ count: z.int(), more: z.boolean() });

export const erasureApi = routes({
  erase: {
    method: 'POST',
    path: '/erasures',
    summary: { zh: '依申请删除线索中的个人内容', en: 'Erase the personal content of a signal' },
    verb: 'personal.erase',
    body: z.object({ id, number, basis: erasureBasis, requester: requester.default('self'), reason }),
    /** All that were erased: a divided ticket's halves go together. */
    reply: z.object({ id, numbers: z.array(z.string()) }),
    problems: ['not_found', 'erased_already', 'erase_untriaged'],
  },
  holding: {
    method: 'GET',
    path: '/erasures/holding',
    summary: {
      zh: '一个编号下有哪些种类的个人内容',
      en: 'What kinds of personal content a number holds, never what they say',
    },
    verb: 'personal.erase',
    query: z.object({ number }),
    reply: z.object({
      number: z.string(),
      channel: z.string(),
      receivedAt: instant,
      /** The other halves of a divided ticket, which go with it. */
      with: z.array(z.string()),
      kinds: z.array(z.object({ kind: heldKind, count: z.int() })),
      /** Why it cannot be erased now. */
      closed: said.nullable(),
    }),
    problems: ['not_found'],
  },
  list: {
    method: 'GET',
    path: '/erasures',
    summary: { zh: '已作的删除', en: 'Erasures made' },
    verb: 'personal.erase',
    query: z.object({ cursor: z.string().max(200).optional() }),
    reply: z.object({
      /** At somebody's request, the latest first. */
      items: z.array(
        z.object({
          id,
          numbers: z.array(z.string()),
          at: instant,
          by: person,
          basis: erasureBasis,
          requester: requester.nullable(),
          reason: z.string(),
        }),
      ),
      next: z.string().nullable(),
      /** By the channels' rules, in each of the last nights in which there were any. */
      nights: z.array(z.object({ day: z.string(), count: z.int() })),
    }),
  },
  rules: {
    method: 'GET',
    path: '/retention',
    summary: { zh: '各渠道的保存期限', en: 'How long each channel keeps personal content' },
    verb: 'personal.erase',
    reply: z.object({
      items: z.array(
        z.object({
          id,
          code: z.string(),
          name: z.string(),
          /** null: for ever. */
          months: z.int().nullable(),
          set: z.object({ at: instant, by: person, reason: z.string() }).nullable(),
        }),
      ),
    }),
  },
  preview: {
    method: 'GET',
    path: '/channels/:id/retention-preview',
    summary: { zh: '预览：多少条线索已过这个期限', en: 'How many signals such a rule would erase the next night' },
    verb: 'personal.erase',
    params: z.object({ id }),
    query: z.object({ months: z.coerce.number().int().min(1).max(1200) }),
    reply: z.object({
      /** They go the next night. */
      over: counted,
      /** Older than that, but still worked on, or with a half that is: they wait. */
      waiting: counted,
      /** What was received before goes. */
      before: instant,
    }),
    problems: ['not_found'],
  },
});
