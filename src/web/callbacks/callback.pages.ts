/** The page of call-backs by lot. */
import CustomerServiceOutlined from '@ant-design/icons/CustomerServiceOutlined';
import type { Page } from '#web/desk/pages.ts';

export const callbackPages: Page[] = [
  {
    path: '/callbacks',
    said: { zh: '回访', en: 'Call-backs' },
    permission: ['callback.make', 'callback.rule'],
    menu: { place: 25, daily: ['callback.rule'], icon: CustomerServiceOutlined },
    load: () => import('#web/callbacks/callbacks-page.tsx').then((m) => m.CallbacksPage),
  },
];
