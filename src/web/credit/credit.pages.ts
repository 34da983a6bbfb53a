/** Organisations, their credit levels, and the rules of these. */
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import type { Page } from '#web/desk/pages.ts';

export const creditPages: Page[] = [
  {
    path: '/organisations',
    said: { zh: '信用监管', en: 'Organisations' },
    permission: ['organisation.read'],
    menu: { place: 48, icon: SafetyCertificateOutlined },
    load: () => import('#web/credit/organisation-list.tsx').then((m) => m.OrganisationList),
  },
  {
    path: '/organisations/rules',
    said: { zh: '信用规则', en: 'Rules of credit levels' },
    permission: ['organisation.read'],
    load: () => import('#web/credit/rules-page.tsx').then((m) => m.RulesPage),
  },
  {
    path: '/organisations/$id',
    said: { zh: '企业', en: 'Organisation' },
    permission: ['organisation.read'],
    load: () => import('#web/credit/organisation-view.tsx').then((m) => m.OrganisationPage),
  },
];
