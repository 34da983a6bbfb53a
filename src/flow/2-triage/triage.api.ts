/** Routes of problems: making and moving them, who has them, and how they are handled, verified and closed. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { count, decision, due, id, instant, listOf, page, reason, remark, unit } from '#rules/shapes.ts';
import { urgency } from '#signal/signal.ts';
import { problemClass, problemState } from '#triage/problem.ts';

const title = z.string().trim().min(1).max(200);
const statement = z.string().trim().max(5_000).default('');
/** As many signals as one selection can hold; more are gathered in several decisions. */
const signals = z.array(id).min(1).max(1_000);

export const problemItem = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: problemState,
  class: problemClass.nullable(),
  urgency,
  signals: z.int(),
  reporters: z.int(),
  lead: unit.nullable(),
  due: due.nullable(),
  /** It stands on the books: since when, and when it is looked at again. */
  deferral: z.object({ since: z.iso.date(), reviewOn: z.iso.date() }).nullable(),
  changedAt: instant,
  version: z.int(),
});

export const problemQuery = page.extend({
  q: z.string().trim().max(100).optional(),
  state: problemState.optional(),
  class: problemClass.optional(),
  unitId: id.optional(),
  /** Only those that this unit leads. */
  leadId: id.optional(),
  /** Only those whose limit has run out. */
  late: z.stringbool().optional(),
  /** Only those whose limit has run out, or runs out within the working day. */
  pressing: z.stringbool().optional(),
  /** Only those that stand on the books (挂账). */
  deferred: z.stringbool().optional(),
  /** Only those that stand with a unit that is closed, or in which nobody may handle them. */
  nobody: z.stringbool().optional(),
});

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const made = done.extend({ number: z.string() });

