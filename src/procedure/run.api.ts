/** Routes of runs: the list, one with its steps, starting, stopping, going on by another version, and who of many has done it. */
import { z } from 'zod';
import { unitsOfTime } from '#clock/due.ts';
import { routes } from '#platform/api.ts';
import { aboutKind, MOST_PERSONS, runState } from '#procedure/procedure.ts';
import { button, decision, due, id, instant, listOf, move, page, person, reason, unit } from '#rules/shapes.ts';
import { taskState } from '#task/task.ts';

const one = z.object({ id });
const done = z.object({ id, version: z.int() });
const about = z.object({ kind: aboutKind, id, name: z.string() });
const procedure = z.object({ id, number: z.string(), name: z.string() });

export const runItem = z.object({
  id,
  number: z.string(),
  procedure,
  nth: z.int(),
  state: runState,
  about: about.nullable(),
  /** What its many were given, where it is a notice. */
  notice: z.string().nullable(),
  steps: z.object({ done: z.int(), all: z.int() }),
  startedBy: z.string().nullable(),
  startedAt: instant,
  changedAt: instant,
  version: z.int(),
});

export const runTask = z.object({
  id,
  number: z.string(),
  state: taskState,
  assignee: person.nullable(),
  unit: unit,
  due: due.nullable(),
  fallback: z.boolean(),
  /** Closed by the program: by which rule. */
  automatic: z.string().nullable(),
});

/** Of a step given to many: how many stand where. */
export const manyCounts = z.object({
  listed: z.int(),
  given: z.int(),
  accepted: z.int(),
  submitted: z.int(),
  done: z.int(),
  withdrawn: z.int(),
  late: z.int(),
});

export const runStepShown = z.object({
  key: z.string(),
  title: z.string(),
  after: z.array(z.string()),
  rule: z.string().nullable(),
  stands: z.enum(['waits', 'open', 'done']),
  /** At most twenty; of a step given to many, `many` says the rest. */
  tasks: z.array(runTask),
  many: manyCounts.nullable(),
});

export const runShown = runItem.extend({
  unit,
  responsible: person,
  second: person,
  reason: z.string(),
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  steps: z.object({ done: z.int(), all: z.int() }),
  path: z.array(runStepShown),
  /** Versions it may be moved to. */
  versions: z.array(z.object({ id, nth: z.int() })),
  buttons: z.array(button),
  history: z.array(move),
});

const audience = z.object({
  units: z.array(id).max(500),
  below: z.boolean(),
  roles: z.array(z.string().max(60)).max(50),
  persons: z.array(id).max(MOST_PERSONS),
});

const notice = z.object({
  title: z.string().trim().min(1).max(100),
  words: z.string().trim().max(2_000),
  evidenceAsked: z.string().trim().max(500),
  unitOfTime: z.enum(unitsOfTime),
  budget: z.int().min(1).max(2_000),
});

export const runQuery = page.extend({
  q: z.string().trim().max(60).optional(),
  state: runState.optional(),
  procedureId: id.optional(),
  aboutId: id.optional(),
});

export const moveShown = z.object({
  steps: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      change: z.enum(['same', 'changed', 'added', 'gone']),
      stands: z.enum(['waits', 'open', 'done']),
      begins: z.boolean(),
    }),
  ),
});

export const runApi = routes({
  list: {
    method: 'GET',
    path: '/runs',
    summary: { zh: '流程办理', en: 'Runs of procedures' },
    verb: 'procedure.read',
    query: runQuery,
    reply: listOf(runItem),
  },
  one: {
    method: 'GET',
    path: '/runs/:id',
    summary: { zh: '一次流程办理', en: 'A run of a procedure' },
    params: one,
    reply: runShown,
  },
  start: {
    method: 'POST',
    path: '/runs',
    summary: { zh: '发起流程', en: 'Start a run' },
    verb: 'procedure.run',
    body: z.object({
      id,
      procedureId: id,
      about: z.object({ kind: z.enum(['problem', 'unit']), id }).nullable(),
      audience: audience.nullable().default(null),
      notice: notice.nullable().default(null),
      reason,
    }),
    reply: done,
    problems: ['procedure_not_in_force', 'procedure_about_unknown', 'procedure_nobody_listed', 'procedure_too_many'],
  },
  count: {
    method: 'POST',
    path: '/runs/audience',
    summary: { zh: '会交办给多少人', en: 'How many it would be given to' },
    verb: 'procedure.run',
    body: audience,
    reply: z.object({ count: z.int() }),
  },
  stop: {
    method: 'POST',
    path: '/runs/:id/stop',
    summary: { zh: '终止流程', en: 'Stop a run' },
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'forbidden'],
  },
  lookAhead: {
    method: 'GET',
    path: '/runs/:id/moves/:versionId',
    summary: { zh: '改用另一版会怎样', en: 'What another version would change' },
    params: z.object({ id, versionId: id }),
    reply: moveShown,
  },
  move: {
    method: 'POST',
    path: '/runs/:id/moves',
    summary: { zh: '改用另一版', en: 'Go on by another version' },
    params: one,
    body: decision.extend({ versionId: id, reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'forbidden', 'procedure_same_version'],
  },
});

export type RunItem = z.infer<typeof runItem>;
export type RunShown = z.infer<typeof runShown>;
export type RunStepShown = z.infer<typeof runStepShown>;
export type RunQuery = z.output<typeof runQuery>;
export type MoveShown = z.infer<typeof moveShown>;
