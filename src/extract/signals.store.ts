/** The signals of an extract: found once when it is asked for, read again when the file is made, as the asker then sees them. */
import { sql } from 'kysely';
import type { ExtractColumn } from '#extract/extract.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { find } from '#signal/find.store.ts';
import { openReporter, type ReporterRow } from '#signal/reporter.store.ts';
import type { SignalItem, SignalQuery } from '#signal/signal.api.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { type ListRow, lines, showLine } from '#signal/signal.store.ts';

const CHUNK = 500;

/** At most one more than `most`: then there are too many. */
export async function idsOf(tx: Tx, actor: Actor, filter: Omit<SignalQuery, 'cursor' | 'limit'>, most: number) {
  const ids: string[] = [];
  for (let after: { at: string; id: string } | undefined; ; ) {
    const found = await find(tx, actor, filter, after, CHUNK);
    ids.push(...found.map(({ id }) => id));
    const last = found.at(-1);
    if (!last || found.length < CHUNK || ids.length > most) return ids;
    after = { at: last.received_us, id: last.id };
  }
}

export type ExtractRow = { item: SignalItem; personal: Record<ExtractColumn, string> };

type Row = ListRow & ReporterRow & { signal_id: string; whole_words: string };

/** Whoever reported under protection is never taken out: their fields say so. */
const HIDDEN = '（保密）';

/** By the order of the ids; those that the asker does not see any more are left out. */
export async function* rowsOf(tx: Tx, asker: Actor, ids: readonly string[]): AsyncIterable<ExtractRow> {
  for (let first = 0; first < ids.length; first += CHUNK) {
    const { rows } = await sql<Row>`
      with page as (select id from unnest(${ids.slice(first, first + CHUNK)}::uuid[]) id), listed as (${lines(asker)})
      select l.*, l.id as signal_id, s.words as whole_words, r.id, r.name_sealed, r.phone_sealed, r.id_number_sealed, r.address_sealed,
             r.salt, r.hidden
        from listed l join signal s on s.id = l.id join reporter r on r.id = s.reporter_id
       where ${signalSeen(asker)} order by s.received_at desc, s.id desc`.execute(tx);
    for (const row of rows) yield shown(tx, row);
  }
}

function shown(tx: Tx, row: Row): ExtractRow {
  const { name, phone, idNumber, address } = row.hidden
    ? { name: HIDDEN, phone: HIDDEN, idNumber: HIDDEN, address: HIDDEN }
    : openReporter(tx, row);
  const item = showLine({ ...row, id: row.signal_id });
  return { item, personal: { name, phone, idNumber, address, words: row.hidden ? item.words : row.whole_words } };
}
