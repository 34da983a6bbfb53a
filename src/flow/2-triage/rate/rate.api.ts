/** Routes of the three rates: the figures, the cases behind each of them, and how they are weighed. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { count, id, instant, listOf, page, reason } from '#rules/shapes.ts';
import { signalItem } from '#signal/signal.api.ts';
import { dimension, question, standing, standings } from '#triage/rate/rate.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** `none`: those of which it is not known. */
const one = z.union([id, z.literal('none')]).optional();

/** Months in which the last answer was given, first and last; at most three years. */
const filter = z.object({ from: month, to: month, unitId: one, areaId: one, channelId: one, categoryId: one });
const yearsOf = ({ from, to }: { from: string; to: string }) => Number(to.slice(0, 4)) - Number(from.slice(0, 4));
const onTo = { path: ['to'] };
const inOrder = (of: { from: string; to: string }) => of.from <= of.to && yearsOf(of) <= 3;

const sum = z.object({ n: z.int(), sum: z.number() });
const sums = z.object({ response: sum, resolution: sum, satisfaction: sum });
const share = z.number().min(0).max(1);

export const rateRule = z.object({
  ...{ response: z.int().min(0), resolution: z.int().min(0), satisfaction: z.int().min(0) },
  ...{ partly: share, very: share, content: share, basically: share, discontent: share },
  unreached: z.boolean(),
  askDays: z.int().min(1).max(60),
});

export const rateLine = z.object({
  key: z.string().nullable(),
  name: z.string().nullable(),
  all: z.boolean(),
  answered: z.int(),
  excluded: z.int(),
  standings: z.record(z.enum(Object.keys(standings) as [keyof typeof standings]), z.int()),
  sums,
  /** As it was before anything was excluded. */
  before: sums,
});

const caseQuery = filter.extend({
  standing: standing.optional(),
  question: question.optional(),
  exclusion: z.enum(['without', 'only']).optional(),
});

export const rateCase = signalItem.extend({
  answeredAt: instant,
  unit: z.string().nullable(),
  standing,
  excluded: z.boolean(),
  response: z.number().nullable(),
  resolution: z.number().nullable(),
  satisfaction: z.number().nullable(),
});

export const rateApi = routes({
  figures: {
    method: 'GET',
    path: '/rates',
    summary: { zh: '三率', en: 'The three rates' },
    verb: 'rate.read',
    query: filter.extend({ by: dimension }).refine(inOrder, onTo),
    reply: z.object({ lines: z.array(rateLine), rule: rateRule, city: z.boolean() }),
  },
  cases: {
    method: 'GET',
    path: '/rates/cases',
    summary: { zh: '三率背后的工单', en: 'The cases behind a figure' },
    verb: 'rate.read',
    query: caseQuery.extend(page.shape).refine(inOrder, onTo),
    reply: listOf(rateCase),
  },
  countCases: {
    method: 'GET',
    path: '/rates/cases/count',
    summary: { zh: '三率工单计数', en: 'Count the cases behind a figure' },
    verb: 'rate.read',
    query: caseQuery.refine(inOrder, onTo),
    reply: count,
  },
  rule: {
    method: 'GET',
    path: '/rates/rule',
    summary: { zh: '三率的权重', en: 'How the rates are weighed' },
    verb: 'rate.read',
    reply: rateRule,
  },
  setRule: {
    method: 'PUT',
    path: '/rates/rule',
    summary: { zh: '设定三率的权重', en: 'Set how the rates are weighed' },
    verb: 'callback.rule',
    body: rateRule.extend({ id, fromDay: z.iso.date(), reason }),
    reply: rateRule,
    problems: ['rule_past', 'rule_weights'],
  },
});

export type RateFilter = z.output<typeof filter>;
export type CaseQuery = z.output<typeof caseQuery>;
export type RateCase = z.infer<typeof rateCase>;
export type RateLineShown = z.infer<typeof rateLine>;
