/** An exclusion: a unit asks that a rated case be left out of its figures. Its grounds and life cycle. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const grounds = {
  not_duty: { zh: '不属于本单位职责', en: 'Not its duty' },
  untrue: { zh: '恶意投诉或者与事实不符', en: 'Malicious or untrue' },
  beyond_law: { zh: '按现行法律政策无法解决', en: 'Cannot be solved by law as it stands' },
  repeated: { zh: '同一诉求重复评价', en: 'The same matter rated before' },
  unreasonable: { zh: '诉求不合理、不合法', en: 'What is wanted is unreasonable or unlawful' },
  entered_wrong: { zh: '登记或者回访有误', en: 'Entered or called back wrongly' },
} as const satisfies Record<string, Said>;
export type Ground = keyof typeof grounds;
export const ground = oneOf(grounds);

export const states = {
  asked: { zh: '待审核', en: 'To be decided', tone: 'wait' },
  granted: { zh: '已剔除', en: 'Excluded', tone: 'done' },
  refused: { zh: '不予剔除', en: 'Refused', tone: 'off' },
  appealed: { zh: '申诉待审', en: 'Appealed', tone: 'check' },
  upheld: { zh: '申诉后维持', en: 'Upheld after the appeal', tone: 'off' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type ExclusionState = keyof typeof states;
export const exclusionState = oneOf(states);

export const roles = {
  asker: { zh: '被评价的单位', en: 'the unit that was rated' },
  reviewer: { zh: '不在被评价单位任职的审核人', en: 'a reviewer who belongs to no rated unit' },
  second: { zh: '另一位审核人', en: 'another reviewer than the first' },
} as const satisfies Record<string, Said>;
export type ExclusionRole = keyof typeof roles;

export const steps = {
  grant: { zh: '同意剔除', en: 'Exclude', from: ['asked'], to: 'granted', by: 'reviewer' },
  refuse: { zh: '不予剔除', en: 'Refuse', from: ['asked'], to: 'refused', by: 'reviewer' },
  appeal: { zh: '申诉', en: 'Appeal', from: ['refused'], to: 'appealed', by: 'asker' },
  allow: { zh: '申诉成立，剔除', en: 'Allow the appeal', from: ['appealed'], to: 'granted', by: 'second' },
  uphold: { zh: '维持不剔除', en: 'Uphold', from: ['appealed'], to: 'upheld', by: 'second' },
  withdraw: { zh: '撤回申请', en: 'Withdraw', from: ['asked', 'appealed'], to: 'withdrawn', by: 'asker' },
} as const satisfies Steps<ExclusionState, ExclusionRole>;
export type ExclusionStep = keyof typeof steps;
export const exclusionStep = oneOf(steps);

export const lifeCycle = { steps, states, roles };
