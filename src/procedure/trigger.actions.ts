/** Verbs on triggers: added, ended, and what could not begin settled by whom it stands with. */
import { sql } from 'kysely';
import { indicatorSeen } from '#indicator/indicator.scope.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, actsAs, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { permissions } from '#people/permissions.ts';
import { presentPerson } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { mayManage } from '#procedure/procedure.scope.ts';
import { insertTrigger, leadsTo, lockTrigger } from '#procedure/trigger.store.ts';
import type { Terms } from '#procedure/trigger.ts';

type One = { id: string };

/** It looks at what comes from now on. @throws trigger_unknown, trigger_circle, person_left */
export async function addTrigger(
  tx: Tx,
  actor: Actor,
  procedureId: string,
  input: { id: string; terms: Terms; fallbackId: string; reason: string },
): Promise<One> {
  const { id, terms, fallbackId, reason } = input;
  // Two who close a circle from both ends do it one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.schema}.procedure_trigger`}, 0))`.execute(tx);
  const owner = await tx.selectFrom('procedure').select('unit_id').where('id', '=', procedureId).executeTakeFirst();
  if (!owner) throw problem('not_found');
  mustBeAbleTo(actor, 'procedure.manage', [owner.unit_id]);
  const by = signing(actor, 'procedure.manage', [owner.unit_id]);
  if (!(await once(tx, by, id, 'procedure.trigger', { procedureId, ...input }))) return { id };
  await presentPerson(tx, fallbackId);
  if (!(await known(tx, actor, terms))) throw problem('trigger_unknown');
  if (terms.kind === 'task_done' && (await leadsTo(tx, terms.procedureId, procedureId)))
    throw problem('trigger_circle');
  await insertTrigger(tx, { id, procedureId, terms, fallbackId, reason, by: personOf(actor) });
  const entry = { verb: 'procedure.trigger', kind: 'procedure', thing: procedureId, unit: owner.unit_id, reason };
  await record(tx, by, { ...entry, data: { trigger: id, kind: terms.kind }, request: id });
  return { id };
}

/** Does what the terms name exist, as far as the actor sees it? */
async function known(tx: Tx, actor: Actor, terms: Terms): Promise<boolean> {
  if (terms.kind === 'date' || terms.kind === 'credit') return true;
  if (terms.kind === 'signal' && !terms.channelId && !terms.categoryId) return false;
  const channel = 'channelId' in terms ? terms.channelId : null;
  const category = 'categoryId' in terms ? terms.categoryId : null;
  const indicator = 'indicatorId' in terms ? terms.indicatorId : null;
  const other = terms.kind === 'task_done' ? terms : null;
  const { rows } = await sql<{ known: boolean }>`select
    (${channel}::uuid is null or exists (select from channel where id = ${channel} and closed_at is null))
    and (${category}::uuid is null or exists (select from category where id = ${category}))
    and (${indicator}::uuid is null or exists (select from indicator i where i.id = ${indicator} and ${indicatorSeen(tx, actor)}))
    and (${other?.procedureId ?? null}::uuid is null or exists (select from procedure_step s join procedure_version v on v.id = s.version_id
      where v.procedure_id = ${other?.procedureId ?? null} and v.state <> 'dropped' and s.key = ${other?.key ?? null})) as known`.execute(
    tx,
  );
  return rows[0]!.known;
}

/** Runs that it began go on. @throws not_found where it has ended */
export async function endTrigger(
  tx: Tx,
  actor: Actor,
  triggerId: string,
  input: One & { reason: string },
): Promise<One> {
  const trigger = await lockTrigger(tx, triggerId);
  mustBeAbleTo(actor, 'procedure.manage', [trigger.unitId]);
  const by = signing(actor, 'procedure.manage', [trigger.unitId]);
  if (!(await once(tx, by, input.id, 'procedure.endTrigger', { triggerId, ...input }))) return { id: triggerId };
  const ended = { ended_at: tx.now, ended_by: personOf(actor) };
  await tx.updateTable('procedure_trigger').set(ended).where('id', '=', triggerId).execute();
  const entry = { verb: 'procedure.endTrigger', kind: 'procedure', thing: trigger.procedureId, unit: trigger.unitId };
  await record(tx, by, {
    ...entry,
    reason: input.reason,
    data: { trigger: triggerId, kind: trigger.kind },
    request: input.id,
  });
  return { id: triggerId };
}

/** By the person with whom it stands, or whoever keeps the procedure. @throws not_found, forbidden */
export async function settleFiring(
  tx: Tx,
  actor: Actor,
  firingId: string,
  input: One & { words: string },
): Promise<One> {
  const { rows } = await sql<{ procedure: string; unit: string; stands: string; settled: boolean }>`
    select t.procedure_id as procedure, d.unit_id as unit, f.stands_with as stands, f.settled_at is not null as settled
      from procedure_firing f join procedure_trigger t on t.id = f.trigger_id join procedure d on d.id = t.procedure_id
     where f.id = ${firingId} and f.refused is not null for update of f`.execute(tx);
  const found = rows[0];
  if (!found) throw problem('not_found');
  if (!actsAs(actor, found.stands) && !mayManage(actor, found.unit))
    throw problem('forbidden', { verb: permissions['procedure.manage'] });
  const by = signing(actor, 'procedure.manage', [found.unit]);
  if (!(await once(tx, by, input.id, 'procedure.settle', { firingId, ...input })) || found.settled)
    return { id: firingId };
  const settled = { settled_at: tx.now, settled_by: personOf(actor), settled_words: input.words };
  await tx.updateTable('procedure_firing').set(settled).where('id', '=', firingId).execute();
  const entry = { verb: 'procedure.settle', kind: 'procedure', thing: found.procedure, unit: found.unit };
  await record(tx, by, { ...entry, reason: input.words, data: { firing: firingId }, request: input.id });
  return { id: firingId };
}
