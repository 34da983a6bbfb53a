/** Routes of organisations, facts about them, their levels, and the rules that propose these. */
import { z } from 'zod';
import { caseState, compare, counting, level, standing } from '#credit/credit.ts';
import { presets } from '#credit/preset.ts';
import { type Route, routes } from '#platform/api.ts';
import { button, decision, id, instant, listOf, move, page, person, reason } from '#rules/shapes.ts';
import { oneOf } from '#rules/vocabulary.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const day = z.iso.date();
const words = (most: number) => z.string().trim().min(1).max(most);
/** As `numeric` keeps it without loss in the browser. */
const figure = z.number().min(-1e12).max(1e12);

export const metric = z.object({ id, name: z.string(), unitWords: z.string() });
export const fact = z.object({
  id,
  metric,
  day,
  value: z.number(),
  source: z.string(),
  by: z.string(),
  at: instant,
  withdrawn: z.object({ by: z.string(), reason: z.string() }).nullable(),
});

export const organisationItem = z.object({
  id,
  code: z.string(),
  name: z.string(),
  standing,
  /** Last day of the level that stands. */
  until: day.nullable(),
  /** Levels that wait for a person. */
  waiting: z.int(),
  asked: z.int(),
});

/** A level: the rule, the figure and the facts that led to it, and what persons decided. */
export const caseShown = z.object({
  id,
  level,
  state: caseState,
  rule: z.object({ id, name: z.string(), action: z.string(), repair: z.string(), metric, threshold: z.number() }),
  value: z.number(),
  facts: z.array(z.object({ id, day, value: z.number(), source: z.string(), withdrawn: z.boolean() })),
  proposedAt: instant,
  until: day.nullable(),
  decisions: z.array(z.object({ id, step: z.string(), by: z.string().nullable(), at: instant, words: z.string() })),
  version: z.int(),
  buttons: z.array(button),
});

/** Supervision that was done: off-site over all, with both figures. */
export const share = z.object({ from: day, offSite: z.int(), all: z.int() });
export const visiting = z.object({ green: z.int(), yellow: z.int(), orange: z.int(), red: z.int() });

export const organisationPage = organisationItem.extend({
  cases: z.array(caseShown),
  facts: z.array(fact),
  checks: z.array(z.object({ id, offSite: z.boolean(), day, found: z.string(), by: z.string() })),
  share,
  /** Visits a year to one of this standing; null where the city has set none. */
  visits: z.int().nullable(),
  history: z.array(move),
  mayRecord: z.boolean(),
});

const rule = z.object({
  name: words(60),
  metricId: id,
  counted: counting,
  windowDays: z.int().min(1).max(1_826),
  compare,
  threshold: figure,
  level,
  action: words(300),
  keepDays: z.int().min(1).max(1_826),
  repair: words(300),
  validFrom: day,
  validTo: day.nullable().default(null),
});
export const ruleShown = rule.extend({
  id,
  metric,
  by: z.string(),
  at: instant,
  reason: z.string(),
  open: z.int(),
});

const decided = (path: `/${string}`, zh: string, en: string, verb: 'credit.decide' | 'organisation.record') =>
  ({
    method: 'POST' as const,
    path,
    summary: { zh, en },
    verb,
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_found', 'not_now', 'changed_meanwhile'],
  }) satisfies Route;

