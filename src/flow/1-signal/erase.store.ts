/** The SQL of erasing: everything by which a signal says something of a person goes; number, times and commitments stay. */
import { sql } from 'kysely';
import { intsColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';
import { gramsOf } from '#signal/search.store.ts';
import type { SignalState } from '#signal/signal.ts';

export type Erasable = {
  id: string;
  number: string;
  state: SignalState;
  channel_id: string;
  matter: string;
  urgency: string;
  received_at: Date;
  reporter_id: string;
  erased_at: Date | null;
};

const columns = sql.raw(
  's.id, s.number, s.state, s.channel_id, s.matter, s.urgency, s.received_at, s.reporter_id, s.erased_at',
);

/** A signal by its number, with those divided from it: they share words and reporter, so they go together. Locked. */
export async function lockByNumber(tx: Tx, number: string): Promise<Erasable[]> {
  const { rows } = await sql<Erasable>`select ${columns} from signal s
    where s.reporter_id = (select reporter_id from signal where number = ${number}) order by s.id for update`.execute(
    tx,
  );
  return rows;
}

/** Nobody works on it any more: disposed, or on a problem that is closed. */
export const isOver = (signal: string) => sql`(${sql.ref(`${signal}.state`)} = 'disposed' or exists (
  select from signal_problem e join problem p on p.id = e.problem_id
   where e.signal_id = ${sql.ref(`${signal}.id`)} and e.closed_at is null and p.state = 'closed'))`;

/** Neither the signal nor any half that shares its words and reporter is still worked on, or younger. */
export const mayExpire = sql`(${isOver('s')}
       and not exists (select from signal o where o.reporter_id = s.reporter_id and o.id <> s.id and o.erased_at is null
             and not (${isOver('o')} and o.received_at <= s.received_at)))`;

/** Signals whose channel's time of keeping is over, the oldest first; what is still worked on waits. Locked. */
export async function lockExpired(tx: Tx, limit: number): Promise<Erasable[]> {
  const { rows } = await sql<Erasable>`select ${columns} from signal s join channel c on c.id = s.channel_id
     where s.erased_at is null and s.received_at < ${tx.now}::timestamptz - make_interval(months => c.keep_months) and ${mayExpire}
     order by s.received_at, s.id limit ${limit} for update of s skip locked`.execute(tx);
  return rows;
}

/** @param words what stands in the place of the words from now on. */
export async function eraseRows(tx: Tx, signals: readonly Erasable[], words: string): Promise<void> {
  const ids = sql`${uuidColumn(signals.map((one) => one.id))}::uuid[]`;
  await sql`update signal set title = null, words = ${words}, salt = '', row_hash = null, place = null, extra = '{}', category = null,
      erased_at = ${tx.now}, version = version + 1 where id = any(${ids})`.execute(tx);
  await sql`update signal_version set title = null, words = ${words}, salt = '', extra = '{}', row_hash = null
    where signal_id = any(${ids})`.execute(tx);
  await sql`update reporter set name_sealed = null, phone_sealed = null, id_number_sealed = null, address_sealed = null, salt = '',
      erased_at = ${tx.now} where id in (select reporter_id from signal where id = any(${ids}))`.execute(tx);
  await sql`delete from signal_key where signal_id = any(${ids})`.execute(tx);
  await eraseGrams(tx, signals);
  await sql`update signal_contact set words = null where signal_id = any(${ids})`.execute(tx);
  await sql`update signal_answer set words = ${words} where signal_id = any(${ids})`.execute(tx);
  await sql`update signal_question set words = ${words}, answer = case when answered_at is not null then ${words} end
    where signal_id = any(${ids})`.execute(tx);
  await sql`update signal_reopening set words = ${words}, decision_words = case when outcome is not null then ${words} end
    where signal_id = any(${ids})`.execute(tx);
  await sql`update signal_callback set words = null where signal_id = any(${ids})`.execute(tx);
  await sql`with gone as (delete from signal_photo where signal_id = any(${ids}) returning file_hash)
    insert into erased_file (hash, at) select distinct file_hash, ${tx.now}::timestamptz from gone on conflict do nothing`.execute(
    tx,
  );
}

/** What one filters by stays in the index: channel, matter, urgency, month. */
async function eraseGrams(tx: Tx, signals: readonly Erasable[]): Promise<void> {
  const left = signals.map(({ channel_id: channelId, matter, urgency, received_at }) =>
    gramsOf({ title: null, words: '', place: null, channelId, matter, urgency }, received_at),
  );
  const { flat, starts, ends } = intsColumn(left);
  await sql`update signal_search s set grams = (${flat}::int4[])[g.first:g.last]
      from unnest(${uuidColumn(signals.map((one) => one.id))}::uuid[], ${starts}::int4[], ${ends}::int4[]) as g(id, first, last)
     where s.signal_id = g.id`.execute(tx);
}

/** A file that nothing names yet: it goes at that time, unless something names it by then. */
export async function keepForNow(tx: Tx, hash: string, until: Date): Promise<void> {
  await sql`insert into erased_file (hash, at) values (${hash}, ${until})
    on conflict (hash) do update set at = greatest(erased_file.at, excluded.at)`.execute(tx);
}

export async function erasedFiles(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('erased_file').select('hash').where('at', '<=', tx.now).orderBy('at').execute();
  return rows.map((row) => row.hash);
}

export async function isPhoto(tx: Tx, hash: string): Promise<boolean> {
  return Boolean(
    await tx.selectFrom('signal_photo').select('id').where('file_hash', '=', hash).limit(1).executeTakeFirst(),
  );
}

export async function dropErasedFile(tx: Tx, hash: string): Promise<void> {
  await tx.deleteFrom('erased_file').where('hash', '=', hash).execute();
}
