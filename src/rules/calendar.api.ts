/** Routes of the working calendar and of office hours. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { officeHours } from '#rules/office-hours.ts';
import { id, instant } from '#rules/shapes.ts';

const kind = z.enum(['off', 'work']);
const day = z.iso.date();

/** `day` is checked with its row, so that a refusal can say which one. */
const arranged = z.object({ day: z.string().max(20), kind, name: z.string().trim().max(40).default('') });
const yearInput = z.object({ year: z.int(), days: z.array(arranged).max(400) });
const hoursInput = z.object({
  /** A row that ends: with its last day, or, null, taken back because it should never have stood there. */
  end: z.object({ id, lastDay: day.nullable() }).nullable().default(null),
  add: officeHours.nullable().default(null),
});
const words = z.string().trim().max(2_000).default('');

/** What a change would do: counts by kind, and the first deadlines that move. */
const plan = z.object({
  kinds: z.array(z.object({ kind: z.string(), looked: z.int(), moved: z.int(), earlier: z.int(), over: z.int() })),
  first: z.array(z.object({ kind: z.string(), id, number: z.string(), limit: z.string(), from: instant, to: instant })),
});

const missing = z.object({
  /** Years that are not published: the one that runs, those that deadlines reach into, from November on the next. */
  years: z.array(z.int()),
  /** Those of them that should have been published by now. */
  expected: z.array(z.int()),
  /** Running deadlines that are provisional. */
  provisional: z.int(),
});

const hoursShown = officeHours.extend({ id, unit: z.string().nullable(), withdrawn: z.boolean() });

export const calendarChange = z.object({
  id,
  version: z.int(),
  kind: z.enum(['year', 'hours']),
  year: z.int().nullable(),
  days: z.array(arranged).nullable(),
  unit: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string(),
  at: instant,
  looked: z.int(),
  moved: z.int(),
  finishedAt: instant.nullable(),
});

export const calendarApi = routes({
  calendar: {
    method: 'GET',
    path: '/calendar',
    summary: { zh: '工作日历', en: 'The working calendar' },
    reply: z.object({
      version: z.int(),
      years: z.array(z.object({ year: z.int(), version: z.int() })),
      days: z.array(z.object({ day, kind })),
      hours: z.array(officeHours),
    }),
  },
  missing: {
    method: 'GET',
    path: '/calendar/missing',
    summary: { zh: '缺少的年份和暂定的时限', en: 'Years that are missing, and provisional deadlines' },
    reply: missing,
  },
  year: {
    method: 'GET',
    path: '/calendar/years/:year',
    summary: { zh: '一年的工作日历', en: 'The calendar of a year' },
    params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    reply: z.object({
      year: z.int(),
      published: z.boolean(),
      days: z.array(z.object({ day, kind, name: z.string(), name_en: z.string() })),
      missing,
    }),
  },
  hours: {
    method: 'GET',
    path: '/calendar/hours',
    summary: { zh: '办公时间', en: 'Office hours' },
    reply: z.object({ items: z.array(hoursShown) }),
  },
  changes: {
    method: 'GET',
    path: '/calendar/changes',
    summary: { zh: '日历的变更记录', en: 'Changes of the calendar' },
    reply: z.object({ items: z.array(calendarChange) }),
  },
  planYear: {
    method: 'POST',
    path: '/calendar/year-previews',
    summary: { zh: '预览：导入一年会改变什么', en: 'What a year’s arrangement would change' },
    verb: 'calendar.manage',
    body: yearInput,
    reply: plan,
    problems: ['malformed', 'calendar_same'],
  },
  planHours: {
    method: 'POST',
    path: '/calendar/hours-previews',
    summary: { zh: '预览：办公时间会改变什么', en: 'What other office hours would change' },
    verb: 'calendar.manage',
    body: hoursInput,
    reply: plan,
    problems: ['malformed', 'calendar_same'],
  },
  importYear: {
    method: 'POST',
    path: '/calendar/years',
    summary: { zh: '导入或更正一年的安排', en: 'Import or correct the arrangement of a year' },
    verb: 'calendar.manage',
    body: yearInput.extend({ id, reason: words }),
    reply: z.object({ id }),
    problems: ['malformed', 'calendar_same', 'calendar_behind', 'calendar_reason_needed'],
  },
  changeHours: {
    method: 'POST',
    path: '/calendar/hours',
    summary: { zh: '调整办公时间', en: 'Change office hours' },
    verb: 'calendar.manage',
    body: hoursInput.extend({ id, reason: words }),
    reply: z.object({ id }),
    problems: ['malformed', 'calendar_same', 'calendar_behind'],
  },
});

export type CalendarPlan = z.infer<typeof plan>;
export type CalendarChange = z.infer<typeof calendarChange>;
export type HoursShown = z.infer<typeof hoursShown>;
