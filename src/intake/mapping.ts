/** Which column holds which field: proposed, remembered, checked. */
import { createHash } from 'node:crypto';
import { type Intake, LEAVE_OUT, type MappedColumn } from '#intake/intake.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { plainName } from '#sheet/column-name.ts';
import type { Column } from '#sheet/header.ts';
import type { Remembered } from '#sheet/mapping.ts';

/** What no field is left for and what changes with every export: neither kept nor part of a row's identity. */
const leftOut = { field: LEAVE_OUT, names: ['序号', '行号', '顺序号', 'no'] } as const;

export const fieldsOf = (intake: Intake) => [...intake.fields, leftOut];

const headerKey = (columns: readonly Column[]): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ name }) => plainName(name))))
    .digest();

export async function recall(tx: Tx, kind: string, columns: readonly Column[]): Promise<Remembered> {
  const row = await tx
    .selectFrom('import_mapping')
    .select('mapping')
    .where('kind', '=', kind)
    .where('header_key', '=', headerKey(columns))
    .executeTakeFirst();
  return (row?.mapping ?? {}) as Remembered;
}

export async function remember(tx: Tx, kind: string, columns: readonly MappedColumn[]): Promise<void> {
  const named = columns.filter(({ name }) => name !== '');
  const mapping = JSON.stringify(Object.fromEntries(named.map(({ name, field }) => [plainName(name), field])));
  await tx
    .insertInto('import_mapping')
    .values({ kind, header_key: headerKey(columns), mapping, used_at: tx.now })
    .onConflict((conflict) => conflict.columns(['kind', 'header_key']).doUpdateSet({ mapping, used_at: tx.now }))
    .execute();
}

export const missingFields = (intake: Intake, columns: readonly MappedColumn[]): string[] =>
  intake.required.filter((field) => !columns.some((column) => column.field === field));

/** @throws malformed: a field that the kind does not have, a field twice, a needed one missing. */
export function checkMapping(intake: Intake, columns: readonly MappedColumn[]): void {
  const known = new Set(fieldsOf(intake).map(({ field }) => field));
  const may = new Set([LEAVE_OUT, ...intake.repeatable]);
  const seen = new Set<string>();
  const wrong = columns.flatMap(({ index, field }) => {
    if (field === null) return [];
    const path = `columns.${index}`;
    if (!known.has(field)) return [fieldProblem(path, 'field_unknown', { value: field })];
    if (seen.has(field) && !may.has(field)) return [fieldProblem(path, 'import_field_twice')];
    seen.add(field);
    return [];
  });
  const missing = missingFields(intake, columns).map((field) =>
    fieldProblem('columns', 'import_field_missing', { name: nameOf(intake, field) }),
  );
  const fields = [...wrong, ...missing];
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
}

export const nameOf = (intake: Intake, field: string): string =>
  intake.fields.find((one) => one.field === field)?.names[0] ?? field;
