/** Reading a route on a page: one answer (`useRead`) or a list that grows by keyset pages (`useReadPages`). */
import {
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { CallOf, Route } from '#platform/api.ts';
import { call, type Reply } from '#web/call/call.ts';
import type { Refusal } from '#web/call/refusal.ts';

export type ReadOptions = {
  /** Read again every so many milliseconds while the page is looked at. */
  every?: number;
  /** While new arguments load, the last answer stays on screen. */
  keep?: boolean;
};

/** What a reading is called and how it is done: for reading ahead, and for putting an answer in its place. */
export const readingOf = <R extends Route>(route: R, args: CallOf<R> | undefined) => ({
  queryKey: [route.path, route.method, args],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(route, args!, { signal }),
});

/** `args` undefined: not yet, there is nothing to ask for. */
export function useRead<R extends Route>(
  route: R,
  args: CallOf<R> | undefined,
  { every, keep }: ReadOptions = {},
): UseQueryResult<Reply<R>, Refusal> {
  return useQuery<Reply<R>, Refusal>({
    ...readingOf(route, args),
    enabled: args !== undefined,
    ...(every && { refetchInterval: every }),
    ...(keep && { placeholderData: keepPreviousData }),
  });
}

export type Pages<T> = { pages: T[] };

/** `args` makes the call for a page from the cursor of the one before it; `next` reads that cursor from a reply. */
export function useReadPages<R extends Route>(
  route: R,
  key: unknown,
  args: (after: string | undefined) => CallOf<R>,
  next: (reply: Reply<R>) => string | null | undefined,
): UseInfiniteQueryResult<Pages<Reply<R>>, Refusal> {
  return useInfiniteQuery<Reply<R>, Refusal, Pages<Reply<R>>, unknown[], string | undefined>({
    queryKey: [route.path, 'pages', key],
    queryFn: ({ pageParam, signal }) => call(route, args(pageParam), { signal }),
    initialPageParam: undefined,
    getNextPageParam: (reply) => next(reply) ?? undefined,
    placeholderData: keepPreviousData,
  });
}
