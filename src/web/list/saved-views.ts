/** Views that somebody saved, by list, in this browser. */
import type { View } from '#web/list/list.ts';
import { type Cell, keptCell } from '#web/place/cell.ts';

function isView(found: unknown): found is View {
  const { key, said, query } = (found ?? {}) as Partial<View>;
  return typeof key === 'string' && typeof said?.zh === 'string' && typeof query === 'object' && query !== null;
}

const areViews = (found: unknown): found is View[] => Array.isArray(found) && found.every(isView);

export const savedViews = (name: string): Cell<View[]> => keptCell<View[]>(`views:${name}`, [], areViews);
