/** Routes of acceptance. */
import { z } from 'zod';
import { result } from '#acceptance/acceptance.ts';
import { routes } from '#platform/api.ts';
import { file } from '#project/project.api.ts';
import { decision, id } from '#rules/shapes.ts';

const one = z.object({ id });

export const acceptanceApi = routes({
  accept: {
    method: 'POST',
    path: '/projects/:id/acceptances',
    summary: { zh: '验收项目', en: 'Accept a project, or refuse it' },
    params: one,
    /** `asked` and `approving`: how many people were asked in public, and how many of them approve. */
    body: decision.extend({
      result,
      heldOn: z.iso.date(),
      words: z.string().trim().min(1).max(5_000),
      score: z.number().min(0).max(100).nullable().default(null),
      asked: z.int().min(1).nullable().default(null),
      approving: z.int().min(0).nullable().default(null),
      panel: z
        .array(z.object({ personId: id, opinion: z.string().trim().min(1).max(2_000) }))
        .max(50)
        .default([]),
      files: z.array(file).max(20).default([]),
    }),
    reply: z.object({ id, version: z.int() }),
    problems: [
      'not_now',
      'changed_meanwhile',
      'acceptance_by_lead',
      'acceptance_under_lead',
      'held_in_future',
      'held_before_start',
      'rating_parts',
      'panel_twice',
      'person_gone',
      'file_missing',
    ],
  },
  file: {
    method: 'GET',
    path: '/acceptance-papers/:id',
    summary: { zh: '看验收材料', en: 'See a paper of an acceptance' },
    params: one,
  },
});
