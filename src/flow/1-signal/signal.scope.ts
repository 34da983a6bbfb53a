/** Which signals an actor sees: all, those on problems of their units, and those they entered themselves. */
import { sql } from 'kysely';
import { type Actor, reachOf } from '#people/actor.ts';

/**
 * A condition on `signal s`. What stands on a problem is seen by the units that have or had it and by whom it is shared with;
 * a secret signal only by those who see all, and by the lead unit that must handle it.
 */
export function signalSeen(actor: Actor) {
  const reach = reachOf(actor, 'signal.read');
  if (reach === 'city') return sql<boolean>`true`;
  return sql<boolean>`(s.recorded_by = ${actor.id} or exists (
    select from signal_problem e join assignment a on a.problem_id = e.problem_id
     where e.signal_id = s.id and e.closed_at is null and a.to_unit = any(${reach}::uuid[])
       and (not s.secret or a.role = 'lead')))`;
}
