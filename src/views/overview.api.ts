/** Routes of what a unit or its head sees at a glance: a unit's work, the morning list, the leader's page. */
import { z } from 'zod';
import { layer } from '#cause/cause.ts';
import { routes } from '#platform/api.ts';
import { projectState } from '#project/project.ts';
import { due, id, instant, person, said, turn, unit } from '#rules/shapes.ts';
import { matter } from '#signal/signal.ts';
import { taskItem } from '#task/task.api.ts';
import { taskState } from '#task/task.ts';
import { problemState } from '#triage/problem.ts';
import { workItem } from '#views/desk.api.ts';

const lateOf = z.object({ count: z.int(), late: z.int() });

/** Something that runs against a limit, with whose turn it is. */
export const runningItem = z.object({
  kind: z.enum(['problem', 'task', 'project']),
  id,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  due,
  turn,
});

/** The first few, and how many there are in all. */
const running = z.object({ items: z.array(runningItem), count: z.int() });

export const unitWork = z.object({
  /** That it leads. */
  problems: z.array(lateOf.extend({ state: problemState })),
  /** That it gave. */
  tasks: z.array(lateOf.extend({ state: taskState })),
  /** Reporters of problems that it settled. */
  toAnswer: lateOf,
  /** Under the problems that it leads or assists in. */
  causes: z.object({ unverified: z.int(), confirmed: z.int() }),
  measures: z.object({ proposed: z.int(), adopted: z.int() }),
  projects: z.array(lateOf.extend({ state: projectState })),
});

export const morningList = z.object({
  asOf: instant,
  /** The units it is of; empty: the whole city. */
  units: z.array(unit),
  /** From the start of the last working day before today. */
  since: z.iso.date(),
  lateSince: running,
  /** Late since before that. */
  lateEarlier: z.int(),
  today: running,
  /** Until the end of the next working day. */
  until: z.iso.date(),
  next: running,
  /** Signals received in that time, of those that one sees. */
  came: z.array(z.object({ matter, count: z.int() })),
  /** Problems that run, by state and lead unit. */
  waits: z.array(lateOf.extend({ state: problemState, unit: unit.nullable() })),
});

/** Something that only this person, or whoever stands in for them, can sign. */
export const signItem = z.object({
  kind: z.enum(['cause', 'measure', 'charter', 'change', 'report', 'acceptance', 'closing', 'delegation']),
  id,
  /** The project whose version it is, where what is signed is a part of one. */
  project: id.nullable(),
  version: z.int(),
  words: z.string(),
  /** What one should know before signing. */
  notes: z.array(said),
  layer: layer.nullable(),
  /** Where it stands; opens its page. */
  on: z.object({ path: z.string(), number: z.string(), title: z.string() }).nullable(),
  by: person,
  at: instant,
});

export const leaderPage = z.object({
  mine: z.object({ items: z.array(workItem), more: z.boolean() }),
  next: running,
  red: running,
  sign: z.array(z.object({ kind: signItem.shape.kind, said, items: z.array(signItem), count: z.int() })),
});

const light = z.enum(['red', 'yellow', 'green']);
const figure = z.object({ red: z.int(), yellow: z.int(), green: z.int() });

/** What a unit has in hand now, by the same lights as everywhere. */
export const unitLoad = z.object({
  /** That it leads and has to handle. */
  problems: figure,
  /** That it gave, as far as the viewer sees them. */
  tasks: figure,
  late: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['problem', 'task']),
        id,
        number: z.string(),
        title: z.string(),
        state: z.string(),
        due: due.nullable(),
        person: person.nullable(),
      }),
    ),
    count: z.int(),
  }),
  /** Open tasks in whose hands, by name. */
  people: z.array(figure.extend({ person })),
  /** Of the problems given to it in the last `days`, those that it sent back. */
  returns: z.object({ given: z.int(), returned: z.int() }),
  /** Sent to it in the last `days`, and those it has not answered; null where letters are not the viewer's to see. */
  letters: z.object({ sent: z.int(), open: z.int() }).nullable(),
  days: z.int(),
});

export const personWork = z.object({
  tasks: z.array(taskItem.extend({ light })),
  /** Projects that they lead and that run. */
  leads: z.array(z.object({ id, number: z.string(), title: z.string(), state: projectState })),
  /** Done in the last `days`; the latest of them. */
  done: z.object({
    items: z.array(z.object({ id, number: z.string(), title: z.string(), at: instant })),
    count: z.int(),
    days: z.int(),
  }),
});

export const overviewApi = routes({
  unitLoad: {
    method: 'GET',
    path: '/units/:id/load',
    summary: { zh: '一个单位手上的事', en: 'What a unit has in hand' },
    verb: 'problem.read',
    params: z.object({ id }),
    reply: unitLoad,
  },
  personWork: {
    method: 'GET',
    path: '/people/:id/tasks',
    summary: { zh: '一个人手上的事', en: 'What a person has in hand' },
    params: z.object({ id }),
    reply: personWork,
    problems: ['forbidden'],
  },
  unitWork: {
    method: 'GET',
    path: '/units/:id/work',
    summary: { zh: '一个单位的工作', en: 'The work of a unit' },
    verb: 'problem.read',
    params: z.object({ id }),
    reply: unitWork,
  },
  morning: {
    method: 'GET',
    path: '/morning',
    summary: { zh: '晨会清单', en: 'The morning list' },
    verb: 'problem.read',
    reply: morningList,
  },
  leader: {
    method: 'GET',
    path: '/leader',
    summary: { zh: '负责人页：我的、接下来、红、签', en: 'The leader’s page: mine, next, red, sign' },
    verb: 'cause.confirm',
    reply: leaderPage,
  },
});

export type RunningItem = z.infer<typeof runningItem>;
export type UnitWork = z.infer<typeof unitWork>;
export type UnitLoad = z.infer<typeof unitLoad>;
export type PersonWork = z.infer<typeof personWork>;
export type MorningList = z.infer<typeof morningList>;
export type SignItem = z.infer<typeof signItem>;
export type LeaderPage = z.infer<typeof leaderPage>;
