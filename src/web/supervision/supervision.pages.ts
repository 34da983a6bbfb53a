/** Letters, talks and ladders. */
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import StepForwardOutlined from '@ant-design/icons/StepForwardOutlined';
import type { Page } from '#web/desk/pages.ts';

export const supervisionPages: Page[] = [
  {
    path: '/letters',
    said: { zh: '督办单', en: 'Letters' },
    permission: ['letter.read'],
    menu: { place: 46, icon: AuditOutlined },
    load: () => import('#web/supervision/letters-page.tsx').then((m) => m.LettersPage),
  },
  {
    path: '/letters/$id',
    said: { zh: '督办单', en: 'Letter' },
    permission: ['letter.read'],
    load: () => import('#web/supervision/letter-page.tsx').then((m) => m.LetterPage),
  },
  {
    path: '/talks/$id',
    said: { zh: '约谈', en: 'Formal talk' },
    permission: ['letter.read'],
    load: () => import('#web/supervision/talk-page.tsx').then((m) => m.TalkPage),
  },
  {
    path: '/ladder',
    said: { zh: '督办阶梯', en: 'Ladders' },
    permission: ['ladder.manage'],
    menu: { place: 92, icon: StepForwardOutlined },
    load: () => import('#web/supervision/ladder-page.tsx').then((m) => m.LadderPage),
  },
  {
    path: '/ladder/edit',
    said: { zh: '编辑督办阶梯', en: 'Write a ladder' },
    permission: ['ladder.manage'],
    load: () => import('#web/supervision/ladder-editor.tsx').then((m) => m.LadderEditor),
  },
];
