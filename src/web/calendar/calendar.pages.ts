/** The working calendar. */
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import type { Page } from '#web/desk/pages.ts';

export const calendarPages: Page[] = [
  {
    path: '/calendar',
    said: { zh: '工作日历', en: 'Working calendar' },
    menu: { place: 68, icon: CalendarOutlined },
    load: () => import('#web/calendar/calendar-page.tsx').then((m) => m.CalendarPage),
  },
];
