/** Routes of surveys and themes: what a run proposes, and what people decide about it. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { count, decision, id, instant, reason } from '#rules/shapes.ts';
import { type Term, terms } from '#triage/theme/heat.ts';
import { runStates, runSteps, scope } from '#triage/theme/survey.ts';
import { steps, themeState } from '#triage/theme/theme.ts';

const day = z.iso.date();
const name = z.string().trim().min(1).max(60);
const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const keysOf = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

const termName = z.enum(keysOf(terms));
export const weights = z.record(termName, z.number().min(-100).max(100)) as z.ZodType<Record<Term, number>>;

export const figures = z.object({
  signals: z.int(),
  reporters: z.int(),
  households: z.int(),
  townships: z.int(),
  recent: z.int(),
  before: z.int().nullable(),
  lastYear: z.int().nullable(),
  again: z.int(),
  months: z.array(z.tuple([z.string(), z.int()])),
  areas: z.array(z.tuple([z.string(), z.int()])),
});

export const run = z.object({
  id,
  number: z.int(),
  state: z.enum(keysOf(runStates)),
  step: z.enum(keysOf(runSteps)).nullable(),
  share: z.number(),
  askedBy: z.string().nullable(),
  askedAt: instant,
  endedAt: instant.nullable(),
  from: day.nullable(),
  to: day.nullable(),
  signals: z.int().nullable(),
  leftOut: z.int().nullable(),
  groups: z.int().nullable(),
  themes: z.int().nullable(),
  rule: z.string().nullable(),
  error: z.string().nullable(),
});

export const survey = z.object({
  id,
  name: z.string(),
  months: z.int().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  weekly: z.boolean(),
  /** The newest run, and the newest that ended well: what is shown is the latter's. */
  run: run.nullable(),
  done: run.nullable(),
});

export const heatRow = z.object({
  term: termName,
  amount: z.number().nullable(),
  weight: z.number(),
  points: z.number(),
});

export const themeItem = z.object({
  id,
  name: z.string(),
  words: z.array(z.string()),
  state: themeState,
  version: z.int(),
  heat: z.number(),
  figures,
  rows: z.array(heatRow),
  /** From which day the weights are that its heat was counted by. */
  ruleFrom: day,
  /** Among all that stand, by heat, from 1; nothing where it does not stand. */
  rank: z.int().nullable(),
  problem: z.object({ id, number: z.string() }).nullable(),
});

/** The latest decision of one's own that can still be taken back. */
export const lastOwn = z.object({ id, step: z.enum(keysOf(steps)), theme: z.string(), themeId: id }).nullable();

