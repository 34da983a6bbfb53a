/** Proposing whom a unit gives a task to, for those who give it. */
import { dayOf } from '#clock/day.ts';
import { type Actor, may, selves } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { type Asked, type Candidate, candidates } from '#task/choose.store.ts';
import { shareRuleOn } from '#task/share.store.ts';
import { seeProblem } from '#triage/problem.store.ts';

type Ask = Asked & { problemId?: string | undefined; limit: number };

/** What others have to do is shown to those who give tasks in the unit, and to leads of its projects. @throws forbidden */
export async function proposePersons(
  tx: Tx,
  actor: Actor,
  ask: Ask,
): Promise<{ items: Candidate[]; cap: number; days: number }> {
  const { limit, problemId, ...asked } = ask;
  if (!may(actor, 'task.give', [asked.unitId]) && !(await leadsHere(tx, actor, asked.unitId)))
    throw problem('forbidden', { verb: permissions['task.give'] });
  if (problemId) await seeProblem(tx, actor, problemId);
  const areaId = asked.areaId ?? (problemId ? await areaOf(tx, problemId) : null);
  const items = await candidates(tx, { ...asked, areaId });
  return { items: items.slice(0, limit), ...(await shareRuleOn(tx, dayOf(tx.now))) };
}

async function leadsHere(tx: Tx, actor: Actor, unitId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('project as j')
    .innerJoin('project_member as m', 'm.project_id', 'j.id')
    .select('j.id')
    .where('j.unit_id', '=', unitId)
    .where('j.state', '=', 'running')
    .where('m.role', '=', 'lead')
    .where('m.closed_at', 'is', null)
    .where('m.person_id', 'in', selves(actor))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function areaOf(tx: Tx, problemId: string): Promise<string | null> {
  const row = await tx.selectFrom('problem').select('area_id').where('id', '=', problemId).executeTakeFirst();
  return row?.area_id ?? null;
}
