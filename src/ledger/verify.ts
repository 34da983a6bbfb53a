/** Verifying the ledger: every row read once in the order of `seq`, every block computed again and held against its seal. */
import type pg from 'pg';
import { anchorCheck } from '#ledger/anchor-check.ts';
import { blockReader, type OpenBlock } from '#ledger/block-reader.ts';
import { lookInto } from '#ledger/look-into.ts';
import { allRows, beginSealed, blockOf, currentEpoch } from '#ledger/seal.store.ts';
import { leafReader } from '#ledger/seal.ts';
import { findings, type Report } from '#ledger/verify-report.ts';
import type { City } from '#platform/city.ts';
import { copied } from '#platform/copied.ts';

/** Broken blocks that are looked into row by row; of more, only the number is told. */
const LOOKED_INTO = 20;

/**
 * Reads as the app role, rows on one connection and seals on another, of one snapshot, in memory that does not grow with
 * the ledger.
 * @param anchor file to hold the blocks against; without it a cut tail is not seen.
 * @throws anchor_unreadable
 */
export async function verifyLedger(city: City, anchor?: string, progress?: (rows: number) => void): Promise<Report> {
  return onSnapshot(city, '', (client, snapshot) =>
    onSnapshot(city, `set transaction snapshot '${snapshot}'`, (reading) =>
      verify(client, reading, city, anchor, progress),
    ),
  );
}

/** `work` on a connection that sees one instant, and the name under which another can share it. */
async function onSnapshot<T>(
  city: City,
  which: string,
  work: (client: pg.PoolClient, snapshot: string) => Promise<T>,
): Promise<T> {
  const client = await city.pool.connect();
  try {
    await beginSealed(client, city.schema, `isolation level repeatable read read only; ${which}`);
    return await work(client, (await client.query('select pg_export_snapshot() as id')).rows[0].id);
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function verify(
  client: pg.PoolClient,
  reading: pg.PoolClient,
  city: City,
  anchor: string | undefined,
  progress: ((rows: number) => void) | undefined,
): Promise<Report> {
  const found = findings();
  const held = anchorCheck(anchor, found);
  const epoch = await currentEpoch(client);
  const blocks = blockReader(client, city.keys, found, held.block);
  /** Blocks that did not add up, and rows that came for a block that was full. */
  const broken = new Set<number>();
  const settle = (block: OpenBlock) => {
    if (block.tree.size !== block.rows || !block.tree.root().equals(block.root)) broken.add(block.number);
  };
  let rows = 0;
  let unsealed = 0;
  for await (const batch of copied(reading, allRows, leafReader(city.keys))) {
    for (const head of batch) {
      const block = blocks.oldest(head) ?? (await blocks.find(head));
      if (block) {
        block.tree.add(head.leaf);
        if (block.tree.size === block.rows) {
          settle(block);
          blocks.drop(block);
        }
      } else if (blocks.isAfter(head)) {
        if (head.epoch <= epoch && head.epoch >= (blocks.last()?.epoch ?? 1)) unsealed++;
        else found.add({ what: 'inserted', seq: head.seq });
      } else {
        const full = await blockOf(client, head.epoch, head.txid);
        if (full) broken.add(full.block.number);
        else found.add({ what: 'inserted', seq: head.seq });
      }
    }
    rows += batch.length;
    progress?.(rows);
  }
  for (const block of await blocks.rest()) settle(block);
  await held.end(blocks.last());
  for (const [index, number] of [...broken].sort((a, b) => a - b).entries()) {
    if (index < LOOKED_INTO) await lookInto(client, city.keys, number, found);
    else found.add({ what: 'broken', block: number });
  }
  const last = blocks.last();
  return {
    ...{ ok: found.count() === 0, rows, unsealed, blocks: last?.number ?? 0, covered: last?.at ?? null },
    ...{ anchor: held.report(), found: found.count(), findings: found.list() },
  };
}
