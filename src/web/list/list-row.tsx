/** One row. Its title is a real link to the page: a click opens the pane, a click with Ctrl a new tab. */
import { Checkbox } from 'antd';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { Column } from '#web/list/list.ts';
import { listWords } from '#web/list/list.words.ts';
import { Go } from '#web/place/go.tsx';
import { useWords } from '#web/words/words.ts';

type ListRowProps<Row> = {
  id: string;
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  to: string;
  /** Why it is marked red, in words; empty: it is not. */
  late: string;
  marks: { at: boolean; opened: boolean; chosen: boolean };
  place: CSSProperties;
  onChoose?: (range: boolean) => void;
};

/** The column that names the row. */
const titleOf = <Row,>(columns: readonly Column<Row>[]) =>
  (columns.find((column) => column.phone === 'title') ?? columns.find((column) => column.locked) ?? columns[0])?.key;

export function ListRow<Row>(props: ListRowProps<Row>) {
  const { id, row, index, columns, to, late, marks, place, onChoose } = props;
  const t = useWords(listWords);
  const element = useCursor(marks.at);
  const title = titleOf(columns);
  const classes = [marks.at && 'is-at', marks.opened && 'is-opened', marks.chosen && 'is-chosen', late && 'is-late'];
  return (
    <tr
      ref={element}
      data-id={id}
      aria-rowindex={index}
      className={['list-row', ...classes.filter(Boolean)].join(' ')}
      style={place}
    >
      {onChoose && (
        <td className="list-choose">
          <Checkbox
            checked={marks.chosen}
            aria-label={t('chooseRow')}
            onChange={(event) => onChoose('shiftKey' in event.nativeEvent && Boolean(event.nativeEvent.shiftKey))}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.key}
          data-phone={column.phone ?? 'no'}
          className={column.right ? 'list-right one-line' : 'one-line'}
        >
          {column.key === title ? (
            <Go to={to} className="list-title one-line">
              {late && <span className="only-heard">{late}</span>}
              {column.render(row)}
            </Go>
          ) : (
            column.render(row)
          )}
        </td>
      ))}
    </tr>
  );
}

/** Moving by keyboard takes the focus along, so that the row is read out; coming to the page does not. */
function useCursor(at: boolean) {
  const element = useRef<HTMLTableRowElement>(null);
  const was = useRef(at);
  useEffect(() => {
    if (at && !was.current) element.current?.querySelector<HTMLElement>('.list-title')?.focus({ preventScroll: true });
    was.current = at;
  }, [at]);
  return element;
}
