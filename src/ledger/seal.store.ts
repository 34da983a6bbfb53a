/** The SQL of sealing: rows in their canonical form, streamed; blocks; where the next block may end. */
import type pg from 'pg';
import { type Block, CLOSED } from '#ledger/seal.ts';
import { searchPath } from '#platform/db.ts';

/** Every column of the ledger, in this order; `headOf` reads the first three. The house test compares them with the table. */
export const sealedColumns =
  'seq epoch txid at actor actor_kind for_whom verb kind thing unit reason data commitment request'.split(' ');

/** PostgreSQL's own text of a row value, unambiguous by its quotes: null and the empty text are two things in it. */
const canonicalRow = `row(${sealedColumns.map((name) => `l.${name}`).join(', ')})::text as row`;

/** The text of times and bytes is fixed for the transaction, whatever the server is set to; a long read may take its time. */
const canonical = `set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local bytea_output to 'hex';
  set local statement_timeout to 0`;

/** Few enough that the program answers others between two batches. */
const FETCH = 2_000;

/** Begins a transaction on the city's tables in which rows have their canonical form. */
export async function beginSealed(client: pg.ClientBase, schema: string, mode = ''): Promise<void> {
  await client.query(`begin ${mode}; ${searchPath(schema)}; ${canonical}`);
}

/** What a query gives, two batches in memory at a time; the next are on their way while these are worked on. */
export async function* streamed(
  client: pg.ClientBase,
  cursor: string,
  sql: string,
): AsyncGenerator<pg.QueryResultRow[]> {
  await client.query(`declare ${cursor} no scroll cursor for ${sql}`);
  const fetch = () => client.query(`fetch ${FETCH} from ${cursor}`);
  let coming = fetch();
  try {
    for (;;) {
      const { rows } = await coming;
      if (rows.length < FETCH) {
        if (rows.length > 0) yield rows;
        return;
      }
      coming = fetch();
      coming.catch(() => {}); // whoever stops early does not wait for it
      yield rows;
    }
  } finally {
    await coming.catch(() => {});
    await client.query(`close ${cursor}`).catch(() => {});
  }
}

/** Every row of the ledger by `seq`. */
export const allRows = `select ${canonicalRow} from ledger l order by l.seq, l.at`;
/** Those of the epoch with `from` ≤ txid < `x`, by `seq`; COPY takes no parameters. */
export const rowsOfBlock = (epoch: number, from: number, x: number) => `select ${canonicalRow} from ledger l
  where l.epoch = ${Math.trunc(epoch)} and l.txid >= '${Math.trunc(from)}'::xid8 and l.txid < '${Math.trunc(x)}'::xid8
  order by l.seq, l.at`;

export const blockColumns = 'number, epoch, x, rows, root, chain, at';
export const allBlocks = `select ${blockColumns} from seal order by number`;

type BlockRow = Omit<Block, 'x'> & { x: string };
export const asBlock = (row: pg.QueryResultRow): Block => ({ ...(row as BlockRow), x: Number(row.x) });

export async function blocksAfter(client: pg.ClientBase, number: number, limit: number): Promise<Block[]> {
  const sql = `select ${blockColumns} from seal where number > $1 order by number limit $2`;
  return (await client.query(sql, [number, limit])).rows.map(asBlock);
}

export async function blockByNumber(client: pg.ClientBase, number: number): Promise<Block | undefined> {
  return (await blocksAfter(client, number - 1, 1)).find((block) => block.number === number);
}

export async function lastBlock(client: pg.ClientBase): Promise<Block | undefined> {
  const { rows } = await client.query(`select ${blockColumns} from seal order by number desc limit 1`);
  return rows[0] && asBlock(rows[0]);
}

/** The block that holds a transaction of an epoch, and the `x` it begins at. */
export async function blockOf(
  client: pg.ClientBase,
  epoch: number,
  txid: number,
): Promise<{ block: Block; from: number } | undefined> {
  const { rows } = await client.query(
    `select ${blockColumns}, (select coalesce(max(b.x), '0') from seal b where b.epoch = s.epoch and b.x < s.x) as "from"
       from seal s where epoch = $1 and x > $2::xid8 order by x, number limit 1`,
    [epoch, txid],
  );
  return rows[0] && { block: asBlock(rows[0]), from: Number(rows[0].from) };
}

export async function notesOf(client: pg.ClientBase, number: number): Promise<Buffer> {
  return (await client.query('select leaves from seal where number = $1', [number])).rows[0].leaves;
}

export async function insertBlock(client: pg.ClientBase, block: Block, leaves: Buffer): Promise<void> {
  const { number, epoch, x, rows, root, chain, at } = block;
  await client.query(`insert into seal (${blockColumns}, leaves) values ($1, $2, $3::xid8, $4, $5, $6, $7, $8)`, [
    number,
    epoch,
    x,
    rows,
    root,
    chain,
    at,
    leaves,
  ]);
}

/** The epoch that new rows are written in: the default of the column, which only the owner can change. */
export async function currentEpoch(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query(
    `select pg_get_expr(d.adbin, d.adrelid)::int as epoch from pg_attrdef d
       join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      where d.adrelid = 'ledger'::regclass and a.attname = 'epoch'`,
  );
  return rows[0].epoch;
}

/**
 * Ends the epoch and begins the next: for a restore, or a city moved to another server, where transaction ids begin anew. It
 * waits for the transactions that are writing. As the owner, in a transaction on the city's search path.
 */
export async function closeEpoch(client: pg.ClientBase): Promise<number> {
  const next = (await currentEpoch(client)) + 1;
  await client.query(`alter table ledger alter column epoch set default ${next}`);
  return next;
}

/**
 * Where the block from `from` on ends: at the oldest transaction still running, below which everything is decided, or
 * earlier where more than `most` rows wait; one transaction is never cut.
 * @param over the epoch has ended: all its rows are decided, and its last block is due even without any.
 * @returns nothing where no row waits; `more` where others wait behind the block.
 */
export async function nextEnd(
  client: pg.ClientBase,
  epoch: number,
  from: number,
  over: boolean,
  most: number,
): Promise<{ x: number; more: boolean } | undefined> {
  const { rows } = await client.query(
    `with reach as (select case when $3 then '${CLOSED}'::xid8 else pg_snapshot_xmin(pg_current_snapshot()) end as x)
     select x, first, cut from reach
       left join lateral (select l.txid as first ${waiting} and l.txid < x order by l.txid limit 1) f on true
       left join lateral (select l.txid as cut ${waiting} and l.txid < x order by l.txid offset $4 limit 1) c on true`,
    [epoch, from, over, most],
  );
  const { x, first, cut } = rows[0];
  if (cut === null) return first === null && !over ? undefined : { x: Number(x), more: false };
  if (cut !== first) return { x: Number(cut), more: true };
  // One transaction alone wrote more than `most`: the block ends where the next one begins.
  const next = await client.query(
    `select l.txid ${waiting} and l.txid > $3::xid8 and l.txid < $4::xid8 order by l.txid limit 1`,
    [epoch, from, cut, x],
  );
  return next.rows[0] ? { x: Number(next.rows[0].txid), more: true } : { x: Number(x), more: false };
}

const waiting = 'from ledger l where l.epoch = $1 and l.txid >= $2::xid8';
