/** Routes of tasks: giving, accepting, giving to another, withdrawing. Handing in belongs to evidence. */
import { z } from 'zod';
import { routes } from '#platform/api.ts';
import { count, decision, due, id, instant, listOf, page, person, reason } from '#rules/shapes.ts';
import { fallbackReason, taskState } from '#task/task.ts';

export const taskItem = z.object({
  id,
  number: z.string(),
  title: z.string(),
  state: taskState,
  /** Null: a step of a procedure that is about no problem. */
  problem: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  /** The run of a standard procedure of which it is a step; `fallback`: why it stands with whom it stands with. */
  run: z.object({ id, number: z.string(), name: z.string(), fallback: fallbackReason.nullable() }).nullable(),
  project: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  assignee: person.nullable(),
  reviewer: person,
  due: due.nullable(),
  changedAt: instant,
  version: z.int(),
});

export const taskQuery = page.extend({
  q: z.string().trim().max(100).optional(),
  state: taskState.optional(),
  problemId: id.optional(),
  /** Steps of this run of a procedure. */
  runId: id.optional(),
  personId: id.optional(),
  projectId: id.optional(),
  /** Only those that this unit gave. */
  unitId: id.optional(),
  /** Only those whose limit has run out. */
  late: z.stringbool().optional(),
  /** Only those that wait for somebody who has left or holds no post any more. */
  nobody: z.stringbool().optional(),
});

const one = z.object({ id });
const done = z.object({ id, version: z.int() });

export const taskApi = routes({
  list: {
    method: 'GET',
    path: '/tasks',
    summary: { zh: '任务列表', en: 'List tasks' },
    query: taskQuery,
    reply: listOf(taskItem),
  },
  count: {
    method: 'GET',
    path: '/tasks/count',
    summary: { zh: '任务计数', en: 'Count tasks' },
    query: taskQuery.omit({ cursor: true, limit: true }),
    reply: count,
  },
  give: {
    method: 'POST',
    path: '/problems/:id/tasks',
    summary: { zh: '派任务', en: 'Give a task' },
    verb: 'task.give',
    params: one,
    /** `version` is the problem's; `workingDays` the time to finish, else the rule's. */
    body: decision.extend({
      taskId: id,
      title: z.string().trim().min(1).max(200),
      words: z.string().trim().max(5_000).default(''),
      evidenceAsked: z.string().trim().max(500).default(''),
      assigneeId: id,
      reviewerId: id,
      workingDays: z.int().min(1).max(250).nullable().default(null),
      /** The project it is a part of, and the measure it carries out. */
      projectId: id.nullable().default(null),
      measureId: id.nullable().default(null),
    }),
    reply: done.extend({ number: z.string() }),
    problems: ['not_now', 'changed_meanwhile', 'person_gone', 'own_review', 'not_of_unit', 'task_not_of_project'],
  },
  accept: {
    method: 'POST',
    path: '/tasks/:id/acceptances',
    summary: { zh: '接收任务', en: 'Accept the task' },
    params: one,
    body: decision,
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  handOver: {
    method: 'POST',
    path: '/tasks/:id/handovers',
    summary: { zh: '改派他人', en: 'Give to another person' },
    params: one,
    body: decision.extend({ assigneeId: id, reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'person_gone', 'own_review', 'not_of_unit'],
  },
  entrust: {
    method: 'POST',
    path: '/tasks/:id/entrustments',
    summary: { zh: '承办人委派他人办理', en: 'The assignee entrusts a colleague' },
    params: one,
    body: decision.extend({ personId: id, reason }),
    reply: done,
    problems: [
      ...(['not_now', 'changed_meanwhile', 'person_gone', 'own_review', 'not_of_unit'] as const),
      ...(['entrusted_already', 'entrust_oneself'] as const),
    ],
  },
  report: {
    method: 'POST',
    path: '/tasks/:id/entrustment-reports',
    summary: { zh: '受委派人反馈承办人', en: 'Whoever is entrusted reports to the assignee' },
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
  takeBack: {
    method: 'POST',
    path: '/tasks/:id/entrustment-endings',
    summary: { zh: '收回委派', en: 'Take it back' },
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'entrusted_none'],
  },
  urge: {
    method: 'POST',
    path: '/tasks/:id/urgings',
    summary: { zh: '催办任务', en: 'Urge whoever has the task' },
    params: one,
    body: decision.extend({ words: reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile', 'urged_soon'],
  },
  withdraw: {
    method: 'POST',
    path: '/tasks/:id/withdrawals',
    summary: { zh: '撤回任务', en: 'Withdraw the task' },
    params: one,
    body: decision.extend({ reason }),
    reply: done,
    problems: ['not_now', 'changed_meanwhile'],
  },
});

export type TaskItem = z.infer<typeof taskItem>;
export type TaskQuery = z.output<typeof taskQuery>;
