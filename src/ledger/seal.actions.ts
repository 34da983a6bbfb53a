/** Sealing: the rows that are decided become blocks, and each block a line of the anchor. Writers never wait for it. */
import type pg from 'pg';
import type { Anchor, AnchorLine } from '#ledger/anchor.ts';
import { lineOf, sameLine } from '#ledger/anchor.ts';
import { merkleTree } from '#ledger/merkle.ts';
import {
  beginSealed,
  blockByNumber,
  blocksAfter,
  currentEpoch,
  insertBlock,
  lastBlock,
  nextEnd,
  rowsOfBlock,
} from '#ledger/seal.store.ts';
import { type Block, CLOSED, chainOf, leafReader, NOTHING, noteLeaves } from '#ledger/seal.ts';
import type { City } from '#platform/city.ts';
import { copied } from '#platform/copied.ts';
import { problem } from '#platform/problem.ts';

/** More rows than this wait in more than one block, so that a block can be looked through in a moment. */
const MOST_ROWS = 100_000;
const LINES = 1_000;

/** `busy`: another sealer is at it. */
export type Sealed = { blocks: number; rows: number; busy: boolean };

/**
 * Seals all that is decided, block by block: the block is committed first, its line written after; lines that a stop in
 * between left out are written at the next beginning. On the owner's connection; of two sealers at once one goes home.
 * @throws anchor_ahead, anchor_differs after sealing, without a line more: somebody has to look.
 */
export async function sealLedger(owner: pg.Pool, city: City, anchor: Anchor, most = MOST_ROWS): Promise<Sealed> {
  const client = await owner.connect();
  const lock = `hashtextextended('seal ${city.schema}', 0)`;
  let broken = true;
  try {
    const { rows: got } = await client.query(`select pg_try_advisory_lock(${lock}) as mine`);
    if (!got[0].mine) {
      broken = false;
      return { blocks: 0, rows: 0, busy: true };
    }
    const alarm = await catchUp(client, city, anchor).then(
      () => undefined,
      (error: unknown) => error,
    );
    const sealed: Sealed = { blocks: 0, rows: 0, busy: false };
    for (let more = true; more; ) {
      const done = await sealBlock(client, city, most);
      if (!done) break;
      if (!alarm) await anchor.append([lineOf(done.block)]);
      sealed.blocks++;
      sealed.rows += done.block.rows;
      more = done.more;
    }
    await client.query(`select pg_advisory_unlock(${lock})`);
    broken = false;
    if (alarm) throw alarm;
    return sealed;
  } finally {
    client.release(broken); // a connection that failed is closed, and with it its lock
  }
}

/** Writes the lines that are missing. */
async function catchUp(client: pg.PoolClient, city: City, anchor: Anchor): Promise<void> {
  await inCity(client, city, async () => {
    const last = await anchor.last();
    if (last) await compare(client, last);
    for (let number = last?.number ?? 0; ; ) {
      const blocks = await blocksAfter(client, number, LINES);
      if (blocks.length === 0) return;
      await anchor.append(blocks.map(lineOf));
      number = blocks.at(-1)!.number;
    }
  });
}

/** The anchor's last line must be a block as it stands here. */
async function compare(client: pg.PoolClient, line: AnchorLine): Promise<void> {
  const block = await blockByNumber(client, line.number);
  const last = await lastBlock(client);
  if (!block) throw problem('anchor_ahead', { line: line.number, block: last?.number ?? 0 });
  if (!sameLine(line, lineOf(block))) throw problem('anchor_differs', { block: line.number });
}

/** The next block, committed, and whether another is due; nothing where none is. */
function sealBlock(
  client: pg.PoolClient,
  city: City,
  most: number,
): Promise<{ block: Block; more: boolean } | undefined> {
  return inCity(client, city, async () => {
    const last = await lastBlock(client);
    const current = await currentEpoch(client);
    const ended = last?.x === CLOSED;
    const epoch = ended ? last.epoch + 1 : (last?.epoch ?? 1);
    const from = ended ? 0 : (last?.x ?? 0);
    const end = await nextEnd(client, epoch, from, epoch < current, most);
    if (!end) return;
    const { x } = end;
    const tree = merkleTree(city.keys.codeWith);
    const leaves: { seq: number; leaf: Buffer }[] = [];
    for await (const rows of copied(client, rowsOfBlock(epoch, from, x), leafReader(city.keys))) {
      for (const row of rows) {
        tree.add(row.leaf);
        leaves.push(row);
      }
    }
    const open = {
      ...{ number: (last?.number ?? 0) + 1, epoch, x, rows: tree.size, root: tree.root() },
      at: city.clock.now(),
    };
    const block = { ...open, chain: chainOf(city.keys, last?.chain ?? NOTHING, open) };
    await insertBlock(client, block, noteLeaves(leaves));
    return { block, more: end.more || x === CLOSED };
  });
}

/** Read committed: what a statement sees was committed before it, so the block before is seen once the lock is held. */
async function inCity<T>(client: pg.PoolClient, city: City, work: () => Promise<T>): Promise<T> {
  await beginSealed(client, city.schema);
  try {
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
