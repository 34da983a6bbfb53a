/** Signals that arrive again: found by what makes them the same, and written anew where their source has changed them. */
import { sql } from 'kysely';
import { boolColumn, bytesColumn, intsColumn, textColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import { commit, newSalt } from '#platform/keys.ts';
import type { Arrival } from '#signal/arrival.ts';
import { keysOf, sealReporter } from '#signal/reporter.store.ts';
import { gramsOf } from '#signal/search.store.ts';

export type Existing = {
  id: string;
  number: string;
  channel_id: string;
  source_key: Buffer;
  row_hash: Buffer | null;
  version: number;
  state: string;
  reporter_id: string;
  received_at: Date;
  erased: boolean;
};

/** Of the rows that stand under the arrivals' keys. @param lock waits for whoever is changing them, and keeps them until the end */
export async function findExisting(tx: Tx, arrivals: readonly Arrival[], lock = false): Promise<Map<string, Existing>> {
  const { rows } = await sql<Existing>`
    select s.id, s.number, s.channel_id, s.source_key, s.row_hash, s.version, s.state, s.reporter_id, s.received_at,
           s.erased_at is not null as erased
      from unnest(${uuidColumn(arrivals.map((one) => one.channelId))}::uuid[],
          ${bytesColumn(arrivals.map((one) => one.sourceKey))}::bytea[]) as a(channel_id, source_key)
      join signal s on s.channel_id = a.channel_id and s.source_key = a.source_key
     ${lock ? sql`order by s.id for update of s` : sql``}`.execute(tx);
  return new Map(rows.map((row) => [identityOf(row.channel_id, row.source_key), row]));
}

export const identityOf = (channelId: string, sourceKey: Buffer) => `${channelId}:${sourceKey.toString('latin1')}`;

export type Revision = { existing: Existing; arrival: Arrival };
export type Revised = { id: string; version: number; commitment: Buffer };

/** Keeps what each signal said as a version of its past, and writes what it says now. The rows must be locked. */
export async function reviseSignals(tx: Tx, revisions: readonly Revision[]): Promise<Revised[]> {
  const ids = sql`${uuidColumn(revisions.map(({ existing }) => existing.id))}::uuid[]`;
  const salts = revisions.map(() => newSalt());
  await sql`insert into signal_version (signal_id, number, title, words, salt, extra, row_hash, import_id, until)
    select id, version, title, words, salt, extra, row_hash, import_id, ${tx.now} from signal where id = any(${ids})`.execute(
    tx,
  );
  const text = (pick: (one: Arrival) => string | null) =>
    sql`${textColumn(revisions.map(({ arrival }) => pick(arrival)))}::text[]`;
  // Its source has closed it since, and nobody here has taken it up yet.
  const closes = ({ existing, arrival }: Revision) => (existing.state === 'untriaged' ? arrival.disposition : null);
  await sql`
    update signal s set title = n.title, words = n.words, salt = n.salt, place = n.place, category = n.category, matter = n.matter,
        urgency = n.urgency, secret = n.secret, extra = n.extra::jsonb, row_hash = n.row_hash, import_id = n.import_id,
        state = case when n.disposition is null then s.state else 'disposed' end,
        disposition = coalesce(n.disposition, s.disposition), disposition_code = coalesce(n.disposition_code, s.disposition_code),
        version = s.version + 1
      from unnest(${ids}, ${text((one) => one.title)}, ${text((one) => one.words)}, ${bytesColumn(salts)}::bytea[],
          ${text((one) => one.place)}, ${text((one) => one.category)}, ${text((one) => one.matter)}, ${text((one) => one.urgency)},
          ${boolColumn(revisions.map(({ arrival }) => arrival.secret))}::bool[], ${text((one) => JSON.stringify(one.extra))},
          ${bytesColumn(revisions.map(({ arrival }) => arrival.rowHash))}::bytea[],
          ${uuidColumn(revisions.map(({ arrival }) => arrival.importId))}::uuid[],
          ${textColumn(revisions.map((row) => closes(row)?.kind ?? null))}::text[],
          ${textColumn(revisions.map((row) => closes(row)?.code ?? null))}::text[]) as n(
        id, title, words, salt, place, category, matter, urgency, secret, extra, row_hash, import_id, disposition, disposition_code)
     where s.id = n.id`.execute(tx);
  await reviseReporters(tx, revisions);
  await reviseSearch(tx, revisions);
  return revisions.map(({ existing, arrival }, i) => ({
    id: existing.id,
    version: existing.version + 1,
    commitment: commit(tx.city.keys, salts[i]!, arrival.words),
  }));
}

async function reviseReporters(tx: Tx, revisions: readonly Revision[]): Promise<void> {
  const rows = revisions.map(({ existing, arrival }) =>
    sealReporter(tx, existing.reporter_id, arrival.reporter, arrival.matter === 'report'),
  );
  const bytes = (pick: (row: (typeof rows)[number]) => Buffer | null) => sql`${bytesColumn(rows.map(pick))}::bytea[]`;
  await sql`
    update reporter r set name_sealed = n.n, phone_sealed = n.p, id_number_sealed = n.i, address_sealed = n.a, salt = n.s, hidden = n.h
      from unnest(${uuidColumn(rows.map((row) => row.id))}::uuid[], ${bytes((row) => row.name_sealed)}, ${bytes((row) => row.phone_sealed)},
          ${bytes((row) => row.id_number_sealed)}, ${bytes((row) => row.address_sealed)}, ${bytes((row) => row.salt)},
          ${boolColumn(rows.map((row) => row.hidden))}::bool[]) as n(id, n, p, i, a, s, h)
     where r.id = n.id`.execute(tx);
}

async function reviseSearch(tx: Tx, revisions: readonly Revision[]): Promise<void> {
  const ids = sql`${uuidColumn(revisions.map(({ existing }) => existing.id))}::uuid[]`;
  const keys = revisions.flatMap(({ existing, arrival }) =>
    keysOf(tx, arrival.reporter, arrival.words).map((own) => ({ ...own, id: existing.id })),
  );
  await sql`delete from signal_key where signal_id = any(${ids})`.execute(tx);
  await sql`insert into signal_key (signal_id, kind, key)
    select * from unnest(${uuidColumn(keys.map((row) => row.id))}::uuid[], ${textColumn(keys.map((row) => row.kind))}::text[],
        ${bytesColumn(keys.map((row) => row.key))}::bytea[])
    on conflict do nothing`.execute(tx);
  const { flat, starts, ends } = intsColumn(
    revisions.map(({ existing, arrival }) => gramsOf(arrival, existing.received_at)),
  );
  await sql`update signal_search s set grams = (${flat}::int4[])[g.first:g.last]
      from unnest(${ids}, ${starts}::int4[], ${ends}::int4[]) as g(id, first, last) where s.signal_id = g.id`.execute(
    tx,
  );
}
