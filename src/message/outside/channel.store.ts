/** The channels of a city as rows: settings, the sealed secret, the access token of the other side, how sending goes. */
import { sql } from 'kysely';
import { type ChannelName, channelNames, type Failure } from '#message/outside/channel.ts';
import type { Opened } from '#message/outside.ts';
import type { Tx } from '#platform/db.ts';
import { open, seal } from '#platform/keys.ts';

const secretPlace = (id: string) => `outside_channel.secret:${id}`;
const tokenPlace = (id: string) => `outside_channel.token:${id}`;

/** A token is renewed so long before it ends: a call takes its time. */
const EARLY_MS = 5 * 60_000;

export const channelRow = (tx: Tx, name: ChannelName) =>
  tx.selectFrom('outside_channel').selectAll().where('name', '=', name).executeTakeFirst();

export const holdChannel = (tx: Tx, name: ChannelName) =>
  tx.selectFrom('outside_channel').selectAll().where('name', '=', name).forUpdate().executeTakeFirst();

export type ChannelRow = NonNullable<Awaited<ReturnType<typeof channelRow>>>;

export const openSecret = (tx: Tx, { id, secret_sealed }: Pick<ChannelRow, 'id' | 'secret_sealed'>): string =>
  secret_sealed ? open(tx.city.keys, secret_sealed, secretPlace(id)) : '';

export const sealSecret = (tx: Tx, id: string, secret: string): Buffer => seal(tx.city.keys, secret, secretPlace(id));

/** Those that are switched on, with their secrets. */
export async function openedChannels(tx: Tx): Promise<Map<ChannelName, Opened>> {
  const rows = await tx.selectFrom('outside_channel').selectAll().where('open', '=', true).execute();
  return new Map(
    rows.map((row) => {
      const name = row.name as ChannelName;
      return [name, { name, settings: row.settings, secret: openSecret(tx, row) }];
    }),
  );
}

/** Something went out, or nothing did and why. A failure keeps the moment since when it lasts. */
export async function noteHealth(tx: Tx, name: ChannelName, failure: Failure | null): Promise<void> {
  await (failure === null
    ? sql`update outside_channel set sent_at = ${tx.now}, failed_at = null, failure = null where name = ${name}`
    : sql`update outside_channel set failed_at = coalesce(failed_at, ${tx.now}), failure = ${failure} where name = ${name}`
  ).execute(tx);
}

/** The access token of the other side, unless it has ended or is about to. */
export async function tokenOf(tx: Tx, name: ChannelName): Promise<string | undefined> {
  const row = await channelRow(tx, name);
  if (!row?.token_sealed || !row.token_until) return undefined;
  if (row.token_until.getTime() - EARLY_MS <= tx.now.getTime()) return undefined;
  return open(tx.city.keys, row.token_sealed, tokenPlace(row.id));
}

/** @param seconds as long as the other side says that it is good */
export async function keepToken(tx: Tx, name: ChannelName, token: string, seconds: number): Promise<void> {
  const row = await channelRow(tx, name);
  if (!row) return;
  const token_until = new Date(tx.now.getTime() + seconds * 1_000);
  await tx
    .updateTable('outside_channel')
    .set({ token_sealed: seal(tx.city.keys, token, tokenPlace(row.id)), token_until })
    .where('id', '=', row.id)
    .execute();
}

/** What was given up within a week, messages and to-dos, in all channels together. */
export async function countGivenUp(tx: Tx): Promise<number> {
  const week = sql`given_up_at > ${tx.now}::timestamptz - interval '7 days'`;
  const { rows } = await sql<{ n: number }>`select (select count(*) from message_push where ${week})::int
    + (select count(*) from outside_todo where ${week})::int as n`.execute(tx);
  return rows[0]!.n;
}

type Figures = { channel: string; waiting: number; given_up: number };
type Counted = { waiting: number; givenUp: number };

/** What waits for each channel, and what was given up within a week: messages, and to-dos. */
export async function figuresOf(tx: Tx): Promise<Map<ChannelName, Counted & { todos: Counted }>> {
  const counts = sql`count(*) filter (where given_up_at is null)::int as waiting,
    count(*) filter (where given_up_at is not null)::int as given_up`;
  const lately = sql`given_up_at > ${tx.now}::timestamptz - interval '7 days'`;
  const pushes = await sql<Figures>`select channel, ${counts} from message_push
    where (sent_at is null and given_up_at is null) or ${lately} group by channel`.execute(tx);
  const todos = await sql<Figures>`select channel, ${counts} from outside_todo
    where (said < wanted and given_up_at is null) or ${lately} group by channel`.execute(tx);
  const of = ({ rows }: { rows: Figures[] }, name: ChannelName): Counted => {
    const row = rows.find(({ channel }) => channel === name);
    return { waiting: row?.waiting ?? 0, givenUp: row?.given_up ?? 0 };
  };
  return new Map(channelNames.map((name) => [name, { ...of(pushes, name), todos: of(todos, name) }]));
}
