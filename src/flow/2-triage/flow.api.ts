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
  retract: {
    method: 'POST',
    path: '/problems/:id/retractions',
    summary: { zh: '撤回自己的上一步', en: "Take back one's own last step" },
    params,
    body: decision.extend({ reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'tasks_open'],
  },
  returnTo: {
    method: 'POST',
    path: '/problems/:id/node-returns',
    summary: { zh: '退回到经过的节点', en: 'Return to a stop it went through' },
    params,
    /** A stop as the page of the problem offers it. */
    body: decision.extend({
      node: z.enum(['open', 'given', 'working', 'handled']),
      assignmentId: id.nullable().default(null),
      reason,
    }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'node_unknown', 'unit_closed', 'matter_withdrawn'],
  },
  entrust: {
    method: 'POST',
    path: '/problems/:id/entrustments',
    summary: { zh: '委派下级单位办理', en: 'Entrust a unit below with the handling' },
    verb: 'problem.handle',
    params,
    body: decision.extend({ unitId: id, reason }),
    reply,
    problems: ['not_now', 'changed_meanwhile', 'unit_closed', 'unit_has_it', 'not_below', 'entrusted_already'],
  },
  signEntrusted: {
    method: 'POST',
    path: '/problems/:id/entrustment-signatures',
    summary: { zh: '签收委派', en: 'Sign for what was entrusted' },
    verb: 'problem.handle',
    params,
    body: decision,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'signed_already'],
  },
  report: {
    method: 'POST',
    path: '/problems/:id/entrustment-reports',
    summary: { zh: '受委派单位反馈主办单位', en: 'The entrusted unit reports to the lead' },
    verb: 'problem.handle',
    params,
    body: inWords,
    reply,
    problems: ['not_now', 'changed_meanwhile'],
  },
  takeBack: {
    method: 'POST',
    path: '/problems/:id/entrustment-endings',
    summary: { zh: '收回委派', en: 'Take it back from the entrusted unit' },
    verb: 'problem.handle',
    params,
    body: inWords,
    reply,
    problems: ['not_now', 'changed_meanwhile', 'entrusted_none'],
  },
});
