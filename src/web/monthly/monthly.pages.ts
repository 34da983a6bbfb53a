/** The monthly themes of a year; reached from the common problems. */
import type { Page } from '#web/desk/pages.ts';

export const monthlyPages: Page[] = [
  {
    path: '/monthly',
    said: { zh: '每月一题', en: 'Monthly themes' },
    permission: ['theme.read'],
    load: () => import('#web/monthly/monthly-page.tsx').then((m) => m.MonthlyPage),
  },
];
