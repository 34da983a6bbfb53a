/** Importing a list of categories: a row's cells as the path of one node. Merged cells of a level stand for the rows below. */
import { type CellNote, noted, optional, type Values } from '#people/import-cells.ts';
import type { CategoryField } from '#sheet/category-fields.ts';
import { isName, LEVELS_MAX, NAME_MAX, writtenParts } from '#triage/category/category.ts';

export { categoryFields } from '#sheet/category-fields.ts';

/** `path`: names from the top down to the node; with `under`, the path begins below the node of that name or path. */
export type CategoryImportRow = { path: string[]; under: string; code: string };

type Note = CellNote<CategoryField>;
export type ReadCategory = { row: CategoryImportRow; notes: Note[] } | { rejected: Note[] };

const levels = ['level1', 'level2', 'level3', 'level4', 'level5', 'level6'] as const;

/** @param above the levels of the row before, for cells that are merged over several rows. */
export function readCategory(values: Values<CategoryField>, above: readonly string[]): ReadCategory {
  const notes: Note[] = [];
  const text = (field: CategoryField, most = 300) => optional(values, field, most, notes);
  const told = levels.map((field) => text(field));
  const named = writtenParts(text('name'));
  const under = text('parent');
  const deepest = told.findLastIndex((name) => name !== '');
  const merged = told.slice(0, deepest + 1);
  for (let i = 0; i <= deepest; i++) {
    if (merged[i] !== '') {
      // Below another first level nothing of the row before is meant.
      if (merged[i] !== above[i]) above = above.slice(0, i);
    } else if (above[i]) merged[i] = above[i]!;
    else return { rejected: [noted(levels[i]!, 'category_gap', { level: i + 1 })] };
  }
  const path = [...merged, ...named];
  if (path.length === 0) return { rejected: [noted('name', 'field_required')] };
  const field = named.length > 0 ? 'name' : levels[deepest]!;
  if (path.length > LEVELS_MAX) return { rejected: [noted(field, 'category_too_deep', { limit: LEVELS_MAX })] };
  if (!path.every(isName)) return { rejected: [noted(field, 'category_name', { limit: NAME_MAX })] };
  return { row: { path, under: deepest < 0 ? under : '', code: text('code', 40) }, notes };
}

/** The row as it would be taken, for the preview. */
export function showCategory({ path, under, code }: CategoryImportRow): Record<CategoryField, string> {
  const level = Object.fromEntries(levels.map((field, i) => [field, under === '' ? (path[i] ?? '') : '']));
  const shown = level as Record<(typeof levels)[number], string>;
  return { ...shown, name: under === '' ? '' : path.join('/'), parent: under, code };
}
