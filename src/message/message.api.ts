/** Routes of a person's messages: the inbox, what the bell shows, reading, and muting. */
import { z } from 'zod';
import { messageThings } from '#message/message.ts';
import { flag, id, instant, listOf, page, said } from '#people/shapes.ts';
import { routes } from '#platform/api.ts';

export const messageItem = z.object({
  id,
  kind: z.string(),
  said,
  thing: z.object({ kind: z.enum(messageThings), id }),
  words: said,
  urgent: z.boolean(),
  byName: z.boolean(),
  /** The kind was muted when it came: it came read, and was not counted. */
  muted: z.boolean(),
  /** For whom the reader acts, where it was told to somebody who is away. */
  forWhom: z.string().nullable(),
  at: instant,
  read: z.boolean(),
});

const unread = z.object({ unread: z.int() });

export const messageApi = routes({
  list: {
    method: 'GET',
    path: '/messages',
    summary: { zh: '我的消息', en: 'My messages' },
    query: page.extend({ unread: flag.optional() }),
    reply: listOf(messageItem),
  },
  bell: {
    method: 'GET',
    path: '/messages/bell',
    summary: { zh: '未读消息', en: 'What the bell shows' },
    /** `rest`: unread ones of today beyond those that were pushed, as one line. */
    reply: z.object({ unread: z.int(), pushed: z.array(messageItem), rest: z.int() }),
  },
  read: {
    method: 'PUT',
    path: '/messages/:id/reading',
    summary: { zh: '标为已读', en: 'Mark a message as read' },
    params: z.object({ id }),
    body: z.object({}),
    reply: unread,
  },
  readAll: {
    method: 'PUT',
    path: '/messages/reading',
    summary: { zh: '全部标为已读', en: 'Mark all as read' },
    /** Those that came after the page was read stay unread. */
    body: z.object({ until: instant }),
    reply: unread,
  },
  muting: {
    method: 'GET',
    path: '/messages/muting',
    summary: { zh: '免打扰设置', en: 'Which kinds are muted' },
    reply: z.object({ kinds: z.array(z.object({ kind: z.string(), said, muted: z.boolean() })) }),
  },
  mute: {
    method: 'PUT',
    path: '/messages/muting/:kind',
    summary: { zh: '某类消息免打扰', en: 'Mute a kind, or hear of it again' },
    params: z.object({ kind: z.string().max(60) }),
    body: z.object({ muted: z.boolean() }),
    reply: z.object({ kind: z.string(), muted: z.boolean() }),
  },
});

export type MessageItem = z.infer<typeof messageItem>;
