/** What was acted on before anybody complained. */
import EyeOutlined from '@ant-design/icons/EyeOutlined';
import type { Page } from '#web/desk/pages.ts';

export const aheadPages: Page[] = [
  {
    path: '/ahead',
    said: { zh: '未诉先办', en: 'Acted on before a complaint' },
    permission: ['problem.read'],
    menu: { place: 52, icon: EyeOutlined },
    load: () => import('#web/ahead/ahead-page.tsx').then((m) => m.AheadPage),
  },
  {
    path: '/ahead/problems',
    said: { zh: '未诉先办的问题', en: 'Acted on before a complaint' },
    permission: ['problem.read'],
    load: () => import('#web/ahead/ahead-list.tsx').then((m) => m.AheadList),
  },
];
