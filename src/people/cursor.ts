/** Where a list goes on: the sort keys of its last row, as an opaque word. */
import { Buffer } from 'node:buffer';
import { id } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';

export const cursorOf = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** @throws malformed where the word was not made by `cursorOf` for as many keys. */
export function keysOf(cursor: string, count: number): string[] {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    keys = undefined;
  }
  if (!Array.isArray(keys) || keys.length !== count) throw problem('malformed', { count: 1 });
  return keys.map(String);
}

/** One row more than asked for tells whether there is a next page. */
export function pageOf<T>(rows: T[], limit: number, keys: (row: T) => (string | number)[]) {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? cursorOf(keys(items.at(-1)!)) : null };
}

/** A cursor that names the last row by its id alone, so that no name stands in an address. @throws malformed */
export function rowOf(cursor: string): string {
  const read = id.safeParse(keysOf(cursor, 1)[0]);
  if (!read.success) throw problem('malformed', { count: 1 });
  return read.data;
}
