/** Reading signals: pages of a list, and one at a time for a decision. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Cursor } from '#signal/by-words.store.ts';
import { find } from '#signal/find.store.ts';
import type { SignalItem, SignalQuery } from '#signal/signal.api.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import type { Disposition, Matter, SignalState, Urgency } from '#signal/signal.ts';
import { maskWords } from '#text/mask.ts';

export const writeCursor = ({ at, id }: Cursor) => Buffer.from(`${at} ${id}`).toString('base64url');
export function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  const match = /^(\S+) ([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw problem('cursor_invalid');
  return { at: match[1]!, id: match[2]! };
}

export type ListRow = {
  id: string;
  number: string;
  source_number: string | null;
  channel_id: string;
  channel_name: string;
  state: SignalState;
  matter: Matter;
  urgency: Urgency;
  secret: boolean;
  title: string | null;
  words: string;
  place: string | null;
  category: string | null;
  received_at: Date;
  problem_id: string | null;
  problem_number: string | null;
  problem_title: string | null;
  answered: boolean;
  caller_others: number;
  version: number;
};

function conditions(actor: Actor, filter: Filter): RawBuilder<boolean>[] {
  const { state, matter, urgency, channelId, importId, problemId, toAnswer, from, to } = filter;
  return [
    signalSeen(actor),
    ...(state ? [sql<boolean>`s.state = ${state}`] : []),
    ...(matter ? [sql<boolean>`s.matter = ${matter}`] : []),
    ...(urgency ? [sql<boolean>`s.urgency = ${urgency}`] : []),
    ...(channelId ? [sql<boolean>`s.channel_id = ${channelId}`] : []),
    ...(importId ? [sql<boolean>`s.import_id = ${importId}`] : []),
    ...(problemId
      ? [
          sql<boolean>`exists (select from signal_problem e where e.signal_id = s.id and e.problem_id = ${problemId} and e.closed_at is null)`,
        ]
      : []),
    ...(toAnswer
      ? [sql<boolean>`s.id in (select thing from clock where limit_name = 'answer' and stopped_at is null)`]
      : []),
    ...(from ? [sql<boolean>`s.received_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`] : []),
    ...(to ? [sql<boolean>`s.received_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`] : []),
  ];
}

/** Attributes of the filter that the search index knows too. */
function attributesOf({ channelId, matter, urgency }: Filter): number[] {
  return [
    ...(channelId ? [attributeGrams.channel(channelId)] : []),
    ...(matter ? [attributeGrams.matter(matter)] : []),
    ...(urgency ? [attributeGrams.urgency(urgency)] : []),
  ];
}

/** Digits as long as a ticket's number are one: as words they are not indexed. */
const isNumber = (q: string) => /^\s*[A-Za-z0-9-]{0,6}\d{7,}\s*$/.test(q);

/** One character stands in every other ticket: no index serves it, and nobody reads the answer. */
const tooShort = () => problem('malformed', { count: 1 }, { fields: [fieldProblem('q', 'search_too_short')] });

type Found = { id: string; received_us: string };

/** Filters that are not grams but pick few rows: the signal table's own indexes serve them better than a walk by time. */
const picksFew = ({ state, importId, problemId, toAnswer }: Filter) =>
  Boolean(state ?? importId ?? problemId ?? toAnswer);

/**
 * One stretch of ids, newest first, whose grams fit. By GIN the few hits are collected and sorted; by time the search table is
 * walked alone (`|| '{}'` keeps the planner from the index) and joined to the signal only for what fits.
 */
