/** What colleagues take, or are at, while it is on this screen: asked for every few seconds, said softly, then gone from the queue. */
import { useEffect, useEffectEvent, useState } from 'react';
import { type HeldItem, type TakenItem, triageDeskApi } from '#views/triage-desk.api.ts';
import { call } from '#web/call/call.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { MOST_AT_ONCE } from '#web/triage/bulk-plan.ts';
import type { Queue } from '#web/triage/use-queue.ts';

const EVERY = 6_000;
/** So long it stays, faded, with the words of who took it. */
const STAYS = 5_000;

export type Taken = ReadonlyMap<string, TakenItem>;
/** At which a colleague is now, in the dispatch centre. */
export type Held = ReadonlyMap<string, HeldItem>;

/** @param at the signal being read: it stays until one goes on from it */
export function useTaken(queue: Pick<Queue, 'items' | 'leave'>, at: string | undefined): { taken: Taken; held: Held } {
  const [taken, setTaken] = useState<Taken>(new Map());
  const [held, setHeld] = useState<Held>(new Map());
  const ask = useEffectEvent(async () => {
    const ids = queue.items.slice(0, MOST_AT_ONCE).map((item) => item.id);
    if (ids.length === 0 || document.hidden) return;
    try {
      const reply = await call(triageDeskApi.taken, { body: { ids } });
      hear(ids, reply.items);
      setHeld((before) =>
        before.size + reply.held.length === 0 ? before : new Map(reply.held.map((one) => [one.id, one])),
      );
    } catch (error) {
      // Nobody waits for this answer: the next one comes in a few seconds.
      if (!refusalIn(error)) throw error;
    }
  });
  /** What waits again, because somebody took it back, is nobody's any more; what has left meanwhile was sent on from here. */
  const hear = useEffectEvent((asked: readonly string[], items: readonly TakenItem[]) => {
    const here = new Set(queue.items.map((item) => item.id));
    const still = items.filter((item) => here.has(item.id));
    const kept = [...taken].filter(([id]) => !asked.includes(id));
    if (still.length === 0 && kept.length === taken.size) return;
    setTaken(new Map([...kept, ...still.map((item) => [item.id, item] as const)]));
    const fresh = still.map((item) => item.id).filter((id) => !taken.has(id));
    if (fresh.length > 0) setTimeout(() => letGo(fresh), STAYS);
  });
  const letGo = useEffectEvent((ids: readonly string[]) => queue.leave(ids.filter((id) => id !== at)));
  useEffect(() => {
    const timer = setInterval(() => void ask(), EVERY);
    return () => clearInterval(timer);
  }, []);
  // Who is at what is said as soon as there is something to say it of.
  const any = queue.items.length > 0;
  useEffect(() => {
    if (any) void ask();
  }, [any]);
  // What was stayed with while it was read goes once one has gone on.
  const leaveBehind = useEffectEvent(() => queue.leave([...taken.keys()].filter((id) => id !== at)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going on from a signal asks for it
  useEffect(() => {
    leaveBehind();
  }, [at]);
  return { taken, held };
}
