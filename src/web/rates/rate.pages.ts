/** The three rates, the cases behind them, and exclusions. */
import PercentageOutlined from '@ant-design/icons/PercentageOutlined';
import type { Page } from '#web/desk/pages.ts';

export const ratePages: Page[] = [
  {
    path: '/rates',
    said: { zh: '三率', en: 'The three rates' },
    permission: ['rate.read'],
    menu: { place: 51, icon: PercentageOutlined },
    load: () => import('#web/rates/rates-page.tsx').then((m) => m.RatesPage),
  },
  {
    path: '/rates/cases',
    said: { zh: '三率背后的工单', en: 'Cases behind the rates' },
    permission: ['rate.read'],
    load: () => import('#web/rates/cases-page.tsx').then((m) => m.CasesPage),
  },
  {
    path: '/rates/exclusions',
    said: { zh: '剔除申请', en: 'Exclusions' },
    permission: ['rate.read'],
    load: () => import('#web/rates/exclusions-page.tsx').then((m) => m.ExclusionsPage),
  },
];
