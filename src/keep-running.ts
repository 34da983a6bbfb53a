/** The queue's runner, begun again whenever the database went away under it: the program outlives that, and so must its worker. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';
import { Problem } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';

const LONGEST_PAUSE_MS = 10_000;

/** The first time as the caller asks: where it cannot begin at all, the caller hears why. */
export async function keepRunning(begin: () => Promise<Runner>): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let runner = await begin();
  /** Resolves also where its pool ended by an error. */
  const follow = (): void => void runner.promise.catch(() => {}).then(() => (stopped ? undefined : again()));
  async function again(): Promise<void> {
    for (let pause = 250; !stopped; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { ref: false });
      try {
        runner = await begin();
        if (stopped) await runner.stop();
        return follow();
      } catch {
        // Not back yet.
      }
    }
  }
  // In 0.18 nobody hears it when a job cannot be marked as failed because the connection is gone: the program would end.
  const unheard = (error: unknown): void => {
    const refusal = refusalOf(error);
    if (!(refusal instanceof Problem && refusal.body.code === 'unavailable')) throw error;
    process.stderr.write(`${refusal.body.message.zh}  ${refusal.body.message.en}\n`);
  };
  process.on('unhandledRejection', unheard);
  follow();
  return {
    async stop() {
      stopped = true;
      process.off('unhandledRejection', unheard);
      await runner.stop().catch(() => {}); // it may have ended by itself
    },
  };
}
