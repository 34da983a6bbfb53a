/** Routes of the read models across stages: pages of a signal, problem and task, my work, search, who is still to be answered. */
import { z } from 'zod';
import { file } from '#evidence/evidence.api.ts';
import { routes } from '#platform/api.ts';
import { due, id, instant, listOf, move, page, person, unit } from '#rules/shapes.ts';
import { timeOfThing } from '#rules/time/time-request.api.ts';
import { signalItem } from '#signal/signal.api.ts';
import { disposition, dispositionCode, way } from '#signal/signal.ts';
import { taskItem } from '#task/task.api.ts';
import { urged } from '#views/on-the-way.ts';
import { problemPage, thing } from '#views/problem-page.api.ts';

const one = z.object({ id });
export const signalPage = signalItem.extend({
  ...thing,
  wantsReply: z.boolean(),
  area: z.object({ id, name: z.string() }).nullable(),
  /** Masked; null where the reporter's identity is hidden from the viewer or was never given. */
  reporter: z.object({ name: z.string(), phone: z.string(), address: z.string(), mayReveal: z.boolean() }).nullable(),
  reporterHidden: z.boolean(),
  saidAt: instant.nullable(),
  recordedAt: instant,
  extra: z.record(z.string(), z.string()),
  disposition: z.object({ kind: disposition, code: dispositionCode }).nullable(),
  dividedFrom: z.object({ id, number: z.string() }).nullable(),
  dividedInto: z.array(z.object({ id, number: z.string() })),
  versions: z.array(z.object({ number: z.int(), words: z.string(), until: instant })),
  /** `question`: it came with the answer to that. */
  photos: z.array(z.object({ id, type: z.string(), size: z.number(), question: id.nullable() })),
  /** The reporter reads by a code what the public page tells of it. */
  follows: z.boolean(),
  questions: z.array(
    z.object({
      id,
      by: z.string(),
      at: instant,
      words: z.string(),
      answeredAt: instant.nullable(),
      answer: z.string().nullable(),
    }),
  ),
  /** Wishes of the reporter that it be taken up again, the newest first. */
  wishes: z.array(
    z.object({
      id,
      at: instant,
      words: z.string(),
      outcome: z.enum(['granted', 'declined']).nullable(),
      by: z.string().nullable(),
      decidedAt: instant.nullable(),
      decision: z.string().nullable(),
    }),
  ),
  contacts: z.array(
    z.object({ id, by: z.string(), at: instant, way, reached: z.boolean(), words: z.string().nullable() }),
  ),
  answers: z.array(z.object({ id, by: z.string(), at: instant, way, words: z.string() })),
  callbacks: z.array(
    z.object({
      id,
      /** Empty where the reporter said it on the public page. */
      by: z.string(),
      at: instant,
      way,
      reached: z.boolean(),
      solved: z.enum(['yes', 'partly', 'no']).nullable(),
      satisfied: z.int().nullable(),
      contacted: z.boolean().nullable(),
      words: z.string().nullable(),
    }),
  ),
});

/** Beside a cause on the canvas: the problems it serves, of those that the viewer sees, and what was done with it. */
export const causePage = z.object({
  problems: z.array(z.object({ id, number: z.string(), title: z.string(), direct: z.boolean() })),
  history: z.array(move),
});

export const taskPage = taskItem.extend({
  ...thing,
  words: z.string(),
  evidenceAsked: z.string(),
  unit,
  givenBy: person,
  givenAt: instant,
  /** Whom the assignee had do it. */
  entrusted: person.nullable(),
  urged,
  time: timeOfThing,
  /** It waits for somebody who has left or holds no post any more. */
  nobody: z.boolean(),
  handIns: z.array(
    z.object({
      id,
      by: z.string(),
      at: instant,
      words: z.string(),
      files: z.array(file.extend({ id, type: z.string(), size: z.number() })),
      review: z.object({ by: z.string(), at: instant, passed: z.boolean(), words: z.string() }).nullable(),
    }),
  ),
});

