/** The rows of what goes outside: written with the message, taken by the job that sends. */
import { sql } from 'kysely';
import { type Day, endOfDay } from '#clock/day.ts';
import { PUSHED_A_DAY } from '#message/message.ts';
import { outsideChannels } from '#message/outside.ts';
import type { Tx } from '#platform/db.ts';

/** The line for the rest of a day goes out when the office closes; a city's own hour comes with the office hours. */
const DIGEST_HOURS_BEFORE_MIDNIGHT = 6;
const hour = 3_600_000;

/** For each channel: the first five of a person's day, and from the sixth on one line for all that follow. */
export async function pushOutside(tx: Tx, messages: readonly string[], day: Day): Promise<void> {
  const names = outsideChannels().map(({ name }) => name);
  if (names.length === 0) return;
  const evening = new Date(endOfDay(day).getTime() - DIGEST_HOURS_BEFORE_MIDNIGHT * hour);
  await sql`
    insert into message_push (id, message_id, person_id, day, channel, key, not_before)
    select gen_random_uuid(), m.id, m.person_id, ${day}::date, c, c || ':' || m.id, ${tx.now}
      from message m cross join unnest(${names}::text[]) c
     where m.id = any(${messages}::uuid[]) and m.place <= ${PUSHED_A_DAY}
    union all
    select gen_random_uuid(), null, x.person_id, ${day}::date, c, c || ':' || x.person_id || ':' || ${day}::text,
           greatest(${tx.now}::timestamptz, ${evening}::timestamptz)
      from (select distinct person_id from message where id = any(${messages}::uuid[]) and place > ${PUSHED_A_DAY}) x
     cross join unnest(${names}::text[]) c
    on conflict (key) do nothing`.execute(tx);
}

export type Waiting = {
  id: string;
  key: string;
  channel: string;
  personId: string;
  urgent: boolean;
  zh: string | null;
  en: string | null;
  rest: number;
  tries: number;
};

/** Takes what is due for `minutes`: nobody else sends it meanwhile, and a program that dies gives it back by time. */
export async function takeWaiting(tx: Tx, many: number, minutes: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    with due as (
      select id from message_push where sent_at is null and given_up_at is null and not_before <= ${tx.now}
       order by not_before limit ${many} for update skip locked
    )
    update message_push p set tries = p.tries + 1, not_before = ${tx.now}::timestamptz + make_interval(mins => ${minutes} * (p.tries + 1))
      from due left join lateral (
        select m.zh, m.en, m.urgent from message_push q join message m on m.id = q.message_id where q.id = due.id) said on true
     where p.id = due.id
    returning p.id, p.key, p.channel, p.person_id as "personId", coalesce(said.urgent, false) as urgent, said.zh, said.en, p.tries,
      (select count(*)::int from message m where m.person_id = p.person_id and m.place > ${PUSHED_A_DAY}
          and m.read_at is null and (m.at at time zone 'Asia/Shanghai')::date = p.day) as rest`.execute(tx);
  return rows;
}

export async function settlePush(tx: Tx, id: string, how: 'sent_at' | 'given_up_at'): Promise<void> {
  await tx
    .updateTable('message_push')
    .set({ [how]: tx.now })
    .where('id', '=', id)
    .execute();
}
