/** The page of erasure and of how long each channel keeps. */
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import type { Page } from '#web/desk/pages.ts';

export const erasurePages: Page[] = [
  {
    path: '/settings/erasure',
    said: { zh: '个人内容删除', en: 'Erasure and keeping' },
    permission: ['personal.erase'],
    menu: { place: 92, icon: DeleteOutlined },
    load: () => import('#web/erasure/erasure-page.tsx').then((m) => m.ErasurePage),
  },
];
