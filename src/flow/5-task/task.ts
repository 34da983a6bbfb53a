/** A task: the smallest piece of work, given to one person. Its vocabulary, life cycle and pure rules. */

import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  given: { zh: '待接收', en: 'To be accepted', tone: 'wait' },
  working: { zh: '办理中', en: 'In work', tone: 'work' },
  submitted: { zh: '已交，待审核', en: 'Handed in, to be reviewed', tone: 'check' },
  done: { zh: '已完成', en: 'Done', tone: 'done' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type TaskState = keyof typeof states;

export const roles = {
  assignee: { zh: '承办人', en: 'the assignee' },
  reviewer: { zh: '审核人（不是承办人）', en: 'the reviewer, who is not the assignee' },
  giver: { zh: '派任务的单位', en: 'the unit that gave it' },
  entrusted: { zh: '受承办人委派的人', en: 'whoever the assignee entrusted with it' },
  program: { zh: '系统，凭佐证', en: 'the program, by evidence' },
  either: { zh: '承办人或派任务的单位', en: 'the assignee or the unit that gave it' },
} as const satisfies Record<string, Said>;
export type TaskRole = keyof typeof roles;

export const steps = {
  accept: { zh: '接收', en: 'Accept', from: ['given'], to: 'working', by: 'assignee', stops: ['accept'] },
  submit: {
    zh: '交佐证',
    en: 'Hand in',
    from: ['given', 'working'],
    to: 'submitted',
    by: 'assignee',
    stops: ['accept', 'finish'],
    starts: ['review'],
  },
  confirm: { zh: '确认完成', en: 'Confirm', from: ['submitted'], to: 'done', by: 'reviewer', stops: ['review'] },
  // A step of a procedure closes by itself when the evidence that its rule names is there.
  feedback: {
    zh: '自动反馈',
    en: 'Close by evidence',
    from: ['given', 'working', 'submitted'],
    to: 'done',
    by: 'program',
    stops: ['accept', 'finish', 'review'],
  },
  return: {
    zh: '退回重做',
    en: 'Return',
    from: ['submitted'],
    to: 'working',
    by: 'reviewer',
    stops: ['review'],
    starts: ['finish'],
  },
  handOver: {
    zh: '改派',
    en: 'Give to another',
    from: ['given', 'working'],
    to: 'given',
    by: 'giver',
    stops: ['accept'],
    starts: ['accept'],
  },
  entrust: { zh: '委派他人', en: 'Entrust a colleague', from: ['working'], by: 'assignee' },
  report: { zh: '反馈承办人', en: 'Report to the assignee', from: ['working'], by: 'entrusted' },
  takeBack: { zh: '收回委派', en: 'Take it back', from: ['working'], by: 'assignee' },
  urge: { zh: '催办', en: 'Urge', from: ['given', 'working', 'submitted'], by: 'giver' },
  askExtension: { zh: '申请延期', en: 'Ask for an extension', from: ['working'], by: 'assignee' },
  askSuspension: { zh: '申请挂起', en: 'Ask to suspend the limit', from: ['working'], by: 'assignee' },
  withdrawTime: { zh: '撤回延期或挂起申请', en: 'Withdraw the request for time', from: ['working'], by: 'assignee' },
  decideTime: { zh: '审批延期或挂起', en: 'Decide on the request for time', from: ['working'], by: 'giver' },
  resume: { zh: '解挂', en: 'Let the limit run on', from: ['working'], by: 'either' },
  withdraw: {
    zh: '撤回任务',
    en: 'Withdraw',
    from: ['given', 'working', 'submitted'],
    to: 'withdrawn',
    by: 'giver',
    stops: ['accept', 'finish', 'review'],
  },
} as const satisfies Steps<TaskState, TaskRole>;
export type TaskStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

export const turns = {
  given: 'assignee',
  working: 'assignee',
  submitted: 'reviewer',
  done: null,
  withdrawn: null,
} as const satisfies Record<TaskState, TaskRole | null>;

/** The limit for which its assignee may ask more time. */
export const timedLimit = 'finish';

export const limitOf = {
  given: 'finish',
  working: 'finish',
  submitted: 'review',
  done: null,
  withdrawn: null,
} as const satisfies Record<TaskState, string | null>;

/** Why a step of a procedure stands with its fallback person: with nobody it would be lost. */
export const fallbackReasons = {
  nobody: { zh: '没有人担任这一岗位', en: 'nobody holds the post' },
  unit_closed: { zh: '单位已撤销', en: 'the unit was abolished' },
  away: { zh: '该办的人都不在岗', en: 'everybody who would do it is away' },
  no_unit: { zh: '说不出该哪个单位办', en: 'no unit could be named' },
} as const satisfies Record<string, Said>;
export type FallbackReason = keyof typeof fallbackReasons;

export const taskState = oneOf(states);
export const fallbackReason = oneOf(fallbackReasons);
