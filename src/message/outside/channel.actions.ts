/** Verbs on the ways out: setting one, trying it with a message to oneself, trying again what was given up. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { addressesOf } from '#message/outside/address.store.ts';
import { channelRow, figuresOf, holdChannel, sealSecret } from '#message/outside/channel.store.ts';
import { type ChannelName, channelNames, type Failure, settingsOf } from '#message/outside/channel.ts';
import type { OutsideChannel, outsideApi } from '#message/outside/outside.api.ts';
import { pushNow } from '#message/push.store.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import { mustBeCurrent } from '#people/meanwhile.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { parse } from '#platform/malformed.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

export async function listChannels(tx: Tx): Promise<OutsideChannel[]> {
  const figures = await figuresOf(tx);
  const rows = await tx.selectFrom('outside_channel').selectAll().execute();
  return channelNames.map((name) => {
    const row = rows.find((one) => one.name === name);
    return {
      name,
      settings: row ? (row.settings as Record<string, unknown>) : null,
      hasSecret: row?.secret_sealed != null,
      open: row?.open ?? false,
      version: row?.version ?? 0,
      sentAt: row?.sent_at?.toISOString() ?? null,
      failedAt: row?.failed_at?.toISOString() ?? null,
      failure: (row?.failure ?? null) as Failure | null,
      ...figures.get(name)!,
    };
  });
}

const channelNow = async (tx: Tx, name: ChannelName) => (await listChannels(tx)).find((one) => one.name === name)!;

type Setting = z.output<typeof outsideApi.set.body>;

/** The secret is sealed and never shown again; with other settings the token of the other side is asked for anew. */
export async function setChannel(tx: Tx, actor: Actor, name: ChannelName, input: Setting): Promise<OutsideChannel> {
  const by = signing(actor, 'channel.manage');
  const settings = parse(settingsOf[name], input.settings);
  await sql`lock table outside_channel in share row exclusive mode`.execute(tx);
  const before = await holdChannel(tx, name);
  if (!(await once(tx, by, input.id, 'outside.set', { name, ...input }))) return channelNow(tx, name);
  const id = before?.id ?? newId();
  if (before || input.version !== 0) await mustBeCurrent(tx, id, input.version, before?.version ?? 0);
  const secret_sealed = input.secret === undefined ? (before?.secret_sealed ?? null) : sealSecret(tx, id, input.secret);
  if (input.open && !secret_sealed && (name !== 'email' || ('user' in settings && settings.user !== '')))
    throw problem('malformed', { count: 1 }, { fields: [fieldProblem('secret', 'field_required')] });
  const row = {
    ...{ settings: JSON.stringify(settings), secret_sealed, open: input.open, changed_at: tx.now },
    ...{ token_sealed: null, token_until: null, failed_at: null, failure: null },
  };
  if (before)
    await tx
      .updateTable('outside_channel')
      .set({ ...row, version: before.version + 1 })
      .where('id', '=', id)
      .execute();
  else
    await tx
      .insertInto('outside_channel')
      .values({ id, name, ...row })
      .execute();
  const data = { channel: name, open: input.open, secret: input.secret !== undefined };
  await record(tx, by, { verb: 'outside.set', kind: 'outside', thing: id, data, request: input.id });
  return channelNow(tx, name);
}

/** @throws channel_not_open, address_missing */
export async function testChannel(tx: Tx, actor: Actor, name: ChannelName, id: string): Promise<void> {
  const by = signing(actor, 'channel.manage');
  const personId = personOf(actor);
  const row = await channelRow(tx, name);
  if (!row?.open) throw problem('channel_not_open');
  const address = (await addressesOf(tx, personId)).find(({ channel }) => channel === name);
  if (!address?.verified_at) throw problem('address_missing');
  if (!(await once(tx, by, id, 'outside.test', { name }))) return;
  await pushNow(tx, { personId, channel: name, key: `${name}:test:${id}`, what: 'test', day: dayOf(tx.now) });
  await record(tx, by, { verb: 'outside.test', kind: 'outside', thing: row.id, request: id });
}

/** @returns how many are tried again. */
export async function retryChannel(tx: Tx, actor: Actor, name: ChannelName, id: string): Promise<number> {
  const by = signing(actor, 'channel.manage');
  const row = await channelRow(tx, name);
  if (!row?.open) throw problem('channel_not_open');
  if (!(await once(tx, by, id, 'outside.retry', { name }))) return 0;
  const afresh = sql`given_up_at = null, tries = 0, failure = null, not_before = ${tx.now}
    where channel = ${name} and given_up_at > ${tx.now}::timestamptz - interval '7 days'`;
  const pushes = await sql`update message_push set ${afresh} and what <> 'code'`.execute(tx);
  const todos = await sql`update outside_todo set ${afresh}`.execute(tx);
  const again = Number(pushes.numAffectedRows ?? 0) + Number(todos.numAffectedRows ?? 0);
  await record(tx, by, { verb: 'outside.retry', kind: 'outside', thing: row.id, data: { again }, request: id });
  return again;
}
