/** Which problems an actor sees, and what the actor is to one. */
import { sql } from 'kysely';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Holder } from '#triage/assignment.store.ts';
import type { Last } from '#triage/back/retract.store.ts';
import { isRetractable } from '#triage/back/retract.ts';
import type { AssignmentRole, ProblemRole } from '#triage/problem.ts';

/**
 * A condition on `problem p`: everything within a post that sees the whole city; else what the actor's units have or had,
 * what is shared with them, what they made, what holds a task that is or was theirs,
 * and what a project answers in which they take part.
 */
export function problemSeen(tx: Tx, actor: Actor) {
  const reach = reachOf(actor, 'problem.read');
  if (reach === 'city') return sql<boolean>`true`;
  return sql<boolean>`(p.made_by = ${actor.id}
    or exists (select from assignment a where a.problem_id = p.id and a.to_unit = any(${reach}::uuid[]))
    or exists (select from problem_share h where h.problem_id = p.id and (h.until is null or h.until > ${tx.now})
                 and (h.to_unit = any(${reach}::uuid[]) or h.to_person = ${actor.id}))
    or exists (select from task t join assignment a on a.task_id = t.id where t.problem_id = p.id and a.to_person = ${actor.id})
    or exists (select from project_problem e join project_member m on m.project_id = e.project_id
                where e.problem_id = p.id and m.person_id = ${actor.id} and m.closed_at is null)
    or exists (select from task t where t.problem_id = p.id and (t.reviewer_id = ${actor.id} or t.given_by = ${actor.id})))`;
}

/** Relations of the actor to a problem that these have; whoever handled it is never its checker. */
export function problemRoles(
  actor: Actor,
  held: Holder[],
  handledBy: string | null,
  last: Last | null,
): Set<ProblemRole> {
  const roles = new Set<ProblemRole>();
  const lead = held.find((holder) => holder.role === 'lead');
  if (may(actor, 'problem.assign')) roles.add('dispatcher');
  if (lead && may(actor, 'problem.handle', [lead.to_unit])) roles.add('lead');
  if (roles.size > 0) roles.add('either');
  const ownUnit =
    lead !== undefined && actor.posts.some((post) => post.units.includes(lead.to_unit!) && post.reach !== 'city');
  if (may(actor, 'problem.verify') && handledBy !== actor.id && !ownUnit) roles.add('checker');
  if (roles.has('checker') || roles.has('dispatcher')) roles.add('overseer');
  if (last && isRetractable(last.step) && last.actor === actor.id) roles.add('maker');
  const has = (role: AssignmentRole) =>
    held.some((holder) => holder.role === role && may(actor, 'problem.handle', [holder.to_unit]));
  if (has('countersign')) roles.add('signer');
  if (has('copy')) roles.add('copied');
  if (has('entrusted')) roles.add('entrusted');
  if (may(actor, 'problem.publish')) roles.add('publisher');
  if (roles.has('dispatcher') || (lead && may(actor, 'letter.answer', [lead.to_unit]))) roles.add('presser');
  return roles;
}
