/** Daily and weekly reports for the leaders. */
import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import type { Page } from '#web/desk/pages.ts';

export const reportPages: Page[] = [
  {
    path: '/papers',
    said: { zh: '日报周报', en: 'Reports' },
    permission: ['paper.read'],
    menu: { place: 52, icon: FileTextOutlined },
    load: () => import('#web/reports/papers-page.tsx').then((m) => m.PapersPage),
  },
];
