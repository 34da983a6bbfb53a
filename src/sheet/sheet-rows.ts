/** Rows of a table file for the main thread, read by a worker that never runs ahead of what is used. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemBody, problem } from '#platform/problem.ts';
import { containerOf } from '#sheet/container.ts';
import type { OpenOptions, Row, SheetFacts } from '#sheet/sheet.ts';

/** Up to 500 rows in the order of the file; `share` of the file read so far, from 0 to 1. */
export type Batch = { rows: Row[]; share: number };

/** What the worker says: the facts first, then batches, then its end or a refusal. */
export type FromReader = { facts: SheetFacts } | { batch: Batch } | { problem: ProblemBody } | { end: true };

export type SheetRows = SheetFacts & {
  /** To be walked once; leaving the loop early stops the worker. Refusals are thrown from it as problems. */
  batches: AsyncIterable<Batch>;
  /** Stops the worker; needless after the loop over `batches`. */
  close(): Promise<void>;
};

/**
 * Streams live in 30 MB whatever the file; old formats are read whole and become many times
 * their size. A larger young generation is a little faster and costs its size.
 */
const streaming = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 24 };
const whole = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 };
/** A reader that sends nothing for so long is stuck in a file made to stick. */
const patienceMs = 120_000;

/** Opens the file in a worker thread of its own. @throws the refusals of `openSheet`, sheet_too_heavy */
export async function sheetRows(path: string, options: OpenOptions): Promise<SheetRows> {
  const container = await containerOf(path);
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), {
    workerData: { path, options },
    resourceLimits: container === 'zip' || container === 'text' ? streaming : whole,
  });
  const said = messages(worker);
  const first = await said.next();
  if (first.done || !('facts' in first.value)) throw problem('sheet_too_heavy');
  return {
    ...first.value.facts,
    batches: batches(worker, said),
    close: async () => void (await said.return(undefined)),
  };
}

/** The facts of a file and its first rows, for a preview: does not read further than needed. */
export async function peekSheet(path: string, options: OpenOptions, take: number) {
  const { batches, close, ...facts } = await sheetRows(path, options);
  const rows: Row[] = [];
  try {
    for await (const batch of batches) {
      rows.push(...batch.rows);
      if (rows.length >= take) break;
    }
  } finally {
    await close();
  }
  return { ...facts, rows: rows.slice(0, take) };
}

async function* batches(worker: Worker, said: AsyncGenerator<FromReader>): AsyncGenerator<Batch> {
  for await (const message of said) {
    if (!('batch' in message)) continue;
    yield message.batch;
    worker.postMessage('next');
  }
}

/** Ends after `end`; throws what the worker refuses or dies of; stops the worker however it is left. */
async function* messages(worker: Worker): AsyncGenerator<FromReader> {
  const giveUp = () => void worker.terminate();
  let timer = setTimeout(giveUp, patienceMs);
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[FromReader]>) {
      clearTimeout(timer);
      if ('problem' in message) throw new Problem(message.problem);
      if ('end' in message) return;
      yield message;
      // Only from here on is the worker waited for: whoever uses the rows may take any time.
      timer = setTimeout(giveUp, patienceMs);
    }
    throw problem('sheet_too_heavy');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? problem('sheet_too_heavy') : error;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
