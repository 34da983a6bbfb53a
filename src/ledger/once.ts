/** The id of a decision is its idempotency key: the same click twice is one decision. */
import { Buffer } from 'node:buffer';
import type { Signature } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { digest } from '#platform/keys.ts';
import { problem } from '#platform/problem.ts';

/** JSON with its keys in order, so that the same content has the same digest whoever wrote it. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The codes of what was decided under these ids go: with the content erased, none of them may still tell what it was. */
export async function forget(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('decision')
    .set({ digest: Buffer.alloc(0) })
    .where('id', 'in', ids)
    .execute();
}

/**
 * Takes the id for this actor and content. Two at once: the second waits here for the first.
 * @returns true where it is new; false where the very same was decided before, and the caller shows the thing as it is.
 * @throws id_taken where another actor or another content holds the id; nothing is said about the holder.
 */
export async function once(tx: Tx, by: Signature, id: string, verb: string, content: unknown): Promise<boolean> {
  const mine = digest(tx.city.keys, `${by.kind}:${by.id}:${verb}:${canonical(content)}`);
  const actor = by.id ?? '00000000-0000-0000-0000-000000000000';
  const taken = await tx
    .insertInto('decision')
    .values({ id, actor, digest: mine, at: tx.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return true;
  const holder = await tx.selectFrom('decision').select(['actor', 'digest']).where('id', '=', id).executeTakeFirst();
  if (holder && Buffer.compare(holder.digest, mine) === 0) return false;
  throw problem('id_taken');
}
