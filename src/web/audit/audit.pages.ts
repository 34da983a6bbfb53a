/** The audit page: the ledger, for the auditor. */
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import type { Page } from '#web/desk/pages.ts';

export const auditPages: Page[] = [
  {
    path: '/audit',
    said: { zh: '审计台账', en: 'Audit' },
    permission: ['ledger.read'],
    menu: { place: 80, icon: AuditOutlined, onPhone: true },
    load: () => import('#web/audit/audit-page.tsx').then((m) => m.AuditPage),
  },
];
