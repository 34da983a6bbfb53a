/** The page of exports with personal data; reached from the list of signals and from my work. */
import type { Page } from '#web/desk/pages.ts';

export const extractPages: Page[] = [
  {
    path: '/extracts',
    said: { zh: '含个人信息的导出', en: 'Exports of personal data' },
    permission: ['export.personal', 'export.decide'],
    load: () => import('#web/extracts/extracts-page.tsx').then((m) => m.ExtractsPage),
  },
];
