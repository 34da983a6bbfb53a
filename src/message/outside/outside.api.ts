/** Routes of what goes outside: the channels of the city, and where each person is reached. */
import { z } from 'zod';
import { channelName, failures } from '#message/outside/channel.ts';
import { id, instant } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

const hour = z.int().min(0).max(23).nullable();

export const outsideChannel = z.object({
  name: channelName,
  /** Null: nothing was set yet. The secret is never shown. */
  settings: z.record(z.string(), z.unknown()).nullable(),
  hasSecret: z.boolean(),
  open: z.boolean(),
  version: z.int(),
  sentAt: instant.nullable(),
  /** Since when nothing goes out, and why. */
  failedAt: instant.nullable(),
  failure: z.enum(Object.keys(failures) as (keyof typeof failures)[]).nullable(),
  waiting: z.int(),
  /** Within the last seven days. */
  givenUp: z.int(),
  /** To-dos that the other side does not know as they are yet, and those given up. */
  todos: z.object({ waiting: z.int(), givenUp: z.int() }),
});

const addresses = z.object({
  items: z.array(
    z.object({
      channel: channelName,
      open: z.boolean(),
      address: z.string().nullable(),
      verified: z.boolean(),
      codeSent: z.boolean(),
    }),
  ),
  choice: z.object({ channel: z.enum(['any', 'none', ...channelName.options]), quietFrom: hour, quietTo: hour }),
});

const ofChannel = z.object({ channel: channelName });
const address = z.object({ id, address: z.string().trim().min(1).max(200).nullable() });

export const outsideApi = routes({
  channels: {
    method: 'GET',
    path: '/outside-channels',
    summary: { zh: '对外发送的渠道', en: 'Ways out of the desk' },
    verb: 'channel.manage',
    reply: z.object({ items: z.array(outsideChannel) }),
  },
  set: {
    method: 'PUT',
    path: '/outside-channels/:channel',
    summary: { zh: '设置对外发送的渠道', en: 'Set a way out of the desk' },
    verb: 'channel.manage',
    params: ofChannel,
    body: z.object({
      id,
      version: z.int().min(0),
      open: z.boolean(),
      settings: z.record(z.string(), z.unknown()),
      /** Absent: the one that is kept stays. */
      secret: z.string().min(1).max(500).optional(),
    }),
    reply: outsideChannel,
    problems: ['changed_meanwhile', 'malformed'],
  },
  test: {
    method: 'POST',
    path: '/outside-channels/:channel/tests',
    summary: { zh: '给自己发一条测试消息', en: 'Send oneself a message to try it' },
    verb: 'channel.manage',
    params: ofChannel,
    body: z.object({ id }),
    reply: z.object({}),
    problems: ['channel_not_open', 'address_missing'],
  },
  retry: {
    method: 'POST',
    path: '/outside-channels/:channel/retries',
    summary: { zh: '再发一次近七天没发出去的', en: 'Try again what was given up within seven days' },
    verb: 'channel.manage',
    params: ofChannel,
    body: z.object({ id }),
    reply: z.object({ again: z.int() }),
  },
  mine: {
    method: 'GET',
    path: '/me/addresses',
    summary: { zh: '我在桌面外怎样收到消息', en: 'Where I am told outside the desk' },
    reply: addresses,
  },
  setMine: {
    method: 'PUT',
    path: '/me/addresses/:channel',
    summary: { zh: '登记或去掉我的地址；验证码发到那里', en: 'Set or remove my address; a code goes there' },
    params: ofChannel,
    body: address,
    reply: addresses,
    problems: ['malformed', 'channel_not_open', 'too_many'],
  },
  sendCode: {
    method: 'POST',
    path: '/me/addresses/:channel/codes',
    summary: { zh: '再发一次验证码', en: 'Send another code' },
    params: ofChannel,
    body: z.object({ id }),
    reply: addresses,
    problems: ['channel_not_open', 'too_many'],
  },
  confirm: {
    method: 'POST',
    path: '/me/addresses/:channel/confirmations',
    summary: { zh: '输入验证码', en: 'Enter the code' },
    params: ofChannel,
    body: z.object({
      id,
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/),
    }),
    reply: addresses,
    problems: ['malformed'],
  },
  choose: {
    method: 'PUT',
    path: '/me/push-choice',
    summary: { zh: '选用一个渠道，定免打扰时段', en: 'Choose one way, and quiet hours' },
    body: addresses.shape.choice,
    reply: addresses,
    problems: ['malformed'],
  },
  ofPerson: {
    method: 'GET',
    path: '/people/:id/addresses',
    summary: { zh: '某人在桌面外的地址（打码）', en: "Somebody's addresses outside the desk, masked" },
    params: z.object({ id }),
    reply: addresses,
  },
  setOfPerson: {
    method: 'PUT',
    path: '/people/:id/addresses/:channel',
    summary: { zh: '为某人登记地址', en: "Set somebody's address" },
    params: z.object({ id, channel: channelName }),
    body: address,
    reply: addresses,
    problems: ['malformed', 'channel_not_open', 'too_many'],
  },
});

export type OutsideChannel = z.infer<typeof outsideChannel>;
export type Addresses = z.infer<typeof addresses>;
