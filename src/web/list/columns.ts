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

/** The grid of the rows, from the columns' widths. */
export function tracksOf<Row>(columns: readonly Column<Row>[], choosing: boolean): string {
  const tracks = columns.map(({ width }) => (width ? `${width}px` : 'minmax(180px, 1fr)'));
  return [...(choosing ? ['36px'] : []), ...tracks].join(' ');
}
