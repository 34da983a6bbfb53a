/** Accounts as rows: found by login or by person. */
import type { Insertable, Updateable } from 'kysely';
import { NOBODY } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Account as Row } from '#platform/tables.gen.ts';

export type Account = {
  person_id: string;
  login: string | null;
  password_hash: string | null;
  password_set_at: Date | null;
  past_hashes: string[];
  totp_sealed: Buffer | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
  language: 'zh' | 'en';
  disabled_at: Date | null;
};

export const accountOf = (tx: Tx, personId: string): Promise<Account | undefined> =>
  tx.selectFrom('account').selectAll().where('person_id', '=', personId).executeTakeFirst();

/** The same, held until the verb ends: two changes of one account go one after the other. */
export const holdAccount = (tx: Tx, personId: string): Promise<Account | undefined> =>
  tx.selectFrom('account').selectAll().where('person_id', '=', personId).forUpdate().executeTakeFirst();

export const accountByLogin = (tx: Tx, login: string): Promise<Account | undefined> =>
  tx.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst();

export async function insertAccount(tx: Tx, account: Insertable<Row>): Promise<void> {
  await tx.insertInto('account').values(account).execute();
}

export async function updateAccount(tx: Tx, personId: string, change: Updateable<Row>): Promise<void> {
  await tx.updateTable('account').set(change).where('person_id', '=', personId).execute();
}

const KNOWN_MS = 90 * 86_400_000;

/** Has this person signed in wholly from this source within 90 days? Asked of nobody too, so that it takes as long. */
export async function isKnownSource(tx: Tx, account: Account | undefined, source: string): Promise<boolean> {
  const row = await tx
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', account?.person_id ?? NOBODY)
    .where('source', '=', source)
    .where('made_at', '>', new Date(tx.now.getTime() - KNOWN_MS))
    .$if(account?.totp_confirmed_at != null, (query) => query.where('totp_passed', '=', true))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of its four states an account is in; `invited`: an unused code is out. */
export function stateOf(account: Pick<Account, 'disabled_at' | 'password_hash'> | undefined, invited: boolean) {
  if (account?.disabled_at) return 'disabled';
  if (account?.password_hash) return 'active';
  return invited ? 'invited' : 'none';
}
