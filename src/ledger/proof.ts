/** The proof that a row stands in the sealed ledger: its code, and the neighbours on the way to the root of its block. */
import { merklePath, merkleRoot, type Neighbour } from '#ledger/merkle.ts';
import { beginSealed, blockOf, rowsOfBlock } from '#ledger/seal.store.ts';
import { type Block, headOf, leafOf } from '#ledger/seal.ts';
import type { City } from '#platform/city.ts';
import { copied } from '#platform/copied.ts';
import { problem } from '#platform/problem.ts';

/** Anybody can compute the root from `leaf` and `path` (`rootByPath`); who has the city's keys also the leaf from the row. */
export type Proof = {
  seq: number;
  algorithm: 'sha256' | 'sm3';
  /** The row in its canonical form, and its keyed code. */
  row: string;
  leaf: Buffer;
  index: number;
  path: Neighbour[];
  block: Block;
};

/** @throws row_unknown, row_unsealed, row_broken */
export async function proofOf(city: City, seq: number): Promise<Proof> {
  const client = await city.pool.connect();
  try {
    await beginSealed(client, city.schema, 'isolation level repeatable read read only');
    const { rows: found } = await client.query('select epoch, txid from ledger where seq = $1', [seq]);
    if (!found[0]) throw problem('row_unknown', { seq });
    const held = await blockOf(client, found[0].epoch, Number(found[0].txid));
    if (!held) throw problem('row_unsealed', { seq });
    const { block, from } = held;
    const leaves: Buffer[] = [];
    let mine: { row: string; index: number } | undefined;
    for await (const rows of copied(client, rowsOfBlock(block.epoch, from, block.x), String)) {
      for (const row of rows) {
        if (headOf(row).seq === seq) mine = { row, index: leaves.length };
        leaves.push(leafOf(city.keys, row));
      }
    }
    const algorithm = city.keys.codeWith;
    if (!mine || !merkleRoot(algorithm, leaves).equals(block.root)) {
      throw problem('row_broken', { seq, block: block.number });
    }
    const { row, index } = mine;
    return { seq, algorithm, row, leaf: leaves[index]!, index, path: merklePath(algorithm, leaves, index), block };
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}
