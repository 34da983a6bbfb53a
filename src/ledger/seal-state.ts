/** How far the ledger is sealed, and whether its anchor says the same: for whoever watches the installation. */
import { sql } from 'kysely';
import { type Anchor, lineOf, sameLine } from '#ledger/anchor.ts';
import { asBlock, blockColumns } from '#ledger/seal.store.ts';
import { CLOSED } from '#ledger/seal.ts';
import type { Tx } from '#platform/db.ts';

/**
 * `level`: the last block is the last line. `behind`: lines are missing, as between a block and its line, or where the file
 * cannot be written. The others are alarms: the sealer refuses to go on until somebody has looked.
 */
export type AnchorState = 'level' | 'behind' | 'ahead' | 'differs' | 'unreadable';

/** `oldest`: when the first row was written that stands in no block; `rows`: how many do, counted up to `MOST`. */
export type SealState = { oldest: Date | null; rows: number; anchor: AnchorState; lastBlock: Date | null };

/** So many are counted in some milliseconds. */
const MOST = 20_000;

export async function sealState(tx: Tx, anchor: Anchor): Promise<SealState> {
  const line = await anchor.last().catch(() => 'unreadable' as const);
  const columns = sql.raw(blockColumns);
  const { rows: blocks } = await sql<Parameters<typeof asBlock>[0]>`
    (select ${columns} from seal order by number desc limit 1)
    union (select ${columns} from seal where number = ${typeof line === 'object' ? line.number : 0}) order by number`.execute(
    tx,
  );
  const known = blocks.map(asBlock);
  const last = known.at(-1);
  const from = last?.x === CLOSED ? { epoch: last.epoch + 1, x: 0 } : { epoch: last?.epoch ?? 1, x: last?.x ?? 0 };
  const after = sql`from ledger where (epoch, txid) >= (${from.epoch}, ${String(from.x)}::xid8) order by epoch, txid limit`;
  const { rows } = await sql<{ oldest: Date | null; rows: number }>`
    select (select at ${after} 1) as oldest, (select count(*)::int from (select ${after} ${MOST}) waiting) as rows`.execute(
    tx,
  );
  const { oldest = null, rows: waiting = 0 } = rows[0] ?? {};
  return { oldest, rows: waiting, anchor: anchorState(), lastBlock: last?.at ?? null };

  function anchorState(): AnchorState {
    if (line === 'unreadable') return line;
    if (!line) return last ? 'behind' : 'level';
    const same = known.find(({ number }) => number === line.number);
    if (!same) return 'ahead';
    if (!sameLine(line, lineOf(same))) return 'differs';
    return same === last ? 'level' : 'behind';
  }
}
