/** The list and page of indicators. */
import LineChartOutlined from '@ant-design/icons/LineChartOutlined';
import type { Page } from '#web/desk/pages.ts';

export const indicatorPages: Page[] = [
  {
    path: '/indicators',
    said: { zh: '指标', en: 'Indicators' },
    permission: ['indicator.read'],
    menu: { place: 50, icon: LineChartOutlined },
    load: () => import('#web/indicators/indicator-list.tsx').then((m) => m.IndicatorList),
  },
  {
    path: '/indicators/heat',
    said: { zh: '指标热力图', en: 'Heat map' },
    permission: ['indicator.read'],
    load: () => import('#web/indicators/heat-page.tsx').then((m) => m.HeatPage),
  },
  {
    path: '/indicators/$id',
    said: { zh: '指标', en: 'Indicator' },
    permission: ['indicator.read'],
    load: () => import('#web/indicators/indicator-view.tsx').then((m) => m.IndicatorPage),
  },
];
