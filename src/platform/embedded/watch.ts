/** Holds one connection for as long as the program lives: others see that it is there, and it sees the server die. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Up } from '#platform/embedded/server.ts';
import { Problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';

export type Watch = {
  /** The server as it is now; it changes when the server had to be started again. */
  up(): Up;
  /** Ends the watch; the connection stays open for the last questions. */
  release(): Promise<void>;
};

const LONGEST_PAUSE_MS = 30_000;

/** Whether an idle connection alone keeps the process from ending. pg has both, its types do not. */
const keepsRunning = (client: Up['client'], keeps: boolean) =>
  (client as Up['client'] & { ref(): void; unref(): void })[keeps ? 'ref' : 'unref']();

/** Watches a server that is up and brings it up again whenever the connection ends without our doing. */
export function watch(first: Up, bringUp: () => Promise<Up>, say: Say): Watch {
  let up = first;
  let released = false;
  let reviving = Promise.resolve();

  async function revive(): Promise<void> {
    say({ zh: '数据库中断，正在重新启动…', en: 'The database is gone; starting it again…' });
    for (let pause = 100; !released; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        up = await bringUp();
        hold();
        return say({ zh: '数据库已恢复', en: 'The database is back' });
      } catch (error) {
        const text = String(error);
        say(error instanceof Problem ? error.body.message : { zh: text, en: text });
      }
      await sleep(pause, undefined, { ref: false });
    }
  }

  function hold(): void {
    // The watch alone keeps no program from ending.
    keepsRunning(up.client, false);
    up.client.once('end', () => {
      if (!released) reviving = revive();
    });
  }

  hold();
  return {
    up: () => up,
    async release() {
      released = true;
      await reviving;
      keepsRunning(up.client, true);
    },
  };
}
