/** Routes of standard procedures: the list, one with all its versions, drafts, issuing, dropping. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { versionState } from '#procedure/procedure.ts';
import { steps } from '#procedure/step.ts';
import { button, decision, id, instant, listOf, page, person, reason, unit } from '#rules/shapes.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const day = z.iso.date();

export const procedureItem = z.object({
  id,
  number: z.string(),
  name: z.string(),
  unit,
  /** The version in force today. */
  inForce: z.object({ nth: z.int(), from: day, to: day.nullable(), steps: z.int() }).nullable(),
  hasDraft: z.boolean(),
  running: z.int(),
  triggers: z.int(),
});

export const versionShown = z.object({
  id,
  nth: z.int(),
  state: versionState,
  words: z.string(),
  responsible: person,
  second: person,
  validFrom: day.nullable(),
  /** The day after its last. */
  validTo: day.nullable(),
  madeBy: z.string(),
  madeAt: instant,
  issuedBy: z.string().nullable(),
  reason: z.string().nullable(),
  steps,
  /** Names of what the steps name: posts, persons, units, indicators. */
  names: z.record(z.string(), z.string()),
  running: z.int(),
  version: z.int(),
  buttons: z.array(button),
});

/** Of the steps closed in the days: how many the program closed by evidence. */
export const share = z.object({ automatic: z.int(), closed: z.int(), from: day, to: day });

export const procedureShown = z.object({
  id,
  number: z.string(),
  name: z.string(),
  unit,
  versions: z.array(versionShown),
  share,
  mayManage: z.boolean(),
  mayRun: z.boolean(),
});

const drafted = {
  name: z.string().trim().min(1).max(60),
  words: z.string().trim().max(2_000),
  responsibleId: id,
  secondId: id,
  steps,
};
const draftProblems = ['malformed', 'procedure_same_two', 'person_left', 'forbidden'] as const;
const decided = ['not_now', 'changed_meanwhile'] as const;

export const procedureApi = routes({
  list: {
    method: 'GET',
    path: '/procedures',
    summary: { zh: '标准流程', en: 'Standard procedures' },
    verb: 'procedure.read',
    query: page.extend({ q: z.string().trim().max(60).optional(), inForce: z.stringbool().optional() }),
    reply: listOf(procedureItem),
  },
  one: {
    method: 'GET',
    path: '/procedures/:id',
    summary: { zh: '一个标准流程', en: 'A standard procedure' },
    verb: 'procedure.read',
    params: one,
    reply: procedureShown,
  },
  add: {
    method: 'POST',
    path: '/procedures',
    summary: { zh: '新编流程', en: 'Write a procedure' },
    verb: 'procedure.manage',
    body: z.object({ id, unitId: id, ...drafted }),
    reply: done,
    problems: [...draftProblems],
  },
  draft: {
    method: 'POST',
    path: '/procedures/:id/drafts',
    summary: { zh: '由某一版起草新版', en: 'Draft a new version out of an old one' },
    verb: 'procedure.manage',
    params: one,
    body: z.object({ id, fromId: id }),
    reply: done,
    problems: ['procedure_has_draft', 'forbidden'],
  },
  save: {
    method: 'PUT',
    path: '/procedure-versions/:id',
    summary: { zh: '保存草稿', en: 'Save a draft' },
    verb: 'procedure.manage',
    params: one,
    body: decision.extend(drafted),
    reply: done,
    problems: [...draftProblems, ...decided],
  },
  issue: {
    method: 'POST',
    path: '/procedure-versions/:id/issue',
    summary: { zh: '启用一版', en: 'Issue a version' },
    verb: 'procedure.manage',
    params: one,
    /** `to`: the day after its last; null: until another takes its place. */
    body: decision.extend({ from: day, to: day.nullable(), reason }),
    reply: done,
    problems: ['malformed', ...decided, 'forbidden', 'procedure_days_overlap', 'procedure_begins_past'],
  },
  drop: {
    method: 'POST',
    path: '/procedure-versions/:id/drop',
    summary: { zh: '停用一版', en: 'Drop a version' },
    verb: 'procedure.manage',
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: [...decided, 'forbidden'],
  },
});

export type ProcedureItem = z.infer<typeof procedureItem>;
export type ProcedureShown = z.infer<typeof procedureShown>;
export type VersionShown = z.infer<typeof versionShown>;
export type Drafted = Pick<
  z.output<typeof procedureApi.add.body>,
  'name' | 'words' | 'responsibleId' | 'secondId' | 'steps'
>;
