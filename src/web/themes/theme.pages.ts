/** Common problems: the ranked list with its maps, and the page of a theme. */
import DotChartOutlined from '@ant-design/icons/DotChartOutlined';
import type { Page } from '#web/desk/pages.ts';

export const themePages: Page[] = [
  {
    path: '/themes',
    said: { zh: '共性问题', en: 'Common problems' },
    permission: ['theme.read'],
    menu: { place: 32, icon: DotChartOutlined },
    load: () => import('#web/themes/themes-page.tsx').then((m) => m.ThemesPage),
  },
  {
    path: '/themes/$id',
    said: { zh: '共性问题', en: 'Common problems' },
    permission: ['theme.read'],
    load: () => import('#web/themes/theme-view.tsx').then((m) => m.ThemePage),
  },
];
