/** The rungs that fired on a thing that the actor sees. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { projectSeen } from '#project/project.scope.ts';
import type { FiredShown } from '#supervision/ladder.api.ts';
import type { LadderKind } from '#supervision/ladder.ts';
import { taskSeen } from '#task/task.store.ts';
import { problemSeen } from '#triage/problem.scope.ts';

/** @throws not_found */
export async function mustSee(
  tx: Tx,
  actor: Actor,
  kind: LadderKind,
  id: string,
): Promise<{ number: string; title: string }> {
  const from = {
    problem: sql`problem p where p.id = ${id} and ${problemSeen(tx, actor)}`,
    task: sql`task t where t.id = ${id} and ${taskSeen(actor)}`,
    project: sql`project j where j.id = ${id} and ${projectSeen(actor)}`,
  }[kind];
  const { rows } = await sql<{ number: string; title: string }>`select number, title from ${from}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** The latest first. */
export async function firedOn(tx: Tx, actor: Actor, kind: LadderKind, id: string): Promise<FiredShown[]> {
  await mustSee(tx, actor, kind, id);
  const { rows } = await sql<FiredShown & { at: Date; due: Date; now: Date }>`
    select f.id, r.light, r.action, f.limit_name as "limit", f.fired_at as at, f.due_at as due, c.due_at as now, f.nobody,
           array(select h.name from person h where h.id = any(f.told) order by h.name) as told,
           (select json_build_object('id', l.id, 'number', l.number) from letter l where l.fired_id = f.id) as letter,
           (select json_build_object('id', t.id, 'number', t.number) from talk t where t.fired_id = f.id) as talk
      from rung_fired f join ladder_rung r on r.ladder_id = f.ladder_id and r.nth = f.nth join clock c on c.id = f.clock_id
     where f.thing = ${id} and f.kind = ${kind} order by f.fired_at desc, f.nth desc limit 100`.execute(tx);
  return rows.map(({ at, due, now, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    dueAt: due.toISOString(),
    movedTo: now.getTime() === due.getTime() ? null : now.toISOString(),
  }));
}
