/** The cause canvas of a problem. */
import type { Page } from '#web/desk/pages.ts';

export const causePages: Page[] = [
  {
    path: '/problems/$id/causes',
    said: { zh: '原因画布', en: 'Cause canvas' },
    load: () => import('#web/causes/cause-page.tsx').then((m) => m.CausePage),
  },
];
