/** The pages as routes: open ones bare, all others behind the gate; each is loaded when it is first gone to. */
import {
  type AsyncRouteComponent,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Failed } from '#web/desk/failed.tsx';
import { Gate } from '#web/desk/gate.tsx';
import { mayOpen, useMe } from '#web/desk/me.ts';
import { NotAllowed, NotHere } from '#web/desk/not-here.tsx';
import type { Page } from '#web/desk/pages.ts';
import { base } from '#web/place/place.ts';
import { parseSearch, writeSearch } from '#web/place/use-place.ts';

/** A page asked for without its permission says which one it is. */
function guarded(page: Page, Component: AsyncRouteComponent<object>) {
  return function Guarded() {
    return mayOpen(useMe(), page) ? <Component /> : <NotAllowed page={page} />;
  };
}

const lazily = (page: Page): AsyncRouteComponent<object> =>
  lazyRouteComponent<{ Page: (props: object) => ReactNode }, 'Page'>(async () => ({ Page: await page.load() }), 'Page');

export function makeRouter(pages: readonly Page[]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotHere, errorComponent: Failed });
  const gate = createRoute({ getParentRoute: () => root, id: 'gate', component: Gate, notFoundComponent: NotHere });
  const inside = pages
    .filter((page) => !page.open)
    .map((page) => {
      const component = lazily(page);
      return createRoute({
        getParentRoute: () => gate,
        path: page.path,
        component: guarded(page, component),
        loader: () => component.preload?.(),
      });
    });
  const open = pages
    .filter((page) => page.open)
    .map((page) => createRoute({ getParentRoute: () => root, path: page.path, component: lazily(page) }));
  const unknown = createRoute({ getParentRoute: () => gate, path: '$', component: NotHere });
  return createRouter({
    routeTree: root.addChildren([gate.addChildren([...inside, unknown]), ...open]),
    basepath: base,
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: false,
    defaultErrorComponent: Failed,
    defaultPendingMs: 400,
    scrollRestoration: true,
    scrollToTopSelectors: ['#page'],
  });
}
