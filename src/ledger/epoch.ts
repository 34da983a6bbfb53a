/** Epochs of the ledger: transaction ids are comparable within one, and a restore begins the next. */
import type pg from 'pg';
import type { Entry } from '#ledger/ledger.ts';

/** The epoch in which rows are written now. */
export async function epochOf(client: pg.ClientBase, schema: string): Promise<number> {
  const { rows } = await client.query(
    `select pg_get_expr(d.adbin, d.adrelid) as epoch from pg_attrdef d
       join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      where d.adrelid = to_regclass($1) and a.attname = 'epoch'`,
    [`"${schema}".ledger`],
  );
  return Number(rows[0].epoch);
}

/** Begins an epoch, in the owner's own transaction, with a row by the program that says why. */
export async function beginEpoch(
  client: pg.ClientBase,
  schema: string,
  epoch: number,
  at: Date,
  { verb, kind, thing, data }: Pick<Entry, 'verb' | 'kind' | 'thing' | 'data'>,
): Promise<void> {
  const ledger = `"${schema}".ledger`;
  await client.query(`alter table ${ledger} alter column epoch set default ${Math.trunc(epoch)}`);
  await client.query(
    `insert into ${ledger} (at, actor_kind, verb, kind, thing, data) values ($1, 'program', $2, $3, $4, $5)`,
    [at, verb, kind, thing, JSON.stringify(data ?? {})],
  );
}
