/** Routes of the knowledge base: entries, looking for an answer, counting its use, and what was missing. */
import { z } from 'zod';
import { ANSWER_MAX, BASIS_MAX, knowledgeState, QUESTION_MAX, use, WORDINGS_MAX } from '#knowledge/knowledge.ts';
import { routes } from '#platform/api.ts';
import { button, decision, id, instant, listOf, page, person, reason, unit } from '#rules/shapes.ts';

const day = z.iso.date();
const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const named = z.object({ id, name: z.string() });

/** What a writer says; `wordings`: other ways in which people ask the same. */
export const content = z.object({
  question: z.string().trim().min(4).max(QUESTION_MAX),
  wordings: z.array(z.string().trim().min(2).max(QUESTION_MAX)).max(WORDINGS_MAX),
  answer: z.string().trim().min(2).max(ANSWER_MAX),
  basis: z.string().trim().max(BASIS_MAX),
  areaId: id.nullable(),
  categoryId: id.nullable(),
  validFrom: day,
  validTo: day.nullable(),
  reviewOn: day,
});
const owner = z.object({ ownerUnit: id, ownerPerson: id.nullable() });

/** `due`: its review day has come or it is no longer valid. `waits`: a version waits for its reviewer. `used`: in the last 30 days. */
export const knowledgeItem = z.object({
  id,
  number: z.string(),
  state: knowledgeState,
  question: z.string(),
  category: named.nullable(),
  area: named.nullable(),
  unit,
  person: person.nullable(),
  reviewOn: day.nullable(),
  validTo: day.nullable(),
  due: z.boolean(),
  waits: z.boolean(),
  used: z.int(),
  changedAt: instant,
  version: z.int(),
});

export const knowledgeVersion = content.extend({
  id,
  category: named.nullable(),
  area: named.nullable(),
  writtenBy: person,
  writtenAt: instant,
  publishedBy: person.nullable(),
  publishedAt: instant.nullable(),
});

export const knowledgeShown = knowledgeItem.extend({
  current: knowledgeVersion.nullable(),
  draft: knowledgeVersion.nullable(),
  /** All versions, the newest first. */
  versions: z.array(knowledgeVersion),
  buttons: z.array(button),
});

export const knowledgeViews = ['all', 'waiting', 'due', 'mine', 'withdrawn'] as const;

/** What a call-taker is offered. `alike`: the share of the entry's wording that was said, 0 to 1. */
export const foundEntry = z.object({
  id,
  number: z.string(),
  question: z.string(),
  answer: z.string(),
  basis: z.string(),
  area: z.string().nullable(),
  unit: z.string(),
  due: z.boolean(),
  alike: z.number(),
});

export const wish = z.object({ id, words: z.string(), at: instant });

export const knowledgeApi = routes({
  list: {
    method: 'GET',
    path: '/knowledge',
    summary: { zh: '知识库', en: 'The knowledge base' },
    verb: 'knowledge.read',
    query: page.extend({ q: z.string().trim().max(100).optional(), view: z.enum(knowledgeViews).default('all') }),
    reply: listOf(knowledgeItem).extend({ counts: z.object({ waiting: z.int(), due: z.int(), wishes: z.int() }) }),
  },
  find: {
    method: 'POST',
    path: '/knowledge/search',
    summary: { zh: '按来电内容找答案', en: 'Look for an answer to what is being said' },
    verb: 'knowledge.read',
    body: z.object({ words: z.string().max(5_000) }),
    reply: z.object({ items: z.array(foundEntry) }),
  },
  one: {
    method: 'GET',
    path: '/knowledge/:id',
    summary: { zh: '一条知识', en: 'An entry' },
    verb: 'knowledge.read',
    params: one,
    reply: knowledgeShown,
    problems: ['not_found'],
  },
  add: {
    method: 'POST',
    path: '/knowledge',
    summary: { zh: '写一条知识', en: 'Write an entry' },
    verb: 'knowledge.write',
    /** `wishId`: the wish that it fulfils. */
    body: content.extend(owner.shape).extend({ id, wishId: id.nullable().default(null) }),
    reply: done,
    problems: ['knowledge_days', 'knowledge_owner'],
  },
  write: {
    method: 'PUT',
    path: '/knowledge/:id/draft',
    summary: { zh: '修改知识', en: 'Change an entry: a version that waits for its reviewer' },
    verb: 'knowledge.write',
    params: one,
    body: decision.extend(content.shape).extend(owner.shape),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'knowledge_days', 'knowledge_owner'],
  },
  publish: {
    method: 'PUT',
    path: '/knowledge/:id/publication',
    summary: { zh: '发布知识', en: 'Publish what waits' },
    verb: 'knowledge.publish',
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'knowledge_own_draft', 'knowledge_no_draft'],
  },
  confirm: {
    method: 'PUT',
    path: '/knowledge/:id/confirmation',
    summary: { zh: '复核无误', en: 'Still right: look again on another day' },
    verb: 'knowledge.write',
    params: one,
    body: decision.extend({ reviewOn: day }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'knowledge_days'],
  },
  withdraw: {
    method: 'PUT',
    path: '/knowledge/:id/withdrawal',
    summary: { zh: '停用知识', en: 'Withdraw an entry' },
    verb: 'knowledge.write',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  use: {
    method: 'POST',
    path: '/knowledge/:id/uses',
    summary: { zh: '计一次使用（不记是谁）', en: 'Count a use, not by whom' },
    verb: 'knowledge.read',
    params: one,
    body: z.object({ how: use }),
    reply: z.object({}),
  },
  wishes: {
    method: 'GET',
    path: '/knowledge/wishes',
    summary: { zh: '缺的知识', en: 'What was asked and no entry answers' },
    verb: 'knowledge.write',
    reply: z.object({ items: z.array(wish), more: z.boolean() }),
  },
  wish: {
    method: 'POST',
    path: '/knowledge/wishes',
    summary: { zh: '没有合适的知识', en: 'No entry helped' },
    verb: 'knowledge.read',
    body: z.object({ id, words: z.string().trim().min(4).max(2_000) }),
    reply: z.object({ id }),
  },
  dropWish: {
    method: 'PUT',
    path: '/knowledge/wishes/:id/refusal',
    summary: { zh: '不必写成知识', en: 'No entry is needed for it' },
    verb: 'knowledge.write',
    params: one,
    body: z.object({ id, reason }),
    reply: z.object({ id }),
    problems: ['knowledge_wish_settled'],
  },
});

export type Content = z.output<typeof content>;
export type Owner = z.output<typeof owner>;
export type KnowledgeItem = z.infer<typeof knowledgeItem>;
export type KnowledgeVersion = z.infer<typeof knowledgeVersion>;
export type KnowledgeShown = z.infer<typeof knowledgeShown>;
export type FoundEntry = z.infer<typeof foundEntry>;
