/** A supervision letter (督办单) and a formal talk (约谈): their vocabulary and life cycles. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const letterStates = {
  sent: { zh: '待答复', en: 'To be answered', tone: 'wait' },
  answered: { zh: '已答复，待审核', en: 'Answered, to be reviewed', tone: 'check' },
  closed: { zh: '已销号', en: 'Closed', tone: 'done' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type LetterState = keyof typeof letterStates;
export const letterState = oneOf(letterStates);

export const letterRoles = {
  head: { zh: '被督办单位的负责人', en: 'the head of the unit' },
  sender: { zh: '负责督办的人', en: 'whoever supervises' },
} as const satisfies Record<string, Said>;
export type LetterRole = keyof typeof letterRoles;

export const letterSteps = {
  answer: { zh: '答复', en: 'Answer', from: ['sent'], to: 'answered', by: 'head', stops: ['answer_letter'] },
  close: { zh: '认可并销号', en: 'Accept and close', from: ['answered'], to: 'closed', by: 'sender' },
  return: { zh: '退回重答', en: 'Return', from: ['answered'], to: 'sent', by: 'sender', starts: ['answer_letter'] },
  withdraw: {
    zh: '撤回督办单',
    en: 'Withdraw',
    from: ['sent', 'answered'],
    to: 'withdrawn',
    by: 'sender',
    stops: ['answer_letter'],
  },
} as const satisfies Steps<LetterState, LetterRole>;
export type LetterStep = keyof typeof letterSteps;
export const letterCycle = {
  steps: letterSteps,
  states: letterStates,
  roles: letterRoles,
  also: { send: { zh: '发督办单', en: 'Send' }, handOver: { zh: '单位交接', en: 'Hand over to another unit' } },
};

export const talkStates = {
  called: { zh: '待约谈', en: 'To be held', tone: 'wait' },
  held: { zh: '已约谈', en: 'Held', tone: 'done' },
  dropped: { zh: '未约谈', en: 'Dropped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type TalkState = keyof typeof talkStates;
export const talkState = oneOf(talkStates);

export const talkRoles = { sender: letterRoles.sender } as const satisfies Record<string, Said>;
export const talkSteps = {
  hold: { zh: '记录约谈', en: 'Record the talk', from: ['called'], to: 'held', by: 'sender' },
  drop: { zh: '不再约谈', en: 'Drop', from: ['called'], to: 'dropped', by: 'sender' },
} as const satisfies Steps<TalkState, 'sender'>;
export type TalkStep = keyof typeof talkSteps;
export const talkCycle = {
  steps: talkSteps,
  states: talkStates,
  roles: talkRoles,
  also: { call: { zh: '通知约谈', en: 'Call to a talk' } },
};
