/** Pages for who is not signed in yet. Signing in itself has no address: it stands before whatever page was asked for. */
import type { Page } from '#web/desk/pages.ts';

export const signInPages: Page[] = [
  {
    path: '/activate',
    said: { zh: '开通账号', en: 'Activate your account' },
    open: true,
    load: () => import('#web/sign-in/activation-page.tsx').then((m) => m.ActivationPage),
  },
];
