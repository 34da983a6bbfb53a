/** The list and page of problems. */
import AimOutlined from '@ant-design/icons/AimOutlined';
import type { Page } from '#web/desk/pages.ts';

export const problemPages: Page[] = [
  {
    path: '/problems',
    said: { zh: '问题', en: 'Problems' },
    permission: ['problem.read'],
    menu: { place: 30, daily: ['problem.handle', 'problem.verify'], icon: AimOutlined, onPhone: true },
    load: () => import('#web/problems/problem-list.tsx').then((m) => m.ProblemList),
  },
  {
    path: '/problems/$id',
    said: { zh: '问题', en: 'Problem' },
    load: () => import('#web/problems/problem-view.tsx').then((m) => m.ProblemPage),
  },
];
