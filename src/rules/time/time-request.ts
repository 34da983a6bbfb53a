/** A request for time: 延期 asks for more of a limit, 挂起 that it stands still until a day. Vocabulary, life cycle, pure rules. */
import { type Day, dayMs, startOfDay } from '#clock/day.ts';
import type { UnitOfTime } from '#clock/due.ts';
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const kinds = {
  extension: { zh: '延期', en: 'Extension' },
  suspension: { zh: '挂起', en: 'Suspension' },
} as const satisfies Record<string, Said>;
export type TimeRequestKind = keyof typeof kinds;

export const states = {
  asked: { zh: '待审批', en: 'To be decided', tone: 'wait' },
  granted: { zh: '已同意', en: 'Granted', tone: 'done' },
  refused: { zh: '未同意', en: 'Refused', tone: 'off' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'off' },
  lapsed: { zh: '未审批，事已办出', en: 'Lapsed: the work moved on', tone: 'off' },
  ended: { zh: '已解挂', en: 'Ended', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type TimeRequestState = keyof typeof states;

export const roles = {
  asker: { zh: '承办方', en: 'whoever has the work' },
  decider: { zh: '派出方（不是申请人）', en: 'whoever gave the work, and did not ask' },
  either: { zh: '承办方或派出方', en: 'whoever has the work or gave it' },
} as const satisfies Record<string, Said>;
export type TimeRequestRole = keyof typeof roles;

export const steps = {
  withdraw: { zh: '撤回申请', en: 'Withdraw the request', from: ['asked'], to: 'withdrawn', by: 'asker' },
  grant: { zh: '同意', en: 'Grant', from: ['asked'], to: 'granted', by: 'decider' },
  refuse: { zh: '不同意', en: 'Refuse', from: ['asked'], to: 'refused', by: 'decider' },
  resume: { zh: '解挂', en: 'Resume', from: ['granted'], to: 'ended', by: 'either' },
} as const satisfies Steps<TimeRequestState, TimeRequestRole>;

export const lifeCycle = { steps, states, roles };

/** Why more time is needed; each stands beside words of the asker's own. */
export const extensionReasons = {
  complex: { zh: '情况复杂，须多部门会商', en: 'Complex: several departments must agree' },
  evidence: { zh: '取证、检测尚未完成', en: 'Evidence or tests are not finished' },
  works: { zh: '工程施工周期', en: 'Construction takes its time' },
  purchase: { zh: '招标、采购程序', en: 'Tender or purchase' },
  agreed: { zh: '与诉求人约定时间', en: 'A time agreed with the reporter' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;

/** Why nothing can be done until a day: something outside the holder's power. */
export const suspensionReasons = {
  reporter: { zh: '等诉求人补充材料', en: 'The reporter has to bring something' },
  expert: { zh: '等鉴定、评估、检测结论', en: 'An expert opinion is awaited' },
  court: { zh: '已进入诉讼、仲裁、复议程序', en: 'Before a court, arbitration or review' },
  approval: { zh: '等上级批复', en: 'Approval from above is awaited' },
  weather: { zh: '天气、不可抗力', en: 'Weather or force majeure' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;

export const extensionReason = oneOf(extensionReasons);
export const suspensionReason = oneOf(suspensionReasons);
export const timeRequestKind = oneOf(kinds);
export const timeRequestState = oneOf(states);

export const reasonWords = (kind: TimeRequestKind, reason: string): Said => {
  const table: Record<string, Said> = kind === 'extension' ? extensionReasons : suspensionReasons;
  return table[reason] ?? { zh: reason, en: reason };
};

/** What a rule lets a limit have on top; where no rule gave it (set by hand), the defaults of the table. */
export type Terms = { unit: UnitOfTime; budget: number; extensions: number; most: number; suspensionDays: number };

export type Past = Pick<{ kind: TimeRequestKind; state: TimeRequestState }, 'kind' | 'state'> & {
  /** Suspensions that were granted: first and last day on which the limit stood still. */
  from: Day | null;
  to: Day | null;
};

export type Left = {
  unit: UnitOfTime;
  /** How often it may still be extended, and by how much at most. */
  extensions: number;
  most: number;
  /** Natural days it may still stand still. */
  days: number;
};

/** What may still be asked for. */
export function leftOf(terms: Terms, past: readonly Past[]): Left {
  const granted = past.filter(({ kind, state }) => kind === 'extension' && state === 'granted').length;
  const stood = past
    .filter(({ kind, from, to }) => kind === 'suspension' && from !== null && to !== null)
    .reduce((sum, { from, to }) => sum + daysBetween(from!, to!), 0);
  return {
    unit: terms.unit,
    extensions: Math.max(0, terms.extensions - granted),
    most: terms.most,
    days: Math.max(0, terms.suspensionDays - stood),
  };
}

/** From a day to a later one, the first not counted; 0 where it is not later. */
export function daysBetween(from: Day, to: Day): number {
  return Math.max(0, Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / dayMs));
}
