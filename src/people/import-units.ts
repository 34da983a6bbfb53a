/** Importing a list of units: a row's cells as a unit and the way to the one above it. */
import { type CellNote, noted, optional, type Values } from '#people/import-cells.ts';
import { kindOfName, kindOfWord, pathParts, treeOfWord } from '#people/import-words.ts';
import type { TreeName } from '#people/role.ts';
import { type UnitKind, unitKinds } from '#people/unit.ts';
import { cellText } from '#sheet/sheet.ts';
import type { UnitField } from '#sheet/unit-fields.ts';

export { unitFields } from '#sheet/unit-fields.ts';

/** `parent` is a name or a path, empty where the row names none. `kindSaid`: the list says it, it was not guessed from the name. */
export type UnitRow = { name: string; code: string; parent: string; kind: UnitKind; kindSaid: boolean; tree: TreeName };

type Note = CellNote<UnitField>;
export type ReadUnit = { row: UnitRow; notes: Note[] } | { rejected: Note[] };

const NAME_MAX = 100;

export function readUnit(values: Values<UnitField>): ReadUnit {
  const notes: Note[] = [];
  const text = (field: UnitField, most: number) => optional(values, field, most, notes);
  const parts = pathParts(cellText(values.name).replace(/\s+/g, ' '));
  const name = parts.at(-1) ?? '';
  if (name === '') return { rejected: [noted('name', 'field_required')] };
  if (name.length > NAME_MAX) return { rejected: [noted('name', 'field_too_long', { limit: NAME_MAX })] };
  // A path in the name's own cell says the parent where no column does.
  const parent = text('parent', 300) || parts.slice(0, -1).join('/');
  const word = text('kind', 40);
  const said = kindOfWord(word);
  const kind = said ?? kindOfName(name);
  if (word !== '' && !said) notes.push(noted('kind', 'word_unknown', { value: word, taken: unitKinds[kind] }));
  const treeWord = text('tree', 40);
  const tree = treeOfWord(treeWord);
  if (treeWord !== '' && !tree) notes.push(noted('tree', 'word_unknown', { value: treeWord, taken: unitKinds[kind] }));
  if (tree && tree !== unitKinds[kind].tree) return { rejected: [noted('tree', 'unit_of_other_tree', { name })] };
  const row = { name, code: text('code', 40), parent, kind, kindSaid: said !== undefined, tree: unitKinds[kind].tree };
  return { row, notes };
}

/** The row as it would be taken, for the preview. */
export const showUnit = (row: UnitRow): Record<UnitField, string> => ({
  name: row.name,
  code: row.code,
  parent: row.parent,
  kind: unitKinds[row.kind].zh,
  tree: row.tree === 'admin' ? '行政' : '党组织',
});
