/** Looking at a file before it is imported: its sheets, header, proposed mapping, and its rows as they would be read. */

import type { ImportRow } from '#intake/import.store.ts';
import { LOOK_ROWS, PREVIEW_ROWS } from '#intake/import.ts';
import { type Intake, intakeOf, type MappedColumn, type Note } from '#intake/intake.ts';
import { missingFields, recall } from '#intake/mapping.ts';
import { belowHeader, headerOf, mapped, ownColumns, peekRows, propose } from '#intake/open-table.ts';
import { openPlain } from '#intake/plain-file.ts';
import { readRow } from '#intake/read-rows.ts';
import { reasonOf } from '#intake/reasons.ts';
import type { Tx } from '#platform/db.ts';
import { type Said, say } from '#platform/problem.ts';
import { isNotARecord } from '#sheet/not-a-record.ts';
import { cellText, type Row } from '#sheet/sheet.ts';
import { maskWords } from '#text/mask.ts';

export type LookColumn = MappedColumn & { reason: Said; confidence: number; samples: string[] };
/** `marked`: columns in which something was found. */
export type LookRow = {
  row: number;
  taken: boolean;
  values: Record<string, string>;
  problems: Said[];
  marked: number[];
};
export type LookProblem = {
  code: string;
  message: Said;
  column: number | null;
  count: number;
  firstRow: number;
  rejects: boolean;
};

export type Look = {
  sheets: { name: string; hidden: boolean }[];
  sheet: string;
  headerRow: number;
  /** The first rows as they stand in the sheet, numbers of people masked, for choosing the header row by eye. */
  top: { row: number; cells: string[] }[];
  columns: LookColumn[];
  remembered: boolean;
  missing: string[];
  rows: LookRow[];
  problems: LookProblem[];
  /** Rows that `problems` are about; `more`: the file goes on. */
  looked: number;
  leftOut: number;
  more: boolean;
  /** Why the file cannot be read to its end; its rows up to there can. */
  broken: { code: string; message: Said } | null;
};

export type Asked = {
  sheet?: string | undefined;
  headerRow?: number | undefined;
  fields?: (string | null)[] | undefined;
};

/** @param asked what a person says of the file; what is left out is found. @throws what opening a file throws */
export async function lookAt(tx: Tx, row: ImportRow, asked: Asked): Promise<Look> {
  const intake = intakeOf(row.kind);
  const file = await openPlain(tx.city, row.file_hash);
  try {
    const head = await peekRows(file, row.file_name, asked.sheet, LOOK_ROWS + 1);
    const header = headerOf(intake, head.rows, asked.headerRow);
    const remembered = await recall(tx, row.kind, ownColumns(header));
    const proposals = propose(intake, header, head.rows, remembered);
    const columns = mapped(proposals).map((column, i) => ({
      ...column,
      ...(asked.fields && { field: asked.fields[i] ?? null }),
    }));
    const below = belowHeader(head.rows, header);
    const facts = proposals.map(({ reason, confidence, index }) => ({
      reason,
      confidence,
      samples: samplesOf(below, index),
    }));
    return {
      ...{ sheets: head.sheets, sheet: head.sheet, headerRow: header.headerRow },
      top: topOf(head.rows),
      columns: columns.map((column, i) => ({ ...column, ...facts[i]! })),
      remembered: Object.keys(remembered).length > 0,
      missing: missingFields(intake, columns),
      ...readBelow(tx, intake, row, { columns, dateSystem: head.dateSystem, rows: below }),
      more: head.rows.length > LOOK_ROWS,
      broken: head.broken && { code: head.broken.code, message: head.broken.message },
    };
  } finally {
    await file.close();
  }
}

const TOP_ROWS = 14;
const TOP_CELLS = 24;

const topOf = (rows: Row[]) =>
  rows.slice(0, TOP_ROWS).map(({ number, cells }) => ({
    row: number,
    cells: cells.slice(0, TOP_CELLS).map((cell) => maskWords(cellText(cell).slice(0, 60))),
  }));

const samplesOf = (rows: Row[], index: number): string[] =>
  rows
    .map((row) => cellText(row.cells[index]))
    .filter((text) => text.trim() !== '')
    .slice(0, 3)
    .map((text) => maskWords(text.slice(0, 80)));

type Below = { columns: MappedColumn[]; dateSystem: 1900 | 1904; rows: Row[] };

function readBelow(tx: Tx, intake: Intake, { id, options }: ImportRow, { columns, dateSystem, rows }: Below) {
  const reader = intake.reader({ city: tx.city, now: tx.now, importId: id, options, dateSystem, columns });
  const shown: LookRow[] = [];
  const kinds = new Map<string, LookProblem>();
  const records = rows.filter((row) => !isNotARecord(row, columns));
  for (const row of records) {
    const read = readRow(reader, row);
    for (const note of read.notes) count(kinds, note, row.number, read.rejected);
    if (shown.length >= PREVIEW_ROWS) continue;
    const problems = read.notes.map((note) => reasonOf(note, row.number, columns));
    const marked = read.notes.flatMap(({ column }) => (column === null ? [] : [column]));
    shown.push({
      row: row.number,
      taken: !read.rejected,
      values: read.rejected ? {} : intake.show(read.row),
      problems,
      marked,
    });
  }
  return { rows: shown, problems: [...kinds.values()], looked: records.length, leftOut: rows.length - records.length };
}

function count(kinds: Map<string, LookProblem>, note: Note, firstRow: number, rejects: boolean): void {
  const key = `${note.code}:${note.column}:${rejects}`;
  const known = kinds.get(key);
  if (known) known.count++;
  else
    kinds.set(key, {
      code: note.code,
      message: say(note.code, note.params),
      column: note.column,
      count: 1,
      firstRow,
      rejects,
    });
}
