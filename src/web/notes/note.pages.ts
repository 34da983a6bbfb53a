/** Leaders' notes. */
import EditOutlined from '@ant-design/icons/EditOutlined';
import type { Page } from '#web/desk/pages.ts';

const said = { zh: '领导批示', en: 'Leaders’ notes' };

export const notePages: Page[] = [
  {
    path: '/notes',
    said,
    permission: ['note.read'],
    menu: { place: 37, icon: EditOutlined },
    load: () => import('#web/notes/note-list.tsx').then((m) => m.NoteList),
  },
  {
    path: '/notes/$id',
    said,
    permission: ['note.read'],
    load: () => import('#web/notes/note-view.tsx').then((m) => m.NotePage),
  },
];
