/** 抄送: which copies an actor's units have not read yet. */
import { type Actor, may } from '#people/actor.ts';
import { type Problem, problem } from '#platform/problem.ts';
import type { Holder } from '#triage/assignment.store.ts';

export const unreadOf = (actor: Actor, held: readonly Holder[]): Holder[] =>
  held.filter(
    ({ role, signed_by, to_unit }) => role === 'copy' && signed_by === null && may(actor, 'problem.handle', [to_unit]),
  );

export const allRead = (actor: Actor, held: readonly Holder[]): Problem | null =>
  unreadOf(actor, held).length === 0 ? problem('copy_read') : null;
