/** Seals read along with the rows: only those are in memory whose rows have not all come yet. */
import type pg from 'pg';
import { merkleTree, type Tree } from '#ledger/merkle.ts';
import { allBlocks, asBlock, streamed } from '#ledger/seal.store.ts';
import { type Block, CLOSED, chainOf, NOTHING } from '#ledger/seal.ts';
import type { Findings } from '#ledger/verify-report.ts';
import type { CityKeys } from '#platform/keys.ts';

/** A block whose rows are still coming; `from` is the `x` it begins at. */
export type OpenBlock = Block & { from: number; tree: Tree };

type Place = { epoch: number; txid: number };

export type BlockReader = {
  /** The oldest open block, where the row falls into it: nearly always so, and known without waiting. */
  oldest(row: Place): OpenBlock | undefined;
  /** The open block that a row falls into. */
  find(row: Place): Promise<OpenBlock | undefined>;
  /** No block that has been read reaches to the row: after `find`, none does. */
  isAfter(row: Place): boolean;
  /** All its rows have come. */
  drop(block: OpenBlock): void;
  /** What is still open after the last row, with all blocks that were not read yet. */
  rest(): Promise<OpenBlock[]>;
  last(): Block | undefined;
};

/** @param seen is told every block in its order, as it stands in the database. */
export function blockReader(
  client: pg.ClientBase,
  keys: CityKeys,
  found: Findings,
  seen: (block: Block) => Promise<void>,
): BlockReader {
  const coming = streamed(client, 'seals', allBlocks);
  let batch: Block[] = [];
  let at = 0;
  let done = false;
  let last: Block | undefined;
  /** In the order of their numbers. While rows are as they were sealed, no more than there were writers at once. */
  let open: OpenBlock[] = [];

  const read = async (): Promise<Block | undefined> => {
    if (at === batch.length && !done) {
      const next = await coming.next();
      done = next.done === true;
      batch = next.done ? [] : next.value.map(asBlock);
      at = 0;
    }
    return batch[at++];
  };

  const take = async (): Promise<boolean> => {
    const block = await read();
    if (!block) return false;
    const before = last;
    for (let number = (before?.number ?? 0) + 1; number < block.number; number++) {
      found.add({ what: 'block_missing', block: number });
    }
    if (!block.chain.equals(chainOf(keys, before?.chain ?? NOTHING, block)) || !follows(before, block))
      found.add({ what: 'block_changed', block: block.number });
    last = block;
    await seen(block);
    const opened = { ...block, from: before?.epoch === block.epoch ? before.x : 0, tree: merkleTree(keys.codeWith) };
    open.push(opened);
    return true;
  };

  const holds = (block: OpenBlock, { epoch, txid }: Place) =>
    block.epoch === epoch && block.from <= txid && txid < block.x;
  const isAfter = ({ epoch, txid }: Place) => !last || last.epoch < epoch || (last.epoch === epoch && last.x <= txid);

  return {
    oldest: (row) => (open[0] && holds(open[0], row) ? open[0] : undefined),
    async find(row) {
      while (isAfter(row) && (await take()));
      return open.find((block) => holds(block, row));
    },
    isAfter,
    drop(block) {
      open = open.filter((one) => one !== block);
    },
    async rest() {
      while (await take());
      return open;
    },
    last: () => last,
  };
}

/** An epoch is ended by a block up to `CLOSED`, and only then comes the next. */
function follows(before: Block | undefined, block: Block): boolean {
  if (!before) return block.number === 1 && block.epoch === 1;
  if (before.x === CLOSED) return block.epoch === before.epoch + 1;
  return block.epoch === before.epoch && block.x > before.x;
}