/** A line of my work, whatever its kind. */
export const workItem = z.object({
  kind: z.enum(['signal', 'problem', 'task', 'project', 'note', 'exclusion', 'organisation']),
  id,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  urgency: z.string().nullable(),
  /** What waits for me in it: its state, or what was asked beside that; null where nothing does. */
  asked: z.string().nullable(),
  /** What I am asked to do, or what I did. */
  what: z.object({ zh: z.string(), en: z.string() }),
  at: instant,
  due: due.nullable(),
});

export const workTabs = ['todo', 'done', 'started', 'copied'] as const;

export const found = z.object({
  kind: z.enum(['signal', 'problem', 'task', 'project', 'unit', 'person']),
  id,
  number: z.string(),
  title: z.string(),
  /** Why it was found, in words: number, words, unit, phone. */
  by: z.enum(['number', 'words', 'unit', 'name', 'phone']),
  at: instant.nullable(),
});

export const deskApi = routes({
  signal: {
    method: 'GET',
    path: '/signals/:id',
    summary: { zh: '一条线索', en: 'A signal' },
    params: one,
    reply: signalPage,
  },
  problem: {
    method: 'GET',
    path: '/problems/:id',
    summary: { zh: '一个问题', en: 'A problem' },
    params: one,
    reply: problemPage,
  },
  task: { method: 'GET', path: '/tasks/:id', summary: { zh: '一项任务', en: 'A task' }, params: one, reply: taskPage },
  cause: {
    method: 'GET',
    path: '/causes/:id',
    summary: { zh: '一个原因：所在问题与经过', en: 'A cause: the problems it serves, and its history' },
    params: one,
    reply: causePage,
  },
  work: {
    method: 'GET',
    path: '/my-work',
    summary: { zh: '我的工作', en: 'My work' },
    query: page.extend({ tab: z.enum(workTabs).default('todo') }),
    reply: listOf(workItem),
  },
  workCounts: {
    method: 'GET',
    path: '/my-work/counts',
    summary: { zh: '我的工作计数', en: 'Counts of my work' },
    reply: z.object({
      todo: z.int(),
      late: z.int(),
      started: z.int(),
      copied: z.int(),
      toAnswer: z.int(),
      untriaged: z.int(),
      /** Work that stands with a unit or person that cannot act, up to 1,000. */
      nobodysProblems: z.int(),
      nobodysProjects: z.int(),
      nobodysTasks: z.int(),
      /** The same for whoever manages people, of every kind: numbers without contents. */
      stranded: z.int(),
      /** Entries of the knowledge base that I own and that are due for review. */
      knowledge: z.int(),
      /** Exports of personal data that wait for a decision of mine. */
      extracts: z.int(),
      /** Messages that did not go out within a week, for who looks after the ways out. */
      outside: z.int(),
    }),
  },
  toAnswer: {
    method: 'GET',
    path: '/to-answer',
    summary: { zh: '待答复的诉求人', en: 'Reporters still to be answered' },
    query: page.extend({ problemId: id.optional(), unitId: id.optional() }),
    reply: listOf(signalItem.extend({ due: due.nullable(), closedAt: instant.nullable() })),
  },
  search: {
    method: 'POST',
    path: '/search',
    summary: { zh: '一个搜索框：编号、文字、单位、来电号码', en: 'One search box: number, words, unit, caller' },
    body: z.object({ q: z.string().trim().min(1).max(100) }),
    reply: z.object({ items: z.array(found) }),
  },
  exportSignals: {
    method: 'GET',
    path: '/signals.xlsx',
    summary: { zh: '导出所见线索', en: 'Export the signals seen' },
    query: z.record(z.string(), z.string()),
  },
  exportTasks: {
    method: 'GET',
    path: '/tasks.xlsx',
    summary: { zh: '导出所见任务', en: 'Export the tasks seen' },
    query: z.record(z.string(), z.string()),
  },
});

export type SignalPage = z.infer<typeof signalPage>;
export type ProblemPage = z.infer<typeof problemPage>;
export type CausePage = z.infer<typeof causePage>;
export type TaskPage = z.infer<typeof taskPage>;
export type WorkItem = z.infer<typeof workItem>;
export type Found = z.infer<typeof found>;
