/** Sending outside, each minute: at least once, with a stable key; nothing of a city that was restored and not released. */
import type { TaskList } from 'graphile-worker';
import { dayMs } from '#clock/day.ts';
import { noteHealth } from '#message/outside/channel.store.ts';
import type { ChannelName, Failure } from '#message/outside/channel.ts';
import { adapterOf, type Outcome } from '#message/outside.ts';
import { forgetTries, settlePush } from '#message/push.store.ts';
import { type Taken, takeDue } from '#message/push.take.ts';
import { type City, transact } from '#platform/city.ts';
import { mayGoOut } from '#platform/held.ts';

export const messageCrontab = ['* * * * * message-push ?max=1', '17 19 * * * message-forget ?max=1'].join('\n');

/** At once in flight: a server that answers in a tenth of a second takes 80 a second. */
const TOGETHER = 8;
/** With pauses of 5, 10 … 60 minutes: a day. */
const TRIES = 30;

export function messageTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'message-push': async () => {
      for (const city of cities.values()) await pushWaiting(city);
    },
    'message-forget': async () => {
      for (const city of cities.values())
        await transact(city, (tx) => forgetTries(tx, new Date(tx.now.getTime() - 2 * dayMs)));
    },
  };
}

/** @returns how many went out. */
export async function pushWaiting(city: City): Promise<number> {
  let gone = 0;
  // A channel that does not answer is left alone for this minute: it stops nobody else's.
  const silent = new Set<ChannelName>();
  for (;;) {
    if (!(await mayGoOut(city))) return gone;
    const { taken, more } = await takeDue(city, silent);
    for (let first = 0; first < taken.length; first += TOGETHER) {
      const slice = taken.slice(first, first + TOGETHER);
      const outcomes = await Promise.all(slice.map((one) => pushOne(city, one, silent)));
      gone += outcomes.filter((outcome) => outcome === 'gone').length;
      await noteOutcomes(city, slice, outcomes, silent);
    }
    if (!more) return gone;
  }
}

async function pushOne(city: City, { due, push, channel }: Taken, silent: ReadonlySet<ChannelName>): Promise<Outcome> {
  const outcome = await sendOne(city, { due, push, channel }, silent);
  await transact(city, async (tx) => {
    if (outcome === 'gone') await settlePush(tx, due.id, 'sent_at');
    else if ('never' in outcome) await settlePush(tx, due.id, 'given_up_at', outcome.never);
    else await settlePush(tx, due.id, due.tries + 1 >= TRIES ? 'given_up_at' : 'later', outcome.later);
  });
  return outcome;
}

async function sendOne(city: City, { push, channel }: Taken, silent: ReadonlySet<ChannelName>): Promise<Outcome> {
  if (!push) return { never: 'no_address' };
  if (silent.has(channel.name)) return { later: 'no_answer' };
  const adapter = adapterOf(channel.name);
  return (
    (await adapter?.send(push, channel, city).catch((): Outcome => ({ later: 'no_answer' }))) ?? { later: 'settings' }
  );
}

const SILENT = new Set<Failure>(['no_answer', 'certificate', 'no_tls', 'sign_in', 'redirected', 'settings']);

/** What the settings page tells of a channel. A person whom nobody knows there says nothing of the channel. */
async function noteOutcomes(
  city: City,
  slice: readonly Taken[],
  outcomes: readonly Outcome[],
  silent: Set<ChannelName>,
) {
  const health = new Map<ChannelName, Failure | null>();
  for (const [i, outcome] of outcomes.entries()) {
    const { name } = slice[i]!.channel;
    if (outcome === 'gone') health.set(name, null);
    else if ('later' in outcome) {
      if (health.get(name) !== null) health.set(name, outcome.later);
      if (SILENT.has(outcome.later)) silent.add(name);
    }
  }
  for (const [name, failure] of health) await transact(city, (tx) => noteHealth(tx, name, failure));
}