export const themeApi = routes({
  surveys: {
    method: 'GET',
    path: '/surveys',
    summary: { zh: '研判列表', en: 'List surveys' },
    verb: 'theme.read',
    reply: z.object({ surveys: z.array(survey), mayManage: z.boolean() }),
  },
  makeSurvey: {
    method: 'POST',
    path: '/surveys',
    summary: { zh: '设立研判', en: 'Set up a survey' },
    verb: 'theme.manage',
    /** `id` is the survey's own. Either `months` back from today, or `from` and `to`. */
    body: z.object({
      id,
      name,
      months: z.int().min(1).max(36).nullable().default(null),
      from: day.nullable().default(null),
      to: day.nullable().default(null),
      scope: scope.default({}),
      weekly: z.boolean().default(false),
    }),
    reply: one,
    problems: ['survey_window', 'dates_crossed'],
  },
  run: {
    method: 'POST',
    path: '/surveys/:id/runs',
    summary: { zh: '重新研判', en: 'Have a survey run' },
    verb: 'theme.manage',
    params: one,
    body: z.object({ id }),
    reply: one,
  },
  list: {
    method: 'GET',
    path: '/themes',
    summary: { zh: '主题，按热度', en: 'Themes by heat' },
    verb: 'theme.read',
    query: z.object({
      surveyId: id,
      state: z.enum(['standing', 'proposed', 'confirmed', 'campaign', 'dismissed']).default('standing'),
      limit: z.coerce.number().int().min(1).max(200).default(40),
    }),
    reply: z.object({
      items: z.array(themeItem),
      counts: z.record(z.string(), count),
      areas: z.array(z.object({ id, name: z.string() })),
      rule: z.object({ from: day, weights }),
      lastOwn,
    }),
  },
  signals: {
    method: 'GET',
    path: '/themes/:id/signals',
    summary: { zh: '主题里的线索', en: 'Signals of a theme' },
    verb: 'theme.read',
    params: one,
    query: z.object({ groupId: id.optional(), after: z.coerce.number().int().min(0).max(100_000).default(0) }),
    reply: z.object({
      items: z.array(
        z.object({
          id,
          number: z.string(),
          words: z.string(),
          receivedAt: instant,
          groupId: id,
          area: z.string().nullable(),
          byPerson: z.boolean(),
          problem: z.object({ id, number: z.string(), title: z.string() }).nullable(),
        }),
      ),
      /** Where this page begins. */
      after: z.int(),
      more: z.boolean(),
    }),
  },
  confirm: {
    method: 'POST',
    path: '/themes/:id/confirmations',
    summary: { zh: '确认主题', en: 'Confirm a theme' },
    verb: 'theme.manage',
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  rename: {
    method: 'PUT',
    path: '/themes/:id/name',
    summary: { zh: '给主题改名', en: 'Rename a theme' },
    verb: 'theme.manage',
    params: one,
    body: decision.extend({ name }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  merge: {
    method: 'POST',
    path: '/themes/:id/mergers',
    summary: { zh: '并入另一主题', en: 'Merge into another theme' },
    verb: 'theme.manage',
    params: one,
    body: decision.extend({ into: id, reason: z.string().trim().max(2_000).default('') }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'merge_into_itself', 'theme_elsewhere'],
  },
  split: {
    method: 'POST',
    path: '/themes/:id/splits',
    summary: { zh: '拆出新主题', en: 'Split off a new theme' },
    verb: 'theme.manage',
    params: one,
    body: decision.extend({
      newId: id,
      name,
      groups: z.array(id).max(2_000).default([]),
      signals: z.array(id).max(2_000).default([]),
      reason: z.string().trim().max(2_000).default(''),
    }),
    reply: done.extend({ newId: id }),
    problems: ['not_now', 'changed_meanwhile', 'theme_elsewhere', 'theme_whole'],
  },
  takeOut: {
    method: 'POST',
    path: '/themes/:id/removals',
    summary: { zh: '把线索移出主题', en: 'Take signals out of a theme' },
    verb: 'theme.manage',
    params: one,
    body: decision.extend({ signals: z.array(id).min(1).max(1_000), reason: z.string().trim().max(2_000).default('') }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'theme_elsewhere', 'theme_whole'],
  },
  dismiss: {
    method: 'POST',
    path: '/themes/:id/dismissals',
    summary: { zh: '不作为主题', en: 'Dismiss a theme' },
    verb: 'theme.manage',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  restore: {
    method: 'POST',
    path: '/themes/:id/restorations',
    summary: { zh: '恢复主题', en: 'Restore a theme' },
    verb: 'theme.manage',
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  found: {
    method: 'POST',
    path: '/themes/:id/campaigns',
    summary: { zh: '立为共性问题', en: 'Make a theme a common problem' },
    verb: 'theme.manage',
    params: one,
    /** `problemId` is the new problem's own. */
    body: decision.extend({
      problemId: id,
      title: z.string().trim().min(1).max(200),
      statement: z.string().trim().max(5_000).default(''),
      leadUnit: id.nullable().default(null),
      from: day,
      to: day,
      goal: z.string().trim().min(1).max(2_000),
    }),
    reply: done.extend({ problemId: id, number: z.string() }),
    problems: ['not_now', 'changed_meanwhile', 'dates_crossed', 'unit_closed', 'signal_elsewhere'],
  },
  follow: {
    method: 'POST',
    path: '/themes/:id/followings',
    summary: { zh: '并入新来的线索', en: 'Take in what has come since' },
    verb: 'theme.manage',
    params: one,
    body: decision,
    reply: done.extend({ signals: z.int(), problems: z.int() }),
    problems: ['not_now', 'changed_meanwhile', 'nothing_new'],
  },
  undo: {
    method: 'POST',
    path: '/theme-decisions/:id/undoings',
    summary: { zh: '撤销自己的决定', en: 'Take one’s own decision back' },
    verb: 'theme.manage',
    params: one,
    body: z.object({ id }),
    reply: done,
    problems: ['not_yours', 'undone_already', 'undo_too_late'],
  },
  setHeat: {
    method: 'POST',
    path: '/heat-rules',
    summary: { zh: '调整热度的权重', en: 'Set the weights of the heat' },
    verb: 'theme.manage',
    body: z.object({ id, from: day, weights, reason }),
    reply: z.object({ from: day }),
    problems: ['heat_rule_past', 'heat_rule_there'],
  },
});

export type Survey = z.infer<typeof survey>;
export type SurveyRun = z.infer<typeof run>;
export type ThemeItem = z.infer<typeof themeItem>;
export type LastOwn = z.infer<typeof lastOwn>;
