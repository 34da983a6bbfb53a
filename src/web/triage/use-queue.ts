/** The queue as it is worked off: pages of the server's, without what has just been sent on, groups in an order that stays. */
import { useMemo, useRef, useState } from 'react';
import { type QueueItem, triageDeskApi } from '#views/triage-desk.api.ts';
import { call } from '#web/call/call.ts';
import { useReadPages } from '#web/call/use-read.ts';
import { MOST_AT_ONCE } from '#web/triage/bulk-plan.ts';
import { inOrder, rememberOrder } from '#web/triage/queue-order.ts';

export type Asked = { order: 'same' | 'time'; urgent: boolean };

const PAGE = 60;
const WHOLE_PAGE = 200;

const queryOf = ({ order, urgent }: Asked) => ({ order, ...(urgent && { urgent: 'true' as const }) });

export type Queue = ReturnType<typeof useQueue>;

export function useQueue(asked: Asked) {
  const pages = useReadPages(
    triageDeskApi.queue,
    ['triage-desk', asked],
    (cursor) => ({ query: { ...queryOf(asked), limit: PAGE, ...(cursor && { cursor }) } }),
    (reply) => reply.next,
  );
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [more, setMore] = useState<readonly QueueItem[]>([]);
  const orders = useRef(new Map<string, number>());
  const read = pages.data?.pages;
  const items = useMemo(() => {
    const all = new Map((read ?? []).flatMap((page) => page.items).map((item) => [item.id, item]));
    for (const item of more) if (!all.has(item.id)) all.set(item.id, item);
    const there = [...all.values()].filter((item) => !gone.has(item.id));
    if (asked.order === 'time') return there;
    rememberOrder(orders.current, there);
    return inOrder(orders.current, there);
  }, [read, gone, more, asked.order]);
  const hide = (ids: readonly string[], away: boolean) =>
    setGone((now) => {
      const next = new Set(now);
      for (const id of ids) away ? next.add(id) : next.delete(id);
      return next;
    });

  /** Every signal of the group, up to as many as go at once: more than the list has read. */
  async function whole(key: string): Promise<QueueItem[]> {
    const found: QueueItem[] = [];
    for (let cursor: string | null = ''; cursor !== null && found.length < MOST_AT_ONCE; ) {
      const query = { ...queryOf(asked), key, limit: WHOLE_PAGE, ...(cursor && { cursor }) };
      const page: { items: QueueItem[]; next: string | null } = await call(triageDeskApi.queue, { query });
      found.push(...page.items);
      cursor = page.next;
    }
    setMore(found);
    return found.filter((item) => !gone.has(item.id)).slice(0, MOST_AT_ONCE);
  }

  const first = read?.[0];
  return {
    items,
    pages,
    waiting: Math.max(0, (first?.waiting ?? 0) - leftFrom(read ?? [], gone).length),
    more: first?.more ?? false,
    leave: (ids: readonly string[]) => hide(ids, true),
    comeBack: (ids: readonly string[]) => hide(ids, false),
    whole,
    /** How many of a group wait still: the server's count without what has been sent on since. */
    sizeOf: ({ key, size }: QueueItem['group']) =>
      Math.max(1, size - leftFrom(read ?? [], gone).filter((item) => item.group.key === key).length),
  };
}

/** What has been sent on and is still in the answer read last. */
const leftFrom = (pages: readonly { items: QueueItem[] }[], gone: ReadonlySet<string>) =>
  pages.flatMap((page) => page.items).filter((item) => gone.has(item.id));
