/** Entries of a person who leaves or of a unit that closes: found for the people's room, and given to somebody by name. */
import { sql } from 'kysely';
import { writeEntry } from '#knowledge/knowledge.store.ts';
import { record } from '#ledger/record.ts';
import type { Actor } from '#people/actor.ts';
import type { Handover, Holder, OpenWork, WorkHolder } from '#people/work.ts';
import type { Tx } from '#platform/db.ts';

async function openWork(tx: Tx, holder: Holder): Promise<OpenWork[]> {
  const held = 'person' in holder ? sql`owner_person = ${holder.person}` : sql`owner_unit = ${holder.unit}`;
  const { rows } = await sql<OpenWork>`
    select 'knowledge' as kind, id as thing, number, owner_unit as unit from knowledge_entry
     where state <> 'withdrawn' and ${held} order by number for update`.execute(tx);
  return rows;
}

async function handOver(tx: Tx, actor: Actor, works: OpenWork[], from: Holder, to: Holder, why: Handover) {
  const change = 'person' in to ? { owner_person: to.person } : { owner_unit: to.unit };
  for (const { thing, unit } of works) {
    await writeEntry(tx, thing, change);
    const entry = {
      verb: 'knowledge.handOver',
      kind: 'knowledge',
      thing,
      unit,
      reason: why.reason,
      data: { from, to },
    };
    await record(tx, actor, { ...entry, request: why.id });
  }
}

export const knowledgeWork: WorkHolder = { kind: 'knowledge', openWork, handOver };
