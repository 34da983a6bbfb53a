/** The source line, from any thing in it. */
import type { Page } from '#web/desk/pages.ts';

export const sourcePages: Page[] = [
  {
    path: '/source/$kind/$id',
    said: { zh: '溯源链', en: 'Source line' },
    load: () => import('#web/source/source-page.tsx').then((m) => m.SourcePage),
  },
];
