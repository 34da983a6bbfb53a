/** Routes of channels and of the integration tokens bound to them. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { id, instant, reason } from '#rules/shapes.ts';
import { askedOf } from '#signal/channel-asks.ts';
import { SERIES_LONGEST } from '#signal/number-series.ts';
import { channelKind } from '#signal/signal.ts';

export const channel = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: channelKind,
  closed: z.boolean(),
  /** Months after which a signal's personal content is erased; null: never. */
  keepMonths: z.int().nullable(),
  /** Its series of numbers; empty: day, code and running number. */
  series: z.string(),
  /** What a call-taker must have asked before a signal of it is saved. */
  asks: z.array(askedOf),
});

export const template = z.object({
  id,
  channelId: id.nullable(),
  name: z.string(),
  words: z.string(),
  changedBy: z.string(),
  changedAt: instant,
});

export const token = z.object({
  id,
  channelId: id,
  name: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});

const name = z.string().trim().min(1).max(60);

export const channelApi = routes({
  list: {
    method: 'GET',
    path: '/channels',
    summary: { zh: '渠道', en: 'Channels' },
    reply: z.object({ items: z.array(channel) }),
  },
  add: {
    method: 'POST',
    path: '/channels',
    summary: { zh: '增加渠道', en: 'Add a channel' },
    verb: 'channel.manage',
    body: z.object({ id, code: z.string().regex(/^[0-9]{2}$/), name, kind: channelKind.exclude(['public', 'note']) }),
    reply: channel,
    problems: ['channel_code_taken'],
  },
  change: {
    method: 'PUT',
    path: '/channels/:id',
    summary: { zh: '修改渠道', en: 'Change a channel' },
    verb: 'channel.manage',
    params: z.object({ id }),
    body: z.object({ id, name, closed: z.boolean() }),
    reply: channel,
  },
  retention: {
    method: 'PUT',
    path: '/channels/:id/retention',
    summary: { zh: '设定渠道的保存期限', en: 'Set how long a channel keeps personal content' },
    verb: 'personal.erase',
    params: z.object({ id }),
    body: z.object({ id, months: z.int().min(1).max(1200).nullable(), reason }),
    reply: channel,
  },
  rules: {
    method: 'PUT',
    path: '/channels/:id/rules',
    summary: { zh: '设定渠道的编号和必问项', en: 'Set the numbers of a channel and what its call-takers ask' },
    verb: 'channel.manage',
    params: z.object({ id }),
    body: z.object({
      id,
      series: z
        .string()
        .trim()
        .max(SERIES_LONGEST * 2),
      asks: z.array(askedOf).max(9),
    }),
    reply: channel,
  },
  templates: {
    method: 'GET',
    path: '/channels/templates',
    summary: { zh: '答复模板', en: 'Words prepared for answers' },
    query: z.object({ channelId: id.optional() }),
    reply: z.object({ items: z.array(template) }),
  },
  writeTemplate: {
    method: 'PUT',
    path: '/channels/templates/:id',
    summary: { zh: '编写答复模板', en: 'Write the words prepared for answers' },
    verb: 'knowledge.write',
    params: z.object({ id }),
    body: z.object({ id, channelId: id.nullable(), name, words: z.string().trim().min(1).max(2_000) }),
    reply: template,
  },
  closeTemplate: {
    method: 'DELETE',
    path: '/channels/templates/:id',
    summary: { zh: '停用答复模板', en: 'Take a template out of use' },
    verb: 'knowledge.write',
    params: z.object({ id }),
    query: z.object({ id }),
    reply: template,
  },
  tokens: {
    method: 'GET',
    path: '/tokens',
    summary: { zh: '接口令牌', en: 'Integration tokens' },
    verb: 'channel.manage',
    reply: z.object({ items: z.array(token) }),
  },
  makeToken: {
    method: 'POST',
    path: '/tokens',
    summary: { zh: '生成令牌（只显示一次）', en: 'Make a token; it is shown once' },
    verb: 'channel.manage',
    body: z.object({ id, channelId: id, name, days: z.int().min(1).max(730) }),
    reply: token.extend({ secret: z.string().nullable() }),
  },
  revokeToken: {
    method: 'DELETE',
    path: '/tokens/:id',
    summary: { zh: '收回令牌', en: 'Revoke a token' },
    verb: 'channel.manage',
    params: z.object({ id }),
    reply: token,
  },
});

export type Channel = z.infer<typeof channel>;
export type Template = z.infer<typeof template>;
export type Token = z.infer<typeof token>;
