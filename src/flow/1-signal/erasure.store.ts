/** What whoever erases may know: kinds and counts of what a number holds, what was erased, and what a rule would take. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { cursorOf, keysOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem, say } from '#platform/problem.ts';
import { channelNow } from '#signal/channel.store.ts';
import { mayExpire } from '#signal/erase.store.ts';
import type { erasureApi } from '#signal/erasure.api.ts';
import { heldKinds } from '#signal/erasure.ts';

type Reply<K extends keyof typeof erasureApi> = z.output<(typeof erasureApi)[K]['reply']>;
type Held = Reply<'holding'>['kinds'][number]['kind'];
type Row = Record<Held, number> & { numbers: string[]; channel: string; at: Date; untriaged: boolean; left: boolean };

/** Kinds and how many of each; never what they say. @throws not_found */
export async function holdingOf(tx: Tx, number: string): Promise<Reply<'holding'>> {
  const { rows } = await sql<Row>`
    with own as (select s.* from signal s where s.reporter_id = (select reporter_id from signal where number = ${number}))
    select array(select number from own order by number) as numbers,
           (select c.name from own join channel c on c.id = own.channel_id where own.number = ${number}) as channel,
           (select received_at from own where number = ${number}) as at,
           (select coalesce(bool_or(state = 'untriaged'), false) from own where erased_at is null) as untriaged,
           exists (select from own where erased_at is null) as left,
           (select count(*)::int from own where erased_at is null) as words,
           (select count(*)::int from signal_version where signal_id in (select id from own)) as versions,
           (select num_nonnulls(name_sealed, phone_sealed, id_number_sealed, address_sealed) from reporter
             where id = (select reporter_id from own limit 1)) as reporter,
           (select count(place)::int from own) as place,
           (select count(distinct key)::int from own, jsonb_object_keys(own.extra) as key) as extra,
           (select count(*)::int from signal_photo where signal_id in (select id from own)) as photos,
           (select count(words)::int from signal_contact where signal_id in (select id from own)) as contacts,
           (select count(*)::int from signal_answer where signal_id in (select id from own)) as answers,
           (select count(words)::int from signal_callback where signal_id in (select id from own)) as callbacks,
           (select count(*)::int from signal_question where signal_id in (select id from own)) as questions,
           (select count(*)::int from signal_reopening where signal_id in (select id from own)) as wishes
     where exists (select from own)`.execute(tx);
  const row = rows[0];
  if (!row) throw problem('not_found');
  const kinds = (Object.keys(heldKinds) as Held[]).map((kind) => ({ kind, count: row[kind] ?? 0 }));
  return {
    ...{ number, channel: row.channel, receivedAt: row.at.toISOString() },
    with: row.numbers.filter((other) => other !== number),
    kinds: row.left ? kinds.filter(({ count }) => count > 0) : [],
    closed: row.left ? (row.untriaged ? say('erase_untriaged', { number }) : null) : say('erased_already', { number }),
  };
}

const PAGE = 30;

/** At somebody's request, each with all its numbers, the latest first. */
export async function erasuresMade(tx: Tx, cursor?: string): Promise<Omit<Reply<'list'>, 'nights'>> {
  const before = cursor ? Number(keysOf(cursor, 1)[0]) : null;
  if (before !== null && !Number.isSafeInteger(before)) throw problem('malformed', { count: 1 });
  const { rows } = await sql<Omit<Reply<'list'>['items'][number], 'at'> & { at: Date; seq: string }>`
    select l.request as id, min(l.seq) as seq, l.at, array_agg(s.number order by s.number) as numbers, l.reason,
           json_build_object('id', p.id, 'name', p.name) as by, l.data->>'basis' as basis, l.data->>'requester' as requester
      from ledger l join signal s on s.id = l.thing join person p on p.id = l.actor
     where l.verb = 'signal.erased' and l.actor_kind = 'person' and (${before}::bigint is null or l.seq < ${before})
     group by l.request, l.at, l.reason, p.id, l.data order by seq desc limit ${PAGE + 1}`.execute(tx);
  const items = rows.slice(0, PAGE);
  return {
    items: items.map(({ seq: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
    next: rows.length > PAGE ? cursorOf([String(items.at(-1)!.seq)]) : null,
  };
}

const NIGHTS = '31 days';

/** By the channels' rules: how many each night. */
export async function expiredNights(tx: Tx): Promise<Reply<'list'>['nights']> {
  const { rows } = await sql<{ day: string; count: number }>`
    select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::int as count from ledger
     where verb = 'signal.erased' and actor_kind = 'program' and at > ${tx.now}::timestamptz - ${NIGHTS}::interval
     group by 1 order by 1 desc`.execute(tx);
  return rows;
}

/** Each channel's rule, with who set it when and why. */
export async function retentionRules(tx: Tx): Promise<Reply<'rules'>['items']> {
  const { rows } = await sql<Reply<'rules'>['items'][number]>`
    select c.id, c.code, c.name, c.keep_months as months,
           (select json_build_object('at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                     'by', json_build_object('id', p.id, 'name', p.name), 'reason', l.reason)
              from ledger l join person p on p.id = l.actor
             where l.thing = c.id and l.verb = 'channel.retain' order by l.seq desc limit 1) as set
      from channel c order by c.code`.execute(tx);
  return rows;
}

/** Beyond it nobody needs the exact number to think twice. */
const COUNTED = 10_000;

/** How many signals a rule of so many months would take the next night, and how many wait. @throws not_found */
export async function previewRetention(tx: Tx, channelId: string, months: number): Promise<Reply<'preview'>> {
  await channelNow(tx, channelId);
  const { rows } = await sql<{ over: number; waiting: number; before: Date }>`
    with old as materialized (select ${mayExpire} as over from signal s
       where s.channel_id = ${channelId} and s.erased_at is null
         and s.received_at < ${tx.now}::timestamptz - make_interval(months => ${months}) limit ${COUNTED + 1})
    select count(*) filter (where over)::int as over, count(*) filter (where not over)::int as waiting,
           ${tx.now}::timestamptz - make_interval(months => ${months}) as before from old`.execute(tx);
  const { over, waiting, before } = rows[0]!;
  const more = over + waiting > COUNTED;
  return { over: { count: over, more }, waiting: { count: waiting, more }, before: before.toISOString() };
}
