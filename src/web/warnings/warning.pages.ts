/** The warning board, one warning, and the trend. */
import AlertOutlined from '@ant-design/icons/AlertOutlined';
import type { Page } from '#web/desk/pages.ts';

export const warningPages: Page[] = [
  {
    path: '/warnings',
    said: { zh: '预警', en: 'Early warnings' },
    permission: ['warning.read'],
    menu: { place: 31, icon: AlertOutlined },
    load: () => import('#web/warnings/warning-board.tsx').then((m) => m.WarningBoard),
  },
  {
    path: '/warnings/trend',
    said: { zh: '走势', en: 'Trend' },
    permission: ['warning.read'],
    load: () => import('#web/warnings/trend-page.tsx').then((m) => m.TrendPage),
  },
  {
    path: '/warnings/$id',
    said: { zh: '预警', en: 'Early warning' },
    permission: ['warning.read'],
    load: () => import('#web/warnings/warning-page.tsx').then((m) => m.WarningPage),
  },
];
