/** The list, page and charter of projects. */
import FlagOutlined from '@ant-design/icons/FlagOutlined';
import type { Page } from '#web/desk/pages.ts';

/** Anybody may be named in a charter: no permission is asked for. */
export const projectPages: Page[] = [
  {
    path: '/projects',
    said: { zh: '项目', en: 'Projects' },
    menu: { place: 35, icon: FlagOutlined },
    load: () => import('#web/projects/project-list.tsx').then((m) => m.ProjectList),
  },
  {
    path: '/projects/$id',
    said: { zh: '项目', en: 'Project' },
    load: () => import('#web/projects/project-view.tsx').then((m) => m.ProjectPage),
  },
  {
    path: '/projects/$id/charter',
    said: { zh: '立项书', en: 'Charter' },
    load: () => import('#web/projects/charter-page.tsx').then((m) => m.CharterPage),
  },
];
