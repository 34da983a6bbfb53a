/** 挂账: what cannot be solved now stands on the books until a day of review. Vocabulary, life cycle, pure rules. */
import { addDays, type Day } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  asked: { zh: '待审批', en: 'To be decided', tone: 'wait' },
  standing: { zh: '挂账中', en: 'On the books', tone: 'work' },
  refused: { zh: '未同意', en: 'Refused', tone: 'off' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'off' },
  ended: { zh: '已销账', en: 'Off the books', tone: 'done' },
} as const satisfies Record<string, StateWords>;
export type DeferralState = keyof typeof states;

export const roles = {
  asker: { zh: '主办单位', en: 'the lead unit' },
  decider: { zh: '派单员（不是申请人）', en: 'the dispatcher, who did not ask' },
  either: { zh: '主办单位或派单员', en: 'the lead unit or the dispatcher' },
} as const satisfies Record<string, Said>;
export type DeferralRole = keyof typeof roles;

export const steps = {
  withdraw: { zh: '撤回挂账申请', en: 'Withdraw', from: ['asked'], to: 'withdrawn', by: 'asker' },
  grant: { zh: '同意挂账', en: 'Put on the books', from: ['asked'], to: 'standing', by: 'decider' },
  refuse: { zh: '不同意挂账', en: 'Refuse', from: ['asked'], to: 'refused', by: 'decider' },
  keep: { zh: '复核后续挂', en: 'Keep on the books', from: ['standing'], to: 'standing', by: 'decider' },
  strike: { zh: '销账', en: 'Strike off the books', from: ['standing'], to: 'ended', by: 'either' },
} as const satisfies Steps<DeferralState, DeferralRole>;

export const lifeCycle = { steps, states, roles };

/** Why it cannot be solved now; each stands beside words of the asker's own. */
export const reasons = {
  policy: { zh: '政策限制', en: 'Policy does not allow it' },
  money: { zh: '资金未落实', en: 'No money yet' },
  history: { zh: '历史遗留', en: 'A burden of the past' },
  planning: { zh: '规划待定', en: 'Plans are not settled' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
export type DeferralReason = keyof typeof reasons;

/** @param longest days it may stand on the books before somebody looks at it again, as the rule has it */
export const latestReview = (today: Day, longest: number): Day => addDays(today, longest);

export const deferralReason = oneOf(reasons);
export const deferralState = oneOf(states);
