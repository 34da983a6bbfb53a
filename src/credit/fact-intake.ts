/** Lists of facts about organisations as a kind of import: only rows with a registered code come in. */
import { z } from 'zod';
import { organisationCode } from '#credit/code.ts';
import { writeFacts } from '#credit/import-facts.actions.ts';
import { listIntake } from '#intake/list-intakes.ts';
import { type CellNote, noted, optional, type Values } from '#people/import-cells.ts';
import { type FactField, factFields } from '#sheet/fact-fields.ts';
import { cellText } from '#sheet/sheet.ts';
import { readDate } from '#sheet/value/read-date.ts';
import { readNumber } from '#sheet/value/read-number.ts';

export type FactRow = { code: string; name: string; metric: string; value: number; day: string; source: string };

type Note = CellNote<FactField>;

/** No value of a refused code is kept in a note: it may be somebody's ID number. */
export function readFact(
  values: Values<FactField>,
  dateSystem: 1900 | 1904,
): { row: FactRow; notes: Note[] } | { rejected: Note[] } {
  const notes: Note[] = [];
  const rejected: Note[] = [];
  const text = (field: FactField, most: number) => optional(values, field, most, notes);
  const code = organisationCode(values.code);
  if ('problem' in code) rejected.push(noted('code', code.problem));
  const metric = text('metric', 40);
  if (metric === '') rejected.push(noted('metric', 'field_required'));
  const value = readNumber(values.value);
  if ('problem' in value)
    rejected.push(noted('value', value.problem, { value: cellText(values.value).trim().slice(0, 40) }));
  const day = readDate(values.day, { dateSystem });
  if ('problem' in day) rejected.push(noted('day', day.problem));
  if ('problem' in code || 'problem' in value || 'problem' in day || rejected.length > 0) return { rejected };
  const row = { code: code.code, name: text('name', 120), metric, value: value.number, day: day.at.slice(0, 10) };
  return { row: { ...row, source: text('source', 200) }, notes };
}

export const factIntake = listIntake<FactRow, FactField, object>({
  kind: 'facts',
  name: { zh: '企业事实', en: 'Facts of organisations' },
  permission: 'organisation.record',
  options: z.object({}),
  fields: factFields,
  required: ['code', 'metric', 'value', 'day'],
  read: (values, { dateSystem }) => readFact(values, dateSystem),
  write: writeFacts,
  show: ({ value, ...row }) => ({ ...row, value: String(value) }),
});
