/** Standard procedures and their runs. */
import BranchesOutlined from '@ant-design/icons/BranchesOutlined';
import type { Page } from '#web/desk/pages.ts';

const said = { zh: '标准流程', en: 'Procedures' };
const run = { zh: '流程办理', en: 'Runs of procedures' };

export const procedurePages: Page[] = [
  {
    path: '/procedures',
    said,
    permission: ['procedure.read'],
    menu: { place: 42, icon: BranchesOutlined },
    load: () => import('#web/procedures/procedure-list.tsx').then((m) => m.ProcedureList),
  },
  {
    path: '/procedures/$id',
    said,
    permission: ['procedure.read'],
    load: () => import('#web/procedures/procedure-view.tsx').then((m) => m.ProcedurePage),
  },
  {
    path: '/runs',
    said: run,
    permission: ['procedure.read'],
    load: () => import('#web/procedures/run-list.tsx').then((m) => m.RunList),
  },
  {
    path: '/runs/$id',
    said: run,
    load: () => import('#web/procedures/run-view.tsx').then((m) => m.RunPage),
  },
];
