/** The pages of limit rules, and of how even tasks are given. */
import HourglassOutlined from '@ant-design/icons/HourglassOutlined';
import type { Page } from '#web/desk/pages.ts';

export const limitPages: Page[] = [
  {
    path: '/limits',
    said: { zh: '时限规则', en: 'Limits' },
    permission: ['limit.manage'],
    menu: { place: 65, icon: HourglassOutlined },
    load: () => import('#web/limits/limits-page.tsx').then((m) => m.LimitsPage),
  },
  {
    path: '/limits/shares',
    said: { zh: '派件均衡', en: 'Even shares' },
    permission: ['limit.manage'],
    load: () => import('#web/limits/shares-page.tsx').then((m) => m.SharesPage),
  },
];
