/** By which code a signal is followed, as rows of keyed codes; and signals as their reporters hold them. */
import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { blindIndex } from '#platform/keys.ts';
import { problem } from '#platform/problem.ts';
import type { LockedSignal } from '#signal/signal.store.ts';

export type FollowKeys = { code: Buffer; digits: Buffer };

/** The digits are bound to the code: without it not even all ten thousand of them can be tried against what is stored. */
export function followKeys({ city: { keys } }: Pick<Tx, 'city'>, code: string, digits: string): FollowKeys {
  return {
    code: blindIndex(keys, 'follow_code', code),
    digits: blindIndex(keys, 'follow_digits', `${code}:${digits}`),
  };
}

export async function insertFollow(tx: Tx, signalId: string, { code, digits }: FollowKeys): Promise<void> {
  const row = { signal_id: signalId, code_key: code, digits_key: digits, at: tx.now };
  await tx.insertInto('signal_follow').values(row).execute();
}

/** The signal behind the code; `opens`: the digits are right. Nothing where there is no such code. */
export async function findFollowed(
  tx: Tx,
  { code, digits }: FollowKeys,
): Promise<{ id: string; opens: boolean } | undefined> {
  const row = await tx
    .selectFrom('signal_follow')
    .select(['signal_id', 'digits_key'])
    .where('code_key', '=', code)
    .executeTakeFirst();
  return row && { id: row.signal_id, opens: timingSafeEqual(row.digits_key, digits) };
}

export async function isFollowed(tx: Tx, signalId: string): Promise<boolean> {
  const row = await tx.selectFrom('signal_follow').select('at').where('signal_id', '=', signalId).executeTakeFirst();
  return row !== undefined;
}

/** A signal that its reporter follows, locked for a decision of theirs. @throws not_found, signal_erased */
export async function lockFollowed(tx: Tx, id: string): Promise<LockedSignal> {
  const { rows } = await sql<LockedSignal & { erased: boolean }>`
    select s.id, s.number, s.state, s.urgency, s.channel_id, s.matter, s.version, s.erased_at is not null as erased from signal s
     where s.id = ${id} and exists (select from signal_follow f where f.signal_id = s.id) for update`.execute(tx);
  const [row] = rows;
  if (!row) throw problem('not_found');
  const { erased, ...signal } = row;
  if (erased) throw problem('signal_erased');
  return signal;
}
