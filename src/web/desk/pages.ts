/**
 * How a page joins the desk. Each area keeps a list beside its pages and src/web/pages.ts joins the lists:
 *
 *   // src/web/problems/problem.pages.ts
 *   export const problemPages: Page[] = [
 *     { path: '/problems', said: { zh: '问题', en: 'Problems' }, permission: ['problem.read'],
 *       menu: { place: 30, icon: ProblemIcon },
 *       load: () => import('#web/problems/problem-list.tsx').then((m) => m.ProblemList) },
 *     { path: '/problems/$id', said: { zh: '问题', en: 'Problem' }, permission: ['problem.read'],
 *       load: () => import('#web/problems/problem-view.tsx').then((m) => m.ProblemPage) },
 *   ];
 *
 * Inside, `usePlace()` gives `params.id` and what stands behind the `?`; `useTitle()` names the tab.
 */
import type { ComponentType, ReactNode } from 'react';
import type { Permission } from '#people/permissions.ts';
import type { Said } from '#web/words/words.ts';

export type Page = {
  /** Below `/c/<slug>`; `$id` is a param. */
  path: `/${string}`;
  said: Said;
  /** Any one of these opens the page; absent: whoever is signed in. The server has the last word. */
  permission?: readonly Permission[];
  /** Absent: the page stands in no menu. */
  menu?: {
    /** The lower, the higher up: the day's work to 19, signals 20, problems to tasks 30, results 50, people and settings 60. */
    place: number;
    icon: ComponentType;
    /** Whose every day it is: for whoever holds one of these it stands above the headings of a long menu. */
    daily?: readonly Permission[];
    /** On a phone the first four of these stand at the foot. */
    onPhone?: boolean;
  };
  /** Opens without signing in and without the menu: sign-in, activation. */
  open?: boolean;
  load: () => Promise<() => ReactNode>;
};
