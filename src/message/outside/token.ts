/** The access token of a channel: kept in the city's database, asked for by one at a time, anew when the other side refuses it. */

import { keepToken, tokenOf } from '#message/outside/channel.store.ts';
import type { ChannelName, Failure } from '#message/outside/channel.ts';
import { type City, transact } from '#platform/city.ts';

export type Given = { token: string; seconds: number };

const asking = new Map<string, Promise<{ token: string } | Failure>>();

/** @param stale the token that was refused just now: only another one is an answer. */
export function accessToken(
  city: City,
  name: ChannelName,
  stale: string | undefined,
  fetchNew: () => Promise<Given | Failure>,
): Promise<{ token: string } | Failure> {
  const place = `${city.slug} ${name}`;
  const running = asking.get(place);
  if (running) return running;
  const found = find(city, name, stale, fetchNew).finally(() => asking.delete(place));
  asking.set(place, found);
  return found;
}

async function find(
  city: City,
  name: ChannelName,
  stale: string | undefined,
  fetchNew: () => Promise<Given | Failure>,
): Promise<{ token: string } | Failure> {
  const kept = await transact(city, (tx) => tokenOf(tx, name));
  if (kept !== undefined && kept !== stale) return { token: kept };
  const given = await fetchNew();
  if (typeof given === 'string') return given;
  await transact(city, (tx) => keepToken(tx, name, given.token, given.seconds));
  return { token: given.token };
}
