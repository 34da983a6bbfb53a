/** The rows of what goes outside: written with the message, taken by the job that sends. */
import { sql } from 'kysely';
import { type Day, startOfDay } from '#clock/day.ts';
import { PUSHED_A_DAY } from '#message/message.ts';
import { type ChannelName, channelNames, type Failure } from '#message/outside/channel.ts';
import type { PushKind } from '#message/outside.ts';
import type { Tx } from '#platform/db.ts';

/**
 * By the one channel that reaches each person: the first five of their day, and from the sixth on one line for all that
 * follow, at the hour that is set for the channel. An address counts once it is known to be theirs.
 */
export async function pushOutside(tx: Tx, messages: readonly string[], day: Day): Promise<void> {
  await sql`
    with told as (
      select id, person_id, place from message where id = any(${messages}::uuid[])
    ), reach as (
      select distinct on (a.person_id) a.person_id, a.channel, coalesce((c.settings->>'digestHour')::int, 18) as hour
        from person_address a join outside_channel c on c.name = a.channel and c.open
        left join push_choice h on h.person_id = a.person_id
       where a.person_id in (select person_id from told) and a.verified_at is not null
         and case coalesce(h.channel, 'any') when 'any' then a.channel <> 'sms' else h.channel = a.channel end
       order by a.person_id, array_position(${channelNames}::text[], a.channel)
    )
    insert into message_push (id, message_id, person_id, day, channel, key, not_before, what)
    select gen_random_uuid(), t.id, t.person_id, ${day}::date, r.channel, r.channel || ':' || t.id, ${tx.now}::timestamptz, 'message'
      from told t join reach r using (person_id) where t.place <= ${PUSHED_A_DAY}
    union all
    select gen_random_uuid(), null, x.person_id, ${day}::date, r.channel, r.channel || ':' || x.person_id || ':' || ${day}::text,
           greatest(${tx.now}::timestamptz, ${startOfDay(day)}::timestamptz + make_interval(hours => r.hour)), 'digest'
      from (select distinct person_id from told where place > ${PUSHED_A_DAY}) x join reach r using (person_id)
    on conflict (key) do nothing`.execute(tx);
}

/** Something that a person asked for themselves just now: a code, or a message to try a channel. */
export async function pushNow(
  tx: Tx,
  push: { personId: string; channel: ChannelName; key: string; what: 'test' | 'code'; day: Day },
): Promise<void> {
  await sql`
    insert into message_push (id, person_id, day, channel, key, not_before, what)
    values (gen_random_uuid(), ${push.personId}, ${push.day}, ${push.channel}, ${push.key}, ${tx.now}, ${push.what})
    on conflict (key) do nothing`.execute(tx);
  await sql`select graphile_worker.add_job('message-push', job_key => 'message-push-now')`.execute(tx);
}

export type Due = {
  id: string;
  key: string;
  channel: ChannelName;
  personId: string;
  what: PushKind;
  tries: number;
  urgent: boolean;
  zh: string | null;
  en: string | null;
  language: 'zh' | 'en' | null;
  quiet_from: number | null;
  quiet_to: number | null;
  address_sealed: Buffer | null;
  verified_at: Date | null;
  code_sealed: Buffer | null;
  code_until: Date | null;
};

/** What is due by these channels, locked: another worker passes over it. */
export async function lockDue(tx: Tx, channels: readonly ChannelName[], many: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select p.id, p.key, p.channel, p.person_id as "personId", p.what, p.tries, coalesce(m.urgent, false) as urgent, m.zh, m.en,
           a.language, h.quiet_from, h.quiet_to, d.address_sealed, d.verified_at, d.code_sealed, d.code_until
      from message_push p left join message m on m.id = p.message_id
      left join account a on a.person_id = p.person_id left join push_choice h on h.person_id = p.person_id
      left join person_address d on d.person_id = p.person_id and d.channel = p.channel
     where p.sent_at is null and p.given_up_at is null and p.not_before <= ${tx.now} and p.channel = any(${channels}::text[])
     order by p.not_before, p.id limit ${many} for update of p skip locked`.execute(tx);
  return rows;
}

/** What of a person's day was told beyond the first five and is not read: at most `most`, the newest first. */
export async function restOf(tx: Tx, pushId: string, most: number) {
  const { rows } = await sql<{ zh: string; en: string; rest: number }>`
    select m.zh, m.en, count(*) over ()::int as rest from message_push p join message m on m.person_id = p.person_id
     where p.id = ${pushId} and m.place > ${PUSHED_A_DAY} and m.read_at is null
       and m.at >= p.day::timestamp at time zone 'Asia/Shanghai' and m.at < (p.day + 1)::timestamp at time zone 'Asia/Shanghai'
     order by m.at desc, m.id desc limit ${most}`.execute(tx);
  return { rest: rows[0]?.rest ?? 0, lines: rows.map(({ zh, en }) => ({ zh, en })) };
}

/** How many tries this person's channel has had since. The caller holds the lock of `takingTurns`. */
export async function triesSince(tx: Tx, personId: string, channel: ChannelName, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from push_try
    where person_id = ${personId} and channel = ${channel} and at > ${since}`.execute(tx);
  return rows[0]!.n;
}

/** Of all members together. The caller holds the lock of `takingTurns`. */
export async function triesOfAllSince(tx: Tx, channel: ChannelName, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from push_try
    where channel = ${channel} and at > ${since}`.execute(tx);
  return rows[0]!.n;
}

/** Two programs that count the same person's tries go one after the other, until their transactions end. */
export async function takingTurns(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`push of ${tx.city.schema}`}))`.execute(tx);
}

/** Written before it is made: a program that dies gives it back after `minutes`, and what it may have sent has been counted. */
export async function noteTry(tx: Tx, push: Due, minutes: number): Promise<void> {
  await sql`insert into push_try (push_id, person_id, channel, at)
    values (${push.id}, ${push.personId}, ${push.channel}, ${tx.now})`.execute(tx);
  await sql`update message_push set tries = tries + 1, not_before = ${tx.now}::timestamptz + make_interval(mins => ${minutes})
    where id = ${push.id}`.execute(tx);
}

export const putOff = (tx: Tx, id: string, until: Date): Promise<unknown> =>
  tx.updateTable('message_push').set({ not_before: until }).where('id', '=', id).execute();

export const dropPush = (tx: Tx, id: string): Promise<unknown> =>
  tx.deleteFrom('message_push').where('id', '=', id).execute();

export async function settlePush(
  tx: Tx,
  id: string,
  how: 'sent_at' | 'given_up_at' | 'later',
  failure: Failure | null = null,
): Promise<void> {
  await tx
    .updateTable('message_push')
    .set({ failure, ...(how !== 'later' && { [how]: tx.now }) })
    .where('id', '=', id)
    .execute();
}

/** Tries are counted for a day at the most. */
export const forgetTries = (tx: Tx, before: Date): Promise<unknown> =>
  tx.deleteFrom('push_try').where('at', '<', before).execute();
