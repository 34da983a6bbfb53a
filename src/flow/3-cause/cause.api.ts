/** Routes of causes and measures: the canvas of a problem, and every verb on it. */
import { z } from 'zod';
import { causeKind, causeState, layer, side } from '#cause/cause.ts';
import { measureState } from '#cause/measure.ts';
import { routes } from '#platform/api.ts';
import { button, decision, id, instant, person, reason, remark } from '#rules/shapes.ts';

const words = z.string().trim().min(1).max(300);
const described = z.object({ layer, kind: causeKind, words });
const proposed = z.object({ layer, words, causes: z.array(id).min(1).max(50) });
const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const file = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(200) });

const evidence = z.object({
  id,
  side,
  words: z.string(),
  file: file.nullable(),
  by: person,
  at: instant,
});

/** A node of the canvas. `rootHere` where it hangs directly under this problem; `elsewhere` counts the other problems it serves. */
export const causeNode = z.object({
  id,
  parentId: id.nullable(),
  rootHere: z.boolean(),
  layer,
  kind: causeKind,
  words: z.string(),
  state: causeState,
  judged: z.object({ by: person, at: instant, words: z.string() }).nullable(),
  evidence: z.array(evidence),
  elsewhere: z.int(),
  buttons: z.array(button),
  version: z.int(),
});

export const measureCard = z.object({
  id,
  layer,
  words: z.string(),
  state: measureState,
  causes: z.array(id),
  together: z.array(id),
  buttons: z.array(button),
  version: z.int(),
});

const canvas = z.object({
  problem: z.object({ id, number: z.string(), title: z.string() }),
  mayTrace: z.boolean(),
  causes: z.array(causeNode),
  measures: z.array(measureCard),
});

export const causeFound = z.object({
  id,
  words: z.string(),
  layer,
  state: causeState,
  problems: z.int(),
  version: z.int(),
});

export const causeApi = routes({
  canvas: {
    method: 'GET',
    path: '/problems/:id/causes',
    summary: { zh: '原因画布：原因、佐证与措施', en: 'The cause canvas: causes, evidence and measures' },
    params: one,
    reply: canvas,
  },
  add: {
    method: 'POST',
    path: '/problems/:id/causes',
    summary: { zh: '增加原因', en: 'Add a cause' },
    verb: 'cause.trace',
    params: one,
    /** `id` is the cause's own. */
    body: described.extend({ id, parentId: id.nullable() }),
    reply: done,
    problems: ['kind_not_of_layer', 'cause_not_here', 'problem_merged'],
  },
  search: {
    method: 'GET',
    path: '/causes',
    summary: { zh: '查找已有原因', en: 'Find causes that stand already' },
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    reply: z.object({ items: z.array(causeFound) }),
  },
  similar: {
    method: 'GET',
    path: '/problems/:id/similar-causes',
    summary: { zh: '其他问题的同类原因', en: 'Causes of other problems that read alike' },
    params: one,
    reply: z.object({ items: z.array(causeFound) }),
  },
  describe: {
    method: 'PUT',
    path: '/causes/:id',
    summary: { zh: '修改原因', en: 'Describe a cause' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend(described.shape),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'kind_not_of_layer'],
  },
  judge: {
    method: 'POST',
    path: '/causes/:id/findings',
    summary: { zh: '核实、排除或重新核实', en: 'Confirm, refute, or open to doubt again' },
    verb: 'cause.confirm',
    params: one,
    body: decision.extend({ finding: z.enum(['confirmed', 'refuted', 'unverified']), words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  weigh: {
    method: 'POST',
    path: '/causes/:id/evidence',
    summary: { zh: '补充支持或反对的佐证', en: 'Add evidence for or against' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend({ side, words: reason, file: file.nullable().default(null) }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'file_missing'],
  },
  unweigh: {
    method: 'POST',
    path: '/causes/:id/evidence-withdrawals',
    summary: { zh: '收回自己的佐证', en: 'Take back evidence of one’s own' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend({ evidenceId: id }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'not_yours'],
  },
  upload: {
    method: 'POST',
    path: '/causes/:id/files',
    summary: { zh: '上传原因佐证', en: 'Upload a file of evidence' },
    verb: 'cause.trace',
    params: one,
    body: z.object({ id }),
    upload: { accept: 'document', limit: 50 << 20 },
    reply: file.extend({ size: z.number(), type: z.string() }),
    problems: ['file_type', 'too_large'],
  },
  file: {
    method: 'GET',
    path: '/cause-evidence/:id',
    summary: { zh: '看原因佐证', en: 'See a file of evidence' },
    params: one,
  },
  rehang: {
    method: 'POST',
    path: '/causes/:id/moves',
    summary: { zh: '改挂到别处', en: 'Hang a cause elsewhere in the tree' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend({ parentId: id.nullable() }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'cause_circle', 'cause_not_here'],
  },
  link: {
    method: 'POST',
    path: '/causes/:id/links',
    summary: { zh: '关联到另一问题', en: 'Link to another problem' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend({ problemId: id, reason: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'cause_here_already', 'problem_merged'],
  },
  unlink: {
    method: 'POST',
    path: '/causes/:id/unlinks',
    summary: { zh: '取消与一个问题的关联', en: 'Take a cause off a problem' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend({ problemId: id, reason: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'cause_not_here', 'cause_last_place'],
  },
  merge: {
    method: 'POST',
    path: '/causes/:id/mergers',
    summary: { zh: '并入另一原因', en: 'Merge into another cause' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend({ into: id, reason: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'cause_circle', 'merge_into_itself'],
  },
  withdraw: {
    method: 'POST',
    path: '/causes/:id/withdrawals',
    summary: { zh: '撤下原因', en: 'Withdraw a cause' },
    verb: 'cause.trace',
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'cause_bears'],
  },
  restore: {
    method: 'POST',
    path: '/causes/:id/restorations',
    summary: { zh: '恢复撤下的原因', en: 'Restore a withdrawn cause' },
    verb: 'cause.trace',
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'cause_not_here'],
  },
  propose: {
    method: 'POST',
    path: '/problems/:id/measures',
    summary: { zh: '拟定措施', en: 'Propose a measure' },
    verb: 'cause.trace',
    params: one,
    body: proposed.extend({ id }),
    reply: done,
    problems: ['cause_not_here', 'problem_merged'],
  },
  describeMeasure: {
    method: 'PUT',
    path: '/measures/:id',
    summary: { zh: '修改措施', en: 'Describe a measure' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend(proposed.shape),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'cause_not_here'],
  },
  judgeMeasure: {
    method: 'POST',
    path: '/measures/:id/findings',
    summary: { zh: '采纳、不采用或恢复措施', en: 'Adopt, drop or restore a measure' },
    params: one,
    body: decision.extend({ finding: z.enum(['adopted', 'dropped', 'proposed']), words: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  pair: {
    method: 'POST',
    path: '/measures/:id/pairings',
    summary: { zh: '业务措施与党建措施联动', en: 'Carry out together with a measure of the other layer' },
    verb: 'cause.trace',
    params: one,
    body: decision.extend({ withId: id, together: z.boolean() }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'pair_of_one_layer'],
  },
});

export type Canvas = z.infer<typeof canvas>;
export type CauseNode = z.infer<typeof causeNode>;
export type MeasureCard = z.infer<typeof measureCard>;
export type CauseFound = z.infer<typeof causeFound>;
