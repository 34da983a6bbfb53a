/** The address of a route: path filled with params, query behind it. */
import type { CallOf, Route } from '#platform/api.ts';
import { base } from '#web/place/place.ts';

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown> };

/** An empty answer to a filter is no filter; a list is the same key again. */
function queryOf(query: Record<string, unknown> = {}): string {
  const found = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') found.append(key, String(one));
    }
  }
  const text = found.toString();
  return text && `?${text}`;
}

/** Also for plain links to files: `<a href={addressOf(fileApi.show, { params: { id } })} download>`. */
export function addressOf<R extends Route>(route: R, args: CallOf<R>): string {
  const { params = {}, query } = args as Loose;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  return `${base}/api${path}${queryOf(query)}`;
}
