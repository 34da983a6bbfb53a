/** A leader's note (领导批示): words on a matter that a unit has to answer by a day. Its vocabulary and life cycle. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  open: { zh: '待答复', en: 'To be answered', tone: 'work' },
  answered: { zh: '已答复，待呈阅', en: 'Answered, to be shown', tone: 'check' },
  closed: { zh: '已呈阅', en: 'Shown to the leader', tone: 'done' },
} as const satisfies Record<string, StateWords>;
export type NoteState = keyof typeof states;
export const noteState = oneOf(states);

export const roles = {
  answerer: { zh: '承办单位', en: 'the unit that answers' },
  recorder: { zh: '登记批示的办公室', en: 'the office that records notes' },
} as const satisfies Record<string, Said>;
export type NoteRole = keyof typeof roles;

export const steps = {
  answer: { zh: '答复', en: 'Answer', from: ['open'], to: 'answered', by: 'answerer', stops: ['note'] },
  return: { zh: '退回重答', en: 'Return', from: ['answered'], to: 'open', by: 'recorder', starts: ['note'] },
  close: { zh: '已呈领导阅知', en: 'Shown to the leader', from: ['answered'], to: 'closed', by: 'recorder' },
} as const satisfies Steps<NoteState, NoteRole>;
export type NoteStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

/** What it can be written on. */
export const subjects = {
  problem: { zh: '问题', en: 'Problem' },
  project: { zh: '项目', en: 'Project' },
  signal: { zh: '线索', en: 'Signal' },
} as const satisfies Record<string, Said>;

export const DAYS = 5;
/** A returned answer is given anew within so many working days. */
export const DAYS_AGAIN = 2;
