/** The pages of units, persons and roles. */
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import UserDeleteOutlined from '@ant-design/icons/UserDeleteOutlined';
import type { Page } from '#web/desk/pages.ts';

export const peoplePages: Page[] = [
  {
    path: '/people',
    said: { zh: '通讯录', en: 'People' },
    permission: ['people.read'],
    menu: { place: 60, icon: TeamOutlined },
    load: () => import('#web/people/directory.tsx').then((m) => m.Directory),
  },
  {
    path: '/people/roles',
    said: { zh: '角色', en: 'Roles' },
    permission: ['people.read'],
    load: () => import('#web/people/role-page.tsx').then((m) => m.RolePage),
  },
  {
    path: '/people/stranded',
    said: { zh: '没人能办的工作', en: 'Work nobody has' },
    permission: ['people.manage'],
    menu: { place: 62, icon: UserDeleteOutlined },
    load: () => import('#web/people/stranded-page.tsx').then((m) => m.StrandedPage),
  },
  {
    path: '/people/units/$id',
    said: { zh: '单位', en: 'Unit' },
    permission: ['people.read'],
    load: () => import('#web/people/unit-page.tsx').then((m) => m.UnitPage),
  },
  {
    path: '/people/$id',
    said: { zh: '人员', en: 'Person' },
    permission: ['people.read'],
    load: () => import('#web/people/person-page.tsx').then((m) => m.PersonPage),
  },
];
