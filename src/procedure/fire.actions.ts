/** A trigger meets an event: a run begins, or its fallback person is told why none could. Once an event, whoever sees it first. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { record } from '#ledger/record.ts';
import { tell } from '#message/tell.actions.ts';
import { cannotAct } from '#people/actor.store.ts';
import { program } from '#people/actor.ts';
import { loadUnit } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { advanceRuns } from '#procedure/advance.actions.ts';
import { type About, beginRun } from '#procedure/start.actions.ts';
import type { TriggerRow } from '#procedure/trigger.store.ts';
import { type Refusal, refusals, type TriggerKind, triggerKinds } from '#procedure/trigger.ts';
import { versionOn } from '#procedure/version.store.ts';

/** `key`: the event's own, the same however often it is seen. */
export type Event = { key: string; about: About | null; data: Record<string, unknown> };

/** @returns whether it was new */
export async function fire(tx: Tx, trigger: TriggerRow, event: Event): Promise<boolean> {
  // One event of a trigger after the other: two programs that see the same begin one run.
  await sql`select from procedure_trigger where id = ${trigger.id} for update`.execute(tx);
  const seen = await tx
    .selectFrom('procedure_firing')
    .select('id')
    .where('trigger_id', '=', trigger.id)
    .where('event', '=', event.key)
    .executeTakeFirst();
  if (seen) return false;
  const version = await versionOn(tx, trigger.procedureId, dayOf(tx.now));
  const owner = version && (await loadUnit(tx, version.unitId));
  if (!version || !owner) await hand(tx, trigger, event, 'no_version');
  else if (owner.valid_to !== null && owner.valid_to <= dayOf(tx.now)) await hand(tx, trigger, event, 'no_unit');
  else {
    const run = newId();
    const reason = `${triggerKinds[trigger.kind as TriggerKind].zh}，自动发起`;
    await beginRun(tx, program, version, { id: run, procedureId: version.procedureId, about: event.about, reason });
    await insertFiring(tx, trigger, event, { run_id: run });
    await advanceRuns(tx, [run]);
  }
  return true;
}

type Outcome = { run_id: string } | { id: string; refused: Refusal; stands_with: string };

async function insertFiring(tx: Tx, trigger: TriggerRow, { key, data }: Event, outcome: Outcome): Promise<void> {
  const row = { id: newId(), trigger_id: trigger.id, event: key, at: tx.now, data: JSON.stringify(data), ...outcome };
  await tx.insertInto('procedure_firing').values(row).execute();
}

/** It stands with the person whom the trigger names, and on the page of nobody's work until somebody settles it. */
async function hand(tx: Tx, trigger: TriggerRow, event: Event, refused: Refusal): Promise<void> {
  const id = newId();
  await insertFiring(tx, trigger, event, { id, refused, stands_with: trigger.fallbackId });
  const why = refusals[refused];
  const what = triggerKinds[trigger.kind as TriggerKind];
  await tell(tx, {
    ...{ to: await reachable(tx, trigger), kind: 'procedure.fallback', byName: true, key: `firing:${id}` },
    thing: { kind: 'procedure', id: trigger.procedureId },
    words: {
      zh: `流程 ${trigger.number}“${trigger.name}”没能发起（${what.zh}）：${why.zh}，请处理`,
      en: `Procedure ${trigger.number}, “${trigger.name}”, could not begin (${what.en}): ${why.en}; please see to it`,
    },
  });
  const entry = { verb: 'procedure.refused', kind: 'procedure', thing: trigger.procedureId, unit: trigger.unitId };
  await record(tx, program, { ...entry, data: { trigger: trigger.id, kind: trigger.kind, why: refused } });
}

/** A fallback who has gone is told nothing: then both who answer for its latest version are. */
async function reachable(tx: Tx, trigger: TriggerRow): Promise<string[]> {
  const { rows } = await sql<{ gone: boolean; others: string[] }>`
    select ${cannotAct(tx, sql`${trigger.fallbackId}::uuid`)} as gone,
           (select array[v.responsible_id, v.second_id] from procedure_version v where v.procedure_id = ${trigger.procedureId}
             order by v.nth desc limit 1) as others`.execute(tx);
  return rows[0]!.gone ? rows[0]!.others : [trigger.fallbackId];
}
