/** The pages of the duty list: its lines, trying it out, its versions, and what comes back. */
import ProfileOutlined from '@ant-design/icons/ProfileOutlined';
import type { Permission } from '#people/permissions.ts';
import type { Page } from '#web/desk/pages.ts';

const said = { zh: '职责清单', en: 'Duty list' };
const permission: Permission[] = ['problem.read'];

export const dutyPages: Page[] = [
  {
    path: '/duty',
    said,
    permission,
    menu: { place: 64, icon: ProfileOutlined },
    load: () => import('#web/duty/duty-list.tsx').then((m) => m.DutyList),
  },
  { path: '/duty/try', said, permission, load: () => import('#web/duty/try-page.tsx').then((m) => m.TryPage) },
  {
    path: '/duty/versions',
    said,
    permission,
    load: () => import('#web/duty/versions-page.tsx').then((m) => m.VersionsPage),
  },
  {
    path: '/duty/versions/$id',
    said,
    permission,
    load: () => import('#web/duty/difference-page.tsx').then((m) => m.DifferencePage),
  },
  {
    path: '/duty/returns',
    said,
    permission,
    load: () => import('#web/duty/returns-page.tsx').then((m) => m.ReturnsPage),
  },
  { path: '/duty/lines/$id', said, permission, load: () => import('#web/duty/line-view.tsx').then((m) => m.LinePage) },
];
