/** Channels and the tokens bound to them, as rows. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { hashOf } from '#platform/secret.ts';
import type { Channel, Token } from '#signal/channel.api.ts';
import type { Asked } from '#signal/channel-asks.ts';

export async function listChannels(tx: Tx): Promise<Channel[]> {
  const rows = await tx.selectFrom('channel').selectAll().orderBy('code').execute();
  return rows.map(({ id, code, name, kind, closed_at, keep_months, series, asks }) => ({
    ...{ id, code, name, kind, closed: closed_at !== null, keepMonths: keep_months },
    ...{ series, asks: asks as Asked[] },
  }));
}

/** @throws not_found */
export async function channelNow(tx: Tx, id: string): Promise<Channel> {
  const channel = (await listChannels(tx)).find((one) => one.id === id);
  if (!channel) throw problem('not_found');
  return channel;
}

/** @throws not_found, channel_closed */
export async function openChannel(tx: Tx, id: string): Promise<{ id: string; name: string; asks: Asked[] }> {
  const channel = await tx
    .selectFrom('channel')
    .select(['id', 'name', 'closed_at', 'asks'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!channel) throw problem('not_found');
  if (channel.closed_at) throw problem('channel_closed', { name: channel.name });
  return { ...channel, asks: channel.asks as Asked[] };
}

/** Tokens with the time each was last used, as the ledger knows it. */
export async function listTokens(tx: Tx, only?: string): Promise<Token[]> {
  const { rows } = await sql<Record<string, Date | string | null>>`
    select t.id, t.channel_id, t.name, p.name as made_by, t.made_at, t.expires_at, t.revoked_at,
           (select l.at from ledger l where l.actor = t.id order by l.seq desc limit 1) as last_used_at
      from integration_token t join person p on p.id = t.made_by
     where ${only ?? null}::uuid is null or t.id = ${only ?? null} order by t.made_at desc`.execute(tx);
  const iso = (at: unknown) => (at instanceof Date ? at.toISOString() : null);
  return rows.map((row) => ({
    id: row.id as string,
    channelId: row.channel_id as string,
    name: row.name as string,
    madeBy: row.made_by as string,
    madeAt: iso(row.made_at)!,
    expiresAt: iso(row.expires_at)!,
    revokedAt: iso(row.revoked_at),
    lastUsedAt: iso(row.last_used_at),
  }));
}

/** Reads a token that a request bears: an actor of its own, bound to one channel. */
export async function readToken(tx: Tx, secret: string): Promise<Actor | undefined> {
  const row = await tx
    .selectFrom('integration_token')
    .select(['id', 'name', 'channel_id'])
    .where('hash', '=', hashOf(secret))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  return row && { kind: 'token', id: row.id, name: row.name, posts: [], channel: row.channel_id };
}
