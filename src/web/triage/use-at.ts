/** The signal at hand: it stays on screen although it leaves the queue by another's hand, and one goes on from its place. */
import { useEffect, useRef, useState } from 'react';
import type { QueueItem } from '#views/triage-desk.api.ts';

export function useAt(items: readonly QueueItem[]) {
  const [at, setAt] = useState<string>();
  const last = useRef<{ item: QueueItem; index: number } | undefined>(undefined);
  const index = items.findIndex((item) => item.id === at);
  if (index >= 0) last.current = { item: items[index]!, index };
  const item = items[index] ?? (last.current?.item.id === at ? last.current?.item : undefined);
  const first = items[0]?.id;
  useEffect(() => {
    if (at === undefined && first !== undefined) setAt(first);
  }, [at, first]);

  /** The next one that stays when these go; the one before where there is none. */
  const after = (going: ReadonlySet<string>, from: number): string | undefined =>
    items.slice(from).find(({ id }) => !going.has(id))?.id ??
    items
      .slice(0, from)
      .reverse()
      .find(({ id }) => !going.has(id))?.id;
  const here = index >= 0 ? index : (last.current?.index ?? 0);
  return {
    at,
    item,
    index: here,
    go: setAt,
    /** @returns where one is then */
    move(by: 1 | -1): string | undefined {
      // Where the one at hand has gone, the next one stands in its place already.
      const to = index < 0 && by === 1 ? here : here + by;
      const id = items[Math.max(0, Math.min(items.length - 1, to))]?.id;
      setAt(id);
      return id;
    },
    /** Goes on where the one at hand is among them. */
    leave(ids: readonly string[]): void {
      if (at !== undefined && ids.includes(at)) setAt(after(new Set(ids), here));
    },
  };
}
