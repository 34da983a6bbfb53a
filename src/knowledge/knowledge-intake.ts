/** Lists of entries for the knowledge base as a kind of import: each row a draft, which somebody else publishes. */
import { z } from 'zod';
import type { Day } from '#clock/day.ts';
import { listIntake } from '#intake/list-intakes.ts';
import { writeEntries } from '#knowledge/import-entries.actions.ts';
import { ANSWER_MAX, BASIS_MAX, QUESTION_MAX, WORDINGS_MAX } from '#knowledge/knowledge.ts';
import { type CellNote, noted, optional, type Values } from '#people/import-cells.ts';
import { type KnowledgeField, knowledgeFields } from '#sheet/knowledge-fields.ts';
import { cellText } from '#sheet/sheet.ts';
import { isBlank } from '#sheet/value/blank.ts';
import { readDate } from '#sheet/value/read-date.ts';

/** Names of unit, person and category as the list says them; a day that is null was left empty. */
export type EntryRow = {
  question: string;
  wordings: string[];
  answer: string;
  basis: string;
  category: string;
  unit: string;
  person: string;
  reviewOn: Day;
  validFrom: Day | null;
  validTo: Day | null;
};

type Note = CellNote<KnowledgeField>;

export function readEntry(
  values: Values<KnowledgeField>,
  dateSystem: 1900 | 1904,
): { row: EntryRow; notes: Note[] } | { rejected: Note[] } {
  const notes: Note[] = [];
  const rejected: Note[] = [];
  /** What would be answered by half is not taken. */
  const whole = (field: 'question' | 'answer' | 'wordings', most: number) => {
    const text = cellText(values[field]).trim().toWellFormed().replaceAll('\0', '');
    if (text.length > most) rejected.push(noted(field, 'field_too_long', { limit: most }));
    return text;
  };
  const day = (field: 'reviewOn' | 'validFrom' | 'validTo'): Day | null => {
    if (isBlank(values[field])) return null;
    const found = readDate(values[field], { dateSystem });
    if ('at' in found) return found.at.slice(0, 10);
    rejected.push(noted(field, found.problem));
    return null;
  };
  const question = whole('question', QUESTION_MAX).replace(/\s+/g, ' ');
  const answer = whole('answer', ANSWER_MAX);
  if (question.length < 4) rejected.push(noted('question', 'field_required'));
  if (answer.length < 2) rejected.push(noted('answer', 'field_required'));
  const unit = optional(values, 'unit', 100, notes);
  if (unit === '') rejected.push(noted('unit', 'field_required'));
  const [reviewOn, validFrom, validTo] = [day('reviewOn'), day('validFrom'), day('validTo')];
  if (isBlank(values.reviewOn)) rejected.push(noted('reviewOn', 'field_required'));
  const said = whole('wordings', QUESTION_MAX * WORDINGS_MAX).split(/[\n;；|]+/);
  const wordings = said.map((one) => one.trim()).filter((one) => one.length >= 2 && one.length <= QUESTION_MAX);
  if (wordings.length > WORDINGS_MAX)
    rejected.push(noted('wordings', 'knowledge_many_wordings', { limit: WORDINGS_MAX }));
  if (rejected.length > 0 || reviewOn === null) return { rejected };
  const basis = optional(values, 'basis', BASIS_MAX, notes);
  const category = optional(values, 'category', 200, notes);
  const person = optional(values, 'person', 40, notes);
  return { row: { question, wordings, answer, basis, category, unit, person, reviewOn, validFrom, validTo }, notes };
}

export const knowledgeIntake = listIntake<EntryRow, KnowledgeField, object>({
  kind: 'knowledge',
  name: { zh: '知识条目', en: 'Entries of knowledge' },
  permission: 'knowledge.write',
  options: z.object({}),
  fields: knowledgeFields,
  required: ['question', 'answer', 'unit', 'reviewOn'],
  read: (values, { dateSystem }) => readEntry(values, dateSystem),
  write: writeEntries,
  show: ({ wordings, validFrom, validTo, ...row }) => ({
    ...row,
    ...{ wordings: wordings.join('；'), validFrom: validFrom ?? '', validTo: validTo ?? '' },
  }),
});
