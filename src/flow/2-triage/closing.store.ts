/** What closes a step of a problem beside its state and the actor's role: said by the button and by the refusal alike. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { type Problem, problem } from '#platform/problem.ts';
import type { Holder } from '#triage/assignment.store.ts';
import { bound, unbound } from '#triage/binding.store.ts';
import { allRead } from '#triage/countersign/copy.ts';
import { askedOf, noneWhere, unmet } from '#triage/countersign/countersign.store.ts';
import { deferralCloses } from '#triage/deferral/deferral.store.ts';
import { entrustedIn, isEntrusted, noneEntrusted } from '#triage/entrust/entrust.store.ts';
import type { ProblemStep } from '#triage/problem.ts';
import { urgedSoon } from '#triage/urge.store.ts';

export type Asked = { actor: Actor; problemId: string; held: readonly Holder[] };
type Closing = (tx: Tx, asked: Asked) => Promise<Problem | null> | Problem | null;

const closings: Partial<Record<ProblemStep, Closing>> = {
  handle: async (tx, { problemId, held }) => isEntrusted(held, 'entrusted_works') ?? (await unmet(tx, problemId)),
  entrust: (_tx, { held }) => isEntrusted(held, 'entrusted_already'),
  takeBack: (_tx, { held }) => noneEntrusted(held),
  signEntrusted: (_tx, { held }) => (entrustedIn(held)?.signed_by ? problem('signed_already') : null),
  sendBack: (tx, { problemId }) => bound(tx, problemId),
  object: (tx, { problemId }) => unbound(tx, problemId),
  urge: async (tx, { problemId, held }) => {
    const unitId = held.find((holder) => holder.role === 'lead')?.to_unit;
    return unitId ? urgedSoon(tx, { problemId }, { unitId }) : null;
  },
  askDeferral: (tx, { problemId }) => deferralCloses(tx, problemId, 'none'),
  withdrawDeferral: (tx, { problemId }) => deferralCloses(tx, problemId, 'asked'),
  decideDeferral: (tx, { problemId }) => deferralCloses(tx, problemId, 'asked'),
  keepDeferral: (tx, { problemId }) => deferralCloses(tx, problemId, 'standing'),
  strikeDeferral: (tx, { problemId }) => deferralCloses(tx, problemId, 'standing'),
  dropSigner: (tx, { problemId }) => noneWhere(tx, problemId),
  signRule: (tx, { problemId }) => noneWhere(tx, problemId),
  answerObjection: (tx, { problemId }) => noneWhere(tx, problemId, 'objecting'),
  overrule: (tx, { problemId }) => noneWhere(tx, problemId, 'objecting'),
  countersign: async (tx, { actor, problemId }) =>
    (await askedOf(tx, actor, problemId)).length > 0 ? null : problem('countersigned_already'),
  read: (_tx, { actor, held }) => allRead(actor, held),
};

/** A button that is closed so says nothing to anybody: there is nothing it could be about. */
export const hiddenWhenClosed: ReadonlySet<string> = new Set<ProblemStep>([
  ...(['withdrawDeferral', 'decideDeferral', 'keepDeferral', 'strikeDeferral'] as const),
  ...(['takeBack', 'signEntrusted'] as const),
  ...(['object', 'dropSigner', 'signRule', 'answerObjection', 'overrule', 'countersign', 'read'] as const),
]);

/** The refusal, where the step would be refused now. */
export const whatCloses = async (tx: Tx, step: ProblemStep, asked: Asked): Promise<Problem | null> =>
  (await closings[step]?.(tx, asked)) ?? null;
