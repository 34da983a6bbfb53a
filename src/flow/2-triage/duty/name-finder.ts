/** Finds the category or area that a list means: by its name, by a path to it, or by its code. Pure. */
import { likeness, pathParts } from '#people/import-words.ts';
import { searchWords } from '#text/words.ts';

export type Named = { id: string; code: string; name: string; parentId: string | null };

export type NameFinder = {
  /** All that the words can mean; a path says which. */
  find(written: string): Named[];
  path(one: Named): string;
  nearest(written: string): string[];
};

const NEAREST = 3;

export function nameFinder(all: readonly Named[]): NameFinder {
  const byId = new Map(all.map((one) => [one.id, one]));
  const byName = new Map<string, Named[]>();
  for (const one of all) {
    const key = searchWords(one.name);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const way = (one: Named): Named[] => {
    const above = one.parentId === null ? undefined : byId.get(one.parentId);
    return above ? [...way(above), one] : [one];
  };
  /** Does it stand below these names, in their order, levels between them left out? */
  const standsBelow = (one: Named, names: readonly string[]): boolean => {
    let left = names.length;
    for (const above of way(one).slice(0, -1).reverse())
      if (left > 0 && searchWords(above.name) === searchWords(names[left - 1]!)) left--;
    return left === 0;
  };
  return {
    find(written) {
      const coded = all.filter(({ code }) => code === written.trim());
      if (coded.length > 0) return coded;
      const parts = pathParts(written);
      const found = (byName.get(searchWords(parts.at(-1) ?? '')) ?? []).filter((one) =>
        standsBelow(one, parts.slice(0, -1)),
      );
      return found;
    },
    path: (one) =>
      way(one)
        .map(({ name }) => name)
        .join('/'),
    nearest: (written) => {
      const name = pathParts(written).at(-1) ?? '';
      return all
        .map((one) => ({ one, like: likeness(one.name, name) }))
        .filter(({ like }) => like > 0)
        .sort((a, b) => b.like - a.like || (a.one.name < b.one.name ? -1 : 1))
        .slice(0, NEAREST)
        .map(({ one }) => one.name);
    },
  };
}
