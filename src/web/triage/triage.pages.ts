/** The page of the triage desk: where a dispatcher's day begins. */
import PartitionOutlined from '@ant-design/icons/PartitionOutlined';
import type { Page } from '#web/desk/pages.ts';

export const triagePages: Page[] = [
  {
    path: '/triage',
    said: { zh: '分拨台', en: 'Triage desk' },
    permission: ['signal.triage'],
    menu: { place: 5, icon: PartitionOutlined, onPhone: true },
    load: () => import('#web/triage/triage-page.tsx').then((m) => m.TriagePage),
  },
];
