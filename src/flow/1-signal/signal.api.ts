/** Routes of signals: entry at the desk, by token, list and search, and what is said to the reporter. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { count, decision, due, id, instant, listOf, page, reason, remark } from '#rules/shapes.ts';
import { disposition, dispositionCode, matter, signalState, urgency, WORDS_MAX, way } from '#signal/signal.ts';

const short = (max: number) => z.string().trim().max(max);

/** The reporter's fields are encrypted as they arrive; empty ones are kept empty. */
export const reporterInput = z.object({
  name: short(50).default(''),
  phone: short(40).default(''),
  idNumber: short(20).default(''),
  address: short(200).default(''),
});

const told = {
  title: short(200).default(''),
  words: z
    .string()
    .min(1)
    .max(WORDS_MAX)
    .refine((words) => words.trim() !== '', 'empty'),
  matter,
  urgency: urgency.default('normal'),
  secret: z.boolean().default(false),
  wantsReply: z.boolean().default(true),
  place: short(200).default(''),
  areaId: id.nullable().default(null),
  category: short(100).default(''),
  reporter: reporterInput.prefault({}),
};

/** `id` is the signal's own id and the idempotency key. */
export const enterInput = z.object({
  id,
  channelId: id,
  ...told,
  disposition: z.object({ kind: disposition, code: dispositionCode, words: remark }).nullable().default(null),
});

/** From another system: `number` is the ticket's number there; the same number again repeats or revises the signal. */
export const pushInput = z.object({
  id,
  number: short(60).optional(),
  saidAt: instant.optional(),
  ...told,
  matter: matter.default('other'),
  extra: z.record(short(60), short(2_000)).default({}),
});

export const signalItem = z.object({
  id,
  number: z.string(),
  sourceNumber: z.string().nullable(),
  channel: z.object({ id, name: z.string() }),
  state: signalState,
  matter,
  urgency,
  secret: z.boolean(),
  title: z.string().nullable(),
  /** The words with phones, ID numbers and marked names masked; cut to 200 characters in lists. */
  words: z.string(),
  place: z.string().nullable(),
  category: z.string().nullable(),
  receivedAt: instant,
  problem: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  answered: z.boolean(),
  /** Other signals under the same phone, up to 99; 0 where the reporter is hidden or gave none. */
  callerOthers: z.int(),
  version: z.int(),
});

