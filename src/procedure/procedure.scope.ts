/** Which procedures and runs an actor sees, and what the actor is to them. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, actsAs, may, reachOf } from '#people/actor.ts';
import type { RunRole } from '#procedure/procedure.ts';

/** A procedure says how a city works: whoever sees procedures sees all of them. Its runs are another matter. */
export const mayManage = (actor: Actor, unitId: string): boolean => may(actor, 'procedure.manage', [unitId]);

/** A condition on `procedure_run n`: those of the actor's units, those the actor began, answers for, or has a step in. */
export function runSeen(actor: Actor): RawBuilder<boolean> {
  const reach = reachOf(actor, 'procedure.read');
  if (reach === 'city') return sql<boolean>`true`;
  return sql<boolean>`(n.unit_id = any(${reach}::uuid[]) or n.started_by = ${actor.id} or n.responsible_id = ${actor.id} or n.second_id = ${actor.id}
    or exists (select from task t join assignment a on a.task_id = t.id where t.run_id = n.id and a.to_person = ${actor.id})
    or exists (select from task t where t.run_id = n.id and t.unit_id = any(${reach}::uuid[])))`;
}

type Kept = { unit_id: string; started_by: string | null; responsible_id: string; second_id: string };

export function runRoles(actor: Actor, run: Kept): Set<RunRole> {
  const roles = new Set<RunRole>();
  const named = [run.started_by, run.responsible_id, run.second_id].some((person) => actsAs(actor, person));
  if (named || may(actor, 'procedure.manage', [run.unit_id])) roles.add('keeper');
  if (actor.kind === 'program') roles.add('program');
  return roles;
}
