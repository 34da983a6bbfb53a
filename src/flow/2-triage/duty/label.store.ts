/** The category that a label means: its id, as people decided it, or a name or path, as a file said it. */

import type { Tx } from '#platform/db.ts';
import { id as idShape } from '#platform/ids.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { categoryFinder } from '#triage/category/category.ts';

export type LabelFinder = (label: string | null) => string | null;

/** Nothing where no category is called so, or several are. Holds the tree: ask once for many labels. */
export async function labelFinder(tx: Tx): Promise<LabelFinder> {
  const find = categoryFinder(await allCategories(tx), await allAliases(tx));
  return (label) => {
    if (label === null || idShape.safeParse(label).success) return label;
    const found = find(label);
    return found === undefined || found === 'several' ? null : found;
  };
}
