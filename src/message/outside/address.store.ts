/** Addresses of persons as rows: sealed to their person and channel like phones, with the code that was sent there. */
import { sql } from 'kysely';
import type { ChannelName } from '#message/outside/channel.ts';
import type { Tx } from '#platform/db.ts';
import { open, seal } from '#platform/keys.ts';

const place = (what: 'address' | 'code', personId: string, channel: ChannelName) =>
  `person_address.${what}:${personId}:${channel}`;

export const openAddress = (tx: Tx, personId: string, channel: ChannelName, sealed: Buffer): string =>
  open(tx.city.keys, sealed, place('address', personId, channel));

export const openCode = (tx: Tx, personId: string, channel: ChannelName, sealed: Buffer): string =>
  open(tx.city.keys, sealed, place('code', personId, channel));

export const addressesOf = (tx: Tx, personId: string) =>
  tx.selectFrom('person_address').selectAll().where('person_id', '=', personId).execute();

/** Held until the transaction ends: two tries of a code are counted one after the other. */
export const holdAddress = (tx: Tx, personId: string, channel: ChannelName) =>
  tx
    .selectFrom('person_address')
    .selectAll()
    .where('person_id', '=', personId)
    .where('channel', '=', channel)
    .forUpdate()
    .executeTakeFirst();

type NewAddress = { personId: string; channel: ChannelName; address: string; setBy: string; verified: boolean };

/** In the place of an earlier one, whose code is good no more. */
export async function writeAddress(tx: Tx, { personId, channel, address, setBy, verified }: NewAddress): Promise<void> {
  const row = {
    address_sealed: seal(tx.city.keys, address, place('address', personId, channel)),
    ...{ code_sealed: null, code_until: null, code_tries: 0 },
    ...{ verified_at: verified ? tx.now : null, set_by: setBy, set_at: tx.now },
  };
  await tx
    .insertInto('person_address')
    .values({ person_id: personId, channel, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'channel']).doUpdateSet(row))
    .execute();
}

export async function removeAddress(tx: Tx, personId: string, channel: ChannelName): Promise<void> {
  await tx.deleteFrom('person_address').where('person_id', '=', personId).where('channel', '=', channel).execute();
}

export async function writeCode(tx: Tx, personId: string, channel: ChannelName, code: string, until: Date) {
  const code_sealed = seal(tx.city.keys, code, place('code', personId, channel));
  await change(tx, personId, channel, { code_sealed, code_until: until, code_tries: 0 });
}

export const countTry = (tx: Tx, personId: string, channel: ChannelName, tries: number): Promise<void> =>
  change(tx, personId, channel, { code_tries: tries });

export const markVerified = (tx: Tx, personId: string, channel: ChannelName): Promise<void> =>
  change(tx, personId, channel, { verified_at: tx.now, code_sealed: null, code_until: null, code_tries: 0 });

type Change = {
  code_sealed?: Buffer | null;
  code_until?: Date | null;
  code_tries?: number;
  verified_at?: Date;
};

async function change(tx: Tx, personId: string, channel: ChannelName, values: Change): Promise<void> {
  await tx
    .updateTable('person_address')
    .set(values)
    .where('person_id', '=', personId)
    .where('channel', '=', channel)
    .execute();
}

/** How many codes this person was sent within the last hour. */
export async function codesWithinAnHour(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from message_push
    where person_id = ${personId} and what = 'code' and not_before > ${tx.now}::timestamptz - interval '1 hour'`.execute(
    tx,
  );
  return rows[0]!.n;
}

export type Choice = { channel: ChannelName | 'any' | 'none'; quietFrom: number | null; quietTo: number | null };

export async function choiceOf(tx: Tx, personId: string): Promise<Choice> {
  const row = await tx.selectFrom('push_choice').selectAll().where('person_id', '=', personId).executeTakeFirst();
  return {
    channel: (row?.channel ?? 'any') as Choice['channel'],
    quietFrom: row?.quiet_from ?? null,
    quietTo: row?.quiet_to ?? null,
  };
}

export async function writeChoice(tx: Tx, personId: string, { channel, quietFrom, quietTo }: Choice): Promise<void> {
  const row = { channel, quiet_from: quietFrom, quiet_to: quietTo };
  await tx
    .insertInto('push_choice')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}
