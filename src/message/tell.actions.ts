/** Telling persons something in the desk, many at once: each once per key, whoever is away through who acts for them as well. */
import { sql } from 'kysely';
import { type Day, dayOf } from '#clock/day.ts';
import { isMessageKind, type Told } from '#message/message.ts';
import { pushOutside } from '#message/push.store.ts';
import { boolColumn, textColumn, uuidColumn } from '#platform/columns.ts';
import type { Tx } from '#platform/db.ts';

export const tell = (tx: Tx, told: Told): Promise<void> => tellAll(tx, [told]);

/**
 * In a handful of statements, whatever their number. The rows of the readers' day are locked first and until the transaction
 * ends, in the order of persons, so that two programs never give the sixth of a day the fifth's place, and a message is written
 * once with its place in it. A message's id is made of whom it is told and its key (a UUID of version 8): the demo is the same
 * whenever it is made.
 */
export async function tellAll(tx: Tx, list: readonly Told[]): Promise<void> {
  for (const { kind } of list) if (!isMessageKind(kind)) throw new Error(`no such kind of message: ${kind}`);
  const asked = list.flatMap((told) => [...new Set(told.to)].map((person) => ({ person, told })));
  if (asked.length === 0) return;
  const day = dayOf(tx.now);
  await holdDays(tx, [...new Set(asked.map(({ person }) => person))], day);
  const { rows } = await sql<{ id: string }>`
    with asked as materialized (
      select * from unnest(${columnsOf(asked)}) as a(person, kind, thing_kind, thing, zh, en, urgent, by_name, key)
    ), readers as (
      select a.*, null::uuid as for_whom from asked a
      union all
      select d.to_person_id, a.kind, a.thing_kind, a.thing, a.zh, a.en, a.urgent, a.by_name, a.key, a.person
        from asked a join delegation d on d.from_person_id = a.person and ${actsNow(tx)}
    ), once as (
      select distinct on (person, key) * from readers order by person, key, for_whom nulls first
    ), fresh as materialized (
      select o.*, m.person_id is not null as muted,
             overlay(overlay(md5(o.person || ' ' || o.key) placing '8' from 13) placing '8' from 17)::uuid as id
        from once o left join message_mute m on m.person_id = o.person and m.kind = o.kind and not o.by_name
       where not exists (select from message e where e.person_id = o.person and e.key = o.key)
    ), written as (
      insert into message (id, person_id, for_whom, kind, thing_kind, thing, zh, en, urgent, by_name, muted, key, at, read_at, place)
      select f.id, f.person, f.for_whom, f.kind, f.thing_kind, f.thing, f.zh, f.en, f.urgent, f.by_name, f.muted, f.key, ${tx.now},
             case when f.muted then ${tx.now}::timestamptz end,
             case when not f.muted then d.told + row_number() over (partition by f.person, f.muted order by f.urgent desc, f.id) end
        from fresh f join message_day d on d.person_id = f.person and d.day = ${day}::date
      on conflict (person_id, key) do nothing
      returning id, person_id, muted
    ), counted as (
      update message_day d set told = d.told + n.n
        from (select person_id, count(*) as n from written where not muted group by person_id) n
       where d.person_id = n.person_id and d.day = ${day}::date
    )
    select id from written where not muted`.execute(tx);
  if (rows.length === 0) return;
  await pushOutside(
    tx,
    rows.map(({ id }) => id),
    day,
  );
}

function columnsOf(asked: readonly { person: string; told: Told }[]) {
  const text = (pick: (told: Told) => string) => sql`${textColumn(asked.map(({ told }) => pick(told)))}::text[]`;
  const flag = (pick: (told: Told) => boolean | undefined) =>
    sql`${boolColumn(asked.map(({ told }) => pick(told) ?? false))}::bool[]`;
  return sql`${uuidColumn(asked.map(({ person }) => person))}::uuid[], ${text(({ kind }) => kind)}, ${text(({ thing }) => thing.kind)},
    ${uuidColumn(asked.map(({ told }) => told.thing.id))}::uuid[], ${text(({ words }) => words.zh)}, ${text(({ words }) => words.en)},
    ${flag(({ urgent }) => urgent)}, ${flag(({ byName }) => byName)}, ${text(({ key }) => key)}`;
}

/** On `delegation d`: somebody acts for whom it is from. */
const actsNow = (tx: Tx) => sql<boolean>`d.valid_from <= ${tx.now} and d.valid_to > ${tx.now} and d.ended_at is null`;

/** In a statement of its own: what the next one reads is what whoever held them before has left. */
async function holdDays(tx: Tx, persons: readonly string[], day: Day): Promise<void> {
  await sql`
    insert into message_day (person_id, day, told)
    select person, ${day}::date, 0 from (
      select unnest(${persons}::uuid[]) as person
      union select d.to_person_id from delegation d where d.from_person_id = any(${persons}::uuid[]) and ${actsNow(tx)}) p
     order by person
    on conflict (person_id, day) do update set told = message_day.told`.execute(tx);
}
