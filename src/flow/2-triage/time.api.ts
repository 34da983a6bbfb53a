/** Routes of time on a problem: asking for more of it or that it stands still, deciding, taking back, letting it run on. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id } from '#rules/shapes.ts';
import {
  askProblems,
  extensionAsked,
  suspensionAsked,
  timeDecided,
  timeProblems,
  timeResumed,
  timeWithdrawn,
} from '#rules/time/time-request.api.ts';

const params = z.object({ id });
const reply = z.object({ id, version: z.int() });

export const problemTimeApi = routes({
  extend: {
    method: 'POST',
    path: '/problems/:id/extensions',
    summary: { zh: '申请延期', en: 'Ask for an extension' },
    verb: 'problem.handle',
    params,
    /** `limit`: of the stage that runs, or of handling as a whole. */
    body: extensionAsked.extend({ limit: z.enum(['handle', 'stage']).default('handle') }),
    reply,
    problems: [...askProblems, 'extensions_used', 'extension_too_long'],
  },
  suspend: {
    method: 'POST',
    path: '/problems/:id/suspensions',
    summary: { zh: '申请挂起', en: 'Ask that the limit stands still' },
    verb: 'problem.handle',
    params,
    body: suspensionAsked,
    reply,
    problems: [...askProblems, 'suspension_past', 'suspension_too_long'],
  },
  decide: {
    method: 'POST',
    path: '/problems/:id/time-decisions',
    summary: { zh: '审批延期、挂起', en: 'Decide on a request for time' },
    verb: 'problem.assign',
    params,
    body: timeDecided,
    reply,
    problems: [...timeProblems, 'own_time_request', 'suspension_past'],
  },
  withdraw: {
    method: 'POST',
    path: '/problems/:id/time-withdrawals',
    summary: { zh: '撤回延期、挂起申请', en: 'Withdraw a request for time' },
    verb: 'problem.handle',
    params,
    body: timeWithdrawn,
    reply,
    problems: ['not_now', 'changed_meanwhile'],
  },
  resume: {
    method: 'POST',
    path: '/problems/:id/resumptions',
    summary: { zh: '解挂', en: 'Let the limit run on' },
    params,
    body: timeResumed,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'limit_not_running'],
  },
});
