/** Files on their way: one call each, with its own id, so that trying again is the same file once. */
import { useRef, useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';

export type Entry<T> = {
  id: string;
  file: File;
  /** 0 to 1 while it goes up. */
  sent: number;
  arrived?: T;
  refusal?: Refusal;
  tooLarge?: boolean;
};

export type Sending<T> = {
  limit: number;
  most: number;
  send: (file: File, id: string, onSent: (share: number) => void) => Promise<T>;
  onChange: (files: T[]) => void;
};

export function useSending<T>({ limit, most, send, onChange }: Sending<T>) {
  const [entries, setEntries] = useState<readonly Entry<T>[]>([]);
  const now = useRef(entries);

  function put(next: readonly Entry<T>[]): void {
    const arrivals = (list: readonly Entry<T>[]) =>
      list.flatMap(({ arrived }) => (arrived === undefined ? [] : [arrived]));
    const changed = arrivals(next).length !== arrivals(now.current).length;
    now.current = next;
    setEntries(next);
    if (changed) onChange(arrivals(next));
  }

  const patch = (id: string, change: Partial<Entry<T>>) =>
    put(now.current.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));

  async function begin(entry: Entry<T>): Promise<void> {
    try {
      const arrived = await send(entry.file, entry.id, (sent) => patch(entry.id, { sent }));
      patch(entry.id, { arrived, sent: 1 });
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      patch(entry.id, { refusal, sent: 0 });
    }
  }

  function add(files: readonly File[]): void {
    const fresh = files.map((file): Entry<T> => ({ id: newId(), file, sent: 0, tooLarge: file.size > limit }));
    const kept = most === 1 ? fresh.slice(-1) : [...now.current, ...fresh].slice(0, most);
    put(kept);
    for (const entry of fresh) if (kept.includes(entry) && !entry.tooLarge) void begin(entry);
  }

  function again(id: string): void {
    const { refusal: _, ...rest } = now.current.find((entry) => entry.id === id)!;
    put(now.current.map((entry) => (entry.id === id ? { ...rest, sent: 0 } : entry)));
    void begin(rest);
  }

  const remove = (id: string) => put(now.current.filter((entry) => entry.id !== id));
  return { entries, add, again, remove };
}
