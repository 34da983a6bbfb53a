/** Writing signals that arrive, one or a thousand in the same statement. */
import { sql } from 'kysely';
import { boolColumn, bytesColumn, intsColumn, textColumn, timeColumn, uuidColumn } from '#platform/columns.ts';
import { KEPT, type Tx } from '#platform/db.ts';
import type { Arrival } from '#signal/arrival.ts';
import { type Made, made } from '#signal/made.ts';
import { signalNumber } from '#signal/number.store.ts';

export type Written = { id: string; number: string };
type Ready = { one: Arrival; with: Made };

/**
 * Inserts those that are new, each with its reporter, keyed codes and grams. What stands there already under the same id,
 * or channel and source key, is left as it is and not returned; two at once: the second waits for the first.
 */
export async function insertArrivals(tx: Tx, by: string | null, arrivals: readonly Arrival[]): Promise<Written[]> {
  const ready = arrivals.map((one) => ({ one, with: made(tx.city, one, one.receivedAt ?? tx.now) }));
  const { rows } = await sql<Written>`${sql.raw(KEPT)}
    with fresh as (${signals(tx, by, ready)}), _r as (${reporters(ready)}), _k as (${keys(ready)}), _s as (${grams(tx, ready)})
    select id, number from fresh`.execute(tx);
  return rows;
}

const signals = (tx: Tx, by: string | null, ready: readonly Ready[]) => {
  const text = (pick: (one: Arrival) => string | null) => sql`${textColumn(ready.map(({ one }) => pick(one)))}::text[]`;
  const uuid = (pick: (one: Arrival) => string | null) => sql`${uuidColumn(ready.map(({ one }) => pick(one)))}::uuid[]`;
  const bytes = (pick: (row: Ready) => Buffer) => sql`${bytesColumn(ready.map(pick))}::bytea[]`;
  const int = (pick: (one: Arrival) => number) => sql`${ready.map(({ one }) => pick(one))}::int4[]`;
  const bool = (pick: (one: Arrival) => boolean) => sql`${boolColumn(ready.map(({ one }) => pick(one)))}::bool[]`;
  const time = (pick: (one: Arrival) => Date | null) =>
    sql`${timeColumn(ready.map(({ one }) => pick(one)))}::timestamptz[]`;
  return sql`
    insert into signal (id, number, channel_id, source_number, source_key, row_hash, state, matter, urgency, secret, wants_reply,
        title, words, salt, place, area_id, category, extra, reporter_id, said_at, received_at, recorded_at, recorded_by,
        import_id, disposition, disposition_code, version)
    select s.id, ${signalNumber('c', sql`s.received_at`)}, s.channel_id, s.source_number, s.source_key, s.row_hash, s.state,
           s.matter, s.urgency, s.secret, s.wants_reply, s.title, s.words, s.salt, s.place, s.area_id, s.category,
           s.extra::jsonb, s.reporter_id, s.said_at, s.received_at, s.recorded_at, s.recorded_by, s.import_id, s.disposition, s.disposition_code, s.version
      from unnest(${uuid((one) => one.id)}, ${uuid((one) => one.channelId)}, ${text((one) => one.sourceNumber)},
          ${bytes(({ one }) => one.sourceKey)}, ${bytes(({ one }) => one.rowHash)}, ${text((one) => one.matter)},
          ${text((one) => one.urgency)}, ${bool((one) => one.secret)}, ${bool((one) => one.wantsReply)}, ${text((one) => one.title)},
          ${text((one) => one.words)}, ${bytes((row) => row.with.salt)}, ${text((one) => one.place)}, ${uuid((one) => one.areaId)},
          ${text((one) => one.category)}, ${text((one) => JSON.stringify(one.extra))},
          ${uuidColumn(ready.map((row) => row.with.reporter.id))}::uuid[], ${time((one) => one.saidAt)},
          ${time((one) => one.receivedAt ?? tx.now)}, ${uuid((one) => one.importId)}, ${text((one) => one.disposition?.kind ?? null)},
          ${text((one) => one.disposition?.code ?? null)},
          ${text((one) => one.past?.state ?? (one.disposition ? 'disposed' : 'untriaged'))},
          ${time((one) => one.past?.recordedAt ?? tx.now)}, ${uuid((one) => (one.past ? one.past.recordedBy : by))},
          ${int((one) => one.past?.version ?? 1)}) as s(
        id, channel_id, source_number, source_key, row_hash, matter, urgency, secret, wants_reply, title, words, salt, place,
        area_id, category, extra, reporter_id, said_at, received_at, import_id, disposition, disposition_code, state,
        recorded_at, recorded_by, version)
      join channel c on c.id = s.channel_id
    on conflict do nothing returning id, number, reporter_id, received_at`;
};

const reporters = (ready: readonly Ready[]) => {
  const rows = ready.map((row) => row.with.reporter);
  const bytes = (pick: (row: (typeof rows)[number]) => Buffer | null) => sql`${bytesColumn(rows.map(pick))}::bytea[]`;
  return sql`
    insert into reporter (id, name_sealed, phone_sealed, id_number_sealed, address_sealed, salt, hidden)
    select r.* from unnest(${uuidColumn(rows.map((row) => row.id))}::uuid[], ${bytes((row) => row.name_sealed)},
        ${bytes((row) => row.phone_sealed)}, ${bytes((row) => row.id_number_sealed)}, ${bytes((row) => row.address_sealed)},
        ${bytes((row) => row.salt)}, ${boolColumn(rows.map((row) => row.hidden))}::bool[]) as r(id, n, p, i, a, s, h)
      join fresh on fresh.reporter_id = r.id`;
};

const keys = (ready: readonly Ready[]) => {
  const rows = ready.flatMap((row) => row.with.keys.map((own) => ({ ...own, id: row.one.id })));
  return sql`
    insert into signal_key (signal_id, kind, key)
    select k.* from unnest(${uuidColumn(rows.map((row) => row.id))}::uuid[], ${textColumn(rows.map((row) => row.kind))}::text[],
        ${bytesColumn(rows.map((row) => row.key))}::bytea[]) as k(id, kind, key)
      join fresh on fresh.id = k.id
    on conflict do nothing`;
};

const grams = (tx: Tx, ready: readonly Ready[]) => {
  const { flat, starts, ends } = intsColumn(ready.map((row) => row.with.grams));
  return sql`
    insert into signal_search (signal_id, received_at, grams)
    select g.id, g.at, (${flat}::int4[])[g.first:g.last]
      from unnest(${uuidColumn(ready.map(({ one }) => one.id))}::uuid[],
          ${timeColumn(ready.map(({ one }) => one.receivedAt ?? tx.now))}::timestamptz[], ${starts}::int4[], ${ends}::int4[]) as g(id, at, first, last)
      join fresh on fresh.id = g.id`;
};
