/** Routes of early warnings and of the trend they are read from. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { button, decision, id, instant, reason, remark } from '#rules/shapes.ts';
import { warningState } from '#triage/warning/warning.ts';

const day = z.iso.date();
const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const named = z.object({ id, name: z.string() });

/** `expected`: what was to be expected in these days after its own past. `onceInDays`: how seldom chance alone gives one like it. */
export const warningItem = z.object({
  id,
  /** null: the whole city, or of every kind. */
  area: named.nullable(),
  category: named.nullable(),
  state: warningState,
  windowDays: z.int(),
  lastOn: day,
  people: z.int(),
  expected: z.number(),
  onceInDays: z.number(),
  foundAt: instant,
  changedAt: instant,
  problem: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  /** People a day of the last eight weeks, today last. */
  days: z.array(z.int()),
  version: z.int(),
});

/** A signal behind a warning: its words masked and cut, and the problem it stands on. */
export const warningSignal = z.object({
  id,
  number: z.string(),
  receivedAt: instant,
  words: z.string(),
  problem: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  waits: z.boolean(),
});

export const warningShown = warningItem.extend({
  signals: z.array(warningSignal),
  /** More than are shown. */
  more: z.boolean(),
  decided: z.object({ step: z.string(), by: z.string(), at: instant, words: z.string() }).nullable(),
  buttons: z.array(button),
});

/** A day of the trend: how many people told of it, what is usual, and above what it would be rare. */
export const trendDay = z.object({ day, people: z.int(), usual: z.number(), high: z.number() });

export const warningApi = routes({
  board: {
    method: 'GET',
    path: '/warnings',
    summary: { zh: '预警', en: 'Early warnings' },
    verb: 'warning.read',
    reply: z.object({
      items: z.array(warningItem),
      /** False alarms a month that the office puts up with. */
      falseAlarms: z.number(),
      /** Places and kinds that are watched. */
      watched: z.int(),
      /** Until when signals are counted; null: nothing has been counted yet. */
      countedOn: day.nullable(),
      /** Signals of the last four weeks of which neither area nor category is known, out of all. */
      unknown: z.object({ people: z.int(), all: z.int() }),
    }),
  },
  one: {
    method: 'GET',
    path: '/warnings/:id',
    summary: { zh: '一条预警', en: 'An early warning' },
    verb: 'warning.read',
    params: one,
    reply: warningShown,
  },
  note: {
    method: 'PUT',
    path: '/warnings/:id/note',
    summary: { zh: '知悉预警', en: 'Note a warning' },
    verb: 'warning.decide',
    params: one,
    body: decision.extend({ words: remark }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  act: {
    method: 'PUT',
    path: '/warnings/:id/problem',
    summary: { zh: '预警已立问题', en: 'Name the problem that was made of a warning' },
    verb: 'warning.decide',
    params: one,
    /** `make`: the problem is not there yet, it is made of these signals under this title, and `problemId` becomes its id. */
    body: decision.extend({
      problemId: id,
      make: z
        .object({ title: z.string().trim().min(1).max(200), signals: z.array(id).min(1).max(1_000) })
        .nullable()
        .default(null),
      words: remark,
    }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  dismiss: {
    method: 'PUT',
    path: '/warnings/:id/dismissal',
    summary: { zh: '排除预警', en: 'Dismiss a warning' },
    verb: 'warning.decide',
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  rule: {
    method: 'PUT',
    path: '/warnings/rule',
    summary: { zh: '每月容许的误报', en: 'False alarms put up with a month' },
    verb: 'warning.decide',
    body: z.object({ id, falseAlarms: z.number().min(0.1).max(100), reason }),
    reply: z.object({ falseAlarms: z.number() }),
  },
  trend: {
    method: 'GET',
    path: '/warnings/trend',
    summary: { zh: '走势', en: 'The trend of a place and a kind' },
    verb: 'warning.read',
    query: z.object({ areaId: id.optional(), categoryId: id.optional() }),
    reply: z.object({ days: z.array(trendDay), areas: z.array(named), categories: z.array(named) }),
  },
});

export type WarningItem = z.infer<typeof warningItem>;
export type WarningShown = z.infer<typeof warningShown>;
export type TrendDay = z.infer<typeof trendDay>;
