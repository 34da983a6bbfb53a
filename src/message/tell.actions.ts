/** Telling persons something in the desk, many at once: each once per key, whoever is away through who acts for them as well. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { isMessageKind, type Told } from '#message/message.ts';
import { pushOutside } from '#message/push.store.ts';
import type { Tx } from '#platform/db.ts';

export const tell = (tx: Tx, told: Told): Promise<void> => tellAll(tx, [told]);

type Row = { id: string; person: string; for_whom: string | null; muted: boolean; urgent: boolean };

/**
 * In a handful of statements, whatever their number. The row of a person's day is locked until the transaction ends, in the
 * order of persons, so that two programs never give the sixth of a day the fifth's place. A message's id is made of whom it is
 * told and its key (a UUID of version 8): the demo is the same whenever it is made.
 */
export async function tellAll(tx: Tx, list: readonly Told[]): Promise<void> {
  for (const { kind } of list) if (!isMessageKind(kind)) throw new Error(`no such kind of message: ${kind}`);
  const asked = list.flatMap((told) =>
    [...new Set(told.to)].map((person) => ({
      person,
      kind: told.kind,
      thing_kind: told.thing.kind,
      thing: told.thing.id,
      zh: told.words.zh,
      en: told.words.en,
      urgent: told.urgent ?? false,
      by_name: told.byName ?? false,
      key: told.key,
    })),
  );
  if (asked.length === 0) return;
  const { rows } = await sql<Row>`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(
        person uuid, kind text, thing_kind text, thing uuid, zh text, en text, urgent boolean, by_name boolean, key text)
    ), readers as (
      select a.*, null::uuid as for_whom from asked a
      union all
      select d.to_person_id, a.kind, a.thing_kind, a.thing, a.zh, a.en, a.urgent, a.by_name, a.key, a.person
        from asked a join delegation d on d.from_person_id = a.person
         and d.valid_from <= ${tx.now} and d.valid_to > ${tx.now} and d.ended_at is null
    ), once as (
      select distinct on (person, key) * from readers order by person, key, for_whom nulls first
    )
    insert into message (id, person_id, for_whom, kind, thing_kind, thing, zh, en, urgent, by_name, muted, key, at, read_at)
    select overlay(overlay(md5(o.person || ' ' || o.key) placing '8' from 13) placing '8' from 17)::uuid, o.person, o.for_whom, o.kind, o.thing_kind, o.thing, o.zh, o.en, o.urgent, o.by_name,
           m.person_id is not null, o.key, ${tx.now}, case when m.person_id is not null then ${tx.now}::timestamptz end
      from once o left join message_mute m on m.person_id = o.person and m.kind = o.kind and not o.by_name
     order by o.person, o.key
    on conflict (person_id, key) do nothing
    returning id, person_id as person, for_whom, muted, urgent`.execute(tx);
  await place(
    tx,
    rows.filter(({ muted }) => !muted),
  );
}

/** Gives each its place in the day of its reader, urgent ones first, and what is pushed to the channels outside. */
async function place(tx: Tx, fresh: readonly Row[]): Promise<void> {
  if (fresh.length === 0) return;
  const day = dayOf(tx.now);
  await sql`
    with fresh as materialized (
      select m.id, m.person_id, row_number() over (partition by m.person_id order by m.urgent desc, m.id) as nth
        from message m where m.id = any(${fresh.map(({ id }) => id)}::uuid[])
    ), counted as (
      insert into message_day (person_id, day, told)
      select person_id, ${day}::date, count(*) from fresh group by person_id order by person_id
      on conflict (person_id, day) do update set told = message_day.told + excluded.told
      returning person_id, told
    ), sizes as (
      select person_id, count(*) as n from fresh group by person_id
    )
    update message m set place = c.told - s.n + f.nth
      from fresh f join counted c on c.person_id = f.person_id join sizes s on s.person_id = f.person_id
     where m.id = f.id`.execute(tx);
  await pushOutside(
    tx,
    fresh.map(({ id }) => id),
    day,
  );
}
