/** Routes of 挂账. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id, instant, reason } from '#rules/shapes.ts';
import { deferralReason, deferralState } from '#triage/deferral/deferral.ts';

const params = z.object({ id });
const reply = z.object({ id, version: z.int() });
const reviewOn = z.iso.date();

export const deferral = z.object({
  id,
  state: deferralState,
  reason: deferralReason,
  words: z.string(),
  /** What has to come true for it to come off the books. */
  conditions: z.string(),
  reviewOn,
  by: z.string(),
  at: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
  /** Null though it has ended: the work moved on. */
  endedBy: z.string().nullable(),
  endedAt: instant.nullable(),
  endedWords: z.string().nullable(),
});

export const deferralApi = routes({
  ask: {
    method: 'POST',
    path: '/problems/:id/deferrals',
    summary: { zh: '申请挂账', en: 'Ask that it be put on the books' },
    verb: 'problem.handle',
    params,
    body: decision.extend({ reason: deferralReason, words: reason, conditions: reason, reviewOn }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'deferral_open', 'time_stands_still', 'review_day'],
  },
  withdraw: {
    method: 'POST',
    path: '/problems/:id/deferral-withdrawals',
    summary: { zh: '撤回挂账申请', en: 'Withdraw it' },
    verb: 'problem.handle',
    params,
    body: decision,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'deferral_none'],
  },
  decide: {
    method: 'POST',
    path: '/problems/:id/deferral-decisions',
    summary: { zh: '审批挂账', en: 'Decide on it' },
    verb: 'problem.assign',
    params,
    /** `reviewOn`: another day than was asked for. */
    body: decision.extend({ granted: z.boolean(), reviewOn: reviewOn.nullable().default(null), words: reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'deferral_none', 'own_deferral', 'review_day'],
  },
  keep: {
    method: 'POST',
    path: '/problems/:id/deferral-reviews',
    summary: { zh: '复核后续挂', en: 'Reviewed, and kept on the books' },
    verb: 'problem.assign',
    params,
    body: decision.extend({ reviewOn, words: reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'deferral_none', 'review_day'],
  },
  strike: {
    method: 'POST',
    path: '/problems/:id/deferral-endings',
    summary: { zh: '销账', en: 'Strike it off the books' },
    params,
    body: decision.extend({ words: reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'deferral_none'],
  },
});

export type Deferral = z.infer<typeof deferral>;
