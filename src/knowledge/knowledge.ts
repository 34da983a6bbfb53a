/** An entry of the knowledge base: what people ask, and the answer that the city stands by. Its vocabulary and life cycle. */
import { addDays, type Day } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const states = {
  draft: { zh: '草稿', en: 'Draft', tone: 'wait' },
  published: { zh: '已发布', en: 'Published', tone: 'done' },
  withdrawn: { zh: '已停用', en: 'Withdrawn', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type KnowledgeState = keyof typeof states;
export const knowledgeState = oneOf(states);

export const roles = {
  writer: { zh: '归属单位的编写人', en: 'who writes for the unit that owns it' },
  reviewer: { zh: '归属单位的审核人', en: 'who reviews for the unit that owns it' },
} as const satisfies Record<string, Said>;
export type KnowledgeRole = keyof typeof roles;

export const steps = {
  write: { zh: '修改', en: 'Change', from: ['draft', 'published'], by: 'writer' },
  publish: { zh: '发布', en: 'Publish', from: ['draft', 'published'], to: 'published', by: 'reviewer' },
  confirm: { zh: '复核无误', en: 'Confirm', from: ['published'], by: 'writer' },
  withdraw: { zh: '停用', en: 'Withdraw', from: ['draft', 'published'], to: 'withdrawn', by: 'writer' },
} as const satisfies Steps<KnowledgeState, KnowledgeRole>;
export type KnowledgeStep = keyof typeof steps;

export const lifeCycle = { steps, states, roles };

export const uses = {
  copied: { zh: '用于答复', en: 'Used in an answer' },
  opened: { zh: '打开看过', en: 'Opened' },
} as const satisfies Record<string, Said>;
export const use = oneOf(uses);
export type Use = keyof typeof uses;

export const QUESTION_MAX = 200;
/** Answer and basis fit into what a call-taker writes down as answered (2,000). */
export const ANSWER_MAX = 1_500;
export const BASIS_MAX = 400;
export const WORDINGS_MAX = 20;
/** Where a list names no day: somebody looks again after a year. */
export const REVIEW_DAYS = 365;

/** From that day on somebody has to look: its review day has come, or it is no longer valid. */
export const isDue = (
  { state, reviewOn, validTo }: { state: KnowledgeState; reviewOn: Day | null; validTo: Day | null },
  today: Day,
): boolean =>
  state === 'published' && ((reviewOn !== null && reviewOn <= today) || (validTo !== null && validTo < today));

/** Somebody looks again within three years at the latest. */
const REVIEWED_WITHIN_DAYS = 3 * 366;

/** The day that fits neither today nor the others; null where all do. */
export function misfitOf(
  today: Day,
  { validFrom, validTo, reviewOn }: { validFrom: Day; validTo: Day | null; reviewOn: Day },
): 'validTo' | 'reviewOn' | null {
  if (validTo !== null && validTo < validFrom) return 'validTo';
  return reviewOn <= today || reviewOn > addDays(today, REVIEWED_WITHIN_DAYS) ? 'reviewOn' : null;
}
