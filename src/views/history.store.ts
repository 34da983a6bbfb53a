/** The history of a thing, read from the ledger: every move with who, when and why. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { Move } from '#rules/shapes.ts';

type Row = Omit<Move, 'at'> & { at: Date };

/** Newest first, at most 200; the names are those of today. */
export async function historyOf(tx: Tx, thing: string): Promise<Move[]> {
  const { rows } = await sql<Row>`
    select l.seq, l.at, l.verb, coalesce(p.name, t.name, '溯源') as actor, w.name as "forWhom", u.short_name as unit, l.reason, l.data
      from ledger l left join person p on p.id = l.actor left join integration_token t on t.id = l.actor
      left join person w on w.id = l.for_whom left join unit u on u.id = l.unit
     where l.thing = ${thing} order by l.seq desc limit 200`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
