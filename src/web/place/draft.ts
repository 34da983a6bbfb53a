/** What somebody is writing, kept in this tab until it is saved or they sign out: it may hold personal data. */
import { keptName } from '#web/place/place.ts';

const PREFIX = keptName('draft:');

/** @param whose the writer's id: who signs in after them finds nothing */
export function keptDraft<T>(name: string, whose: string, fits: (found: unknown) => found is T) {
  const key = `${PREFIX}${name}:${whose}`;
  return {
    read(): T | undefined {
      try {
        const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
        return fits(found) ? found : undefined;
      } catch {
        return undefined;
      }
    },
    write(draft: T): void {
      try {
        sessionStorage.setItem(key, JSON.stringify(draft));
      } catch {
        // Storage is full or closed: it lives as long as the page.
      }
    },
    forget: () => sessionStorage.removeItem(key),
  };
}

export function forgetDrafts(): void {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) sessionStorage.removeItem(key);
}
