/** A value that several components watch: language, mode, open dialogs. A kept cell stays in this browser, per city. */
import { useSyncExternalStore } from 'react';
import { keptName } from '#web/place/place.ts';

export type Cell<T> = {
  get: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
};

export function cell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useCell<T>(watched: Cell<T>): T {
  return useSyncExternalStore(watched.subscribe, watched.get);
}

const kept = new Map<string, Cell<unknown>>();

/** One cell a name. What is found in the browser is used only where `fits` says that it still has the right shape. */
export function keptCell<T>(name: string, initial: T, fits: (found: unknown) => found is T): Cell<T> {
  const known = kept.get(name);
  if (known) return known as Cell<T>;
  const made = cell(read(name, initial, fits));
  made.subscribe(() => write(name, made.get()));
  kept.set(name, made as Cell<unknown>);
  return made;
}

function read<T>(name: string, initial: T, fits: (found: unknown) => found is T): T {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keptName(name)) ?? 'null');
    return fits(found) ? found : initial;
  } catch {
    return initial; // storage is closed, or somebody else wrote there
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(keptName(name), JSON.stringify(value));
  } catch {
    // Storage is full or closed: the choice holds until the page is left.
  }
}

/** Shape tests for `keptCell`. */
export const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (found: unknown): found is T =>
    words.includes(found as T);

export const isFlag = (found: unknown): found is boolean => typeof found === 'boolean';

export const isWordList = (found: unknown): found is string[] =>
  Array.isArray(found) && found.every((word) => typeof word === 'string');
