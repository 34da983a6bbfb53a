/** What came from a source lately and which tries were wrong, as rows: limits hold over a restart. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { digest } from '#platform/keys.ts';
import { problem } from '#platform/problem.ts';
import { LONGEST_MS, secondsUntilFits, sourceOf, type Tally, type Use, type UseKind } from '#public/limits.ts';

/** Addresses of citizens are kept as codes only, and a day long. */
const keyOf = (tx: Tx, what: string) => digest(tx.city.keys, `public:${what}`).subarray(0, 16);

const tooMany = (seconds: number) =>
  problem('public_too_many', { minutes: Math.ceil(seconds / 60) }, { retry_after: seconds });

/** Counts it, where it still fits. @throws public_too_many */
export async function use(tx: Tx, kind: UseKind, address: string, amount = 1): Promise<void> {
  const source = keyOf(tx, `source:${sourceOf(address)}`);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.city.slug}:${source.toString('hex')}`}, 0))`.execute(
    tx,
  );
  const since = new Date(tx.now.getTime() - LONGEST_MS);
  const past: Use[] = await tx
    .selectFrom('public_use')
    .select(['at', 'amount'])
    .where('source', '=', source)
    .where('kind', '=', kind)
    .where('at', '>', since)
    .execute();
  const seconds = secondsUntilFits(kind, past, tx.now, amount);
  if (seconds > 0) throw tooMany(seconds);
  await tx.insertInto('public_use').values({ kind, source, at: tx.now, amount }).execute();
  await sql`delete from public_use where ctid in (
    select ctid from public_use where at < ${since} limit 50 for update skip locked)`.execute(tx);
}

export type TryKeys = { source: Buffer; code: Buffer };

/** A code is counted whether there is such a one or not: nothing tells them apart. */
export const tryKeys = (tx: Tx, address: string, codeKey: Buffer): TryKeys => ({
  source: keyOf(tx, `try-source:${sourceOf(address)}`),
  code: keyOf(tx, `try-code:${codeKey.toString('hex')}`),
});

/** False while another try of the same source or code runs: they go one by one, so that none slips past the count. */
export async function holdTries(tx: Tx, keys: TryKeys): Promise<boolean> {
  for (const key of [keys.source, keys.code]) {
    const name = `${tx.city.slug}:${key.toString('hex')}`;
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`.execute(tx);
    if (!rows[0]!.held) return false;
  }
  return true;
}

export async function loadTally(tx: Tx, key: Buffer): Promise<Tally | undefined> {
  const row = await tx.selectFrom('public_try').selectAll().where('key', '=', key).executeTakeFirst();
  return row && { failures: row.failures, total: row.total, lastAt: row.last_at };
}

export async function writeTally(tx: Tx, key: Buffer, { failures, total, lastAt }: Tally): Promise<void> {
  const values = { failures, total, last_at: lastAt };
  await tx
    .insertInto('public_try')
    .values({ key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute();
  await sql`delete from public_try where key in (
    select key from public_try where last_at < ${tx.now}::timestamptz - interval '90 days' limit 20 for update skip locked)`.execute(
    tx,
  );
}

/** A code that opened begins anew; its source does not, or one right code would buy any number of wrong ones. */
export async function forgetTally(tx: Tx, key: Buffer): Promise<void> {
  await tx.deleteFrom('public_try').where('key', '=', key).execute();
}
