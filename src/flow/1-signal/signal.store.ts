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

/** What a decision about a signal looks at. */
export type LockedSignal = {
  id: string;
  number: string;
  state: SignalState;
  urgency: Urgency;
  channel_id: string;
  matter: Matter;
  version: number;
};

/** A signal that the actor sees, locked for a decision. @throws not_found */
export async function lockSignal(tx: Tx, actor: Actor, id: string): Promise<LockedSignal> {
  const { rows } = await sql<LockedSignal>`
    select s.id, s.number, s.state, s.urgency, s.channel_id, s.matter, s.version from signal s
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
