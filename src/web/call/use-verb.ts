/** Doing something by a route: says in the page's words what happened, keeps a refusal for the page to show, reads again. */
import { useState } from 'react';
import type { CallOf, Route } from '#platform/api.ts';
import { type CallOptions, call, type Reply } from '#web/call/call.ts';
import { readAgain } from '#web/call/query-client.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';
import { type NoticeAction, tell } from '#web/desk/notices.ts';
import { type Said, saidNow } from '#web/words/words.ts';

export type VerbOptions<R extends Route> = {
  /** What happened and what comes next: “已派给城管局，2 小时内须签收”. Absent where the page itself shows it. */
  done?: (reply: Reply<R>, args: CallOf<R>) => string;
  /** A way on or back, offered beside the words. */
  action?: (reply: Reply<R>, args: CallOf<R>) => NoticeAction;
  /** Route paths whose answers changed, by their beginning; absent: all. */
  changes?: readonly string[];
  /** A refusal is told as a notice, unless the page shows `refusal` in its place. */
  shows?: boolean;
};

export type Outcome<R extends Route> = { reply: Reply<R> } | { refusal: Refusal };

export type Verb<R extends Route> = {
  run: (args: CallOf<R>, options?: CallOptions) => Promise<Outcome<R>>;
  running: boolean;
  refusal: Refusal | undefined;
  forget: () => void;
};

export function useVerb<R extends Route>(route: R, options: VerbOptions<R> = {}): Verb<R> {
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  async function run(args: CallOf<R>, callOptions?: CallOptions): Promise<Outcome<R>> {
    setRunning(true);
    setRefusal(undefined);
    try {
      const reply = await call(route, args, callOptions);
      const words = options.done?.(reply, args);
      if (words) tell(words, options.action && { action: options.action(reply, args) });
      void readAgain(options.changes);
      return { reply };
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      setRefusal(refused);
      if (!options.shows) tell(saidNow(refused.body.message as Said), { tone: 'refused' });
      return { refusal: refused };
    } finally {
      setRunning(false);
    }
  }

  return { run, running, refusal, forget: () => setRefusal(undefined) };
}
