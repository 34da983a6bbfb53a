/** Which columns are shown: the page's choice until somebody makes another, kept in this browser. */
import { useMemo } from 'react';
import type { Column } from '#web/list/list.ts';
import { isWordList, keptCell, useCell } from '#web/place/cell.ts';

export type Columns<Row> = {
  all: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  toggle: (key: string) => void;
  reset: () => void;
};

/** Kept are the differences from the page's choice: a column added by a newer version comes in by itself. */
export function useColumns<Row>(name: string, all: readonly Column<Row>[]): Columns<Row> {
  const changed = keptCell<string[]>(`columns:${name}`, [], isWordList);
  const keys = useCell(changed);
  const shown = useMemo(
    () => all.filter((column) => column.locked || Boolean(column.hidden) === keys.includes(column.key)),
    [all, keys],
  );
  return {
    all,
    shown,
    toggle: (key) => changed.set(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]),
    reset: () => changed.set([]),
  };
}

/** Pixels for columns of a fixed width beside an open pane; the title takes the rest. */
const BESIDE_PANE = 370;

/** Beside an open pane: the title, what stands beside it on a phone, and of the rest the last ones, as long as they fit. */
export function besidePane<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const bySide = (place: Column<Row>['phone']) => columns.filter((column) => column.phone === place && column.width);
  let left = BESIDE_PANE;
  const fitting = [...bySide('side'), ...bySide('line').reverse()].filter(({ width = 0 }) => {
    if (width > left) return false;
    left -= width;
    return true;
  });
  return columns.filter((column) => column.phone === 'title' || column.locked || fitting.includes(column));
}

/** The grid of the rows, from the columns' widths. */
export function tracksOf<Row>(columns: readonly Column<Row>[], choosing: boolean): string {
  const tracks = columns.map(({ width }) => (width ? `${width}px` : 'minmax(160px, 1fr)'));
  return [...(choosing ? ['36px'] : []), ...tracks].join(' ');
}
