/** Training in a thread of its own: examples go in batch by batch, a model and its figures come out. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemBody, problem } from '#platform/problem.ts';
import type { Figures } from '#triage/category/figures.ts';
import type { Example } from '#triage/category/lesson.ts';

export type ToTrainer =
  | { examples: Example[] }
  /** What each label that came in is learned as; the model that serves, to be beaten. */
  | { labels: [string, string | null][]; serving: { number: number; bytes: Uint8Array } | null };
export type FromTrainer = { bytes: Uint8Array; figures: Figures } | { problem: ProblemBody };

/** Beside it grow the numbers of the model, which are no part of this. */
const limits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 };

export type Trained = { bytes: Uint8Array; figures: Figures; read: number };

/**
 * @param labelsOf what the labels that came in are learned as, from how many there are of each.
 * @param tell how many examples have been read so far.
 * @throws training_one_category, training_too_heavy, and what reading the examples throws
 */
export async function trainInThread(
  batches: AsyncIterable<Example[]>,
  labelsOf: (counts: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, string | null>>,
  serving: { number: number; bytes: Uint8Array } | null,
  tell: (read: number) => Promise<void> = async () => {},
): Promise<Trained> {
  const worker = new Worker(new URL('./train.worker.ts', import.meta.url), { resourceLimits: limits });
  const send = (message: ToTrainer) => worker.postMessage(message);
  const said = on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[FromTrainer]>;
  // Out of memory: heard as the end without a word.
  worker.on('error', () => {});
  try {
    const counts = new Map<string, number>();
    let read = 0;
    for await (const batch of batches) {
      send({ examples: batch });
      for (const { label } of batch) counts.set(label, (counts.get(label) ?? 0) + 1);
      read += batch.length;
      await tell(read);
    }
    send({ labels: [...(await labelsOf(counts))], serving });
    for await (const [message] of said) {
      if ('problem' in message) throw new Problem(message.problem);
      return { ...message, read };
    }
    throw problem('training_too_heavy');
  } finally {
    await worker.terminate();
  }
}
