/** A person's inbox as rows: reading it, marking it, muting kinds. Nobody reads another's. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import type { MessageItem } from '#message/message.api.ts';
import { isMessageKind, type MessageThing, messageKinds, PUSHED_A_DAY } from '#message/message.ts';
import { cursorOf, keysOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type Row = Omit<MessageItem, 'said' | 'thing' | 'words' | 'at'> & {
  thing: string;
  thing_kind: MessageThing['kind'];
  zh: string;
  en: string;
  at: Date;
  at_us: string;
};

const show = ({ thing, thing_kind, zh, en, at, at_us: _, ...row }: Row): MessageItem => ({
  ...row,
  said: messageKinds().find(({ kind }) => kind === row.kind)?.said ?? { zh: row.kind, en: row.kind },
  thing: { kind: thing_kind, id: thing },
  words: { zh, en },
  at: at.toISOString(),
});

const lines = (where: RawBuilder<unknown>) => sql<Row>`
  select m.id, m.kind, m.thing_kind, m.thing, m.zh, m.en, m.urgent, m.by_name as "byName", m.muted, m.at, m.at::text as at_us,
         m.read_at is not null as read, w.name as "forWhom"
    from message m left join person w on w.id = m.for_whom where ${where}`;

export async function listMessages(
  tx: Tx,
  person: string,
  { cursor, limit, unread }: { cursor?: string | undefined; limit: number; unread?: boolean | undefined },
): Promise<{ items: MessageItem[]; next: string | null }> {
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const { rows } = await lines(sql`m.person_id = ${person}
    ${unread ? sql`and m.read_at is null` : sql``}
    ${after ? sql`and (m.at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by m.at desc, m.id desc limit ${limit + 1}`).execute(tx);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map(show), next: last ? cursorOf([last.at_us, last.id]) : null };
}

export async function unreadOf(tx: Tx, person: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from message where person_id = ${person} and read_at is null`.execute(tx);
  return rows[0]!.n;
}

/** Unread ones that were pushed, the newest five; those of today beyond them are one figure. */
export async function bellOf(tx: Tx, person: string) {
  const { rows: pushed } = await lines(sql`m.person_id = ${person} and m.read_at is null and m.place <= ${PUSHED_A_DAY}
    order by m.at desc, m.place limit ${PUSHED_A_DAY}`).execute(tx);
  const { rows } = await sql<{ rest: number }>`
    select count(*)::int as rest from message
     where person_id = ${person} and read_at is null and place > ${PUSHED_A_DAY}
       and (at at time zone 'Asia/Shanghai')::date = ${dayOf(tx.now)}::date`.execute(tx);
  return { unread: await unreadOf(tx, person), pushed: pushed.map(show), rest: rows[0]!.rest };
}

/** @throws not_found where it is not theirs. */
export async function markRead(tx: Tx, person: string, id: string): Promise<void> {
  const row = await tx
    .updateTable('message')
    .set({ read_at: sql<Date>`coalesce(read_at, ${tx.now})` })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (row.numUpdatedRows === 0n) throw problem('not_found');
}

export async function markAllRead(tx: Tx, person: string, until: Date): Promise<void> {
  await tx
    .updateTable('message')
    .set({ read_at: tx.now })
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .where('at', '<=', until)
    .execute();
}

export async function mutingOf(tx: Tx, person: string) {
  const rows = await tx.selectFrom('message_mute').select('kind').where('person_id', '=', person).execute();
  const muted = new Set(rows.map(({ kind }) => kind));
  return { kinds: messageKinds().map(({ kind, said }) => ({ kind, said, muted: muted.has(kind) })) };
}

/** From now on; what has come is as it is. @throws not_found where there is no such kind. */
export async function mute(tx: Tx, person: string, kind: string, muted: boolean): Promise<void> {
  if (!isMessageKind(kind)) throw problem('not_found');
  if (muted)
    await tx
      .insertInto('message_mute')
      .values({ person_id: person, kind, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else await tx.deleteFrom('message_mute').where('person_id', '=', person).where('kind', '=', kind).execute();
}
