/** What closes a step of a problem beside its state and the actor's role: said by the button and by the refusal alike. */
import type { Tx } from '#platform/db.ts';
import type { Problem } from '#platform/problem.ts';
import type { Holder } from '#triage/assignment.store.ts';
import { bound, unbound } from '#triage/binding.store.ts';
import type { ProblemStep } from '#triage/problem.ts';
import { urgedSoon } from '#triage/urge.store.ts';

type Closing = (tx: Tx, problemId: string, held: Holder[]) => Promise<Problem | null>;

const closings: Partial<Record<ProblemStep, Closing>> = {
  sendBack: bound,
  object: unbound,
  urge: async (tx, problemId, held) => {
    const unitId = held.find((holder) => holder.role === 'lead')?.to_unit;
    return unitId ? urgedSoon(tx, { problemId }, { unitId }) : null;
  },
};

/** The refusal, where the step would be refused now. */
export const whatCloses = async (tx: Tx, step: ProblemStep, problemId: string, held: Holder[]) =>
  (await closings[step]?.(tx, problemId, held)) ?? null;
