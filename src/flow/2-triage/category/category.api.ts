/** Routes of categories: the tree, what is done with it, and the category of signals. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id, instant, reason } from '#rules/shapes.ts';
import { categoryState, NAME_MAX } from '#triage/category/category.ts';
import { proposalKind, surenessShown } from '#triage/category/proposal.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const day = z.iso.date();
const name = z.string().trim().min(1).max(NAME_MAX);

export const categoryItem = z.object({
  id,
  code: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  level: z.int(),
  position: z.int(),
  validFrom: day,
  /** The first day on which it is no longer offered. */
  validTo: day.nullable(),
  state: categoryState,
  version: z.int(),
  /** How files call it besides. */
  aliases: z.array(z.object({ id, words: z.string() })),
});

/** A proposal that waits: answers with their names, the likeliest first; none where the program abstains. */
export const proposalShown = z.object({
  id,
  kind: proposalKind,
  madeAt: instant,
  /** `模型 3`, or the words of the rule. */
  modelNumber: z.int().nullable(),
  answers: z.array(
    z.object({
      id,
      /** A category's path, a unit's name, a problem's title. */
      name: z.string(),
      /** A problem's number; a category's code. */
      number: z.string().nullable(),
      confidence: z.number(),
      sureness: surenessShown,
      /** As they stand in the masked words. */
      because: z.array(z.string()),
    }),
  ),
});

export const signalCategoryShown = z.object({ id, path: z.string(), by: z.string(), at: instant });

export const categoryApi = routes({
  list: {
    method: 'GET',
    path: '/categories',
    summary: { zh: '分类树', en: 'The tree of categories' },
    verb: 'category.read',
    query: z.object({ closed: z.stringbool().optional() }),
    reply: z.object({ items: z.array(categoryItem) }),
  },
  /** What a tree is called is no secret; the rest of it is for those who keep it. */
  names: {
    method: 'GET',
    path: '/categories/names',
    summary: { zh: '分类名称，供选择', en: 'The names of categories, to choose from' },
    reply: z.object({ items: z.array(z.object({ id, name: z.string(), parentId: id.nullable() })) }),
  },
  counts: {
    method: 'GET',
    path: '/categories/counts',
    summary: { zh: '各分类的历史工单数', en: 'Past tickets of each category' },
    verb: 'category.read',
    reply: z.object({
      items: z.array(z.object({ id, tickets: z.int() })),
      /** What files said and no category is called, or several are: the 50 most frequent. */
      unmatched: z.array(z.object({ words: z.string(), tickets: z.int(), several: z.boolean() })),
      unmatchedTickets: z.int(),
      untold: z.int(),
    }),
  },
  add: {
    method: 'POST',
    path: '/categories',
    summary: { zh: '增加分类', en: 'Add a category' },
    verb: 'category.manage',
    /** `id` is the category's own. */
    body: z.object({
      id,
      name,
      parentId: id.nullable().default(null),
      code: z.string().trim().min(1).max(40).optional(),
    }),
    reply: done.extend({ code: z.string() }),
    problems: ['category_name', 'category_there', 'category_too_deep', 'category_code_taken'],
  },
  rename: {
    method: 'PUT',
    path: '/categories/:id/name',
    summary: { zh: '分类改名', en: 'Rename a category' },
    verb: 'category.manage',
    params: one,
    body: decision.extend({ name }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'category_name', 'category_there'],
  },
  move: {
    method: 'PUT',
    path: '/categories/:id/parent',
    summary: { zh: '分类移到别处', en: 'Move a category' },
    verb: 'category.manage',
    params: one,
    body: decision.extend({ parentId: id.nullable() }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'category_circle', 'category_there', 'category_too_deep'],
  },
  close: {
    method: 'POST',
    path: '/categories/:id/closings',
    summary: { zh: '自某日起停用分类', en: 'Close a category from a day on' },
    verb: 'category.manage',
    params: one,
    body: decision.extend({ from: day, reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'category_has_open_below', 'dates_crossed'],
  },
  reopen: {
    method: 'POST',
    path: '/categories/:id/reopenings',
    summary: { zh: '恢复使用分类', en: 'Reopen a category' },
    verb: 'category.manage',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'category_there', 'category_parent_closed', 'category_code_taken'],
  },
  alias: {
    method: 'POST',
    path: '/categories/:id/aliases',
    summary: { zh: '增加别名', en: 'Add another name of a category' },
    verb: 'category.manage',
    params: one,
    body: decision.extend({ words: z.string().trim().min(1).max(300) }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  unalias: {
    method: 'DELETE',
    path: '/categories/:id/aliases/:alias',
    summary: { zh: '去掉别名', en: 'Take another name of a category off' },
    verb: 'category.manage',
    params: z.object({ id, alias: id }),
    query: decision.extend({ version: z.coerce.number().int() }),
    reply: done,
    problems: ['changed_meanwhile'],
  },
  categorise: {
    method: 'POST',
    path: '/signals/:id/category',
    summary: { zh: '给线索定分类', en: 'Decide on the category of a signal' },
    verb: 'signal.triage',
    params: one,
    /** `categoryId` null takes it back. `was`: the category its maker saw. */
    body: z.object({
      decisionId: id,
      categoryId: id.nullable(),
      proposalId: id.optional(),
      was: id.nullable().optional(),
    }),
    reply: z.object({ id, changed: z.int() }),
    problems: ['category_closed', 'category_changed'],
  },
  categoriseMany: {
    method: 'POST',
    path: '/signals/categories',
    summary: { zh: '成批给线索定分类', en: 'Decide on the categories of many signals' },
    verb: 'signal.triage',
    body: z.object({
      id,
      items: z
        .array(z.object({ signalId: id, categoryId: id.nullable(), was: id.nullable().optional() }))
        .min(1)
        .max(1_000),
    }),
    reply: z.object({ id, changed: z.int() }),
    problems: ['category_closed', 'category_changed'],
  },
  proposals: {
    method: 'GET',
    path: '/signals/:id/proposals',
    summary: { zh: '这条线索的建议及理由', en: 'What is proposed for a signal, and why' },
    params: one,
    reply: z.object({ category: signalCategoryShown.nullable(), proposals: z.array(proposalShown) }),
  },
});

export type CategoryItem = z.infer<typeof categoryItem>;
export type ProposalShown = z.infer<typeof proposalShown>;
