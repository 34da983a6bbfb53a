/** The rows, of which only those in sight exist; more are read as one scrolls. On a phone a row is a card. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useRef } from 'react';
import { tracksOf } from '#web/list/columns.ts';
import { CARD_HEIGHT, type Column, type ListPageProps, ROW_HEIGHT } from '#web/list/list.ts';
import { listWords } from '#web/list/list.words.ts';
import { ListEnd } from '#web/list/list-end.tsx';
import { ListHead } from '#web/list/list-head.tsx';
import { ListRow } from '#web/list/list-row.tsx';
import { NoRows } from '#web/list/no-rows.tsx';
import type { Chosen } from '#web/list/use-chosen.ts';
import type { useList } from '#web/list/use-list.ts';
import { useReadAhead, useRowClicks, useScrollToRow } from '#web/list/use-rows.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { useIsPrinting } from '#web/look/printing.ts';
import { useWords } from '#web/words/words.ts';

export type ListRowsProps<Row> = Omit<ListPageProps<Row>, 'columns'> & {
  list: ReturnType<typeof useList<Row>>;
  columns: readonly Column<Row>[];
  chosen: Chosen | undefined;
  at: string | undefined;
  opened: string | undefined;
  onOpen: (row: Row) => void;
};

export function ListRows<Row>(props: ListRowsProps<Row>) {
  return props.list.rows.length === 0 ? <NoRows {...props} /> : <SomeRows {...props} />;
}

/** Rows that exist beyond those in sight; on paper all that are loaded. */
const OVERSCAN = 12;
/** The labels are row 1. */
const FIRST = 2;

function SomeRows<Row>(props: ListRowsProps<Row>) {
  const { list, columns, chosen, at, opened, onOpen, rowId, to, late } = props;
  const t = useWords(listWords);
  const phone = useIsPhone();
  const printing = useIsPrinting();
  const box = useRef<HTMLDivElement>(null);
  const { rows, pages } = list;
  const height = phone ? CARD_HEIGHT : ROW_HEIGHT;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: printing ? rows.length : OVERSCAN,
    getItemKey: (index) => rowId(rows[index]!),
  });
  const seen = virtual.getVirtualItems();
  useReadAhead(pages, rows.length, seen[seen.length - 1]?.index ?? 0);
  useScrollToRow(
    virtual,
    rows.findIndex((row) => rowId(row) === at),
    height,
  );
  useRowClicks(box, (id) => {
    const row = rows.find((one) => rowId(one) === id);
    if (row) onOpen(row);
  });
  return (
    <div ref={box} className={phone ? 'list-rows list-cards' : 'list-rows'} aria-busy={pages.isFetching}>
      <table
        aria-label={props.title}
        aria-rowcount={pages.hasNextPage ? -1 : rows.length + 1}
        style={{ '--tracks': tracksOf(columns, chosen !== undefined) } as CSSProperties}
      >
        <ListHead columns={columns} chosen={chosen} loaded={rows.length} />
        <tbody style={{ '--tall': `${virtual.getTotalSize()}px` } as CSSProperties}>
          {seen.map(({ index, start, key }) => {
            const row = rows[index]!;
            const id = rowId(row);
            return (
              <ListRow
                key={key}
                id={id}
                row={row}
                index={index + FIRST}
                columns={columns}
                to={to(row)}
                late={late?.(row) ? t('late') : ''}
                marks={{ at: id === at, opened: id === opened, chosen: chosen?.ids.has(id) ?? false }}
                place={{ '--from': `${start}px`, '--high': `${height}px` } as CSSProperties}
                {...(chosen && { onChoose: (range: boolean) => chosen.toggle(id, range) })}
              />
            );
          })}
        </tbody>
      </table>
      <ListEnd pages={pages} count={rows.length} />
    </div>
  );
}
