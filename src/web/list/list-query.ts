/** From the address to the query, and from a choice to the address. Pure. */
import type { Query, View } from '#web/list/list.ts';
import type { Search } from '#web/place/use-place.ts';

type Patch = Record<string, string | undefined>;

const pickOf = (query: Query, keys: readonly string[], has: boolean): Query =>
  Object.fromEntries(Object.entries(query).filter(([key, value]) => value && keys.includes(key) === has));

/** The view of the address, else the first one. */
export const viewOf = (search: Search, views: readonly View[]): View | undefined =>
  views.find((view) => view.key === search.view) ?? views[0];

/**
 * What the filters show: an address that names its view says all; a bare one means the first view as it was made.
 */
export function shownFilters(search: Search, views: readonly View[], keys: readonly string[]): Query {
  const given = pickOf(search, keys, true);
  if (search.view) return given;
  return { ...pickOf(viewOf(search, views)?.query ?? {}, keys, true), ...given };
}

export function queryOf(search: Search, views: readonly View[], keys: readonly string[], fixed: Query = {}): Query {
  const beyond = pickOf(viewOf(search, views)?.query ?? {}, keys, false);
  return { ...beyond, ...shownFilters(search, views, keys), ...fixed };
}

/** To another view: its own filters instead of the present ones; the pane closes. */
export function toView(view: View, keys: readonly string[]): Patch {
  const cleared: Patch = Object.fromEntries(keys.map((key) => [key, undefined]));
  return { ...cleared, ...pickOf(view.query, keys, true), view: view.key, open: undefined };
}

/** One filter changed; from now on the address says all. */
export function toFilter(search: Search, views: readonly View[], keys: readonly string[], change: Patch): Patch {
  return { ...shownFilters(search, views, keys), view: viewOf(search, views)?.key, ...change };
}

/** Has somebody narrowed it beyond the view? Then an empty list has another reason. */
export function isNarrowed(search: Search, views: readonly View[], keys: readonly string[]): boolean {
  const shown = shownFilters(search, views, keys);
  const own = pickOf(viewOf(search, views)?.query ?? {}, keys, true);
  return keys.some((key) => shown[key] !== own[key]);
}
