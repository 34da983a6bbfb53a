/** My work: the first page. */
import CarryOutOutlined from '@ant-design/icons/CarryOutOutlined';
import type { Page } from '#web/desk/pages.ts';

export const myWorkPages: Page[] = [
  {
    path: '/',
    said: { zh: '我的工作', en: 'My work' },
    menu: { place: 10, icon: CarryOutOutlined, onPhone: true },
    load: () => import('#web/my-work/my-work-page.tsx').then((m) => m.MyWorkPage),
  },
];
