/** Routes of what offices do beside the main line of a problem: urging, objecting. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id, reason } from '#rules/shapes.ts';

const params = z.object({ id });
const reply = z.object({ id, version: z.int() });
const inWords = decision.extend({ words: reason });

export const problemFlowApi = routes({
  urge: {
    method: 'POST',
    path: '/problems/:id/urgings',
    summary: { zh: '催办', en: 'Urge whoever has it' },
    params,
    body: inWords,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'urged_soon'],
  },
  object: {
    method: 'POST',
    path: '/problems/:id/objections',
    summary: { zh: '对终局派单提出异议', en: 'Object to a binding assignment, in words' },
    verb: 'problem.handle',
    params,
    body: inWords,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'binding_none'],
  },
});
