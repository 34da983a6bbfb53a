/** Open notes of a unit that closes: found for the people's room, and given to the unit that takes its place. */
import { sql } from 'kysely';
import { record } from '#ledger/record.ts';
import { moveNote } from '#note/note.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Handover, Holder, OpenWork, WorkHolder } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';

async function openWork(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  if (!('unit' in holder)) return [];
  const { rows } = await sql<OpenWork>`
    select 'note' as kind, id as thing, number, unit_id as unit from leader_note
     where state <> 'closed' and unit_id = ${holder.unit} order by number for update`.execute(tx);
  return rows;
}

async function handOver(tx: Tx, actor: Actor, works: OpenWork[], from: Holder, to: Holder, why: Handover) {
  if (!('unit' in to)) return;
  for (const { thing, unit } of works) {
    await moveNote(tx, thing, to.unit);
    const entry = { verb: 'note.handOver', kind: 'note', thing, unit, reason: why.reason, data: { from, to } };
    await record(tx, actor, { ...entry, request: why.id });
  }
}

export const noteWork: WorkHolder = { kind: 'note', openWork, handOver };
