/** A list that fills the desk: views, filters, virtual rows, a pane at the right; all by keyboard. See list.ts for its parts. */
import { useState } from 'react';
import { ChosenBar } from '#web/list/chosen-bar.tsx';
import { besidePane, useColumns } from '#web/list/columns.ts';
import type { ListPageProps } from '#web/list/list.ts';
import { listWords } from '#web/list/list.words.ts';
import { ListFilters } from '#web/list/list-filters.tsx';
import { ListRows } from '#web/list/list-rows.tsx';
import { ListTools } from '#web/list/list-tools.tsx';
import { ListViews } from '#web/list/list-views.tsx';
import { Pane } from '#web/list/pane.tsx';
import { useChosen } from '#web/list/use-chosen.ts';
import { useList } from '#web/list/use-list.ts';
import { useListKeys } from '#web/list/use-list-keys.ts';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Watermark } from '#web/show/watermark.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/list/list.css';

export function ListPage<Row>(props: ListPageProps<Row>) {
  const { title, rowId, to, pane, bulk, actions } = props;
  const t = useWords(listWords);
  const { search, setSearch, go } = usePlace();
  const list = useList(props);
  const columns = useColumns(props.name, props.columns);
  const ids = list.rows.map(rowId);
  const chosen = useChosen(ids);
  const [at, setAt] = useState<string | undefined>(search.open);
  useTitle(title);

  const opened = pane ? search.open : undefined;
  const open = (row: Row) => {
    setAt(rowId(row));
    if (pane) setSearch({ open: rowId(row) }, !opened);
    else go(to(row));
  };
  const close = () => setSearch({ open: undefined });
  const openedRow = list.rows.find((row) => rowId(row) === opened);
  const next = () => {
    const index = list.rows.findIndex((row) => rowId(row) === opened);
    const after = list.rows[index + 1] ?? list.rows[index - 1];
    if (after) open(after);
    else close();
  };
  useListKeys({
    rows: list.rows,
    rowId,
    at,
    setAt,
    open,
    close: opened ? close : undefined,
    follow: opened !== undefined,
    toPage: (row) => go(to(row)),
    ...(bulk && { choose: chosen.toggle }),
  });

  const whole = (
    <div className={opened ? 'list list-with-pane' : 'list'}>
      <section className="list-body" aria-label={title}>
        <header className="list-head">
          <h1>{title}</h1>
          {actions}
          <ListTools {...props} query={list.query} columns={columns} />
        </header>
        <ListViews {...props} keys={list.keys} />
        <ListFilters {...props} keys={list.keys} />
        {bulk && chosen.ids.size > 0 && (
          <ChosenBar chosen={chosen}>
            {bulk(
              [...chosen.ids],
              chosen.letGo,
              list.rows.filter((row) => chosen.ids.has(rowId(row))),
            )}
          </ChosenBar>
        )}
        <ListRows
          {...props}
          list={list}
          columns={opened ? besidePane(columns.shown) : columns.shown}
          chosen={bulk ? chosen : undefined}
          at={at}
          opened={opened}
          onOpen={open}
        />
      </section>
      {pane && opened && (
        <Pane label={t('list')} id={opened} onClose={close} {...(openedRow && { to: to(openedRow) })}>
          {pane(opened, next, openedRow)}
        </Pane>
      )}
    </div>
  );
  return props.personal ? <Watermark fills>{whole}</Watermark> : whole;
}
