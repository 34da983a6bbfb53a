/** The pages of importing: what was imported, and each step of the next one under its own address. */
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import type { Permission } from '#people/permissions.ts';
import type { Page } from '#web/desk/pages.ts';

const said = { zh: '导入', en: 'Import' };
const permission: Permission[] = [
  'signal.import',
  'knowledge.write',
  'people.manage',
  'reading.record',
  'duty.manage',
  'category.manage',
  'organisation.record',
];

export const importPages: Page[] = [
  {
    path: '/import',
    said,
    permission,
    menu: { place: 70, icon: ImportOutlined },
    load: () => import('#web/imports/import-list.tsx').then((m) => m.ImportList),
  },
  {
    path: '/import/new',
    said,
    permission,
    load: () => import('#web/imports/upload-page.tsx').then((m) => m.UploadPage),
  },
  {
    path: '/import/$id',
    said,
    permission,
    load: () => import('#web/imports/import-page.tsx').then((m) => m.ImportPage),
  },
  {
    path: '/import/$id/columns',
    said,
    permission,
    load: () => import('#web/imports/columns-page.tsx').then((m) => m.ColumnsPage),
  },
  {
    path: '/import/$id/preview',
    said,
    permission,
    load: () => import('#web/imports/preview-page.tsx').then((m) => m.PreviewPage),
  },
  { path: '/import/$id/run', said, permission, load: () => import('#web/imports/run-page.tsx').then((m) => m.RunPage) },
];
