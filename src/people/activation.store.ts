/** Activation codes as rows: only a keyed digest of each. */
import type { Tx } from '#platform/db.ts';
import { digest } from '#platform/keys.ts';

const hashOf = (tx: Tx, code: string): Buffer => digest(tx.city.keys, `activation:${code}`);

/** The person a code still stands for. */
export async function findActivation(tx: Tx, code: string): Promise<{ personId: string; expiresAt: Date } | undefined> {
  const row = await tx
    .selectFrom('activation')
    .select(['person_id', 'expires_at'])
    .where('code_hash', '=', hashOf(tx, code))
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .forUpdate()
    .executeTakeFirst();
  return row && { personId: row.person_id, expiresAt: row.expires_at };
}

export async function insertActivation(tx: Tx, personId: string, code: string, expiresAt: Date): Promise<void> {
  await tx
    .insertInto('activation')
    .values({ code_hash: hashOf(tx, code), person_id: personId, made_at: tx.now, expires_at: expiresAt })
    .execute();
}

export async function markUsed(tx: Tx, code: string): Promise<void> {
  await tx.updateTable('activation').set({ used_at: tx.now }).where('code_hash', '=', hashOf(tx, code)).execute();
}

/** Codes of the person that were not used are good no longer. */
export async function voidActivations(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('activation')
    .set({ voided_at: tx.now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
}

/** Until when a code of this person is good, if there is one. */
export const openActivation = (tx: Tx, personId: string) =>
  tx
    .selectFrom('activation')
    .select('expires_at')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
