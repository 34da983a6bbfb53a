/** Moving through a list by keyboard: J K Enter O X Esc, and the arrows. */
import { listKeys, listWords } from '#web/list/list.words.ts';
import { useKeys } from '#web/place/keys.ts';

type ListKeys<Row> = {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  at: string | undefined;
  setAt: (id: string) => void;
  open: (row: Row) => void;
  /** Only while the pane is open. */
  close: (() => void) | undefined;
  /** The pane shows the row one moves to. */
  follow: boolean;
  toPage: (row: Row) => void;
  choose?: (id: string) => void;
};

export function useListKeys<Row>({ rows, rowId, at, setAt, open, close, follow, toPage, choose }: ListKeys<Row>): void {
  const index = rows.findIndex((row) => rowId(row) === at);
  const move = (by: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index < 0 ? 0 : index + by))];
    if (!row) return;
    setAt(rowId(row));
    if (follow) open(row);
  };
  const here = (act: (row: Row) => void) => () => {
    const row = rows[index];
    if (row) act(row);
  };
  useKeys(listWords.list, [
    { key: 'j', said: listKeys.next, run: () => move(1) },
    { key: 'k', said: listKeys.previous, run: () => move(-1) },
    { key: 'arrowdown', said: listKeys.next, run: () => move(1) },
    { key: 'arrowup', said: listKeys.previous, run: () => move(-1) },
    { key: 'enter', said: listKeys.open, run: here(open) },
    { key: 'o', said: listKeys.page, run: here(toPage) },
    ...(choose ? [{ key: 'x', said: listKeys.choose, run: here((row) => choose(rowId(row))) }] : []),
    ...(close ? [{ key: 'escape', said: listKeys.close, run: close }] : []),
  ]);
}
