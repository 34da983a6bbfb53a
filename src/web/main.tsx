/** Where the desk begins. */
import '#web/place/no-eval.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { meApi } from '#people/me.api.ts';
import { queryClient } from '#web/call/query-client.ts';
import { readingOf } from '#web/call/use-read.ts';
import { NoticeList } from '#web/desk/notice-list.tsx';
import { makeRouter } from '#web/desk/router.tsx';
import { Theme } from '#web/look/theme.tsx';
import { pages } from '#web/pages.ts';
import { listenToKeys } from '#web/place/keys.ts';
import '#web/look/base.css';
import '#web/desk/bar.css';
import '#web/look/print.css';

listenToKeys();
// Who it is decides what is shown: asked while the page is still being put together.
void queryClient.prefetchQuery(readingOf(meApi.me, {}));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Theme>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={makeRouter(pages)} />
        <NoticeList />
      </QueryClientProvider>
    </Theme>
  </StrictMode>,
);
