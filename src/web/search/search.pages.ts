/** The page of everything that a search has found; it stands in no menu. */
import type { Page } from '#web/desk/pages.ts';

export const searchPages: Page[] = [
  {
    path: '/search',
    said: { zh: '搜索', en: 'Search' },
    load: () => import('#web/search/search-page.tsx').then((m) => m.SearchPage),
  },
];
