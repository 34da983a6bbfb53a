/** The queue's runner, begun again whenever the database went away under it: the program outlives that, and so must its worker. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#clock/now.ts';
import { Problem, type Said } from '#platform/problem.ts';
import { refusalOf } from '#platform/refusal.ts';
import type { Say } from '#platform/say.ts';

/** As far as it is needed of graphile-worker's. */
export type Running = {
  /** Settled when it has ended, however that came. */
  promise: Promise<void>;
  stop(): Promise<void>;
};

export type Ways = {
  say: Say;
  /** Milliseconds. */
  now(): number;
  /** Resolves also when the signal comes. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** One that ended sooner has not come back for good: the pause goes on growing. */
const STEADY_MS = 60_000;

export const realWays = (clock: Clock): Ways => ({
  say: ({ zh, en }) => void process.stderr.write(`${zh}  ${en}\n`),
  now: () => clock.now().getTime(),
  pause: (ms, signal) => sleep(ms, undefined, { ref: false, signal }).catch(() => {}),
});

/** The first time as the caller asks: where it cannot begin at all, the caller hears why. After that it never gives up. */
export async function keepRunning(begin: () => Promise<Running>, ways: Ways): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  let runner = await begin();
  let begun = ways.now();
  let pause = FIRST_PAUSE_MS;
  let beginning = Promise.resolve();

  /** Resolves also where its pool ended by an error. */
  function follow(): void {
    const ended = runner.promise.then(() => undefined, whyOf);
    void ended.then((why) => {
      if (!stopped()) beginning = again(why);
    });
  }

  async function again(why: Said | undefined): Promise<void> {
    if (ways.now() - begun >= STEADY_MS) pause = FIRST_PAUSE_MS;
    ways.say(saying('后台任务中断，正在重新开始', 'The background jobs were cut off; beginning again', why));
    for (let last = why; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      await ways.pause(pause, stopping.signal);
      if (stopped()) return;
      try {
        runner = await begin();
        break;
      } catch (error) {
        // Each reason once: an outage of a night is not a thousand lines.
        const reason = whyOf(error);
        if (reason.zh !== last?.zh)
          ways.say(saying('后台任务还不能开始', 'The background jobs cannot begin yet', reason));
        last = reason;
      }
    }
    begun = ways.now();
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    if (stopped()) return;
    ways.say({ zh: '后台任务已恢复', en: 'The background jobs are back' });
    follow();
  }

  // In 0.18 nobody hears it when a job cannot be marked as failed because the connection is gone: the program would end.
  const unheard = (error: unknown): void => {
    const refusal = refusalOf(error);
    if (!(refusal instanceof Problem && refusal.body.code === 'unavailable')) throw error;
    ways.say(refusal.body.message);
  };
  process.on('unhandledRejection', unheard);
  follow();
  return {
    async stop() {
      stopping.abort();
      process.off('unhandledRejection', unheard);
      await beginning;
      await runner.stop().catch(() => {}); // it may have ended by itself
    },
  };
}

function whyOf(error: unknown): Said {
  const refusal = refusalOf(error);
  if (refusal instanceof Problem) return refusal.body.message;
  const text = String(error);
  return { zh: text, en: text };
}

const saying = (zh: string, en: string, why: Said | undefined): Said =>
  why ? { zh: `${zh}：${why.zh}`, en: `${en}: ${why.en}` } : { zh, en };
