/** Entries of the knowledge base and their versions as rows. */
import { sql } from 'kysely';
import type { Day } from '#clock/day.ts';
import type { Content, Owner } from '#knowledge/knowledge.api.ts';
import type { KnowledgeState } from '#knowledge/knowledge.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { numberOfYear } from '#platform/number.ts';
import { problem } from '#platform/problem.ts';

export type EntryRow = {
  id: string;
  number: string;
  state: KnowledgeState;
  currentId: string | null;
  draftId: string | null;
  ownerUnit: string;
  ownerPerson: string | null;
  reviewOn: Day | null;
  version: number;
};

/** Held against other decisions. @throws not_found */
export async function lockEntry(tx: Tx, id: string): Promise<EntryRow> {
  const { rows } = await sql<EntryRow>`
    select id, number, state, current_id as "currentId", draft_id as "draftId", owner_unit as "ownerUnit",
           owner_person as "ownerPerson", to_char(review_on, 'YYYY-MM-DD') as "reviewOn", version
      from knowledge_entry where id = ${id} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

/** A draft without a version yet: `insertDraft` follows. @returns its number */
export async function insertEntry(tx: Tx, id: string, { ownerUnit, ownerPerson }: Owner): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    insert into knowledge_entry (id, number, state, owner_unit, owner_person, made_at, changed_at)
    values (${id}, ${numberOfYear('K', tx.now, 'knowledge_number', 5)},
            'draft', ${ownerUnit}, ${ownerPerson}, ${tx.now}, ${tx.now}) returning number`.execute(tx);
  return rows[0]!.number;
}

/** The version that waits; one that waited before it stays in the row of versions, unpublished. */
export async function insertDraft(tx: Tx, entryId: string, content: Content, by: string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('knowledge_version')
    .values({
      ...{ id, entry_id: entryId, question: content.question, wordings: content.wordings, answer: content.answer },
      ...{ basis: content.basis, area_id: content.areaId, category_id: content.categoryId },
      ...{ valid_from: content.validFrom, valid_to: content.validTo, review_on: content.reviewOn },
      ...{ written_by: by, written_at: tx.now },
    })
    .execute();
  return id;
}

export async function loadVersion(tx: Tx, id: string) {
  const { rows } = await sql<{ id: string; writtenBy: string; reviewOn: Day; question: string; wordings: string[] }>`
    select id, written_by as "writtenBy", to_char(review_on, 'YYYY-MM-DD') as "reviewOn", question, wordings
      from knowledge_version where id = ${id}`.execute(tx);
  return rows[0]!;
}

export async function publishVersion(tx: Tx, id: string, by: string): Promise<void> {
  await tx
    .updateTable('knowledge_version')
    .set({ published_by: by, published_at: tx.now })
    .where('id', '=', id)
    .execute();
}

type Change = {
  state?: KnowledgeState;
  current_id?: string;
  draft_id?: string | null;
  review_on?: Day;
  owner_unit?: string;
  owner_person?: string | null;
};

export async function writeEntry(tx: Tx, id: string, change: Change): Promise<number> {
  const { version } = await tx
    .updateTable('knowledge_entry')
    .set((eb) => ({ ...change, changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Counted by day; who used it is written nowhere. @throws not_found where nothing of that id is published */
export async function countUse(tx: Tx, entryId: string, day: Day, how: 'copied' | 'opened'): Promise<void> {
  const one = (which: string) => (how === which ? 1 : 0);
  const { numAffectedRows } = await sql`
    insert into knowledge_use (entry_id, day, copied, opened)
    select id, ${day}::date, ${one('copied')}::int, ${one('opened')}::int from knowledge_entry where id = ${entryId} and state = 'published'
    on conflict (entry_id, day) do update
       set copied = knowledge_use.copied + excluded.copied, opened = knowledge_use.opened + excluded.opened`.execute(
    tx,
  );
  if (!numAffectedRows) throw problem('not_found');
}
