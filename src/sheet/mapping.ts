/** Proposes which column of a file holds which field; a person decides. */
import type { Said } from '#platform/problem.ts';
import { nameLikeness, plainName } from '#sheet/column-name.ts';
import type { Field, Look } from '#sheet/field.ts';
import type { Column } from '#sheet/header.ts';
import { looking } from '#sheet/looks.ts';
import type { Row } from '#sheet/sheet.ts';

/** What was decided for a column of this `plainName` before: a field, or null for "leave it out". */
export type Remembered = Readonly<Record<string, string | null>>;

/** `confidence` from 0 to 1; without `field` the column is proposed to be left out. */
export type Proposal = Column & { field?: string; confidence: number; reason: Said };

/** `rank`: how far down the field's list its best name stands; between equals the usual name wins. */
type Candidate = { column: Column; field: Field; confidence: number; reason: Said; rank: number };

/** Below this a name says too little. */
const enough = 0.55;
/** Columns beyond these are not compared with anything: comparing costs a millisecond a column. */
const mostColumns = 300;
/** Fields whose content can be told from all others: only these are proposed without a fitting name. */
const telling: readonly Look[] = ['date', 'phone', 'longText'];

const lookWords: Record<Look, Said> = {
  date: { zh: '日期', en: 'dates' },
  phone: { zh: '电话号码', en: 'telephone numbers' },
  number: { zh: '数字', en: 'numbers' },
  longText: { zh: '大段文字', en: 'long texts' },
  person: { zh: '人名', en: 'names of persons' },
};

/** One proposal a column, in their order; no field is proposed twice. What was decided before goes first. */
export function proposeMapping(
  columns: readonly Column[],
  fields: readonly Field[],
  sampleRows: readonly Row[],
  remembered: Remembered = {},
): Proposal[] {
  const proposals = new Map<number, Proposal>();
  const taken = new Set<string>();
  const settle = (column: Column, field: string | undefined, confidence: number, reason: Said) => {
    proposals.set(column.index, { ...column, ...(field === undefined ? {} : { field }), confidence, reason });
    if (field !== undefined) taken.add(field);
  };

  for (const column of columns) {
    const before = column.name === '' ? undefined : remembered[plainName(column.name)];
    if (before === null)
      settle(column, undefined, 1, { zh: '上次没有导入这一列', en: 'This column was left out last time' });
    else if (before !== undefined && !taken.has(before) && fields.some(({ field }) => field === before)) {
      settle(column, before, 1, { zh: '上次就是这样对应的', en: 'Mapped like this last time' });
    }
  }

  const candidates = columns
    .slice(0, mostColumns)
    .flatMap((column) => fields.map((field) => byName(column, field, sampleRows)));
  candidates.sort((a, b) => b.confidence - a.confidence || a.rank - b.rank);
  for (const { column, field, confidence, reason } of candidates) {
    if (confidence < enough) break;
    if (!proposals.has(column.index) && !taken.has(field.field)) settle(column, field.field, confidence, reason);
  }

  for (const column of columns) {
    if (proposals.has(column.index)) continue;
    const open = fields.filter(({ field }) => !taken.has(field));
    const found = proposals.size < mostColumns ? byLook(column, open, sampleRows) : undefined;
    if (found) settle(column, found.field.field, found.confidence, found.reason);
    else settle(column, undefined, 0, { zh: '没有相近的项', en: 'Nothing alike' });
  }
  return columns.map(({ index }) => proposals.get(index)!);
}

/** By the name, with the content as a check: a column called 时间 that holds no dates is only half believed. */
function byName(column: Column, field: Field, rows: readonly Row[]): Candidate {
  let best = { likeness: 0, name: '', rank: 0 };
  for (const [rank, name] of field.names.entries()) {
    const likeness = nameLikeness(column.name, name);
    if (likeness > best.likeness) best = { likeness, name, rank };
  }
  const same = best.likeness >= 0.97;
  const reason = same
    ? { zh: `列名就是“${best.name}”`, en: `The column is named “${best.name}”` }
    : { zh: `列名与“${best.name}”相近`, en: `The name is like “${best.name}”` };
  const found = { column, field, reason, rank: best.rank };
  const { looks } = field;
  if (best.likeness < enough || !looks || looks === 'person') return { ...found, confidence: best.likeness };

  const { fit, of } = looking(
    looks,
    rows.map(({ cells }) => cells[column.index]),
  );
  if (of < 3) return { ...found, confidence: best.likeness };
  const words = lookWords[looks];
  if (fit >= of * 0.8) {
    return {
      ...found,
      confidence: best.likeness + (1 - best.likeness) * 0.3,
      reason: { zh: `${reason.zh}，内容是${words.zh}`, en: `${reason.en}, and it holds ${words.en}` },
    };
  }
  if (fit >= of * 0.2 || looks === 'longText') return { ...found, confidence: best.likeness };
  return {
    ...found,
    confidence: best.likeness * 0.6,
    reason: { zh: `${reason.zh}，但内容不像${words.zh}`, en: `${reason.en}, but it does not hold ${words.en}` },
  };
}

/** By the content alone, where only one open field looks so. */
function byLook(column: Column, open: readonly Field[], rows: readonly Row[]): Candidate | undefined {
  for (const look of telling) {
    const fitting = open.filter(({ looks }) => looks === look);
    const { fit, of } = looking(
      look,
      rows.map(({ cells }) => cells[column.index]),
    );
    if (fitting.length !== 1 || of < 3 || fit < of * 0.9) continue;
    const words = lookWords[look];
    const reason = { zh: `${of} 行中有 ${fit} 行像${words.zh}`, en: `${fit} of ${of} rows look like ${words.en}` };
    return { column, field: fitting[0]!, confidence: 0.4, reason, rank: 0 };
  }
  return undefined;
}
