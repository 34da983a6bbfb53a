/** What a person answers for in procedures, found when they leave and given to another by name; what could not begin is nobody's work. */
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { today } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Handover, Holder, OpenWork, StrandedWork, WorkHolder } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** Over `procedure_version v`: one that holds, will hold, or is still written. */
const alive = (tx: Tx) =>
  sql`(v.state = 'draft' or (v.state = 'issued' and coalesce(v.valid_to, 'infinity') > ${today(tx)}))`;

/** A procedure that the unit owns, or that the person answers for in a version, a run, or a trigger that holds. */
async function openWork(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  const held =
    'unit' in holder
      ? sql`d.unit_id = ${holder.unit} and (exists (select from procedure_version v where v.procedure_id = d.id and ${alive(tx)})
          or exists (select from procedure_run n where n.procedure_id = d.id and n.state = 'running'))`
      : sql`(exists (select from procedure_version v where v.procedure_id = d.id and ${alive(tx)} and ${holder.person} in (v.responsible_id, v.second_id))
          or exists (select from procedure_run n where n.procedure_id = d.id and n.state = 'running' and ${holder.person} in (n.responsible_id, n.second_id))
          or exists (select from procedure_trigger t where t.procedure_id = d.id and t.ended_at is null and t.fallback_id = ${holder.person}))`;
  const { rows } = await sql<OpenWork>`
    select 'procedure' as kind, d.id as thing, d.number, d.unit_id as unit from procedure d where ${held} order by d.number for update`.execute(
    tx,
  );
  return rows;
}

/** @throws procedure_same_two where the receiver answers for it already: two persons do. */
async function handOver(
  tx: Tx,
  actor: Actor,
  works: OpenWork[],
  from: Holder,
  to: Holder,
  why: Handover,
): Promise<void> {
  for (const { thing } of works) {
    if ('person' in from && 'person' in to) await movePerson(tx, thing, from.person, to.person);
    else if ('unit' in from && 'unit' in to) await moveUnit(tx, thing, from.unit, to.unit);
  }
  const entry = { verb: 'procedure.handOver', kind: 'procedure', reason: why.reason, request: why.id };
  await record(
    tx,
    actor,
    works.map(({ thing, unit }) => ({ ...entry, thing, unit: 'unit' in to ? to.unit : unit, data: { from, to } })),
  );
}

async function movePerson(tx: Tx, procedure: string, was: string, now: string): Promise<void> {
  for (const [table, live] of [
    ['procedure_version', alive(tx)],
    ['procedure_run', sql`v.state = 'running'`],
  ] as const) {
    const mine = sql`v.procedure_id = ${procedure} and ${live} and ${was} in (v.responsible_id, v.second_id)`;
    const { rows } =
      await sql`select from ${sql.table(table)} v where ${mine} and ${now} in (v.responsible_id, v.second_id)`.execute(
        tx,
      );
    if (rows.length > 0) throw problem('procedure_same_two');
    await sql`update ${sql.table(table)} v set version = v.version + 1, changed_at = ${tx.now},
        responsible_id = case when v.responsible_id = ${was} then ${now} else v.responsible_id end,
        second_id = case when v.second_id = ${was} then ${now} else v.second_id end where ${mine}`.execute(tx);
  }
  await sql`update procedure_trigger set fallback_id = ${now} where procedure_id = ${procedure} and ended_at is null and fallback_id = ${was}`.execute(
    tx,
  );
  await sql`update procedure_firing f set stands_with = ${now} from procedure_trigger t
     where t.id = f.trigger_id and t.procedure_id = ${procedure} and f.settled_at is null and f.stands_with = ${was}`.execute(
    tx,
  );
}

/** Its running runs go with it: their people's steps stay where they are. */
async function moveUnit(tx: Tx, procedure: string, was: string, now: string): Promise<void> {
  await sql`update procedure set unit_id = ${now}, version = version + 1, changed_at = ${tx.now} where id = ${procedure} and unit_id = ${was}`.execute(
    tx,
  );
  await sql`update procedure_run set unit_id = ${now} where procedure_id = ${procedure} and unit_id = ${was} and state = 'running'`.execute(
    tx,
  );
}

/** Events of which no run began and that nobody has settled, each with whom it stands. */
async function stranded(tx: Tx, limit: number): Promise<StrandedWork[]> {
  const { rows } = await sql<{ thing: string; number: string; person: string }>`
    select distinct d.id as thing, d.number, f.stands_with as person from procedure_firing f join procedure_trigger t on t.id = f.trigger_id
      join procedure d on d.id = t.procedure_id where f.refused is not null and f.settled_at is null order by d.number limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ thing, number, person }) => ({ kind: 'procedure', thing, number, holder: { person } }));
}

export const procedureWork: WorkHolder = { kind: 'procedure', openWork, stranded, handOver };
