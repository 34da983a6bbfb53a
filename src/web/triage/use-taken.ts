/** What colleagues take while it is on this screen: asked for every few seconds, said softly, then gone from the queue. */
import { useEffect, useEffectEvent, useState } from 'react';
import { type TakenItem, triageDeskApi } from '#views/triage-desk.api.ts';
import { call } from '#web/call/call.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { MOST_AT_ONCE } from '#web/triage/bulk-plan.ts';
import type { Queue } from '#web/triage/use-queue.ts';

const EVERY = 6_000;
/** So long it stays, faded, with the words of who took it. */
const STAYS = 5_000;

export type Taken = ReadonlyMap<string, TakenItem>;

/** @param at the signal being read: it stays until one goes on from it */
export function useTaken(queue: Pick<Queue, 'items' | 'leave'>, at: string | undefined): Taken & { ask?: () => void } {
  const [taken, setTaken] = useState<Taken>(new Map());
  const ask = useEffectEvent(async () => {
    const ids = queue.items.slice(0, MOST_AT_ONCE).map((item) => item.id);
    if (ids.length === 0 || document.hidden) return;
    try {
      const { items } = await call(triageDeskApi.taken, { body: { ids } });
      const fresh = items.filter((item) => !taken.has(item.id));
      if (fresh.length === 0) return;
      setTaken((now) => new Map([...now, ...fresh.map((item) => [item.id, item] as const)]));
      setTimeout(() => letGo(fresh.map((item) => item.id)), STAYS);
    } catch (error) {
      // Nobody waits for this answer: the next one comes in a few seconds.
      if (!refusalIn(error)) throw error;
    }
  });
  const letGo = useEffectEvent((ids: readonly string[]) => queue.leave(ids.filter((id) => id !== at)));
  useEffect(() => {
    const timer = setInterval(() => void ask(), EVERY);
    return () => clearInterval(timer);
  }, []);
  // What was stayed with while it was read goes once one has gone on.
  const leaveBehind = useEffectEvent(() => queue.leave([...taken.keys()].filter((id) => id !== at)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going on from a signal asks for it
  useEffect(() => leaveBehind(), [at]);
  return taken;
}
