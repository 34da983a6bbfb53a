/** Routes of the monthly themes (每月一题) of a year. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant, reason, unit } from '#rules/shapes.ts';
import { monthlyState } from '#triage/monthly/monthly.ts';

const year = z.coerce.number().int().min(2000).max(2199);
const month = z.coerce.number().int().min(1).max(12);
const words = z.string().trim().min(1).max(2_000);

export const monthlyItem = z.object({
  id,
  year: z.int(),
  month: z.int(),
  title: z.string(),
  why: z.string(),
  category: z.object({ id, name: z.string() }).nullable(),
  lead: unit,
  /** The common problem that it is worked on as; absent where the viewer may not see it. */
  problem: z.object({ id, number: z.string(), title: z.string(), state: z.string() }).nullable(),
  state: monthlyState,
  result: z.string(),
  changedAt: instant,
  /** People a month who told of its category, the last thirteen months; empty without a category. */
  people: z.array(z.object({ month: z.string(), people: z.int() })),
  steps: z.array(z.object({ step: z.string(), closed: z.object({ zh: z.string(), en: z.string() }).nullable() })),
  version: z.int(),
});

export const candidate = z.object({
  id,
  name: z.string(),
  people: z.int(),
  sameMonth: z.int().nullable(),
  asked: z.int(),
  solved: z.number(),
  peak: z.number().nullable(),
  unsolved: z.number(),
  own: z.boolean(),
  left: z.number(),
});

const draft = z.object({
  id,
  year,
  month,
  title: z.string().trim().min(1).max(60),
  why: words,
  categoryId: id.nullable(),
  leadUnit: id,
});
const decision = z.object({ id, version: z.int() });
const params = z.object({ id });

export const monthlyApi = routes({
  year: {
    method: 'GET',
    path: '/monthly',
    summary: { zh: '一年的每月一题', en: 'The monthly themes of a year' },
    verb: 'theme.read',
    query: z.object({ year }),
    reply: z.object({ items: z.array(monthlyItem), mayPlan: z.boolean() }),
  },
  candidates: {
    method: 'GET',
    path: '/monthly/candidates',
    summary: { zh: '选题参考', en: 'What a month could take on' },
    verb: 'theme.manage',
    query: z.object({ year, month }),
    reply: z.object({ items: z.array(candidate) }),
  },
  plan: {
    method: 'POST',
    path: '/monthly',
    summary: { zh: '选题', en: 'Plan a monthly theme' },
    verb: 'theme.manage',
    body: draft,
    reply: monthlyItem,
    problems: ['unit_closed', 'monthly_past'],
  },
  change: {
    method: 'PUT',
    path: '/monthly/:id',
    summary: { zh: '修改选题', en: 'Change a monthly theme' },
    verb: 'theme.manage',
    params,
    body: draft.extend({ version: z.int() }),
    reply: monthlyItem,
  },
  begin: {
    method: 'POST',
    path: '/monthly/:id/begin',
    summary: { zh: '启动每月一题', en: 'Begin a monthly theme' },
    verb: 'theme.manage',
    params,
    /** A problem that is there, or a new one under `problemId`. */
    body: decision.extend({ problemId: id, existing: id.nullable() }),
    reply: monthlyItem,
    problems: ['monthly_over'],
  },
  end: {
    method: 'POST',
    path: '/monthly/:id/end',
    summary: { zh: '每月一题办结小结', en: 'End a monthly theme' },
    verb: 'theme.manage',
    params,
    body: decision.extend({ result: words }),
    reply: monthlyItem,
  },
  drop: {
    method: 'POST',
    path: '/monthly/:id/drop',
    summary: { zh: '撤下选题', en: 'Drop a monthly theme' },
    verb: 'theme.manage',
    params,
    body: decision.extend({ reason }),
    reply: monthlyItem,
  },
});

export type MonthlyItem = z.infer<typeof monthlyItem>;
