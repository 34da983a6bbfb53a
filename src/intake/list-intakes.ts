/** Lists as kinds of import: of people and units here; rooms above make theirs of the same. */
import { z } from 'zod';
import type { Context, Intake, Note, Reading, Written } from '#intake/intake.ts';
import type { Actor } from '#people/actor.ts';
import type { CellNote, Values } from '#people/import-cells.ts';
import { writePeople } from '#people/import-people.actions.ts';
import { peopleFields, readPerson, showPerson } from '#people/import-people.ts';
import { writeUnits } from '#people/import-units.actions.ts';
import { readUnit, showUnit, unitFields } from '#people/import-units.ts';
import type { Permission } from '#people/permissions.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import type { Field } from '#sheet/field.ts';

const noOptions = z.object({});

/** A row with what is needed to say of its cells, after it was written, what was wrong with them. */
type Listed<Row> = { own: Row; importId: string; columnOf: (field: string | null) => number | null };

export type List<Row, F extends string, O = object> = {
  kind: string;
  name: Said;
  permission: Permission;
  options: z.ZodType<O>;
  fields: readonly (Field & { field: F })[];
  required: readonly F[];
  read(values: Values<F>, context: Context<O>): { row: Row; notes: CellNote<F>[] } | { rejected: CellNote<F>[] };
  write(
    tx: Tx,
    actor: Actor,
    rows: readonly Row[],
    importId: string,
  ): Promise<(Exclude<Written, object> | { rejected: CellNote<F>[] })[]>;
  show(row: Row): Record<string, string>;
};

export function listIntake<Row, F extends string, O>(list: List<Row, F, O>): Intake<Listed<Row>, O> {
  const { kind, name, permission, options, fields, required } = list;
  return {
    ...{ kind, name, fields, required, repeatable: [], permission, options },
    settle: async (_, given) => given,
    reader(context: Context<O>) {
      const { columns, importId } = context;
      const at = new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])));
      const columnOf = (field: string | null) => (field === null ? null : (at.get(field) ?? null));
      const placed = notesAt(columnOf);
      return {
        pass() {},
        read({ cells }): Reading<Listed<Row>> {
          const values = Object.fromEntries([...at].map(([field, index]) => [field, cells[index]])) as Values<F>;
          const reading = list.read(values, context);
          if ('rejected' in reading) return { rejected: placed(reading.rejected) };
          return { row: { own: reading.row, importId, columnOf }, notes: placed(reading.notes) };
        },
      };
    },
    async write(tx, actor, rows) {
      const outcomes = await list.write(
        tx,
        actor,
        rows.map((row) => row.own),
        rows[0]!.importId,
      );
      return outcomes.map((outcome, i) =>
        typeof outcome === 'string' ? outcome : { rejected: notesAt(rows[i]!.columnOf)(outcome.rejected) },
      );
    },
    show: (row) => list.show(row.own),
  };
}

const notesAt =
  (columnOf: (field: string | null) => number | null) =>
  (notes: readonly CellNote[]): Note[] =>
    notes.map(({ field, code, params }) => ({ column: columnOf(field), code, ...(params && { params }) }));

export const peopleIntake = listIntake({
  kind: 'people',
  name: { zh: '人员', en: 'People' },
  permission: 'people.manage',
  options: noOptions,
  fields: peopleFields,
  required: ['name'],
  read: readPerson,
  write: writePeople,
  show: showPerson,
});

export const unitIntake = listIntake({
  kind: 'units',
  name: { zh: '单位', en: 'Units' },
  permission: 'people.manage',
  options: noOptions,
  fields: unitFields,
  required: ['name'],
  read: readUnit,
  write: writeUnits,
  show: showUnit,
});
