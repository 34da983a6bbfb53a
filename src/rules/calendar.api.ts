/** The working calendar as pages need it to say how much time is left. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { officeHours } from '#rules/office-hours.ts';

export const calendarApi = routes({
  calendar: {
    method: 'GET',
    path: '/calendar',
    summary: { zh: '工作日历', en: 'The working calendar' },
    reply: z.object({
      version: z.int(),
      years: z.array(z.object({ year: z.int(), version: z.int() })),
      days: z.array(z.object({ day: z.iso.date(), kind: z.enum(['off', 'work']) })),
      hours: z.array(officeHours),
    }),
  },
});
