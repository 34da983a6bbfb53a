/**
 * What a list is made of. A page describes it and hands it to `<ListPage>`:
 *
 *   const { list, count } = triageApi;
 *   <ListPage name="problems" title={t('title')} route={list} count={count} rowId={(p) => p.id}
 *     views={views} filters={filters} columns={columns} to={(p) => `/problems/${p.id}`}
 *     pane={(id) => <ProblemPage id={id} />} bulk={(ids, done) => …} empty={{ title: …, how: … }} />
 *
 * The address holds the state: `?view=…&q=…&open=<id>`; columns and saved views are kept in this browser.
 */
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Route } from '#platform/api.ts';
import type { Said } from '#web/words/words.ts';

/** Values of the query, as text: the route's schema reads them. */
export type Query = Readonly<Record<string, string>>;

export type Column<Row> = {
  key: string;
  said: Said;
  /** Pixels; absent: it shares what is left. */
  width?: number;
  /** Figures stand at the right edge. */
  right?: boolean;
  /** Cannot be taken away. The first locked column is the one that is read out as the row's name. */
  locked?: boolean;
  /** Not shown until somebody chooses it. */
  hidden?: boolean;
  /** Where it stands on a phone, if at all. */
  phone?: 'title' | 'side' | 'line';
  render: (row: Row) => ReactNode;
};

/** A tab: a question that is asked often. Its query may name filters, which then show it, or anything else the route takes. */
export type View = {
  key: string;
  said: Said;
  query: Query;
  /** Said where it is empty, in place of the list's own words, which are of nothing at all. */
  none?: Said;
};

export type Choice = { value: string; label: string };

export type Filter = { key: string; said: Said; folded?: boolean } & (
  | { kind: 'words' }
  | { kind: 'choice'; options: readonly Choice[] }
  /** First and last day, under `key` and `to`. */
  | { kind: 'days'; to: string }
  | { kind: 'other'; render: (value: string | undefined, set: (value: string | undefined) => void) => ReactNode }
);

export type Listing<Row> = Route & { reply: z.ZodType<{ items: Row[]; next: string | null }> };
export type Counting = Route & { reply: z.ZodType<{ count: number; more: boolean }> };

export type ListPageProps<Row> = {
  /** Under which columns and views are kept. */
  name: string;
  title: string;
  route: Listing<Row>;
  /** The same query, counted: figures on the tabs. */
  count?: Counting;
  /** Always part of the query. */
  fixed?: Query;
  views?: readonly View[];
  filters?: readonly Filter[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** The row's own page. */
  to: (row: Row) => string;
  /** Late rows are marked at their edge; the words say why. */
  late?: (row: Row) => boolean;
  /** `next` opens the row after it: for queues that are worked off. `row`: where it is among those loaded. */
  pane?: (id: string, next: () => void, row: Row | undefined) => ReactNode;
  /** Buttons for the chosen rows; `done` lets them go; `rows` are those of them that are loaded. */
  bulk?: (ids: readonly string[], done: () => void, rows: readonly Row[]) => ReactNode;
  /** A file of exactly what is seen. */
  file?: { route: Route; name: string; more?: (query: Query) => ReactNode };
  /** Beside the title: what begins a new one. */
  actions?: ReactNode;
  /** Rows hold what citizens or people have said or are: the watermark lies over them. */
  personal?: boolean;
  empty: { title: string; how?: ReactNode; children?: ReactNode };
};

export const ROW_HEIGHT = 42;
export const CARD_HEIGHT = 78;
export const PAGE = 50;

/** Keys of the address that belong to filters. */
export const filterKeys = (filters: readonly Filter[]): string[] =>
  filters.flatMap((filter) => (filter.kind === 'days' ? [filter.key, filter.to] : [filter.key]));
