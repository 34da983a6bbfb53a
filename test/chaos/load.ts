/** A city at work: matters that come in, are given to a unit, done by a person, and closed; each request sent until it is answered. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonName, World } from '#db/world.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';

type Body = Record<string, unknown>;
type Answer = { status: number; body: ReturnType<typeof JSON.parse> };

/** What was answered by 2xx: ids of things, and of decisions on them. `tries`: requests that were lost or answered by 5xx. */
export type Done = { signals: string[]; problems: string[]; tasks: string[]; decisions: string[]; tries: number };

export type Load = {
  done: Done;
  /** Until so many more requests have been answered, whatever the machine is busy with. @throws what stopped a client. */
  answers(many: number): Promise<void>;
  /** After what was asked has been answered. @throws what stopped a client. */
  stop(): Promise<void>;
  /** Without waiting: nobody will answer any more. */
  abandon(): void;
};

/** Nobody was reached for so long: something is gone for good. */
const SILENCE_MS = 300_000;

const people = ['callTaker', 'dispatcher', 'head', 'official', 'checker'] as const satisfies PersonName[];

/** @param where the server's address; empty while there is none. */
export async function startLoad(city: City, world: World, many: number, where: () => string): Promise<Load> {
  const done: Done = { signals: [], problems: [], tasks: [], decisions: [], tries: 0 };
  const cookies = new Map<string, string>();
  for (const name of people) {
    const person = world.people[name];
    const session = { source: '127.0.0.1', agent: 'chaos' };
    cookies.set(name, await transact(city, (tx) => beginSession(tx, person, session, true)));
  }
  let stopped = false;
  let abandoned = false;
  let failed: unknown;
  let answered = 0;
  let heard = performance.now();

  async function ask(name: PersonName, method: 'GET' | 'POST', path: string, body?: Body): Promise<Answer> {
    for (;;) {
      try {
        const answer = await fetch(`${where()}/c/${city.slug}/api${path}`, {
          method,
          headers: {
            'x-suyuan': '1',
            cookie: `${cookieName(city.slug)}=${cookies.get(name)}`,
            ...(body && { 'content-type': 'application/json' }),
          },
          ...(body && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(10_000),
        });
        if (answer.status < 500) {
          const body = await answer.json();
          answered += 1;
          heard = performance.now();
          return { status: answer.status, body };
        }
      } catch {
        // Nobody there, or it was killed over our request: nobody knows whether it was done.
      }
      if (abandoned || performance.now() - heard > SILENCE_MS) throw new Error(`nobody answers ${path}`);
      done.tries += 1;
      await sleep(50);
    }
  }

  /** The same request until it is answered; a decision on what has changed meanwhile is made anew. */
  async function decide(name: PersonName, thing: string, noun: string, more: Body = {}): Promise<void> {
    for (;;) {
      const seen = await ask(name, 'GET', thing);
      const id = newId();
      const { status, body } = await ask(name, 'POST', `${thing}/${noun}`, { id, version: seen.body.version, ...more });
      if (status === 200) {
        done.decisions.push(id);
        return;
      }
      if (body.code !== 'changed') throw new Error(`${thing}/${noun}: ${status} ${JSON.stringify(body)}`);
    }
  }

  async function made(name: PersonName, path: string, body: Body & { id: string }, list: string[]): Promise<string> {
    const { status, body: answer } = await ask(name, 'POST', path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    list.push(body.id);
    return body.id;
  }

  async function matter(nth: number): Promise<void> {
    const words = `${nth}号楼西侧水管漏水，已经第${nth}天了`;
    const entry = { id: newId(), channelId: world.channel, words, matter: 'help' };
    const signal = await made('callTaker', '/signals/desk', entry, done.signals);
    if (stopped || nth % 4 === 0) return;
    const about = { id: newId(), title: `${nth}号楼漏水`, signals: [signal] };
    const problem = `/problems/${await made('dispatcher', '/problems', about, done.problems)}`;
    await decide('dispatcher', problem, 'assignments', { unitId: world.units.urban });
    if (stopped || nth % 4 === 1) return;
    await decide('head', problem, 'signatures');
    const taskId = newId();
    const who = { assigneeId: world.people.official, reviewerId: world.people.head };
    await decide('head', problem, 'tasks', { taskId, title: '修好水管', ...who });
    done.tasks.push(taskId);
    const task = `/tasks/${taskId}`;
    await decide('official', task, 'acceptances');
    if (stopped || nth % 4 === 2) return;
    await decide('official', task, 'hand-ins', { words: '已更换接头', files: [] });
    await decide('head', task, 'reviews', { passed: true, words: '同意' });
    await decide('head', problem, 'handlings', { words: '接头已换' });
    await decide('checker', problem, 'verifications', { passed: true, words: '现场看过' });
    await decide('dispatcher', problem, 'closings', { words: '结案' });
  }

  let nth = 0;
  const clients = Array.from({ length: many }, async () => {
    while (!stopped) await matter(nth++);
  });
  const all = Promise.all(clients);
  all.catch((error) => {
    failed = error;
  });
  return {
    done,
    answers: async (many) => {
      const enough = answered + many;
      while (answered < enough) {
        if (failed) throw failed;
        await sleep(20);
      }
    },
    stop: async () => {
      stopped = true;
      await all;
    },
    abandon: () => {
      stopped = true;
      abandoned = true;
    },
  };
}
