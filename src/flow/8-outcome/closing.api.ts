/** Routes that end a project: waiver, closing, reopening. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id, reason } from '#rules/shapes.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });

export const closingApi = routes({
  waive: {
    method: 'POST',
    path: '/projects/:id/waivers',
    summary: { zh: '签免一个目标的读数', en: 'Waive the reading of a goal' },
    params: one,
    body: decision.extend({ goalId: id, reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'goal_unknown', 'waived_already', 'reading_there'],
  },
  close: {
    method: 'POST',
    path: '/projects/:id/closings',
    summary: { zh: '结项', en: 'Close the project' },
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'reading_missing'],
  },
  reopen: {
    method: 'POST',
    path: '/projects/:id/reopenings',
    summary: { zh: '重新启动', en: 'Reopen the project' },
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
});
