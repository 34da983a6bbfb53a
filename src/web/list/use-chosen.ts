/** Rows chosen for bulk work, by id; a click with Shift takes all between. */
import { useState } from 'react';

export type Chosen = {
  ids: ReadonlySet<string>;
  toggle: (id: string, range?: boolean) => void;
  all: (on: boolean) => void;
  letGo: () => void;
};

export function useChosen(loaded: readonly string[]): Chosen {
  const [kept, setIds] = useState<ReadonlySet<string>>(new Set());
  // A row that has left the list, by somebody else's hand or another filter, is not chosen any more.
  const ids = new Set(loaded.filter((id) => kept.has(id)));
  const [last, setLast] = useState<string>();

  function toggle(id: string, range?: boolean): void {
    const next = new Set(ids);
    const [from, to] = [loaded.indexOf(last ?? id), loaded.indexOf(id)];
    const between = range && from >= 0 ? loaded.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
    const on = !ids.has(id);
    for (const one of between) {
      if (on) next.add(one);
      else next.delete(one);
    }
    setIds(next);
    setLast(id);
  }

  return { ids, toggle, all: (on) => setIds(new Set(on ? loaded : [])), letGo: () => setIds(new Set()) };
}