export const creditApi = routes({
  list: {
    method: 'GET',
    path: '/organisations',
    summary: { zh: '企业信用等级', en: 'Organisations and their levels' },
    verb: 'organisation.read',
    query: page.extend({
      q: z.string().trim().max(100).optional(),
      standing: standing.optional(),
      /** Only those with a level to be confirmed or a repair to be decided. */
      waiting: z.stringbool().optional(),
    }),
    reply: listOf(organisationItem).extend({ share, waiting: z.int() }),
  },
  page: {
    method: 'GET',
    path: '/organisations/:id',
    summary: { zh: '一家企业', en: 'An organisation' },
    verb: 'organisation.read',
    params: one,
    reply: organisationPage,
    problems: ['not_found'],
  },
  add: {
    method: 'POST',
    path: '/organisations',
    summary: { zh: '登记企业', en: 'Register an organisation' },
    verb: 'organisation.record',
    body: z.object({ id, code: words(40), name: words(120) }),
    reply: z.object({ id }),
    problems: ['malformed', 'credit_code_person', 'organisation_there'],
  },
  recordFact: {
    method: 'POST',
    path: '/organisations/:id/facts',
    summary: { zh: '登记企业事实', en: 'Record a fact' },
    verb: 'organisation.record',
    params: one,
    body: z.object({ id, metricId: id, day, value: figure, source: words(200) }),
    reply: z.object({ id, proposed: z.int() }),
    problems: ['not_found', 'credit_fact_there', 'credit_fact_future'],
  },
  withdrawFact: {
    method: 'POST',
    path: '/organisation-facts/:id/withdrawals',
    summary: { zh: '撤回企业事实', en: 'Withdraw a fact' },
    verb: 'organisation.record',
    params: one,
    body: z.object({ id, reason }),
    reply: z.object({ id }),
    problems: ['not_found', 'credit_fact_withdrawn'],
  },
  check: {
    method: 'POST',
    path: '/organisations/:id/checks',
    summary: { zh: '登记一次监管', en: 'Record supervision that was done' },
    verb: 'organisation.record',
    params: one,
    body: z.object({ id, offSite: z.boolean(), day, found: words(1_000) }),
    reply: z.object({ id }),
    problems: ['not_found', 'credit_fact_future'],
  },
  raise: decided('/credit-cases/:id/confirmations', '确认等级', 'Confirm a level', 'credit.decide'),
  dismiss: decided('/credit-cases/:id/dismissals', '不予确认等级', 'Do not confirm a level', 'credit.decide'),
  askRepair: decided('/credit-cases/:id/repairs', '申请信用修复', 'Ask for repair', 'organisation.record'),
  repair: decided('/credit-cases/:id/repair-grants', '同意信用修复', 'Grant a repair', 'credit.decide'),
  refuseRepair: decided('/credit-cases/:id/repair-refusals', '不同意信用修复', 'Refuse a repair', 'credit.decide'),
  rules: {
    method: 'GET',
    path: '/credit-rules',
    summary: { zh: '信用规则', en: 'Rules of credit levels' },
    verb: 'organisation.read',
    reply: z.object({ metrics: z.array(metric), rules: z.array(ruleShown), visiting: visiting.nullable() }),
  },
  addMetric: {
    method: 'POST',
    path: '/credit-metrics',
    summary: { zh: '增加事实指标', en: 'Name another figure of organisations' },
    verb: 'credit.rule',
    body: z.object({ id, name: words(40), unitWords: words(20) }),
    reply: z.object({ id }),
    problems: ['credit_metric_there'],
  },
  addRule: {
    method: 'POST',
    path: '/credit-rules',
    summary: { zh: '增加信用规则', en: 'Add a rule' },
    verb: 'credit.rule',
    body: rule.extend({ id, reason }),
    reply: z.object({ id }),
    problems: ['malformed', 'not_found'],
  },
  endRule: {
    method: 'PUT',
    path: '/credit-rules/:id/end',
    summary: { zh: '停用信用规则', en: 'End a rule' },
    verb: 'credit.rule',
    params: one,
    body: z.object({ id, day, reason }),
    reply: z.object({ id }),
    problems: ['not_found', 'malformed', 'credit_rule_ended'],
  },
  preview: {
    method: 'POST',
    path: '/credit-rules/preview',
    summary: { zh: '试算：会改变什么', en: 'What it would change' },
    verb: 'credit.rule',
    body: rule.pick({ metricId: true, counted: true, windowDays: true, compare: true, threshold: true, level: true }),
    /** `known`: organisations with a fact inside the window; `higher`: of those that meet it, with a level as high already. */
    reply: z.object({ known: z.int(), met: z.int(), higher: z.int(), some: z.array(person) }),
  },
  loadPreset: {
    method: 'POST',
    path: '/credit-rules/presets',
    summary: { zh: '载入信用规则预设', en: 'Load a preset' },
    verb: 'credit.rule',
    body: z.object({ id, preset: oneOf(presets), reason }),
    reply: z.object({ rules: z.int() }),
    problems: ['malformed'],
  },
  setVisiting: {
    method: 'POST',
    path: '/credit-visiting',
    summary: { zh: '设定各等级一年走访次数', en: 'Set visits a year by level' },
    verb: 'credit.rule',
    body: z
      .object({ id, reason })
      .extend(z.object({ green: z.int(), yellow: z.int(), orange: z.int(), red: z.int() }).shape),
    reply: z.object({ id }),
    problems: ['malformed', 'credit_visiting_order'],
  },
});

export type OrganisationItem = z.infer<typeof organisationItem>;
export type OrganisationPage = z.infer<typeof organisationPage>;
export type CaseShown = z.infer<typeof caseShown>;
export type FactShown = z.infer<typeof fact>;
export type RuleShown = z.infer<typeof ruleShown>;
export type Metric = z.infer<typeof metric>;
