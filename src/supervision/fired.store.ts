/** The rungs that fired on a thing that the actor sees. */
import { sql } from 'kysely';
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { projectSeen } from '#project/project.scope.ts';
import type { UnitBrief } from '#rules/shapes.ts';
import type { FiredShown } from '#supervision/ladder.api.ts';
import type { LadderKind } from '#supervision/ladder.ts';
import { keyOf, whereItStands } from '#supervision/line.store.ts';
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

/** The latest first, with the unit that a letter on it would go to. */
export async function firedOn(tx: Tx, actor: Actor, kind: LadderKind, id: string) {
  await mustSee(tx, actor, kind, id);
  const { rows } = await sql<FiredShown & { at: Date; due: Date; now: Date }>`
    select f.id, r.light, r.action, f.limit_name as "limit", f.fired_at as at, f.due_at as due, c.due_at as now, f.nobody,
           array(select h.name from person h where h.id = any(f.told) order by h.name) as told,
           (select json_build_object('id', l.id, 'number', l.number) from letter l where l.fired_id = f.id) as letter,
           (select json_build_object('id', t.id, 'number', t.number) from talk t where t.fired_id = f.id) as talk
      from rung_fired f join ladder_rung r on r.ladder_id = f.ladder_id and r.nth = f.nth join clock c on c.id = f.clock_id
     where f.thing = ${id} and f.kind = ${kind} order by f.fired_at desc, f.nth desc limit 100`.execute(tx);
  const items = rows.map(({ at, due, now, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    dueAt: due.toISOString(),
    movedTo: now.getTime() === due.getTime() ? null : now.toISOString(),
  }));
  const maySend = may(actor, 'letter.send');
  return { items, byHand: await sentByHand(tx, id), unit: maySend ? await unitOf(tx, kind, id) : null, maySend };
}

/** Letters that a person sent on it, the latest first. */
async function sentByHand(tx: Tx, thing: string): Promise<{ id: string; number: string; at: string; by: string }[]> {
  const { rows } = await sql<{ id: string; number: string; at: Date; by: string }>`
    select l.id, l.number, l.made_at as at, p.name as by from letter l join person p on p.id = l.made_by
     where l.thing = ${thing} order by l.made_at desc limit 20`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Who handles it: not who checks or closes it. */
async function unitOf(tx: Tx, kind: LadderKind, thing: string): Promise<UnitBrief | null> {
  const limit = { problem: 'handle', task: 'finish', project: 'conclude' }[kind];
  const stands = (await whereItStands(tx, [{ kind, thing, limit }])).get(keyOf({ thing, limit }));
  if (!stands?.unit) return null;
  const { rows } = await sql<UnitBrief>`
    select id, name, short_name as "shortName" from unit where id = ${stands.unit}`.execute(tx);
  return rows[0] ?? null;
}
