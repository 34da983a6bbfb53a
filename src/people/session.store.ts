/** A session: a row that holds the SHA-256 of a 256-bit cookie; read in the request's own transaction. */
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { hashOf, newSecret } from '#platform/secret.ts';

/** 30 minutes idle (GB/T 22239 as offices are asked), 12 hours at the most. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;
/** A row is touched at most this often: reading a page is not a write. */
const TOUCH_MS = 60_000;
/** Over for so long, a session is nobody's business: that somebody signed in, when and from where, stays in the ledger. */
const KEEP_MS = 30 * 86_400_000;

export type Session = {
  id: string;
  personId: string;
  endsAt: Date;
  totpPassed: boolean;
  totpEnrolled: boolean;
  passwordSetAt: Date | null;
};

/** From where a request came: its address and its browser. */
export type Caller = { source: string; agent: string };

/** @returns the cookie's value; only its hash is stored. */
export async function beginSession(
  tx: Tx,
  personId: string,
  { source, agent }: Caller,
  totpPassed: boolean,
): Promise<string> {
  const secret = newSecret();
  await tx
    .insertInto('session')
    .values({
      id: newId(),
      hash: hashOf(secret),
      person_id: personId,
      made_at: tx.now,
      seen_at: tx.now,
      ends_at: new Date(tx.now.getTime() + LONGEST_MS),
      source,
      agent: agent.slice(0, 200),
      totp_passed: totpPassed,
    })
    .execute();
  return secret;
}

const running = (tx: Tx) =>
  tx
    .selectFrom('session')
    .where('session.ended_at', 'is', null)
    .where('session.ends_at', '>', tx.now)
    .where('session.seen_at', '>', new Date(tx.now.getTime() - IDLE_MS));

export async function findSession(tx: Tx, secret: string): Promise<Session | undefined> {
  const row = await running(tx)
    .leftJoin('account', 'account.person_id', 'session.person_id')
    .select(['session.id', 'session.person_id', 'session.seen_at', 'session.ends_at', 'session.totp_passed'])
    .select(['account.totp_confirmed_at', 'account.password_set_at'])
    .where('hash', '=', hashOf(secret))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (tx.now.getTime() - row.seen_at.getTime() > TOUCH_MS) {
    await tx.updateTable('session').set({ seen_at: tx.now }).where('id', '=', row.id).execute();
  }
  return {
    id: row.id,
    personId: row.person_id,
    endsAt: row.ends_at,
    totpPassed: row.totp_passed,
    totpEnrolled: row.totp_confirmed_at !== null,
    passwordSetAt: row.password_set_at,
  };
}

export const sessionsOf = (tx: Tx, personId: string) =>
  running(tx)
    .select(['id', 'made_at', 'seen_at', 'source', 'agent'])
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .execute();

/** Ends one session, all of a person, or all but one. Returns how many were running. */
export async function endSessions(
  tx: Tx,
  personId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ ended_at: tx.now })
    .where('person_id', '=', personId)
    .where('id', 'in', running(tx).select('id').where('person_id', '=', personId))
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only!))
    .$if(which.except !== undefined, (query) => query.where('id', '<>', which.except!))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Removes what is over since `KEEP_MS`; idle or ended, its absolute end has passed too. @returns how many. */
export async function purgeSessions(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('session')
    .where('ends_at', '<', new Date(tx.now.getTime() - KEEP_MS))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
