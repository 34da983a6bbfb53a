/** Credit levels of organisations: their vocabulary and the life cycle of one level, from proposal to its end. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** In the order of their weight; green is no level that anybody gives: it is what stands where none is in force. */
export const levels = {
  yellow: { zh: '黄', en: 'Yellow' },
  orange: { zh: '橙', en: 'Orange' },
  red: { zh: '红', en: 'Red' },
} as const satisfies Record<string, Said>;
export type Level = keyof typeof levels;
export const standings = { green: { zh: '绿', en: 'Green' }, ...levels } as const satisfies Record<string, Said>;
export type Standing = keyof typeof standings;
export const weightOf = (standing: Standing): number => Object.keys(standings).indexOf(standing);

export const countings = {
  sum: { zh: '合计', en: 'Sum' },
  latest: { zh: '最近一次', en: 'Latest' },
} as const satisfies Record<string, Said>;

export const compares = {
  at_least: { zh: '达到或超过', en: 'at least' },
  at_most: { zh: '不高于', en: 'at most' },
} as const satisfies Record<string, Said>;

export const states = {
  proposed: { zh: '待确认', en: 'To be confirmed', tone: 'check' },
  raised: { zh: '在效', en: 'In force', tone: 'work' },
  asked: { zh: '在效，已申请修复', en: 'In force, repair asked for', tone: 'check' },
  dismissed: { zh: '不予确认', en: 'Not confirmed', tone: 'off' },
  repaired: { zh: '已修复', en: 'Repaired', tone: 'done' },
  expired: { zh: '到期恢复', en: 'Expired', tone: 'done' },
} as const satisfies Record<string, StateWords>;
export type CaseState = keyof typeof states;

export const roles = {
  decider: { zh: '确认信用等级的人', en: 'whoever confirms credit levels' },
  recorder: { zh: '登记企业事实的人', en: 'whoever records facts of organisations' },
} as const satisfies Record<string, Said>;
export type CaseRole = keyof typeof roles;

/** Nothing happens to a firm before `raise`, and that is a person's. */
export const steps = {
  raise: { zh: '确认等级', en: 'Confirm the level', from: ['proposed'], to: 'raised', by: 'decider' },
  dismiss: { zh: '不予确认', en: 'Do not confirm', from: ['proposed'], to: 'dismissed', by: 'decider' },
  askRepair: { zh: '申请信用修复', en: 'Ask for repair', from: ['raised'], to: 'asked', by: 'recorder' },
  repair: { zh: '同意修复', en: 'Grant the repair', from: ['asked'], to: 'repaired', by: 'decider' },
  refuseRepair: { zh: '不同意修复', en: 'Refuse the repair', from: ['asked'], to: 'raised', by: 'decider' },
} as const satisfies Steps<CaseState, CaseRole>;
export type CaseStep = keyof typeof steps;

export const lifeCycle = {
  steps,
  states,
  roles,
  also: {
    propose: { zh: '提出等级', en: 'Level proposed' },
    expire: { zh: '等级到期', en: 'Level expired' },
  } satisfies Record<string, Said>,
};

export const level = oneOf(levels);
export const standing = oneOf(standings);
export const counting = oneOf(countings);
export const compare = oneOf(compares);
export const caseState = oneOf(states);
