/** Importing a list of readings: a row's cells as a figure of a period, in a unit that the row, its column or the file names. */
import type { Day } from '#clock/day.ts';
import { firstDay, lastDay } from '#clock/month.ts';
import type { Given } from '#indicator/reading.ts';
import { type CellNote, noted, optional, type Values } from '#people/import-cells.ts';
import type { ProblemCode } from '#platform/problems.ts';
import type { ReadingField } from '#sheet/reading-fields.ts';
import { type Cell, cellText } from '#sheet/sheet.ts';
import { isBlank } from '#sheet/value/blank.ts';
import { keyText } from '#sheet/value/fold-digits.ts';
import { readDate } from '#sheet/value/read-date.ts';
import { readNumber } from '#sheet/value/read-number.ts';

export { readingFields } from '#sheet/reading-fields.ts';

/** `number` or `name` says which indicator; one of them may be empty. */
export type ReadingRow = Given & { number: string; name: string; source: string };

type Note = CellNote<ReadingField>;
export type ReadReading = { row: ReadingRow; notes: Note[] } | { rejected: Note[] };

/** What is known of the whole file: its date system, and the unit where no row names one. */
export type OfFile = { dateSystem: 1900 | 1904; unitWords: string };

export function readReading(values: Values<ReadingField>, file: OfFile): ReadReading {
  const notes: Note[] = [];
  const rejected: Note[] = [];
  const text = (field: ReadingField, most: number) => optional(values, field, most, notes);
  const number = text('number', 40);
  const name = text('name', 100);
  if (number === '' && name === '') rejected.push(noted('name', 'field_required'));
  const period = periodOf(values, file);
  if ('code' in period) rejected.push(noted(period.field, period.code, period.params));
  const figures = figuresOf(values);
  if (Array.isArray(figures)) rejected.push(...figures);
  const unitWords = (Array.isArray(figures) ? '' : figures.unit) || text('unit', 20) || file.unitWords;
  if (unitWords === '') rejected.push(noted('unit', 'reading_no_unit'));
  if (rejected.length > 0 || 'code' in period || Array.isArray(figures)) return { rejected };
  const { unit: _, ...parts } = figures;
  return { row: { number, name, ...period, ...parts, unitWords, source: text('source', 1_000) }, notes };
}

type Wrong = { field: ReadingField; code: ProblemCode; params?: { value: string } };

/** A month in its own column, or first and last day; a first day alone is a point in time. */
function periodOf(values: Values<ReadingField>, file: OfFile): { from: Day; to: Day } | Wrong {
  const has = (field: ReadingField) => !isBlank(values[field]);
  if (!has('from')) {
    if (!has('month')) return { field: 'from', code: 'reading_no_period' };
    const month = monthOfCell(values.month, file);
    if (month) return { from: firstDay(month), to: lastDay(month) };
    return { field: 'month', code: 'reading_month', params: { value: cellText(values.month).trim().slice(0, 40) } };
  }
  const from = readDate(values.from, file);
  if ('problem' in from) return { field: 'from', code: from.problem };
  if (!has('to')) return { from: from.at.slice(0, 10), to: from.at.slice(0, 10) };
  const to = readDate(values.to, file);
  if ('problem' in to) return { field: 'to', code: to.problem };
  return { from: from.at.slice(0, 10), to: to.at.slice(0, 10) };
}

const monthText = /^(\d{4})\s*(?:年\s*|[-/.]\s*|)(\d{1,2})\s*月?(?:份)?$/;

/** `2026-03`, `2026年3月`, `202603`; spreadsheet programs turn what is typed so into the first day of the month. */
function monthOfCell(cell: Cell | undefined, file: OfFile): string | undefined {
  const found = monthText.exec(keyText(cellText(cell)));
  if (found && Number(found[2]) >= 1 && Number(found[2]) <= 12) return `${found[1]}-${found[2]!.padStart(2, '0')}`;
  const day = readDate(cell, file);
  return 'at' in day && day.at.slice(8, 10) === '01' ? day.at.slice(0, 7) : undefined;
}

const parts = ['value', 'numerator', 'denominator'] as const;

/** The three figures; `unit` is what stands behind the value in its own cell. */
function figuresOf(values: Values<ReadingField>) {
  const wrong: Note[] = [];
  const read = { value: null, numerator: null, denominator: null, unit: '' } as Record<
    (typeof parts)[number],
    number | null
  > & { unit: string };
  for (const field of parts) {
    if (isBlank(values[field])) continue;
    const found = readNumber(values[field]);
    if ('problem' in found)
      wrong.push(noted(field, found.problem, { value: cellText(values[field]).trim().slice(0, 40) }));
    else {
      read[field] = found.number;
      if (field === 'value') read.unit = found.unit;
    }
  }
  return wrong.length > 0 ? wrong : read;
}

/** The row as it would be taken, for the preview. */
export const showReading = (row: ReadingRow): Record<ReadingField, string> => ({
  number: row.number,
  name: row.name,
  from: row.from,
  to: row.to,
  month: '',
  value: row.value === null ? '' : String(row.value),
  numerator: row.numerator === null ? '' : String(row.numerator),
  denominator: row.denominator === null ? '' : String(row.denominator),
  unit: row.unitWords,
  source: row.source,
});
