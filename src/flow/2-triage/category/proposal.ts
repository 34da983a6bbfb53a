/** A proposal: what a machine says of a signal, why, and what a person then decided. Vocabulary and shapes. */
import { z } from 'zod';
import type { Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const proposalKinds = {
  category: { zh: '分类', en: 'Category' },
  unit: { zh: '承办单位', en: 'Duty unit' },
  repeat: { zh: '同一件事', en: 'Same matter' },
} as const satisfies Record<string, Said>;
export type ProposalKind = keyof typeof proposalKinds;
export const proposalKind = oneOf(proposalKinds);

/** What became of it. `replaced`: the program proposed anew before anybody decided. */
export const proposalDecisions = {
  taken: { zh: '采纳', en: 'Taken' },
  other: { zh: '另作决定', en: 'Decided otherwise' },
  none: { zh: '都不是', en: 'None of them' },
  replaced: { zh: '已换新建议', en: 'Replaced by a newer one' },
} as const satisfies Record<string, Said>;
export type ProposalDecision = keyof typeof proposalDecisions;

/**
 * One answer: a category, unit or problem by its id; how sure, from 0 to 1; and the words that decided it, as they stand in
 * the masked words of the signal. No personal data.
 */
export type Answer = { id: string; confidence: number; because: string[] };

export type Proposed = {
  signalId: string;
  kind: ProposalKind;
  /** Null: by rules, not by a model. */
  modelId: string | null;
  /** The likeliest first; empty where nothing is to be proposed. */
  answers: Answer[];
  /** What a model would have said below the office's threshold: for its figures alone. */
  withheld?: Answer[];
};

/** Below the threshold, or where no word speaks for the first answer, a person has to decide without a proposal. */
export function heldAgainst(ranking: Answer[], threshold: number): { answers: Answer[]; withheld: Answer[] } {
  const [first] = ranking;
  const sure = first !== undefined && first.confidence >= threshold && first.because.length > 0;
  return sure ? { answers: ranking, withheld: [] } : { answers: [], withheld: ranking };
}

/** Confidence as people are told it; figures on demand. */
export const sureness = {
  high: { zh: '很有把握', en: 'Very sure' },
  fair: { zh: '较有把握', en: 'Fairly sure' },
  low: { zh: '把握不大', en: 'Not so sure' },
} as const satisfies Record<string, Said>;
export type Sureness = keyof typeof sureness;
export const surenessShown = z.enum(Object.keys(sureness) as [Sureness, ...Sureness[]]);

/** Calibrated: of ten that are `high`, nine and more are right; of ten that are `fair`, seven and more. */
export const surenessOf = (confidence: number): Sureness =>
  confidence >= 0.9 ? 'high' : confidence >= 0.7 ? 'fair' : 'low';
