/** Talking with the thread of the indexes: one for the process, begun at the first question, ended with the process. */
import { Worker } from 'node:worker_threads';
import type { Ref, Told } from '#triage/repeat/kept.ts';

export type Size = { problems: number; texts: number; leftOut: number };
export type Question =
  /** A new and empty index for so many texts. */
  | { open: number }
  | { put: Told[] }
  | { drop: string[] }
  /** Weighs words by what has come so far, if that has not been done; says how much is kept. */
  | { settle: true }
  | { near: string; many: number }
  | { close: true };
export type Answer = { refs?: Ref[]; size?: Size };
export type Asked = { id: number; city: string; question: Question };

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

let thread: Thread | undefined;
let last = 0;

function begin(): Thread {
  const worker = new Worker(new URL('./repeat.worker.ts', import.meta.url));
  const begun: Thread = { worker, waiting: new Map() };
  worker.unref();
  worker.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
    begun.waiting.get(id)?.resolve(answer);
    begun.waiting.delete(id);
    if (begun.waiting.size === 0) worker.unref();
  });
  const fail = (error: Error) => {
    if (thread === begun) thread = undefined;
    for (const { reject } of begun.waiting.values()) reject(error);
    begun.waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread of the indexes has ended')));
  return begun;
}

/** @throws where the thread has died: its indexes are gone, and the next question begins a new one. */
export function askThread(city: string, question: Question): Promise<Answer> {
  thread ??= begin();
  const { worker, waiting } = thread;
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, city, question } satisfies Asked);
  });
}

/** All indexes are given up. */
export async function endThread(): Promise<void> {
  await thread?.worker.terminate();
}
