/** Sending outside, each minute: at least once, with a stable key; nothing of a city that was restored and not released. */
import type { TaskList } from 'graphile-worker';
import { digestWords } from '#message/message.ts';
import { outsideChannels } from '#message/outside.ts';
import { settlePush, takeWaiting, type Waiting } from '#message/push.store.ts';
import { type City, transact } from '#platform/city.ts';
import { mayGoOut } from '#platform/held.ts';

export const messageCrontab = '* * * * * message-push ?max=1';

const AT_ONCE = 100;
/** Longer at each failure: after 5, 10, 15 … minutes. */
const AGAIN_MINUTES = 5;
const TRIES = 12;

export function messageTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'message-push': async () => {
      for (const city of cities.values()) await pushWaiting(city);
    },
  };
}

/** @returns how many went out. */
export async function pushWaiting(city: City): Promise<number> {
  if (outsideChannels().length === 0) return 0;
  let gone = 0;
  for (;;) {
    if (!(await mayGoOut(city))) return gone;
    const waiting = await transact(city, (tx) => takeWaiting(tx, AT_ONCE, AGAIN_MINUTES));
    for (const push of waiting) if (await pushOne(city, push)) gone += 1;
    if (waiting.length < AT_ONCE) return gone;
  }
}

/** A channel that fails is a channel that is asked later: it stops nobody else's. */
async function pushOne(
  city: City,
  { id, key, channel, personId, urgent, zh, en, rest, tries }: Waiting,
): Promise<boolean> {
  const outside = outsideChannels().find(({ name }) => name === channel);
  const words = zh !== null && en !== null ? { zh, en } : digestWords(rest);
  const nothingLeft = zh === null && rest === 0;
  const outcome = nothingLeft
    ? 'never'
    : ((await outside?.send({ key, personId, words, urgent }).catch(() => 'later' as const)) ?? 'later');
  if (outcome === 'gone') await transact(city, (tx) => settlePush(tx, id, 'sent_at'));
  else if (outcome === 'never' || tries >= TRIES) await transact(city, (tx) => settlePush(tx, id, 'given_up_at'));
  return outcome === 'gone';
}
