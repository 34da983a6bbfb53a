/** Failed attempts as rows: by login and source, and by login from anywhere. */
import { sql } from 'kysely';
import type { Tally } from '#people/attempts.ts';
import type { Tx } from '#platform/db.ts';
import { digest } from '#platform/keys.ts';

/** The source that stands for all of them. */
export const ANYWHERE = '*';

/** A login is never stored as typed here: somebody will type a password into the wrong field. */
export const loginKey = (tx: Tx, login: string): Buffer => digest(tx.city.keys, `login:${login}`);

/** False while another attempt of the same pair runs: attempts go one by one, so that none slips past the count. */
export async function holdPair(tx: Tx, key: Buffer, source: string): Promise<boolean> {
  const name = `${tx.city.slug}:${key.toString('hex')}:${source}`;
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`.execute(tx);
  return rows[0]!.held;
}

export async function loadTally(tx: Tx, key: Buffer, source: string): Promise<Tally | undefined> {
  const row = await tx
    .selectFrom('sign_in_failure')
    .select(['failures', 'last_at', 'locked_until'])
    .where('login_key', '=', key)
    .where('source', '=', source)
    .executeTakeFirst();
  return row && { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until };
}

export async function writeTally(tx: Tx, key: Buffer, source: string, tally: Tally): Promise<void> {
  const values = { failures: tally.failures, last_at: tally.lastAt, locked_until: tally.lockedUntil };
  await tx
    .insertInto('sign_in_failure')
    .values({ login_key: key, source, ...values })
    .onConflict((conflict) => conflict.columns(['login_key', 'source']).doUpdateSet(values))
    .execute();
}

/** Forgets the failures of one source (and the count from anywhere), or of all of them. Returns how many rows there were. */
export async function forgetFailures(tx: Tx, key: Buffer, source?: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sign_in_failure')
    .where('login_key', '=', key)
    .$if(source !== undefined, (query) => query.where('source', 'in', [source!, ANYWHERE]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** What strangers typed does not pile up: rows of yesterday go, a few at each failure. */
export async function sweepFailures(tx: Tx): Promise<void> {
  await sql`delete from sign_in_failure where (login_key, source) in (
    select login_key, source from sign_in_failure where last_at < ${tx.now}::timestamptz - interval '1 day'
     limit 20 for update skip locked)`.execute(tx);
}

/** The sources at which this login is locked now. */
export const locksOf = (tx: Tx, key: Buffer) =>
  tx
    .selectFrom('sign_in_failure')
    .select(['source', 'locked_until'])
    .where('login_key', '=', key)
    .where('locked_until', '>', tx.now)
    .execute();
