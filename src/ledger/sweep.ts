/** Finding what no wake-up has done: after a crash, a lost job, a failure. */
import { sql } from 'kysely';
import type { Reactions } from '#ledger/ledger.ts';
import { react } from '#ledger/react.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';

/** A reaction that failed so often on one row waits for a new version of the program. */
const TRIES = 8;
const AT_ONCE = 10_000;

/**
 * Runs every reaction on the rows above its mark that are not done, and moves the marks up. A reaction that is new in this
 * version begins at the present: the past is not done over again.
 * @returns how many rows are still to be done, for the next sweep and for the health page.
 */
export async function sweep(city: City, reactions: Reactions): Promise<number> {
  const pairs = Object.entries(reactions).flatMap(([verb, list]) => list.map((reaction) => ({ verb, reaction })));
  await transact(city, (tx) =>
    setMarks(
      tx,
      pairs.map(({ verb, reaction }) => ({ verb, reaction: reaction.name })),
    ),
  );
  const epoch = await transact(city, currentEpoch);
  let left = 0;
  for (const { verb, reaction } of pairs) {
    const open = await transact(city, (tx) => undone(tx, verb, reaction.name));
    if (open.length > 0) await react(city, { [verb]: [reaction] }, open[0]!, open.at(-1)!);
    left += await transact(city, (tx) => moveMark(tx, verb, reaction.name, epoch));
  }
  return left;
}

async function setMarks(tx: Tx, pairs: { verb: string; reaction: string }[]): Promise<void> {
  const known = sql`exists (select from reaction_mark)`;
  await sql`insert into reaction_mark (verb, reaction, epoch, txid)
    select p.verb, p.reaction, case when ${known} then coalesce((select max(epoch) from ledger), 1) else 1 end,
           case when ${known} then pg_snapshot_xmin(pg_current_snapshot()) else '0'::xid8 end
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(verb text, reaction text)
    on conflict do nothing`.execute(tx);
}

const open = (verb: string, reaction: string) => sql`
  from ledger l left join reaction_failure f on f.ledger_seq = l.seq and f.reaction = ${reaction}
 where l.epoch = (select epoch from reaction_mark where verb = ${verb} and reaction = ${reaction})
   and l.txid >= (select txid from reaction_mark where verb = ${verb} and reaction = ${reaction}) and l.verb = ${verb}
   and coalesce(f.tries, 0) < ${TRIES}
   and not exists (select from reaction_done d where d.ledger_seq = l.seq and d.reaction = ${reaction})`;

async function undone(tx: Tx, verb: string, reaction: string): Promise<number[]> {
  const { rows } = await sql<{
    seq: number;
  }>`select l.seq ${open(verb, reaction)} order by l.seq limit ${AT_ONCE}`.execute(tx);
  return rows.map((row) => row.seq);
}

async function currentEpoch(tx: Tx): Promise<number> {
  const { rows } = await sql<{ epoch: number | null }>`select max(epoch) as epoch from ledger`.execute(tx);
  return rows[0]!.epoch ?? 1;
}

/**
 * Up to the oldest row not done, else to the oldest transaction still running. An earlier epoch has no running ones: with
 * nothing left of it the mark goes to the beginning of the next.
 */
async function moveMark(tx: Tx, verb: string, reaction: string, epoch: number): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    with rest as (select count(*) as n, min(l.txid) as oldest ${open(verb, reaction)}),
    moved as (update reaction_mark m
                 set epoch = case when m.epoch < ${epoch} and rest.n = 0 then m.epoch + 1 else m.epoch end,
                     txid = case when m.epoch < ${epoch} then coalesce(rest.oldest, '0')
                                 else least(coalesce(rest.oldest, pg_snapshot_xmin(pg_current_snapshot())),
                                            pg_snapshot_xmin(pg_current_snapshot())) end
                from rest where m.verb = ${verb} and m.reaction = ${reaction})
    select n as left from rest`.execute(tx);
  return rows[0]!.left;
}

/** When the oldest row was written that a reaction has still to do; null where all is done. */
export async function oldestUndone(tx: Tx, reactions: Reactions): Promise<Date | null> {
  let oldest: Date | null = null;
  for (const [verb, list] of Object.entries(reactions)) {
    for (const reaction of list) {
      const { rows } = await sql<{ at: Date | null }>`select min(l.at) as at ${open(verb, reaction.name)}`.execute(tx);
      const at = rows[0]!.at;
      if (at && (!oldest || at < oldest)) oldest = at;
    }
  }
  return oldest;
}
