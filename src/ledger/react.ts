/** Running what follows what: each reaction once inside the database, however often it is woken. */
import { sql } from 'kysely';
import type { LedgerRow, Reaction, Reactions } from '#ledger/ledger.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';

const BATCH = 1_000;

const columns = 'seq at actor actor_kind for_whom verb kind thing unit reason data request'.split(
  ' ',
) as (keyof LedgerRow)[];

/** Runs all reactions to the ledger rows `first` … `last`. */
export async function react(city: City, reactions: Reactions, first: number, last: number): Promise<void> {
  const verbs = Object.keys(reactions);
  const rows = (await transact(city, (tx) =>
    tx
      .selectFrom('ledger')
      .select(columns)
      .where('seq', '>=', first)
      .where('seq', '<=', last)
      .where('verb', 'in', verbs)
      .orderBy('seq')
      .execute(),
  )) as LedgerRow[];
  for (const verb of new Set(rows.map((row) => row.verb))) {
    const mine = rows.filter((row) => row.verb === verb);
    for (const reaction of reactions[verb] ?? []) {
      for (let start = 0; start < mine.length; start += BATCH) {
        await runBatch(city, reaction, mine.slice(start, start + BATCH));
      }
    }
  }
}

/** One transaction: the rows not yet done are claimed, and the reaction runs on them. A failure is halved until one row stands alone. */
async function runBatch(city: City, reaction: Reaction, rows: LedgerRow[]): Promise<void> {
  try {
    await transact(city, async (tx) => {
      const claimed = await claim(tx, reaction.name, rows);
      if (claimed.length > 0) await reaction(tx, claimed);
    });
  } catch (error) {
    if (rows.length === 1) return noteFailure(city, reaction.name, rows[0]!.seq, error);
    const half = rows.length >> 1;
    await runBatch(city, reaction, rows.slice(0, half));
    await runBatch(city, reaction, rows.slice(half));
  }
}

async function claim(tx: Tx, reaction: string, rows: LedgerRow[]): Promise<LedgerRow[]> {
  const seqs = rows.map((row) => row.seq);
  const { rows: taken } = await sql<{ ledger_seq: number }>`
    insert into reaction_done (ledger_seq, reaction) select seq, ${reaction} from unnest(${seqs}::bigint[]) seq
    on conflict do nothing returning ledger_seq`.execute(tx);
  const mine = new Set(taken.map((row) => row.ledger_seq));
  return rows.filter((row) => mine.has(row.seq));
}

async function noteFailure(city: City, reaction: string, seq: number, error: unknown): Promise<void> {
  const said = String((error as Error)?.message ?? error).slice(0, 500);
  await transact(city, (tx) =>
    tx
      .insertInto('reaction_failure')
      .values({ ledger_seq: seq, reaction, error: said, at: tx.now })
      .onConflict((conflict) =>
        conflict
          .columns(['ledger_seq', 'reaction'])
          .doUpdateSet({ tries: sql`reaction_failure.tries + 1`, error: said, at: tx.now }),
      )
      .execute(),
  );
}
