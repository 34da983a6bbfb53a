/** The pages of signals: list, desk entry, who is to be answered, and one signal. */
import FormOutlined from '@ant-design/icons/FormOutlined';
import MessageOutlined from '@ant-design/icons/MessageOutlined';
import PhoneOutlined from '@ant-design/icons/PhoneOutlined';
import type { Page } from '#web/desk/pages.ts';

export const signalsPages: Page[] = [
  {
    path: '/signals',
    said: { zh: '线索', en: 'Signals' },
    permission: ['signal.read'],
    menu: { place: 20, icon: MessageOutlined, onPhone: true },
    load: () => import('#web/signals/signal-list.tsx').then((m) => m.SignalList),
  },
  {
    path: '/signals/new',
    said: { zh: '登记', en: 'New signal' },
    permission: ['signal.enter'],
    menu: { place: 22, daily: ['signal.enter'], icon: FormOutlined },
    load: () => import('#web/signals/entry/entry-page.tsx').then((m) => m.EntryPage),
  },
  {
    path: '/signals/to-answer',
    said: { zh: '待答复', en: 'To answer' },
    permission: ['signal.answer'],
    menu: { place: 24, daily: ['signal.answer'], icon: PhoneOutlined },
    load: () => import('#web/signals/to-answer/to-answer-page.tsx').then((m) => m.ToAnswerPage),
  },
  {
    path: '/signals/$id',
    said: { zh: '线索', en: 'Signal' },
    permission: ['signal.read'],
    load: () => import('#web/signals/signal-page.tsx').then((m) => m.SignalRoutePage),
  },
];
