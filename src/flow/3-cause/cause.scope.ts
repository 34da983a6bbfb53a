/** Which causes an actor sees, and what the actor is to one. */
import { sql } from 'kysely';
import type { CauseRole } from '#cause/cause.ts';
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problemSeen } from '#triage/problem.scope.ts';

/** The cause itself and everything above it, whatever tree it stands in: `above(id)`. */
const above = (cause: string) => sql`
  with recursive above as (select id, parent_id from cause where id = ${cause}
    union select c.id, c.parent_id from cause c join above a on c.id = a.parent_id)`;

/** The problems under which a cause stands, by itself or by a cause above it; of those, whether the actor sees any. */
export async function problemsOf(tx: Tx, actor: Actor, cause: string): Promise<{ all: string[]; seen: boolean }> {
  const { rows } = await sql<{ id: string; seen: boolean }>`${above(cause)}
    select p.id, ${problemSeen(tx, actor)} as seen from problem p
     where p.id in (select e.problem_id from problem_cause e join above on above.id = e.cause_id where e.closed_at is null)`.execute(
    tx,
  );
  return { all: rows.map((row) => row.id), seen: rows.some((row) => row.seen) };
}

/** The units that lead or assist in one of these problems: what they may on its causes, and in whose name, goes by them. */
export async function unitsTracing(tx: Tx, problems: string[]): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`
    select distinct to_unit as unit from assignment
     where problem_id = any(${problems}::uuid[]) and closed_at is null and role in ('lead', 'assist') and to_unit is not null`.execute(
    tx,
  );
  return rows.map((row) => row.unit);
}

/** Relations of the actor to causes of problems that these units trace. */
export function causeRoles(actor: Actor, units: string[]): Set<CauseRole> {
  const roles = new Set<CauseRole>();
  if (may(actor, 'cause.trace', units)) roles.add('tracer');
  if (may(actor, 'cause.confirm', units)) roles.add('confirmer');
  return roles;
}
