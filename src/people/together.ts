/** What arrives while a transaction runs goes together in the next one: many small writes cost little more than one. */
import { Problem } from '#platform/problem.ts';

type Waiting<I, O> = { item: I; resolve: (output: O) => void; reject: (error: unknown) => void };

/** So many at most share one transaction. */
const MOST = 100;

/**
 * @param senderOf items of one sender share transactions, one at a time; senders do not wait for each other.
 * @param run takes items of one sender in one transaction and gives their outputs in the same order.
 * @returns takes one item and answers after the commit it was part of. Where a common transaction is refused, each of its
 * items is tried alone, so that one bad item stops only itself.
 */
export function together<I, O>(
  senderOf: (item: I) => string,
  run: (items: I[]) => Promise<O[]>,
): (item: I) => Promise<O> {
  const queues = new Map<string, Waiting<I, O>[]>();

  async function settle(batch: Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await run(batch.map(({ item }) => item));
      for (const [i, one] of batch.entries()) one.resolve(outputs[i]!);
    } catch (error) {
      if (batch.length === 1 || isEverybodys(error)) for (const one of batch) one.reject(error);
      else for (const one of batch) await settle([one]);
    }
  }

  async function drain(sender: string, queue: Waiting<I, O>[]): Promise<void> {
    while (queue.length > 0) await settle(queue.splice(0, MOST));
    queues.delete(sender);
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      const sender = senderOf(item);
      const queue = queues.get(sender);
      if (queue) return void queue.push({ item, resolve, reject });
      const begun = [{ item, resolve, reject }];
      queues.set(sender, begun);
      void drain(sender, begun);
    });
}

/** The database or the disk failed: trying each alone would only make all wait longer. */
const isEverybodys = (error: unknown) => error instanceof Problem && error.body.status === 503;
