/** Open letters of a unit that is closed, split or merged: handed on by name; those whose unit has no head are nobody's work. */
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { unitsWhere } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Handover, Holder, OpenWork, StrandedWork, WorkHolder } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';
import { writeLetter } from '#supervision/letter.store.ts';

async function openWork(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  if (!('unit' in holder)) return [];
  const { rows } = await sql<OpenWork>`
    select 'letter' as kind, id as thing, number, unit_id as unit from letter
     where unit_id = ${holder.unit} and state in ('sent', 'answered') order by number for update`.execute(tx);
  return rows;
}

async function handOver(
  tx: Tx,
  actor: Actor,
  works: OpenWork[],
  from: Holder,
  to: Holder,
  why: Handover,
): Promise<void> {
  if (!('unit' in from && 'unit' in to)) return;
  for (const { thing } of works) await writeLetter(tx, thing, { unit_id: to.unit });
  const entry = {
    verb: 'letter.handOver',
    kind: 'letter',
    unit: to.unit,
    reason: why.reason,
    data: { was: from.unit },
    request: why.id,
  };
  await record(
    tx,
    actor,
    works.map(({ thing }) => ({ ...entry, thing })),
  );
}

async function stranded(tx: Tx, limit: number): Promise<StrandedWork[]> {
  const { rows } = await sql<{ thing: string; number: string; unit: string }>`
    select id as thing, number, unit_id as unit from letter
     where state = 'sent' and unit_id not in (${unitsWhere(tx, 'letter.answer')}) order by made_at limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ thing, number, unit }) => ({ kind: 'letter', thing, number, holder: { unit } }));
}

export const letterWork: WorkHolder = { kind: 'letter', openWork, stranded, handOver };
