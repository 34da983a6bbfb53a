/** A run chosen for bulk work: one by one, on with Shift from where it began, or a whole group. */
import { useState } from 'react';

export function useChosenRun(loaded: readonly string[]) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState<string>();
  // What has left the queue is not chosen any more.
  const ids = new Set(loaded.filter((id) => kept.has(id)));

  const between = (a: string, b: string): string[] => {
    const [first, last] = [loaded.indexOf(a), loaded.indexOf(b)];
    return first < 0 || last < 0 ? [b] : loaded.slice(Math.min(first, last), Math.max(first, last) + 1);
  };
  return {
    ids,
    toggle(id: string, range = false): void {
      const on = !ids.has(id);
      const next = new Set(ids);
      for (const one of range && from ? between(from, id) : [id]) on ? next.add(one) : next.delete(one);
      setKept(next);
      setFrom(id);
    },
    /** From the one left to the one gone to: both, and what is between. */
    extend(leaving: string, to: string): void {
      const start = from && ids.has(from) ? from : leaving;
      setFrom(start);
      setKept(new Set([...ids, ...between(start, to)]));
    },
    take: (all: readonly string[]) => setKept(new Set(all)),
    letGo: () => setKept(new Set()),
  };
}
