/** The second signal of a ticket that held two matters. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newSalt } from '#platform/keys.ts';
import { sourceKeys } from '#signal/arrival.ts';
import { signalNumber } from '#signal/number.store.ts';
import { gramsOf } from '#signal/search.store.ts';
import type { Matter } from '#signal/signal.ts';

/** Copies words, place and reporter (the same row: one person) under a number of its own; and the codes of the reporter to find it by. */
export async function copySignal(
  tx: Tx,
  actor: Actor,
  from: string,
  to: { id: string; title: string; matter: Matter },
): Promise<void> {
  await sql`insert into signal (id, number, channel_id, source_key, state, matter, urgency, secret, wants_reply, title, words, salt,
      place, area_id, category, extra, reporter_id, said_at, received_at, recorded_at, recorded_by, divided_from, erased_at)
    select ${to.id}, ${signalNumber('c', sql`s.received_at`)},
           s.channel_id, ${sourceKeys.id(to.id)}, 'untriaged', ${to.matter}, s.urgency, s.secret, s.wants_reply, ${to.title}, s.words,
           ${newSalt()}, s.place, s.area_id, s.category, s.extra, s.reporter_id, s.said_at, s.received_at, ${tx.now}, ${actor.id}, s.id, s.erased_at
      from signal s join channel c on c.id = s.channel_id where s.id = ${from}`.execute(tx);
  await sql`insert into signal_key (signal_id, kind, key) select ${to.id}, kind, key from signal_key where signal_id = ${from}`.execute(
    tx,
  );
}

/** Writes anew by what signals are found, from what they say now. */
export async function indexSignals(tx: Tx, ids: string[]): Promise<void> {
  const signals = await tx
    .selectFrom('signal')
    .select(['id', 'title', 'words', 'place', 'channel_id', 'matter', 'urgency', 'received_at', 'erased_at'])
    .where('id', 'in', ids)
    .execute();
  for (const { id, received_at, erased_at, words, ...signal } of signals) {
    const said = { ...signal, words: erased_at ? '' : words, channelId: signal.channel_id };
    const grams = `{${gramsOf(said, received_at).join(',')}}`;
    await sql`insert into signal_search (signal_id, received_at, grams) values (${id}, ${received_at}, ${grams}::int4[])
      on conflict (signal_id) do update set grams = excluded.grams`.execute(tx);
  }
}