async function stretch(
  tx: Tx,
  actor: Actor,
  filter: Filter,
  after: Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  const where = [...conditions(actor, filter)];
  const ask = filter.q && !isNumber(filter.q) ? asked(filter.q, attributesOf(filter)) : undefined;
  if (filter.q && !ask)
    where.push(sql<boolean>`(s.number like ${`${filter.q.trim()}%`} or s.source_number = ${filter.q.trim()})`);
  const way = ask && (await wayTo(tx, ask));
  const wanted = ask && sql`${`{${ask.grams.join(',')}}`}::int4[]`;
  const from = !ask
    ? sql`signal s`
    : way!.by === 'gin'
      ? sql`(select signal_id, received_at from signal_search where grams @> ${wanted} offset 0) s_ join signal s on s.id = s_.signal_id`
      : sql`signal_search s_ join signal s on s.id = s_.signal_id and (s_.grams || '{}'::int4[]) @> ${wanted}`;
  const time = ask && !picksFew(filter) ? sql`s_.received_at` : sql`s.received_at`;
  const id = ask && !picksFew(filter) ? sql`s_.signal_id` : sql`s.id`;
  if (after) where.push(sql<boolean>`(${time}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  // The planner takes the filter for rare, whatever we know, and would read and sort the whole table instead of walking it.
  const walks = way?.by === 'time' && !picksFew(filter);
  if (walks) await sql`set local enable_sort = off`.execute(tx);
  const { rows } = await sql<Found>`
    select ${id} as id, to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as received_us
      from ${from} where ${sql.join(where, sql` and `)} order by ${time} desc, ${id} desc limit ${limit}`.execute(tx);
  if (walks) await sql`set local enable_sort = on`.execute(tx);
  return rows;
}

/** Ids that fit in truth, up to `limit`: hits of the grams are rechecked against the words, which have the last word. */
async function find(tx: Tx, actor: Actor, filter: Filter, after: Cursor | undefined, limit: number): Promise<Found[]> {
  if (filter.q && !isNumber(filter.q) && asked(filter.q, []).grams.length === 0) throw tooShort();
  const terms = filter.q ? asked(filter.q, []).recheck : [];
  if (terms.length === 0) return stretch(tx, actor, filter, after, limit);
  const found: Found[] = [];
  let from = after;
  for (;;) {
    const part = await stretch(tx, actor, filter, from, limit);
    const { rows } = await sql<{ id: string; words: string }>`
      select id, concat_ws(E'\n', title, words, place) as words from signal where id = any(${part.map((row) => row.id)}::uuid[])`.execute(
      tx,
    );
    const fits = new Set(rows.filter((row) => recheck(row.words, terms)).map((row) => row.id));
    found.push(...part.filter((row) => fits.has(row.id)));
    const last = part.at(-1);
    if (found.length >= limit || part.length < limit || !last) return found.slice(0, limit);
    from = { at: last.received_us, id: last.id };
  }
}

/** A page of signals, newest first. The ids are found first, then what a line shows is read for those alone. */
export async function listSignals(
  tx: Tx,
  actor: Actor,
  query: SignalQuery,
): Promise<{ rows: ListRow[]; next: string | null }> {
  const ids = await find(tx, actor, query, readCursor(query.cursor), query.limit + 1);
  const shown = ids.slice(0, query.limit);
  const { rows } = await sql<ListRow>`
    with page as (select id from unnest(${shown.map((row) => row.id)}::uuid[]) id)
    ${lines(actor)} order by s.received_at desc, s.id desc`.execute(tx);
  const last = ids.length > query.limit ? shown.at(-1) : undefined;
  return { rows, next: last ? writeCursor({ at: last.received_us, id: last.id }) : null };
}

/** What a line of a list shows of the signals in `page` (a relation with column `id`); the caller's others are those the actor sees. */
export const lines = (actor: Actor) => sql`
  select s.id, s.number, s.source_number, s.channel_id, c.name as channel_name, s.state, s.matter, s.urgency, s.secret, s.title,
         left(s.words, 400) as words, s.place, s.category, s.received_at, s.version,
         p.id as problem_id, p.number as problem_number, p.title as problem_title,
         exists (select from signal_answer a where a.signal_id = s.id) as answered,
         (select count(*)::int from (
           select from signal_key k join signal_key o on o.key = k.key and o.kind = k.kind and o.signal_id <> k.signal_id
             join signal s on s.id = o.signal_id
            where k.signal_id = page.id and k.kind = 'caller_phone' and not r.hidden and ${signalSeen(actor)} limit 99) others) as caller_others
    from page join signal s on s.id = page.id join channel c on c.id = s.channel_id join reporter r on r.id = s.reporter_id
    left join signal_problem e on e.signal_id = s.id and e.closed_at is null left join problem p on p.id = e.problem_id`;

export function showLine(row: ListRow): SignalItem {
  return {
    id: row.id,
    number: row.number,
    sourceNumber: row.source_number,
    channel: { id: row.channel_id, name: row.channel_name },
    state: row.state,
    matter: row.matter,
    urgency: row.urgency,
    secret: row.secret,
    title: row.title && maskWords(row.title),
    words: maskWords(row.words).slice(0, 200),
    place: row.place && maskWords(row.place),
    category: row.category,
    receivedAt: row.received_at.toISOString(),
    problem: row.problem_id ? { id: row.problem_id, number: row.problem_number!, title: row.problem_title! } : null,
    answered: row.answered,
    callerOthers: row.caller_others,
    version: row.version,
  };
}

/** A signal that the actor sees, locked for a decision. @throws not_found */
export async function lockSignal(tx: Tx, actor: Actor, id: string) {
  const { rows } = await sql<{
    id: string;
    number: string;
    state: SignalState;
    urgency: Urgency;
    matter: Matter;
    version: number;
  }>`
    select s.id, s.number, s.state, s.urgency, s.matter, s.version from signal s
     where s.id = ${id} and ${signalSeen(actor)} for update`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return rows[0];
}

type Change = {
  state?: SignalState;
  title?: string;
  disposition?: Disposition | null;
  disposition_code?: string | null;
};

/** Writes a change and counts the version up; with `bump` 0 the version is left for a later write of the same decision. */
export async function writeSignal(tx: Tx, id: string, change: Change, bump = 1): Promise<number> {
  const { version } = await tx
    .updateTable('signal')
    .set((eb) => ({ ...change, version: eb('version', '+', bump) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function insertPhoto(
  tx: Tx,
  signalId: string,
  photo: { id: string; hash: string; type: string; size: number },
  question_id: string | null = null,
) {
  const { id, hash: file_hash, type, size } = photo;
  await tx
    .insertInto('signal_photo')
    .values({ id, signal_id: signalId, file_hash, type, size, at: tx.now, question_id })
    .execute();
}