export const signalQuery = page.extend({
  q: short(100).optional(),
  state: signalState.optional(),
  matter: matter.optional(),
  urgency: urgency.optional(),
  channelId: id.optional(),
  importId: id.optional(),
  problemId: id.optional(),
  /** Only those whose reporter is still to be answered. */
  toAnswer: z.stringbool().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const one = z.object({ id });
const done = z.object({ id, version: z.int() });

export const signalApi = routes({
  list: {
    method: 'GET',
    path: '/signals',
    summary: { zh: '线索列表', en: 'List signals' },
    query: signalQuery,
    reply: listOf(signalItem),
  },
  count: {
    method: 'GET',
    path: '/signals/count',
    summary: { zh: '线索计数', en: 'Count signals' },
    query: signalQuery.omit({ cursor: true, limit: true }),
    reply: count,
  },
  enter: {
    method: 'POST',
    path: '/signals/desk',
    summary: { zh: '登记一条线索', en: 'Enter a signal at the desk' },
    verb: 'signal.enter',
    body: enterInput,
    /** `due`: until when it is to be triaged; null where it was settled on the spot. */
    reply: z.object({ id, number: z.string(), version: z.int(), due: due.nullable() }),
    problems: ['id_taken'],
  },
  push: {
    method: 'POST',
    path: '/signals',
    summary: { zh: '接口推送线索', en: 'Push a signal by integration token' },
    access: 'token',
    body: pushInput,
    reply: z.object({ id, number: z.string(), outcome: z.enum(['accepted', 'repeated', 'revised']) }),
    problems: ['token_invalid', 'id_taken'],
  },
  addPhoto: {
    method: 'POST',
    path: '/signals/:id/photos',
    summary: { zh: '附照片（去除拍摄信息）', en: 'Attach a photo; its EXIF is stripped' },
    verb: 'signal.enter',
    params: one,
    body: z.object({ id }),
    upload: { accept: 'image', limit: 20 << 20 },
    reply: z.object({ id, hash: z.string() }),
  },
  photo: {
    method: 'GET',
    path: '/signals/:id/photos/:photo',
    summary: { zh: '看照片', en: 'See a photo' },
    params: z.object({ id, photo: id }),
  },
  earlier: {
    method: 'POST',
    path: '/signals/earlier',
    summary: { zh: '来电人以前的诉求', en: "A caller's earlier matters" },
    verb: 'reporter.read',
    body: z.object({ phone: short(40).min(3), except: id.optional() }),
    reply: z.object({ items: z.array(signalItem), total: z.int() }),
  },
  others: {
    method: 'GET',
    path: '/signals/:id/others',
    summary: { zh: '同一来电人的其他诉求', en: 'Other matters of the same caller' },
    verb: 'reporter.read',
    params: one,
    reply: z.object({ items: z.array(signalItem), total: z.int() }),
    problems: ['reporter_hidden'],
  },
  reveal: {
    method: 'POST',
    path: '/signals/:id/reporter',
    summary: { zh: '查看来电人（记录用途）', en: 'See who reported; purpose is logged' },
    verb: 'reporter.read',
    params: one,
    body: z.object({ id, purpose: z.enum(['contact', 'verify', 'complaint', 'law']), reason }),
    reply: z.object({ name: z.string(), phone: z.string(), idNumber: z.string(), address: z.string() }),
  },
  dispose: {
    method: 'POST',
    path: '/signals/:id/dispositions',
    summary: { zh: '直接处置', en: 'Dispose without a problem' },
    verb: 'signal.triage',
    params: one,
    body: decision.extend({ kind: disposition, code: dispositionCode, words: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  restore: {
    method: 'POST',
    path: '/signals/:id/restorations',
    summary: { zh: '撤销处置', en: 'Take a disposition back' },
    verb: 'signal.triage',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  divide: {
    method: 'POST',
    path: '/signals/:id/divisions',
    summary: { zh: '一单两事，拆成两条', en: 'Divide a ticket that holds two matters' },
    verb: 'signal.triage',
    params: one,
    body: decision.extend({ newId: id, title: short(200).min(1), newTitle: short(200).min(1), matter, reason }),
    reply: done.extend({ newId: id, newNumber: z.string() }),
    problems: ['not_now', 'changed_meanwhile'],
  },
  contact: {
    method: 'POST',
    path: '/signals/:id/contacts',
    summary: { zh: '首次联系', en: 'Record a contact' },
    verb: 'signal.answer',
    params: one,
    body: decision.extend({ way, reached: z.boolean(), words: remark }),
    reply: done,
  },
  answer: {
    method: 'POST',
    path: '/signals/:id/answers',
    summary: { zh: '答复诉求人', en: 'Record the answer given' },
    verb: 'signal.answer',
    params: one,
    body: decision.extend({ way, words: reason }),
    reply: done,
  },
  callBack: {
    method: 'POST',
    path: '/signals/:id/callbacks',
    summary: { zh: '回访', en: 'Record a call-back' },
    verb: 'signal.answer',
    params: one,
    body: decision.extend({
      reached: z.boolean(),
      solved: z.enum(['yes', 'partly', 'no']).nullable().default(null),
      satisfied: z.int().min(1).max(5).nullable().default(null),
      /** Had they been contacted before the answer? null: not asked. */
      contacted: z.boolean().nullable().default(null),
      words: remark,
    }),
    reply: done,
  },
  ask: {
    method: 'POST',
    path: '/signals/:id/questions',
    summary: { zh: '向用查询码跟进的诉求人提问', en: 'Ask a reporter who follows by code' },
    verb: 'signal.answer',
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_followed', 'changed_meanwhile'],
  },
  decline: {
    method: 'POST',
    path: '/signals/:id/declined-reopenings',
    summary: { zh: '对重办申请答复不予重办', en: 'Decline a wish to reopen' },
    verb: 'signal.triage',
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['wish_none', 'changed_meanwhile'],
  },
});

export type SignalItem = z.infer<typeof signalItem>;
export type SignalQuery = z.output<typeof signalQuery>;
export type EnterInput = z.output<typeof enterInput>;
export type PushInput = z.output<typeof pushInput>;
