/** Verifying the ledger: every row read once in the order of `seq`, every block computed again and held against its seal. */
import type pg from 'pg';
import { anchorCheck } from '#ledger/anchor-check.ts';
import { blockReader, type OpenBlock } from '#ledger/block-reader.ts';
import { type LeafThread, leafAt, leafThread } from '#ledger/leaf-thread.ts';
import { lookInto } from '#ledger/look-into.ts';
import { allRows, beginSealed, blockOf, currentEpoch, streamed } from '#ledger/seal.store.ts';
import { headOf } from '#ledger/seal.ts';
import { findings, type Report } from '#ledger/verify-report.ts';
import type { City } from '#platform/city.ts';

/** Broken blocks that are looked into row by row; of more, only the number is told. */
const LOOKED_INTO = 20;

/**
 * Reads as the app role, in one snapshot, in memory that does not grow with the ledger.
 * @param anchor file to hold the blocks against; without it a cut tail is not seen.
 * @throws anchor_unreadable
 */
export async function verifyLedger(city: City, anchor?: string, progress?: (rows: number) => void): Promise<Report> {
  const client = await city.pool.connect();
  const thread = leafThread(city.keys);
  try {
    await beginSealed(client, city.schema, 'isolation level repeatable read read only');
    return await verify(client, city, thread, anchor, progress);
  } finally {
    await thread.end();
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function verify(
  client: pg.PoolClient,
  city: City,
  thread: LeafThread,
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
  for await (const { batch, leaves } of withLeaves(thread, streamed(client, 'verifying', allRows))) {
    for (const [index, row] of batch.entries()) {
      const head = headOf(row);
      const block = await blocks.find(head);
      if (block) {
        block.tree.add(leafAt(leaves, index));
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

/** Each batch with the codes of its rows; while one is looked at, the codes of the next are made. */
async function* withLeaves(thread: LeafThread, batches: AsyncIterable<pg.QueryResultRow[]>) {
  let held: { batch: string[]; leaves: Promise<Buffer> } | undefined;
  for await (const rows of batches) {
    const batch = rows.map(({ row }) => row as string);
    const next = { batch, leaves: thread.leaves(batch) };
    if (held) yield { batch: held.batch, leaves: await held.leaves };
    held = next;
  }
  if (held) yield { batch: held.batch, leaves: await held.leaves };
}
