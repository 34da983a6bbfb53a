/** A limit rule as an office writes it: which conditions mean something to which limit, and what is wrong with a rule. Pure. */
import type { UnitOfTime } from '#clock/due.ts';
import type { Params } from '#platform/problem.ts';
import { limitNames } from '#rules/limits.ts';
import { flawOfStages, type Milestone, type StageFlaw } from '#rules/milestone.ts';

/** No rule gives these: a project's own date, the days that a letter or a leader's note itself names; stages stand in another rule. */
const unruled = ['milestone', 'answer_letter', 'note', 'stage'] as const;
export type LimitName = Exclude<keyof typeof limitNames, (typeof unruled)[number]>;
export const ruledLimits = Object.keys(limitNames).filter((name) => !unruled.some((one) => one === name)) as [
  LimitName,
  ...LimitName[],
];

export type Condition = 'channel' | 'category' | 'urgency' | 'class';
const ofProblems: readonly Condition[] = ['channel', 'category', 'urgency', 'class'];
const ofSignals: readonly Condition[] = ['channel', 'urgency'];

/** When a signal comes in nobody knows yet what it is about; a project is not urgent. A rule that nothing can meet is refused. */
export const conditionsOf: Record<LimitName, readonly Condition[]> = {
  ...{ triage: ofSignals, answer: ofSignals },
  ...{ assign: ofProblems, sign: ofProblems, handle: ofProblems, verify: ofProblems, close: ofProblems },
  ...{ accept: ofProblems, finish: ofProblems, review: ofProblems },
  deferral: ofProblems,
  ...{ charter: [], acknowledge: [], decide_change: [], accept_project: [], conclude: [] },
};

/** Limits for which their holder may ask more time: `handle` of a problem, `finish` of a task. */
export const mayBeAsked = (name: LimitName): boolean => name === 'handle' || name === 'finish';

export type RuleDraft = {
  limitName: LimitName;
  channelId: string | null;
  categoryId: string | null;
  urgency: 'normal' | 'urgent' | 'critical' | null;
  class: 'simple' | 'prominent' | 'common' | null;
  unitOfTime: UnitOfTime;
  budget: number;
  /** A last natural day that is not worked moves to the next one that is. */
  roll: boolean;
  extensions: number;
  /** At most so much each time; null: the budget again. */
  extensionBudget: number | null;
  suspensionDays: number;
  /** Stages inside the matter, in order: of the limit of handling alone. */
  milestones: readonly Milestone[];
  /** First day. */
  validFrom: string;
  /** First day on which it no longer holds; null: until another takes its place. */
  validTo: string | null;
  source: string;
};

/** What is kept of a rule to see whether two speak of the same. */
export type Standing = About & Pick<RuleDraft, 'validFrom' | 'validTo'> & { id: string };

const most: Record<UnitOfTime, number> = {
  hour: 87_660,
  working_hour: 20_000,
  day: 3_653,
  working_day: 2_500,
  month_day: 28,
};
export const mostOf = (unit: UnitOfTime): number => most[unit];

/** Where a condition stands in a draft. */
type Field = 'channelId' | 'categoryId' | 'urgency' | 'class';

export type Flaw =
  | { code: 'limit_budget'; params: Params; field: 'budget' | 'extensionBudget' }
  | { code: 'limit_ends_before' | 'limit_from_past' | 'limit_overlaps'; params: Params; field: 'validFrom' | 'validTo' }
  | { code: 'limit_condition'; params: Params; field: Field }
  | { code: 'limit_unit'; params: Params; field: 'unitOfTime' }
  | { code: 'stage_limit' | StageFlaw['code']; params: Params; field: string };

/** The first thing that is wrong with it beside the rules that stand; nothing where it can be taken. @param today in Shanghai */
export function flawOf(draft: RuleDraft, standing: readonly Standing[], today: string): Flaw | undefined {
  const { unitOfTime, budget, extensionBudget, validFrom, validTo } = draft;
  const limit = mostOf(unitOfTime);
  if (!(budget >= 1 && budget <= limit)) return { code: 'limit_budget', params: { most: limit }, field: 'budget' };
  if (extensionBudget !== null && !(extensionBudget >= 1 && extensionBudget <= most.day))
    return { code: 'limit_budget', params: { most: most.day }, field: 'extensionBudget' };
  if (draft.limitName === 'deferral' && unitOfTime !== 'day')
    return { code: 'limit_unit', params: { limit: limitNames.deferral }, field: 'unitOfTime' };
  const unused = unusedCondition(draft);
  if (unused) return { code: 'limit_condition', params: { limit: limitNames[draft.limitName] }, field: unused };
  const stage = wrongStage(draft);
  if (stage) return stage;
  if (validTo !== null && validTo <= validFrom) return { code: 'limit_ends_before', params: {}, field: 'validTo' };
  if (validFrom < today) return { code: 'limit_from_past', params: {}, field: 'validFrom' };
  const other = standing.find((one) => isSame(one, draft) && overlaps(one, draft));
  if (!other) return undefined;
  const params = { from: other.validFrom, to: other.validTo ?? '…' };
  return { code: 'limit_overlaps', params, field: 'validFrom' };
}

function wrongStage({ limitName, milestones, unitOfTime: unit, budget }: RuleDraft): Flaw | undefined {
  if (milestones.length === 0) return undefined;
  if (limitName !== 'handle') return { code: 'stage_limit', params: {}, field: 'milestones' };
  const flaw = flawOfStages(milestones, { unit, budget }, mostOf);
  if (!flaw) return undefined;
  const { code, params, nth, field } = flaw;
  return { code, params, field: nth === undefined ? 'milestones' : `milestones.${nth}.${field}` };
}

/** Each condition with its field. */
const fields: readonly (readonly [Condition, Field])[] = [
  ['channel', 'channelId'],
  ['category', 'categoryId'],
  ['urgency', 'urgency'],
  ['class', 'class'],
];

const unusedCondition = (draft: RuleDraft): Field | undefined =>
  fields.find(([one, field]) => draft[field] !== null && !conditionsOf[draft.limitName].includes(one))?.[1];

/** The limit and its conditions. */
export type About = Pick<RuleDraft, 'limitName' | Field>;

/** The same limit under the same conditions. */
export const isSame = (a: About, b: About): boolean =>
  a.limitName === b.limitName && fields.every(([, field]) => a[field] === b[field]);

type Span = Pick<RuleDraft, 'validFrom' | 'validTo'>;

/** Some day on which both hold. */
export const overlaps = (a: Span, b: Span): boolean =>
  (a.validTo === null || b.validFrom < a.validTo) && (b.validTo === null || a.validFrom < b.validTo);
