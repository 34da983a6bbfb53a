/** The signed-in person's own account; reached from the user menu. */
import type { Page } from '#web/desk/pages.ts';

export const accountPages: Page[] = [
  {
    path: '/account',
    said: { zh: '我的账号', en: 'My account' },
    load: () => import('#web/account/account-page.tsx').then((m) => m.AccountPage),
  },
];
