/** Handing over what was taken: a few at a time, as slowly as a channel asks, and what the page of channels tells of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { noteHealth } from '#message/outside/channel.store.ts';
import { type ChannelName, type Failure, rates } from '#message/outside/channel.ts';
import type { Opened } from '#message/outside.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';

/** At once in flight: a server that answers in a tenth of a second takes 80 a second. */
const TOGETHER = 8;
/** With pauses of 5, 10 … 60 minutes: a day. */
export const TRIES = 30;

export type Failed = { later: Failure } | { never: Failure };
const SILENT = new Set<Failure>([
  'no_answer',
  'certificate',
  'no_tls',
  'sign_in',
  'clock',
  'redirected',
  'settings',
  'quota',
]);

type Delivery<T, O> = {
  /** What it throws is taken for `no_answer`. */
  send: (one: T) => Promise<O | Failed>;
  settle: (tx: Tx, one: T, outcome: O | Failed) => Promise<void>;
  /** Channels that did not answer: left alone for this minute, they stop nobody else's. */
  silent: Set<ChannelName>;
};

/** Each in a transaction of its own once it is known. @returns how many were taken by the other side */
export async function deliver<T extends { channel: Opened }, O extends string | object>(
  city: City,
  taken: readonly T[],
  { send, settle, silent }: Delivery<T, O>,
): Promise<number> {
  let gone = 0;
  for (let first = 0; first < taken.length; first += TOGETHER) {
    const slice = taken.slice(first, first + TOGETHER);
    const outcomes = await Promise.all(
      slice.map(async (one) => {
        const failed: Failed = { later: 'no_answer' };
        const outcome = silent.has(one.channel.name) ? failed : await send(one).catch(() => failed);
        await transact(city, (tx) => settle(tx, one, outcome));
        return outcome;
      }),
    );
    gone += outcomes.filter((outcome) => !failureIn(outcome)).length;
    await noteOutcomes(city, slice, outcomes, silent);
    await wait(pauseAfter(slice));
  }
  return gone;
}

/** Milliseconds until so many may go again, that no second has more than a channel takes of one interface. */
function pauseAfter(slice: readonly { channel: Opened }[]): number {
  const pauses = slice.map(({ channel }) => {
    const { second } = rates[channel.name].all ?? {};
    return second === undefined ? 0 : 1_000 / Math.floor(second / TOGETHER);
  });
  return Math.max(0, ...pauses);
}

export const failureIn = (outcome: string | object): Failed | undefined =>
  typeof outcome === 'object' && ('later' in outcome || 'never' in outcome) ? (outcome as Failed) : undefined;

/** What the settings page tells of a channel. A person whom nobody knows there says nothing of the channel. */
async function noteOutcomes(
  city: City,
  slice: readonly { channel: Opened }[],
  outcomes: readonly (string | object)[],
  silent: Set<ChannelName>,
) {
  const health = new Map<ChannelName, Failure | null>();
  for (const [i, outcome] of outcomes.entries()) {
    const { name } = slice[i]!.channel;
    const failed = failureIn(outcome);
    if (!failed) health.set(name, null);
    else if ('later' in failed) {
      if (health.get(name) !== null) health.set(name, failed.later);
      if (SILENT.has(failed.later)) silent.add(name);
    }
  }
  for (const [name, failure] of health) await transact(city, (tx) => noteHealth(tx, name, failure));
}
