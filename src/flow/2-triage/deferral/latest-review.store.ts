/** Until when a problem may stand on the books before it is looked at again: a dated rule of the day on which that is decided. */
import { type Day, dayOf } from '#clock/day.ts';
import type { Tx } from '#platform/db.ts';
import { ruleOf } from '#rules/limits.store.ts';
import { LONGEST_ON_THE_BOOKS } from '#rules/limits.ts';
import { aboutOf, type Ruled } from '#triage/decide.ts';
import { latestReview } from '#triage/deferral/deferral.ts';

/** What is put there today goes by the rule of today, however old the case. */
export async function latestReviewOf(tx: Tx, problem: Ruled): Promise<Day> {
  const rule = await ruleOf(tx, { ...aboutOf(tx, problem), begun: tx.now }, 'deferral');
  return latestReview(dayOf(tx.now), rule?.budget ?? LONGEST_ON_THE_BOOKS);
}
