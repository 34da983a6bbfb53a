/** Sending outside, each minute: at least once, with a stable key; nothing of a city that was restored and not released. */
import type { TaskList } from 'graphile-worker';
import { dayMs } from '#clock/day.ts';
import type { ChannelName } from '#message/outside/channel.ts';
import { deliver, TRIES } from '#message/outside/deliver.ts';
import { followTodos, pushTodos, todoCrontab } from '#message/outside/todo.jobs.ts';
import { forgetTodos } from '#message/outside/todo.store.ts';
import { adapterOf, type Outcome } from '#message/outside.ts';
import { forgetTries, settlePush } from '#message/push.store.ts';
import { type Taken, takeDue } from '#message/push.take.ts';
import { type City, transact } from '#platform/city.ts';
import { mayGoOut } from '#platform/held.ts';

export const messageCrontab = ['* * * * * message-push ?max=1', todoCrontab, '17 19 * * * message-forget ?max=1'].join(
  '\n',
);

/** Days. A to-do that has ended stays longer, for whoever asks why it stood there. */
const KEPT = { tries: 2, todos: 30 };

export function messageTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'message-push': async () => {
      for (const city of cities.values()) await pushWaiting(city);
    },
    'todo-push': async () => {
      for (const city of cities.values()) {
        await followTodos(city);
        await pushTodos(city);
      }
    },
    'message-forget': async () => {
      for (const city of cities.values())
        await transact(city, async (tx) => {
          const ago = (days: number) => new Date(tx.now.getTime() - days * dayMs);
          await forgetTries(tx, ago(KEPT.tries));
          await forgetTodos(tx, ago(KEPT.todos));
        });
    },
  };
}

/** @returns how many went out. */
export async function pushWaiting(city: City): Promise<number> {
  let gone = 0;
  const silent = new Set<ChannelName>();
  for (;;) {
    if (!(await mayGoOut(city))) return gone;
    const { taken, more } = await takeDue(city, silent);
    gone += await deliver<Taken, 'gone'>(city, taken, {
      send: (one) => sendOne(city, one),
      settle: (tx, { due }, outcome) => {
        if (outcome === 'gone') return settlePush(tx, due.id, 'sent_at');
        if ('never' in outcome) return settlePush(tx, due.id, 'given_up_at', outcome.never);
        return settlePush(tx, due.id, due.tries + 1 >= TRIES ? 'given_up_at' : 'later', outcome.later);
      },
      silent,
    });
    if (!more) return gone;
  }
}

const sendOne = async (city: City, { push, channel }: Taken): Promise<Outcome> =>
  push
    ? ((await adapterOf(channel.name)?.send(push, channel, city)) ?? { later: 'settings' })
    : { never: 'no_address' };
