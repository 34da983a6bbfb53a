/** The address as pages use it: words of the path, words behind the `?`, and moving on. All values are plain text. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Search = Readonly<Record<string, string>>;

export type Place = {
  params: Readonly<Record<string, string>>;
  search: Search;
  /** Changes some words behind the `?`; undefined or empty takes one away. `step`: the back button undoes it. */
  setSearch: (patch: Record<string, string | undefined>, step?: boolean) => void;
  go: (to: string, replace?: boolean) => void;
};

export function usePlace(): Place {
  const navigate = useNavigate();
  const params = useParams({ strict: false }) as Record<string, string>;
  const search = useSearch({ strict: false }) as Search;
  const setSearch = useCallback<Place['setSearch']>(
    (patch, step) =>
      void navigate({ to: '.', search: (now: Search) => patched(now, patch), replace: !step, resetScroll: false }),
    [navigate],
  );
  const go = useCallback<Place['go']>(
    (to, replace) => void navigate({ ...targetOf(to), replace: replace ?? false }),
    [navigate],
  );
  return { params, search, setSearch, go };
}

function patched(now: Search, patch: Record<string, string | undefined>): Search {
  const all = Object.entries({ ...now, ...patch });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** A path of the desk, with what stands behind its `?`, as the router takes it. */
export function targetOf(path: string): { to: string; search: Search } {
  const [to = '', query = ''] = path.split('?');
  return { to, search: parseSearch(query) };
}

/** `?a=1` is the text "1": an address typed by hand means what it says. */
export const parseSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text));

export function writeSearch(search: Record<string, unknown>): string {
  const text = new URLSearchParams(Object.entries(search).map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}
