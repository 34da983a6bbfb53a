/** To-dos outside, each minute: found by what waits for whom, told at least once by a stable key, and ended when it waits no more. */
import { openAddress } from '#message/outside/address.store.ts';
import { openedChannels } from '#message/outside/channel.store.ts';
import { type ChannelName, settingsOf } from '#message/outside/channel.ts';
import { deliver, failureIn, TRIES } from '#message/outside/deliver.ts';
import {
  type DueTodo,
  endTodos,
  failTodo,
  lockTodos,
  makeTodos,
  moveTodos,
  noteTodoTry,
  settleTodo,
} from '#message/outside/todo.store.ts';
import { adapterOf, type Opened, type Todo, type TodoOutcome } from '#message/outside.ts';
import { type City, transact } from '#platform/city.ts';
import { mayGoOut } from '#platform/held.ts';

export const todoCrontab = '* * * * * todo-push ?max=1';

const MADE_AT_ONCE = 5_000;
const AT_ONCE = 40;
/** Longer at each failure: 5, 10, 15 … minutes, at most an hour. */
const AGAIN_MINUTES = 5;
const AGAIN_MOST = 60;

/** No verb tells of a to-do, and none can forget to: what is there is laid beside what waits. */
export async function followTodos(city: City): Promise<void> {
  await transact(city, endTodos);
  await transact(city, moveTodos);
  while ((await transact(city, (tx) => makeTodos(tx, MADE_AT_ONCE))) === MADE_AT_ONCE);
}

type Taken = { due: DueTodo; channel: Opened; todo: Todo | null };

/** @returns how many were told. */
export async function pushTodos(city: City): Promise<number> {
  let told = 0;
  const silent = new Set<ChannelName>();
  for (;;) {
    if (!(await mayGoOut(city))) return told;
    const taken = await takeTodos(city, silent);
    told += await deliver<Taken, { ref: string | null }>(city, taken, {
      send: ({ todo, channel }) => tell(todo, channel, city),
      settle: async (tx, { due }, outcome) => {
        const failed = failureIn(outcome);
        if (!failed) return settleTodo(tx, due, (outcome as { ref: string | null }).ref);
        const giveUp = 'never' in failed || due.tries + 1 >= TRIES;
        await failTodo(tx, due.key, 'never' in failed ? failed.never : failed.later, giveUp);
      },
      silent,
    });
    if (taken.length < AT_ONCE) return told;
  }
}

const tell = async (todo: Todo | null, channel: Opened, city: City): Promise<TodoOutcome> =>
  todo
    ? ((await adapterOf(channel.name)?.todo?.(todo, channel, city)) ?? { later: 'settings' })
    : { never: 'no_address' };

const takeTodos = (city: City, without: ReadonlySet<ChannelName>): Promise<Taken[]> =>
  transact(city, async (tx) => {
    const open = await openedChannels(tx);
    const names = [...open.keys()].filter((name) => !without.has(name));
    const rows = names.length > 0 ? await lockTodos(tx, names, AT_ONCE) : [];
    for (const { key, tries } of rows) await noteTodoTry(tx, key, Math.min(AGAIN_MOST, AGAIN_MINUTES * (tries + 1)));
    return rows.map((due) => {
      const channel = open.get(due.channel)!;
      const address = due.address_sealed && openAddress(tx, due.personId, due.channel, due.address_sealed);
      return { due, channel, todo: todoOf(due, channel, address, tx.city.slug) };
    });
  });

/** Null: there is nobody to tell. What the other side has named can be ended without an address. */
function todoOf(due: DueTodo, { name, settings }: Opened, address: string | null, slug: string): Todo | null {
  if (address === null && due.ref === null) return null;
  const { desk } = (name === 'govding' ? settingsOf.govding : settingsOf.dingtalk).parse(settings);
  const { title, dueAt, ended, ref } = due;
  const key = `suyuan-${slug}-${due.key}`;
  return { key, address: address ?? '', title, url: `${desk}/tasks/${due.taskId}`, dueAt, ended, ref };
}
