/** The triage desk as one thing: queue, the signal at hand, what is chosen, what colleagues take, and sending on. */
import { useEffect, useEffectEvent, useState } from 'react';
import { newId } from '#platform/ids.ts';
import { deskApi } from '#views/desk.api.ts';
import { triageDeskApi } from '#views/triage-desk.api.ts';
import { call } from '#web/call/call.ts';
import { queryClient, readAgain } from '#web/call/query-client.ts';
import { refusalIn } from '#web/call/refusal.ts';
import { readingOf, useRead } from '#web/call/use-read.ts';
import { tell } from '#web/desk/notices.ts';
import { usePlace } from '#web/place/use-place.ts';
import { type Sending, sendingOf } from '#web/triage/chunks.ts';
import type { OwnField } from '#web/triage/own-way.tsx';
import type { Undo } from '#web/triage/undo.ts';
import { useAt } from '#web/triage/use-at.ts';
import { type BulkEnd, useBulkRun } from '#web/triage/use-bulk-run.ts';
import { useChosenRun } from '#web/triage/use-chosen-run.ts';
import { useQueue } from '#web/triage/use-queue.ts';
import { useSend } from '#web/triage/use-send.ts';
import { useTaken } from '#web/triage/use-taken.ts';
import { type Way, waysOf } from '#web/triage/ways.ts';
import { saidNow } from '#web/words/words.ts';

export type Dialog = 'bulk' | 'merge' | 'dispose' | 'divide' | 'gather';

/** What is new is looked for so often; what others take, oftener (use-taken.ts). */
const ANEW = 30_000;
const AHEAD = 2;

export type Triage = ReturnType<typeof useTriage>;

export function useTriage() {
  const { search, setSearch } = usePlace();
  const asked = {
    order: search.order === 'time' ? ('time' as const) : ('same' as const),
    urgent: search.urgent === 'true',
  };
  const queue = useQueue(asked);
  const at = useAt(queue.items);
  const chosen = useChosenRun(queue.items.map((item) => item.id));
  const { taken, held } = useTaken(queue, at.at);
  const [dialog, setDialog] = useState<Dialog>();
  const [own, setOwn] = useState<OwnField>();
  const [gathering, setGathering] = useState(false);
  const sender = useSend(queue);
  const whole = useRead(deskApi.signal, at.at ? { params: { id: at.at } } : undefined).data;
  useReadAhead(queue.items.slice(at.index + 1, at.index + 1 + AHEAD).map((item) => item.id));
  const bulkUndo = useBulkUndo(sender.keep);
  const bulk = useBulkRun((end) => {
    queue.leave(end.sent);
    bulkUndo.add(end);
  });
  const again = useEffectEvent(() => {
    if (!document.hidden && !queue.pages.isFetching) void queue.pages.refetch();
  });
  useEffect(() => {
    const timer = setInterval(() => again(), ANEW);
    return () => clearInterval(timer);
  }, []);

  const send = (sending: Sending): void => {
    if (sending.into || sending.make) at.leave(sending.signals);
    setOwn(undefined);
    void sender.send(sending);
  };

  function take(way: Way | undefined): void {
    if (at.item && way && !taken.has(at.item.id)) send(sendingOf({ item: at.item, way, odd: [] }, newId));
  }

  /** What a dialog of the signals' own pages has dealt with leaves the queue; what it could not, stays. */
  async function settle(ids: readonly string[]): Promise<void> {
    try {
      const { items } = await call(triageDeskApi.taken, { body: { ids: [...ids] } });
      const gone = items.map((item) => item.id);
      at.leave(gone);
      queue.leave(gone);
    } catch (error) {
      if (!refusalIn(error)) throw error;
    }
  }

  async function chooseGroup(key: string): Promise<void> {
    setGathering(true);
    try {
      const items = await queue.whole(key);
      chosen.take(items.map((item) => item.id));
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      tell(saidNow(refusal.body.message), { tone: 'refused' });
    } finally {
      setGathering(false);
    }
  }

  return {
    ...{ asked, ask: setSearch, queue, at, chosen, taken, held, whole, bulk, gathering },
    ...{ dialog, setDialog, own, setOwn, send, settle, chooseGroup },
    undo: sender.undo,
    go(id: string): void {
      setOwn(undefined);
      at.go(id);
    },
    move(by: 1 | -1): void {
      setOwn(undefined);
      at.move(by);
    },
    extend(by: 1 | -1): void {
      const from = at.at;
      const to = at.move(by);
      if (from && to) chosen.extend(from, to);
    },
    take,
    takeNumber: (n: number) => take(at.item && waysOf(at.item)[n - 1]),
    /** The run is over: its decisions are one to take back, and the queue is read anew. */
    endBulk(): void {
      bulkUndo.close();
      if (at.at && queue.items.every((item) => item.id !== at.at)) at.leave([at.at]);
      chosen.letGo();
      setDialog(undefined);
      void readAgain();
    },
    items: queue.items.filter((item) => chosen.ids.has(item.id)),
  };
}

/** The next ones are there before one goes on. */
function useReadAhead(ids: readonly string[]): void {
  const key = ids.join(' ');
  useEffect(() => {
    for (const id of key.split(' ').filter(Boolean))
      void queryClient.prefetchQuery(readingOf(deskApi.signal, { params: { id } }));
  }, [key]);
}

/** Chunks come one by one; taken back they are one. */
function useBulkUndo(keep: (undo: Undo[]) => void) {
  const [held] = useState<Undo[]>(() => []);
  return {
    add: (end: BulkEnd) => void held.push(...end.undo),
    close(): void {
      keep(held.splice(0));
    },
  };
}
