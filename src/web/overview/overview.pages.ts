/** The leader's page and the morning list. */
import FlagOutlined from '@ant-design/icons/FlagOutlined';
import ScheduleOutlined from '@ant-design/icons/ScheduleOutlined';
import type { Page } from '#web/desk/pages.ts';

export const overviewPages: Page[] = [
  {
    path: '/leader',
    said: { zh: '负责人页', en: "Leader's page" },
    permission: ['cause.confirm'],
    menu: { place: 12, icon: FlagOutlined, onPhone: true },
    load: () => import('#web/overview/leader-page.tsx').then((m) => m.LeaderPage),
  },
  {
    path: '/morning',
    said: { zh: '晨会清单', en: 'Morning list' },
    permission: ['problem.read'],
    menu: { place: 14, icon: ScheduleOutlined },
    load: () => import('#web/overview/morning-page.tsx').then((m) => m.MorningPage),
  },
];
