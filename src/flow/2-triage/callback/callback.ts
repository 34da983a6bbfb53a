/** A call-back by lot: a reporter who was answered is asked how it went. Its vocabulary, life cycle and rule. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  waiting: { zh: '待回访', en: 'To be called back', tone: 'wait' },
  said: { zh: '已回访', en: 'Called back', tone: 'done' },
  unreached: { zh: '未联系上', en: 'Not reached', tone: 'off' },
  dropped: { zh: '不再回访', en: 'Not to be called any more', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type CallbackState = keyof typeof states;

export const roles = {
  caller: { zh: '回访员', en: 'the caller' },
  program: { zh: '程序', en: 'the program' },
} as const satisfies Record<string, Said>;
export type CallbackRole = keyof typeof roles;

export const steps = {
  say: { zh: '记录回访', en: 'Record what was said', from: ['waiting'], to: 'said', by: 'caller' },
  miss: { zh: '没打通', en: 'Not reached', from: ['waiting'], by: 'caller' },
  giveUp: { zh: '多次未联系上', en: 'Not reached at the last try', from: ['waiting'], to: 'unreached', by: 'caller' },
  putOff: { zh: '约时间再打', en: 'Put off', from: ['waiting'], by: 'caller' },
  drop: { zh: '不再回访', en: 'Drop', from: ['waiting'], to: 'dropped', by: 'program' },
} as const satisfies Steps<CallbackState, CallbackRole>;
export type CallbackStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

/** The four answers of a call-back, as the five marks that the public pages know: 1 and 2 are both 不满意. */
export const contents = {
  very: { mark: 5, zh: '非常满意', en: 'Very satisfied' },
  content: { mark: 4, zh: '满意', en: 'Satisfied' },
  basically: { mark: 3, zh: '基本满意', en: 'Basically satisfied' },
  discontent: { mark: 2, zh: '不满意', en: 'Not satisfied' },
} as const satisfies Record<string, Said & { mark: number }>;
export type Content = keyof typeof contents;
export const content = oneOf(contents);

/** Unsolved or not satisfied: it is taken up again, or somebody writes why not. */
export const saysNo = (solved: string | null, satisfied: Content | null): boolean =>
  solved === 'no' || satisfied === 'discontent';

/** What comes of a "no" on the spot: the problem is reopened, a dispatcher is asked to, or it is being worked on again anyway. */
export type Again = 'reopen' | 'wish' | 'none';

export type CallbackRule = { percent: number; shares: Record<string, number>; tries: number; restHours: number };

/** Where the office has said nothing: a fifth of the answered, three tries, at least four hours between two. For reference. */
export const builtInRule: CallbackRule = { percent: 20, shares: {}, tries: 3, restHours: 4 };

/** Somebody who has taken one and does nothing for so long has let it go. */
export const HELD_MINUTES = 30;
