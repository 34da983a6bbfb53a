/** The rows of a list, page after page, for the query that the address says. */
import { useMemo } from 'react';
import type { CallOf } from '#platform/api.ts';
import type { Reply } from '#web/call/call.ts';
import { type ReadOptions, useReadPages } from '#web/call/use-read.ts';
import { filterKeys, type Listing, type ListPageProps, PAGE, type Query } from '#web/list/list.ts';
import { queryOf } from '#web/list/list-query.ts';
import { usePlace } from '#web/place/use-place.ts';

export type { ReadOptions };

/** The schema of the route reads the text; a cursor belongs to no query. */
const argsOf = <R>(query: Query, cursor?: string) =>
  ({ query: { ...query, limit: String(PAGE), ...(cursor && { cursor }) } }) as unknown as CallOf<R>;

export function useList<Row>({ route, views = [], filters = [], fixed }: ListPageProps<Row>) {
  const { search } = usePlace();
  const keys = useMemo(() => filterKeys(filters), [filters]);
  const query = queryOf(search, views, keys, fixed);
  const pages = useReadPages<Listing<Row>>(
    route,
    query,
    (cursor) => argsOf<Listing<Row>>(query, cursor),
    (reply: Reply<Listing<Row>>) => reply.next,
  );
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return { query, keys, pages, rows };
}
