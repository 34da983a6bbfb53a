/** Routes of call-backs: the queue, taking the next, what was said, and the rule of the lot. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { decision, id, instant, reason, remark } from '#rules/shapes.ts';
import { content } from '#triage/callback/callback.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const day = z.iso.date();

export const callbackItem = z.object({
  id,
  signalId: id,
  /** The day of the answer, whose lot drew it. */
  day,
  why: z.enum(['lot', 'again']),
  state: z.enum(['waiting', 'said', 'unreached', 'dropped']),
  tries: z.int(),
  triesMost: z.int(),
  answeredAt: instant,
  /** Who led it; null: answered without a unit. */
  unit: z.string().nullable(),
  channel: z.string(),
  /** What a "no" leads to: reopened on the spot, handed to a dispatcher, or worked on again already. */
  again: z.enum(['reopen', 'wish', 'none']),
  version: z.int(),
});

const rule = z.object({
  percent: z.int().min(0).max(100),
  /** Channels with a share of their own. */
  shares: z.record(id, z.int().min(0).max(100)),
  tries: z.int().min(1).max(9),
  restHours: z.int().min(1).max(72),
});

export const callbackApi = routes({
  queue: {
    method: 'GET',
    path: '/callbacks/queue',
    summary: { zh: '回访队列', en: 'How the queue of call-backs stands' },
    verb: 'callback.make',
    /** `now` may be called at once, `later` rest, `others` are with another caller; `done`: tries of the caller's own today. */
    reply: z.object({ now: z.int(), later: z.int(), others: z.int(), done: z.int() }),
  },
  take: {
    method: 'POST',
    path: '/callbacks/next',
    summary: { zh: '取下一位（两人不会取到同一位）', en: 'Take the next; two callers never get the same' },
    verb: 'callback.make',
    body: z.object({}),
    reply: z.object({ item: callbackItem.nullable() }),
  },
  say: {
    method: 'POST',
    path: '/callbacks/:id/said',
    summary: { zh: '记录回访', en: 'Record what was said' },
    verb: 'callback.make',
    params: one,
    body: decision.extend({
      contacted: z.boolean(),
      solved: z.enum(['yes', 'partly', 'no']),
      satisfied: content,
      words: remark,
      follow: z
        .object({ how: z.enum(['again', 'keep']), reason })
        .nullable()
        .default(null),
    }),
    reply: done,
    problems: ['callback_follow', 'callback_no_follow', 'callback_not_held', 'not_now', 'changed_meanwhile'],
  },
  miss: {
    method: 'POST',
    path: '/callbacks/:id/misses',
    summary: { zh: '没打通', en: 'Nobody was reached' },
    verb: 'callback.make',
    params: one,
    body: decision.extend({ words: remark }),
    reply: done,
    problems: ['callback_not_held', 'not_now', 'changed_meanwhile'],
  },
  putOff: {
    method: 'POST',
    path: '/callbacks/:id/delays',
    summary: { zh: '约时间再打', en: 'Put off' },
    verb: 'callback.make',
    params: one,
    body: decision.extend({ hours: z.int().min(1).max(72) }),
    reply: done,
    problems: ['callback_not_held', 'not_now', 'changed_meanwhile'],
  },
  rule: {
    method: 'GET',
    path: '/callbacks/rule',
    summary: { zh: '回访抽样规则', en: 'The rule of the lot' },
    verb: 'callback.make',
    reply: rule,
  },
  setRule: {
    method: 'PUT',
    path: '/callbacks/rule',
    summary: { zh: '设定回访抽样规则', en: 'Set the rule of the lot' },
    verb: 'callback.rule',
    body: rule.extend({ id, fromDay: day, reason }),
    reply: rule,
    problems: ['rule_past'],
  },
  draw: {
    method: 'GET',
    path: '/callbacks/draws/:day',
    summary: { zh: '某日的抽签', en: 'The lot of a day, for drawing it again' },
    verb: 'callback.make',
    params: z.object({ day }),
    reply: z.object({
      day,
      seed: z.string(),
      at: instant,
      strata: z.array(z.object({ channel: z.string(), unit: z.string().nullable(), of: z.int(), taken: z.int() })),
      numbers: z.array(z.object({ number: z.string(), why: z.enum(['lot', 'again']) })),
    }),
  },
});

export type CallbackItem = z.infer<typeof callbackItem>;
export type RuleInput = z.output<(typeof callbackApi)['setRule']['body']>;
