/** The dispatch centre as one thing: the queue read again by itself, the case at hand, and its lease kept while it is open. */
import { useEffect, useEffectEvent, useState } from 'react';
import { type CentreItem, centreApi } from '#triage/centre/centre.api.ts';
import { LEASE_MINUTES, type WaitKind, waitKinds } from '#triage/centre/centre.ts';
import { call } from '#web/call/call.ts';
import { readAgain } from '#web/call/query-client.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { tell } from '#web/desk/notices.ts';
import { dispatchWords } from '#web/dispatch/dispatch.words.ts';
import { usePlace } from '#web/place/use-place.ts';
import { useWords } from '#web/words/words.ts';

/** Others take and decide meanwhile. */
const EVERY = 10_000;
const KEEP_EVERY = (LEASE_MINUTES * 60_000) / 4;
const PAGE = 60;
const MOST = 200;

const QUEUE = ['/dispatch'] as const;

export type Centre = ReturnType<typeof useCentre>;

export function useCentre() {
  const t = useWords(dispatchWords);
  const { search, setSearch } = usePlace();
  const kind = search.kind && search.kind in waitKinds ? (search.kind as WaitKind) : undefined;
  const { channelId, areaId } = search;
  const light = (['red', 'yellow', 'green'] as const).find((one) => one === search.light);
  const filter = { ...(kind && { kind }), ...(channelId && { channelId }), ...(areaId && { areaId }) };
  const [limit, setLimit] = useState(PAGE);
  const query = { ...filter, ...(light && { light }), limit };
  const read = useRead(centreApi.queue, { query }, { every: EVERY, keep: true });
  const items = read.data?.items ?? [];
  const [at, setIt] = useState<CentreItem>();
  const setAt = (one: CentreItem | undefined) => {
    setIt(one);
    setSearch({ at: one?.id });
  };
  // Where the address names one that waits: opened from elsewhere, or read again.
  const named = at ? undefined : items.find((one) => one.id === search.at);
  useEffect(() => {
    if (named) setIt(named);
  }, [named]);
  const [passed, setPassed] = useState<readonly string[]>([]);
  const verb = useVerb(centreApi.next, { changes: QUEUE });
  const fresh = items.find((item) => item.id === at?.id);
  const taken = at?.lease?.mine ? at.lease : null;
  /** The queue may not have been read since it was taken. */
  const item = fresh ? { ...fresh, lease: fresh.lease ?? taken } : at;
  const mine = item?.lease?.mine === true;
  const settled = read.isSuccess && !read.isFetching && !read.isPlaceholderData;
  const waits = taken
    ? read.data?.holders.some((one) => one.thing === at?.id)
    : items.length < (read.data?.waiting ?? 0);
  useKept(mine ? item.id : undefined, (id) => {
    if (id === at?.id) setAt({ ...at, lease: null });
    void readAgain(QUEUE);
  });

  async function next(not: readonly string[] = passed): Promise<void> {
    const outcome = await verb.run({ body: { ...filter, not: [...not] } });
    if (!('reply' in outcome)) return;
    setAt(outcome.reply.item ?? undefined);
    if (outcome.reply.item) return;
    setPassed([]);
    tell(t(items.length > 0 ? 'noneLeft' : 'none'));
  }

  /** @returns whether it is the dispatcher's now */
  async function take(one: CentreItem): Promise<boolean> {
    if (one.lease?.mine) return true;
    try {
      const reply = await call(centreApi.take, { body: { thing: one.id } });
      setAt(reply.item);
      return true;
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      tell(refusal.message, { tone: 'refused' });
      return false;
    } finally {
      void readAgain(QUEUE);
    }
  }

  async function letGo(): Promise<void> {
    if (!item || !mine) return setAt(undefined);
    setPassed([...passed, item.id]);
    await dropped(item.id);
    setAt(undefined);
    void readAgain(QUEUE);
  }

  const index = items.findIndex((one) => one.id === item?.id);
  return {
    ...{ read, items, item, mine, index, filter: { kind, light, channelId, areaId } },
    /** Decided, here or by somebody else. */
    gone: item !== undefined && fresh === undefined && settled && !waits,
    ask: (changed: Record<string, string | undefined>) => {
      setPassed([]);
      if (!mine) setAt(undefined);
      setSearch(changed);
    },
    taking: verb.running,
    next: () => void next(),
    /** What is decided is not asked for again, though the queue has not been read since. */
    goOn: (id: string) => void next([...passed, id]),
    take,
    letGo: () => void letGo(),
    look: (one: CentreItem | undefined) => setAt(one),
    move: (by: 1 | -1) => setAt(items[Math.max(0, Math.min(items.length - 1, index + by))]),
    more: limit < MOST && items.length === limit ? () => setLimit(MOST) : undefined,
  };
}

async function dropped(id: string): Promise<void> {
  try {
    await call(centreApi.letGo, { params: { id } });
  } catch (error) {
    // It ends by itself in a few minutes.
    if (!refusalIn(error)) throw error;
  }
}

/** Renewed while it is open, let go when the page is left for another. @param lost somebody else has it, or it is over */
function useKept(id: string | undefined, lost: (id: string) => void): void {
  const say = useEffectEvent(lost);
  useEffect(() => {
    if (!id) return;
    const timer = setInterval(async () => {
      try {
        await call(centreApi.keep, { params: { id } });
      } catch (error) {
        if (!refusalIn(error)) throw error;
        say(id);
      }
    }, KEEP_EVERY);
    return () => {
      clearInterval(timer);
      void dropped(id);
    };
  }, [id]);
}
