/** Routes of evidence: handing in (which submits the task), and the reviewer's confirmation or return. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id, reason } from '#rules/shapes.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
export const file = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(200) });

export const evidenceApi = routes({
  upload: {
    method: 'POST',
    path: '/tasks/:id/files',
    summary: { zh: '上传佐证（交之前可撤）', en: 'Upload a piece of evidence, before handing in' },
    params: one,
    body: z.object({ id }),
    upload: { accept: 'document', limit: 50 << 20 },
    reply: file.extend({ size: z.number(), type: z.string() }),
    problems: ['file_type', 'too_large'],
  },
  handIn: {
    method: 'POST',
    path: '/tasks/:id/hand-ins',
    summary: { zh: '交佐证，提交任务', en: 'Hand in evidence: submits the task' },
    params: one,
    body: decision.extend({ words: reason, files: z.array(file).max(20) }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'file_missing'],
  },
  review: {
    method: 'POST',
    path: '/tasks/:id/reviews',
    summary: { zh: '确认完成或退回', en: 'Confirm, or return with a reason' },
    params: one,
    body: decision.extend({ passed: z.boolean(), words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'own_review'],
  },
  file: {
    method: 'GET',
    path: '/evidence/:id',
    summary: { zh: '看佐证', en: 'See a piece of evidence' },
    params: one,
  },
});
