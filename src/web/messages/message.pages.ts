/** The inbox: reached by the bell. */
import type { Page } from '#web/desk/pages.ts';

export const messagePages: Page[] = [
  {
    path: '/messages',
    said: { zh: '消息', en: 'Messages' },
    load: () => import('#web/messages/messages-page.tsx').then((m) => m.MessagesPage),
  },
];
