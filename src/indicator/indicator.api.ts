/** Routes of indicators and their readings. */
import { z } from 'zod';
import { counting, direction, indicatorState, way } from '#indicator/indicator.ts';
import { VALUE_MAX } from '#indicator/reading.ts';
import { routes } from '#platform/api.ts';
import { count, decision, id, instant, listOf, page, person, reason, unit } from '#rules/shapes.ts';

export const day = z.iso.date();
const figure = z.number().min(-VALUE_MAX).max(VALUE_MAX);
const one = z.object({ id });
const done = z.object({ id, version: z.int() });

const words = z.string().trim().min(1).max(300);
const remark = z.string().trim().max(1_000).default('');
const definition = z.object({ validFrom: day, numerator: words, denominator: remark, source: words, method: remark });

/** A reading as it stands, with the definition it was read under by its id. `from` and `to` are its first and last day. */
export const reading = z.object({
  id,
  definitionId: id,
  from: day,
  to: day,
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Beside a count: all signals of the month, and those of the same kind that are not concerned. */
  exposure: z.number().nullable(),
  control: z.number().nullable(),
  way,
  source: z.string(),
  by: person.nullable(),
  at: instant,
  withdrawn: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
});

export const indicatorItem = z.object({
  id,
  number: z.string(),
  name: z.string(),
  unitWords: z.string(),
  direction,
  digits: z.int(),
  owner: unit,
  state: indicatorState,
  counted: counting.nullable(),
  countedAbout: id.nullable(),
  latest: z.object({ from: day, to: day, value: z.number() }).nullable(),
  changedAt: instant,
  version: z.int(),
});

export const definitionShown = definition.extend({ id, by: person, at: instant });

export const indicatorQuery = page.extend({
  q: z.string().trim().max(100).optional(),
  state: indicatorState.optional(),
  unitId: id.optional(),
  /** Only those that the program counts, or that people read. */
  counted: z.stringbool().optional(),
  /** Those that count the signals of this problem. */
  about: id.optional(),
});

export const newIndicator = definition.extend({
  id,
  name: z.string().trim().min(1).max(100),
  unitWords: z.string().trim().min(1).max(20),
  direction,
  digits: z.int().min(0).max(6),
  ownerUnit: id,
});

/** `unitWords`: in what the reader counted; another unit than the indicator's is refused. */
export const newReading = decision.extend({
  from: day,
  to: day,
  value: figure.nullable().default(null),
  numerator: figure.nullable().default(null),
  denominator: figure.nullable().default(null),
  unitWords: z.string().trim().min(1).max(20),
  source: remark,
});

export const indicatorApi = routes({
  list: {
    method: 'GET',
    path: '/indicators',
    summary: { zh: '指标列表', en: 'List indicators' },
    verb: 'indicator.read',
    query: indicatorQuery,
    reply: listOf(indicatorItem),
  },
  count: {
    method: 'GET',
    path: '/indicators/count',
    summary: { zh: '指标计数', en: 'Count indicators' },
    verb: 'indicator.read',
    query: indicatorQuery.omit({ cursor: true, limit: true }),
    reply: count,
  },
  define: {
    method: 'POST',
    path: '/indicators',
    summary: { zh: '定义指标', en: 'Define an indicator' },
    verb: 'indicator.manage',
    /** `id` is the indicator's own. */
    body: newIndicator,
    reply: done.extend({ number: z.string() }),
    problems: ['unit_closed'],
  },
  redefine: {
    method: 'POST',
    path: '/indicators/:id/definitions',
    summary: { zh: '自某日起调整口径', en: 'Define it anew from a day on' },
    verb: 'indicator.manage',
    params: one,
    body: decision.extend(definition.shape),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'definition_not_later', 'indicator_counted'],
  },
  retire: {
    method: 'POST',
    path: '/indicators/:id/retirements',
    summary: { zh: '停用指标', en: 'Retire an indicator' },
    verb: 'indicator.manage',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  record: {
    method: 'POST',
    path: '/indicators/:id/readings',
    summary: { zh: '录入读数', en: 'Record a reading' },
    verb: 'reading.record',
    params: one,
    body: newReading,
    reply: done.extend({ value: z.number() }),
    problems: [
      'not_now',
      'changed_meanwhile',
      'indicator_counted',
      'reading_other_unit',
      'reading_ratio',
      'reading_future',
      'reading_there',
      'reading_overlaps',
      'reading_across',
    ],
  },
  withdraw: {
    method: 'POST',
    path: '/readings/:id/withdrawals',
    summary: { zh: '撤回读数', en: 'Withdraw a reading' },
    verb: 'reading.record',
    params: one,
    /** `version` is the indicator's. */
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'reading_withdrawn', 'indicator_counted'],
  },
});

export type IndicatorItem = z.infer<typeof indicatorItem>;
export type IndicatorQuery = z.output<typeof indicatorQuery>;
export type Reading = z.infer<typeof reading>;
export type Definition = z.output<typeof definition>;
export type DefinitionShown = z.infer<typeof definitionShown>;
export type NewIndicator = z.output<typeof newIndicator>;
export type NewReading = z.output<typeof newReading>;