export const triageApi = routes({
  list: {
    method: 'GET',
    path: '/problems',
    summary: { zh: '问题列表', en: 'List problems' },
    query: problemQuery,
    reply: listOf(problemItem),
  },
  count: {
    method: 'GET',
    path: '/problems/count',
    summary: { zh: '问题计数', en: 'Count problems' },
    query: problemQuery.omit({ cursor: true, limit: true }),
    reply: count,
  },
  make: {
    method: 'POST',
    path: '/problems',
    summary: { zh: '由线索立问题', en: 'Make a problem of signals' },
    verb: 'problem.make',
    /** `id` is the problem's own. */
    body: z.object({
      id,
      title,
      statement,
      class: problemClass.nullable().default(null),
      urgency: urgency.default('normal'),
      signals,
    }),
    reply: made,
    problems: ['signal_elsewhere'],
  },
  describe: {
    method: 'PUT',
    path: '/problems/:id',
    summary: { zh: '修改标题、说明、定类', en: 'Describe and classify' },
    verb: 'problem.make',
    params: one,
    body: decision.extend({ title, statement, class: problemClass.nullable(), urgency }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  gather: {
    method: 'POST',
    path: '/problems/:id/gatherings',
    summary: { zh: '归入重复线索', en: 'Gather signals into the problem' },
    verb: 'signal.triage',
    params: one,
    body: decision.extend({ signals, reason: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'signal_elsewhere'],
  },
  takeOut: {
    method: 'POST',
    path: '/problems/:id/removals',
    summary: { zh: '移出线索', en: 'Take signals out' },
    verb: 'signal.triage',
    params: one,
    body: decision.extend({ signals, reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'signal_elsewhere', 'last_signal'],
  },
  split: {
    method: 'POST',
    path: '/problems/:id/splits',
    summary: { zh: '拆出新问题', en: 'Split signals off into a new problem' },
    verb: 'problem.make',
    params: one,
    body: decision.extend({ newId: id, title, statement, signals, reason }),
    reply: done.extend({ newId: id, newNumber: z.string() }),
    problems: ['not_now', 'changed_meanwhile', 'signal_elsewhere', 'last_signal'],
  },
  merge: {
    method: 'POST',
    path: '/problems/:id/mergers',
    summary: { zh: '并入另一问题', en: 'Merge into another problem' },
    verb: 'problem.make',
    params: one,
    body: decision.extend({ into: id, reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'tasks_open'],
  },
  withdraw: {
    method: 'POST',
    path: '/problems/:id/withdrawals',
    summary: { zh: '撤回立项，线索退回待分诊', en: 'Withdraw it; its signals wait for triage again' },
    verb: 'problem.make',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'tasks_open'],
  },
  assign: {
    method: 'POST',
    path: '/problems/:id/assignments',
    summary: { zh: '派单、转办、加协办', en: 'Assign, transfer or add a unit' },
    verb: 'problem.assign',
    params: one,
    body: decision.extend({
      unitId: id,
      role: z.enum(['lead', 'assist', 'countersign', 'copy']).default('lead'),
      reason: remark,
      /** On what the decision rests: asked for once it binds, after two returns. */
      basis: z.string().trim().max(500).default(''),
      /** The matter was withdrawn to the upper level, and goes to a township all the same; the reason says why. */
      override: z.boolean().optional(),
    }),
    reply: done,
    problems: [
      ...(['not_now', 'changed_meanwhile', 'unit_closed', 'unit_has_it', 'tasks_open'] as const),
      ...(['matter_withdrawn', 'matter_withdrawn_reason', 'binding_basis', 'binding_early'] as const),
    ],
  },
  removeUnit: {
    method: 'DELETE',
    path: '/problems/:id/assignments/:assignment',
    summary: { zh: '减去协办或抄送', en: 'Take an assisting unit off' },
    verb: 'problem.assign',
    params: z.object({ id, assignment: id }),
    query: decision.extend({ version: z.coerce.number().int(), reason }),
    reply: done,
  },
  sign: {
    method: 'POST',
    path: '/problems/:id/signatures',
    summary: { zh: '签收', en: 'Sign for it' },
    verb: 'problem.handle',
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  sendBack: {
    method: 'POST',
    path: '/problems/:id/returns',
    summary: { zh: '退单', en: 'Send back to the dispatcher' },
    verb: 'problem.handle',
    params: one,
    body: decision.extend({
      reason,
      basis: z.string().trim().max(500).default(''),
      suggestedUnitId: id.nullable().default(null),
    }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'tasks_open', 'binding_stands'],
  },
  handle: {
    method: 'POST',
    path: '/problems/:id/handlings',
    summary: { zh: '办结反馈', en: 'Report it handled' },
    verb: 'problem.handle',
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'tasks_open'],
  },
  verify: {
    method: 'POST',
    path: '/problems/:id/verifications',
    summary: { zh: '核查', en: 'Verify, or refuse' },
    verb: 'problem.verify',
    params: one,
    body: decision.extend({ passed: z.boolean(), words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'own_work'],
  },
  close: {
    method: 'POST',
    path: '/problems/:id/closings',
    summary: { zh: '结案', en: 'Close' },
    verb: 'problem.close',
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  reopen: {
    method: 'POST',
    path: '/problems/:id/reopenings',
    summary: { zh: '重办', en: 'Reopen' },
    verb: 'problem.close',
    params: one,
    /** Absent: the unit that led it last. */
    body: decision.extend({ reason, unitId: id.nullable().default(null), override: z.boolean().optional() }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'unit_closed', 'matter_withdrawn'],
  },
  share: {
    method: 'POST',
    path: '/problems/:id/shares',
    summary: { zh: '共享给单位或个人查看', en: 'Share with a unit or person' },
    verb: 'problem.assign',
    params: one,
    body: decision.extend({
      unitId: id.nullable().default(null),
      personId: id.nullable().default(null),
      until: z.iso.date().nullable().default(null),
    }),
    reply: done,
    problems: ['share_with_one', 'person_left', 'unit_closed', 'dates_crossed'],
  },
  endShare: {
    method: 'DELETE',
    path: '/problems/:id/shares/:share',
    summary: { zh: '收回共享', en: 'End a share' },
    verb: 'problem.assign',
    params: z.object({ id, share: id }),
    query: decision.extend({ version: z.coerce.number().int() }),
    reply: done,
  },
  publish: {
    method: 'POST',
    path: '/problems/:id/publications',
    summary: { zh: '向公众公开（用专门写的标题和说明）', en: 'Publish, in words written for it' },
    verb: 'problem.publish',
    params: one,
    /** `despite`: somebody has read what may be personal in it, and says that it may be public. */
    body: decision.extend({ title, words: z.string().trim().min(1).max(2_000), despite: z.boolean().default(false) }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'publication_personal'],
  },
  unpublish: {
    method: 'POST',
    path: '/problems/:id/publication-endings',
    summary: { zh: '取消公开', en: 'Take off the public list' },
    verb: 'problem.publish',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'not_published'],
  },
});

export type ProblemItem = z.infer<typeof problemItem>;
export type ProblemQuery = z.output<typeof problemQuery>;
