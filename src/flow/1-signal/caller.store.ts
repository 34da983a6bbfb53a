/** Finding signals by who reported: through keyed codes only, never by a name or phone in the clear. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { blindIndex } from '#platform/keys.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { type ListRow, lines } from '#signal/signal.store.ts';
import { phoneDigits } from '#text/phone.ts';

const SHOWN = 20;

/** The caller's earlier matters, newest first, of those the actor sees; and how many there are. */
export async function earlierMatters(
  tx: Tx,
  actor: Actor,
  phone: string,
  except?: string,
): Promise<{ rows: ListRow[]; total: number }> {
  const key = blindIndex(tx.city.keys, 'phone', phoneDigits(phone));
  return mattersUnder(tx, actor, sql`${key}`, except);
}

/** The same for the caller of a signal, whose phone nobody needs to see for it. */
export function otherMatters(tx: Tx, actor: Actor, signalId: string): Promise<{ rows: ListRow[]; total: number }> {
  const key = sql`(select key from signal_key where signal_id = ${signalId} and kind = 'caller_phone' limit 1)`;
  return mattersUnder(tx, actor, key, signalId);
}

async function mattersUnder(tx: Tx, actor: Actor, key: RawBuilder<unknown>, except?: string) {
  const mine = sql`from signal_key k join signal s on s.id = k.signal_id
    where k.key = ${key} and k.kind = 'caller_phone' and s.id is distinct from ${except ?? null}::uuid and ${signalSeen(actor)}`;
  const { rows } = await sql<ListRow>`
    with page as (select s.id ${mine} order by s.received_at desc limit ${SHOWN})
    ${lines(actor)} order by s.received_at desc`.execute(tx);
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n ${mine}`.execute(tx);
  return { rows, total: counted[0]!.n };
}

/** Ids of signals whose caller has this phone, or this very name; and of those in whose words the phone stands. */
export async function byCaller(tx: Tx, asked: string): Promise<string[]> {
  const phone = phoneDigits(asked);
  const codes = [
    blindIndex(tx.city.keys, 'name', asked.replace(/\s/g, '')),
    ...(phone.length >= 7 ? [blindIndex(tx.city.keys, 'phone', phone)] : []),
  ];
  const rows = await tx
    .selectFrom('signal_key')
    .select('signal_id')
    .distinct()
    .where('key', 'in', codes)
    .limit(50)
    .execute();
  return rows.map((row) => row.signal_id);
}
