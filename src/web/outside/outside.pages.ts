/** The page of the ways out; reached from that of the ways in. */
import type { Page } from '#web/desk/pages.ts';

export const outsidePages: Page[] = [
  {
    path: '/settings/outside',
    said: { zh: '对外连接', en: 'Connections' },
    permission: ['channel.manage'],
    load: () => import('#web/outside/outside-page.tsx').then((m) => m.OutsidePage),
  },
];
