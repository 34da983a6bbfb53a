/** What stands beside a cause: the problems it serves, directly or by a cause above it, and its history. */
import { sql } from 'kysely';
import { problemsOf } from '#cause/cause.scope.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { problemSeen } from '#triage/problem.scope.ts';
import type { CausePage } from '#views/desk.api.ts';
import { historyOf } from '#views/history.store.ts';

/** @throws not_found where it stands under no problem that the actor sees */
export async function causePage(tx: Tx, actor: Actor, id: string): Promise<CausePage> {
  const { all, seen } = await problemsOf(tx, actor, id);
  if (!seen) throw problem('not_found');
  const { rows } = await sql<CausePage['problems'][0]>`
    select p.id, p.number, p.title,
           exists (select from problem_cause e where e.problem_id = p.id and e.cause_id = ${id} and e.closed_at is null) as direct
      from problem p where p.id = any(${all}::uuid[]) and ${problemSeen(tx, actor)} order by p.number`.execute(tx);
  return { problems: rows, history: await historyOf(tx, id) };
}
