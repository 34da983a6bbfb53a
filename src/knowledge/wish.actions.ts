/** Wishes: what was asked and no entry answers, kept with its words masked until somebody writes an entry or says why none is needed. */
import { sql } from 'kysely';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { maskWords } from '#text/mask.ts';

const SHOWN = 200;

export async function leaveWish(tx: Tx, actor: Actor, input: { id: string; words: string }): Promise<{ id: string }> {
  const by = signing(actor, 'knowledge.read');
  const { id } = input;
  if (await once(tx, by, id, 'knowledge.wish', input)) {
    await tx
      .insertInto('knowledge_wish')
      .values({ id, words: maskWords(input.words), at: tx.now })
      .execute();
    await record(tx, by, { verb: 'knowledge.wish', kind: 'knowledge_wish', thing: id, request: id });
  }
  return { id };
}

/** Open ones, the oldest first. */
export async function openWishes(tx: Tx) {
  const rows = await tx
    .selectFrom('knowledge_wish')
    .select(['id', 'words', 'at'])
    .where('settled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(SHOWN + 1)
    .execute();
  const items = rows.slice(0, SHOWN).map((row) => ({ ...row, at: row.at.toISOString() }));
  return { items, more: rows.length > SHOWN };
}

/** The entry written for it. @throws not_found, knowledge_wish_settled */
export async function fulfilWish(tx: Tx, actor: Actor, wishId: string, entryId: string): Promise<void> {
  await settle(tx, actor, wishId, { entry_id: entryId, reason: null });
}

/** @throws not_found, knowledge_wish_settled */
export async function dropWish(
  tx: Tx,
  actor: Actor,
  wishId: string,
  input: { id: string; reason: string },
): Promise<{ id: string }> {
  const by = signing(actor, 'knowledge.write');
  if (await once(tx, by, input.id, 'knowledge.dropWish', { wishId, ...input })) {
    await settle(tx, actor, wishId, { entry_id: null, reason: input.reason });
    const entry = { verb: 'knowledge.dropWish', kind: 'knowledge_wish', thing: wishId, request: input.id };
    await record(tx, by, { ...entry, reason: input.reason });
  }
  return { id: wishId };
}

async function settle(tx: Tx, actor: Actor, id: string, how: { entry_id: string | null; reason: string | null }) {
  const { rows } = await sql<{ settled: boolean }>`
    select settled_at is not null as settled from knowledge_wish where id = ${id} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  if (rows[0].settled) throw problem('knowledge_wish_settled');
  const row = { ...how, settled_at: tx.now, settled_by: personOf(actor) };
  await tx.updateTable('knowledge_wish').set(row).where('id', '=', id).execute();
}
