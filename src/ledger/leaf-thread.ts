/** A thread that makes the codes of rows: they are half the work of verifying, and this half runs beside the other. */
import { Buffer } from 'node:buffer';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { leafOf } from '#ledger/seal.ts';
import type { CityKeys } from '#platform/keys.ts';

const LENGTH = 32;

/** What the thread is given of the keys. */
type Given = Pick<CityKeys, 'codeWith' | 'ledger'>;

export type LeafThread = {
  /** The codes of these rows, one after the other. Asked again before it has answered, it answers in order. */
  leaves(rows: string[]): Promise<Buffer>;
  end(): Promise<void>;
};

export const leafAt = (leaves: Buffer, index: number): Buffer => leaves.subarray(index * LENGTH, (index + 1) * LENGTH);

export function leafThread({ codeWith, ledger }: Given): LeafThread {
  const worker = new Worker(new URL(import.meta.url), { workerData: { codeWith, ledger } satisfies Given });
  const waiting: { resolve(leaves: Buffer): void; reject(error: unknown): void }[] = [];
  worker.on('message', (bytes: Uint8Array<ArrayBuffer>) => waiting.shift()?.resolve(Buffer.from(bytes.buffer)));
  worker.on('error', (error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  });
  return {
    leaves(rows) {
      const made = new Promise<Buffer>((resolve, reject) => waiting.push({ resolve, reject }));
      made.catch(() => {}); // told to whoever waits for it, not to the process
      worker.postMessage(rows);
      return made;
    },
    end: async () => void (await worker.terminate()),
  };
}

if (!isMainThread && parentPort && workerData?.ledger) {
  const port = parentPort;
  port.on('message', (rows: string[]) => {
    const leaves = Buffer.alloc(rows.length * LENGTH); // never of the pool, which cannot be handed over
    for (const [i, row] of rows.entries()) leaves.set(leafOf(workerData as Given, row), i * LENGTH);
    port.postMessage(leaves, [leaves.buffer]);
  });
}
