/** Cells of an office's list by field, and what is noted of them. The intake engine knows which column a field stood in. */
import type { Params } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { isBlank } from '#sheet/value/blank.ts';
import { keyText } from '#sheet/value/fold-digits.ts';

export type Values<Field extends string> = Readonly<Partial<Record<Field, Cell | undefined>>>;

/** `params` hold no personal value: notes are stored in clear. */
export type CellNote<Field extends string = string> = { field: Field | null; code: ProblemCode; params?: Params };

/** What became of a row. */
export type Outcome<Field extends string = string> =
  | 'accepted'
  | 'repeated'
  | 'revised'
  | { rejected: CellNote<Field>[] };

export const noted = <Field extends string>(
  field: Field | null,
  code: ProblemCode,
  params?: Params,
): CellNote<Field> => (params ? { field, code, params } : { field, code });

/** The text of an optional cell; what is too long is cut off nowhere but noted and left out. */
export function optional<Field extends string>(
  values: Values<Field>,
  field: Field,
  most: number,
  notes: CellNote<Field>[],
): string {
  const cell = values[field];
  if (isBlank(cell)) return '';
  const text = keyText(cellText(cell)).replace(/\s+/g, ' ').toWellFormed().replaceAll('\0', '');
  if (text.length <= most) return text;
  notes.push(noted(field, 'field_too_long', { limit: most }));
  return '';
}
