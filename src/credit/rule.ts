/** Rules of credit levels: what is wrong with one, and whether the facts of an organisation meet it. Pure. */
import { addDays, type Day } from '#clock/day.ts';
import type { Level } from '#credit/credit.ts';

export type RuleDraft = {
  name: string;
  metricId: string;
  counted: 'sum' | 'latest';
  windowDays: number;
  compare: 'at_least' | 'at_most';
  threshold: number;
  level: Level;
  action: string;
  keepDays: number;
  repair: string;
  validFrom: Day;
  validTo: Day | null;
};

type Held = Pick<RuleDraft, 'name' | 'metricId' | 'counted' | 'level' | 'validFrom' | 'validTo'>;

export type RuleFlaw =
  | { code: 'credit_rule_past' | 'credit_rule_ends_before'; field: 'validFrom' | 'validTo'; other?: undefined }
  | { code: 'credit_rule_overlaps'; field: 'validFrom'; other: Held };

/** Two rules for the same level by the same figure at once would contradict each other. */
export function flawOf(draft: RuleDraft, standing: readonly Held[], today: Day): RuleFlaw | undefined {
  const { validFrom, validTo } = draft;
  if (validFrom < today) return { code: 'credit_rule_past', field: 'validFrom' };
  if (validTo !== null && validTo <= validFrom) return { code: 'credit_rule_ends_before', field: 'validTo' };
  const other = standing.find(
    (one) =>
      one.metricId === draft.metricId &&
      one.counted === draft.counted &&
      one.level === draft.level &&
      (one.validTo === null || one.validTo > one.validFrom) &&
      (one.validTo === null || validFrom < one.validTo) &&
      (validTo === null || one.validFrom < validTo),
  );
  return other && { code: 'credit_rule_overlaps', field: 'validFrom', other };
}

export type Fact = { id: string; day: Day; value: number };
type Asked = Pick<RuleDraft, 'counted' | 'windowDays' | 'compare' | 'threshold'>;

/** The first day whose facts count. */
export const windowFrom = (today: Day, windowDays: number): Day => addDays(today, 1 - windowDays);

/**
 * The figure that meets the rule with the facts that make it; nothing where it does not, or where there is no fact: what is
 * not known says nothing. @param facts of one organisation and the rule's metric, in the order of their days
 */
export function meets(rule: Asked, facts: readonly Fact[], today: Day): { value: number; facts: Fact[] } | undefined {
  const from = windowFrom(today, rule.windowDays);
  const inside = facts.filter(({ day }) => day >= from && day <= today);
  const meant = rule.counted === 'sum' ? inside : inside.slice(-1);
  if (meant.length === 0) return undefined;
  // Money in cents: a sum of tenths is not to miss its threshold by the way computers keep fractions.
  const value = Math.round(meant.reduce((sum, one) => sum + one.value, 0) * 1e6) / 1e6;
  const met = rule.compare === 'at_least' ? value >= rule.threshold : value <= rule.threshold;
  return met ? { value, facts: [...meant] } : undefined;
}
