/** Lists of categories as a kind of import. */
import { z } from 'zod';
import type { Context, Intake, Note, Reading } from '#intake/intake.ts';
import type { CellNote, Values } from '#people/import-cells.ts';
import type { CategoryField } from '#sheet/category-fields.ts';
import type { Row } from '#sheet/sheet.ts';
import { writeCategories } from '#triage/category/import-categories.actions.ts';
import {
  type CategoryImportRow,
  categoryFields,
  readCategory,
  showCategory,
} from '#triage/category/import-categories.ts';

type Placed = { own: CategoryImportRow; importId: string; columnOf: (field: string | null) => number | null };

const notesAt = (columnOf: Placed['columnOf'], notes: readonly CellNote[]): Note[] =>
  notes.map(({ field, code, params }) => ({ column: columnOf(field), code, ...(params && { params }) }));

/** No field is needed by itself: a column a level, or names with the one above each. */
export const categoryIntake: Intake<Placed, object> = {
  kind: 'categories',
  name: { zh: '分类', en: 'Categories' },
  permission: 'category.manage',
  fields: categoryFields,
  required: [],
  repeatable: [],
  options: z.object({}),
  settle: async (_, options) => options,
  reader({ columns, importId }: Context<object>) {
    const at = new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])));
    const columnOf = (field: string | null) => (field === null ? null : (at.get(field) ?? null));
    let above: readonly string[] = [];
    const read = ({ cells }: Row): Reading<Placed> => {
      const values = Object.fromEntries(
        [...at].map(([field, index]) => [field, cells[index]]),
      ) as Values<CategoryField>;
      const reading = readCategory(values, above);
      if ('rejected' in reading) return { rejected: notesAt(columnOf, reading.rejected) };
      if (reading.row.under === '') above = reading.row.path;
      return { row: { own: reading.row, importId, columnOf }, notes: notesAt(columnOf, reading.notes) };
    };
    return { read, pass: (row) => void read(row) };
  },
  async write(tx, actor, rows) {
    const list = rows.map(({ own }) => own);
    const results = await writeCategories(tx, actor, list, rows[0]!.importId);
    return results.map((result, i) =>
      typeof result === 'string' ? result : { rejected: notesAt(rows[i]!.columnOf, result.rejected) },
    );
  },
  show: ({ own }) => showCategory(own),
};
