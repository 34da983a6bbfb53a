/** Proposing whom a unit gives a task to, for those who give it; and setting how even the shares are kept. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, personOf, selves, signing } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { type Asked, type Candidate, candidates, capNow } from '#task/choose.store.ts';
import { seeProblem } from '#triage/problem.store.ts';

type Ask = Asked & { problemId?: string | undefined; limit: number };

/** What others have to do is shown to those who give tasks in the unit, and to leads of its projects. @throws forbidden */
export async function proposePersons(tx: Tx, actor: Actor, ask: Ask): Promise<{ items: Candidate[]; cap: number }> {
  const { limit, problemId, ...asked } = ask;
  if (!may(actor, 'task.give', [asked.unitId]) && !(await leadsHere(tx, actor, asked.unitId)))
    throw problem('forbidden', { verb: permissions['task.give'] });
  if (problemId) await seeProblem(tx, actor, problemId);
  const areaId = asked.areaId ?? (problemId ? await areaOf(tx, problemId) : null);
  const items = await candidates(tx, { ...asked, areaId });
  return { items: items.slice(0, limit), cap: await capNow(tx) };
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

type Cap = { id: string; cap: number; reason: string };

/** Holds from now on for whoever is proposed next. */
export async function setCap(tx: Tx, actor: Actor, { id, cap, reason }: Cap): Promise<{ cap: number }> {
  const by = signing(actor, 'limit.manage');
  if (await once(tx, by, id, 'task.fairness', { id, cap, reason })) {
    const before = await capNow(tx);
    const row = { id, cap, by_person: personOf(actor), at: tx.now, reason };
    await tx.insertInto('fairness_rule').values(row).execute();
    const data = { before, after: cap };
    await record(tx, by, { verb: 'task.fairness', kind: 'fairness_rule', thing: id, reason, data, request: id });
  }
  return { cap: await capNow(tx) };
}
