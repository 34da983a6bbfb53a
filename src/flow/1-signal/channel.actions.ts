/** Verbs on channels and integration tokens. */
import type { z } from 'zod';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { hashOf, newSecret } from '#platform/secret.ts';
import type { Channel, channelApi, Token } from '#signal/channel.api.ts';
import { channelNow, listTokens, openChannel } from '#signal/channel.store.ts';
import type { Asked } from '#signal/channel-asks.ts';
import { flawOfSeries, SERIES_LONGEST } from '#signal/number-series.ts';
import type { channelKinds } from '#signal/signal.ts';

const DAY_MS = 86_400_000;

/** The program opens channels of every kind, people those that the form offers. */
type NewChannel = Omit<z.output<typeof channelApi.add.body>, 'kind'> & { kind: keyof typeof channelKinds };

export async function addChannel(tx: Tx, actor: Actor, input: NewChannel): Promise<Channel> {
  const by = signing(actor, 'channel.manage');
  if (await once(tx, by, input.id, 'channel.add', input)) {
    const added = await tx
      .insertInto('channel')
      .values(input)
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) throw problem('channel_code_taken', { code: input.code });
    await record(tx, by, {
      verb: 'channel.add',
      kind: 'channel',
      thing: input.id,
      data: { code: input.code, kind: input.kind },
      request: input.id,
    });
  }
  return channelNow(tx, input.id);
}

export async function changeChannel(
  tx: Tx,
  actor: Actor,
  channelId: string,
  input: { id: string; name: string; closed: boolean },
) {
  const by = signing(actor, 'channel.manage');
  const before = await channelNow(tx, channelId);
  if (await once(tx, by, input.id, 'channel.change', { channelId, ...input })) {
    const closed_at = input.closed ? tx.now : null;
    await tx.updateTable('channel').set({ name: input.name, closed_at }).where('id', '=', channelId).execute();
    const data = { old: { name: before.name, closed: before.closed }, new: { name: input.name, closed: input.closed } };
    await record(tx, by, { verb: 'channel.change', kind: 'channel', thing: channelId, data, request: input.id });
  }
  return channelNow(tx, channelId);
}

/** What comes in from now on is numbered so and asked so; what is there keeps its number. @throws malformed */
export async function setChannelRules(
  tx: Tx,
  actor: Actor,
  channelId: string,
  input: { id: string; series: string; asks: Asked[] },
): Promise<Channel> {
  const by = signing(actor, 'channel.manage');
  const { series, asks } = input;
  const flaw = flawOfSeries(series);
  if (flaw)
    throw problem('malformed', { count: 1 }, { fields: [fieldProblem('series', flaw, { most: SERIES_LONGEST })] });
  const before = await channelNow(tx, channelId);
  if (await once(tx, by, input.id, 'channel.rules', { channelId, ...input })) {
    await tx.updateTable('channel').set({ series, asks }).where('id', '=', channelId).execute();
    const data = { old: { series: before.series, asks: before.asks }, new: { series, asks } };
    await record(tx, by, { verb: 'channel.rules', kind: 'channel', thing: channelId, data, request: input.id });
  }
  return channelNow(tx, channelId);
}

/** The secret is shown in this answer and never again: only its hash is stored. The same click twice shows none. */
export async function makeToken(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof channelApi.makeToken.body>,
): Promise<Token & { secret: string | null }> {
  const by = signing(actor, 'channel.manage');
  await openChannel(tx, input.channelId);
  const isNew = await once(tx, by, input.id, 'token.make', input);
  const secret = `sy_${newSecret()}`;
  if (isNew) {
    const expires_at = new Date(tx.now.getTime() + input.days * DAY_MS);
    await tx
      .insertInto('integration_token')
      .values({
        ...{ id: input.id, channel_id: input.channelId, name: input.name, hash: hashOf(secret) },
        ...{ made_by: personOf(actor), made_at: tx.now, expires_at },
      })
      .execute();
    const data = { channel: input.channelId, expires: expires_at.toISOString() };
    await record(tx, by, { verb: 'token.make', kind: 'token', thing: input.id, data, request: input.id });
  }
  const [token] = await listTokens(tx, input.id);
  return { ...token!, secret: isNew ? secret : null };
}

export async function revokeToken(tx: Tx, actor: Actor, id: string): Promise<Token> {
  const [before] = await listTokens(tx, id);
  if (!before) throw problem('not_found');
  if (!before.revokedAt) {
    await tx.updateTable('integration_token').set({ revoked_at: tx.now }).where('id', '=', id).execute();
    await record(tx, signing(actor, 'channel.manage'), { verb: 'token.revoke', kind: 'token', thing: id });
  }
  const [token] = await listTokens(tx, id);
  return token!;
}
