/** The page of the dispatch centre. */
import SendOutlined from '@ant-design/icons/SendOutlined';
import type { Page } from '#web/desk/pages.ts';

export const dispatchPages: Page[] = [
  {
    path: '/dispatch',
    said: { zh: '派单中心', en: 'Dispatch centre' },
    permission: ['problem.assign'],
    menu: { place: 6, icon: SendOutlined },
    load: () => import('#web/dispatch/dispatch-page.tsx').then((m) => m.DispatchPage),
  },
];
