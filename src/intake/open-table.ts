/** A file seen through a kind: which sheet, where its header stands, what its columns hold. */

import type { Intake, MappedColumn } from '#intake/intake.ts';
import { fieldsOf } from '#intake/mapping.ts';
import type { PlainFile } from '#intake/plain-file.ts';
import { Problem, type ProblemBody, problem } from '#platform/problem.ts';
import { findHeader, type Header } from '#sheet/header.ts';
import { type Proposal, proposeMapping, type Remembered } from '#sheet/mapping.ts';
import { reasonColumn } from '#sheet/rejects.ts';
import { cellText, type Row, type SheetFacts } from '#sheet/sheet.ts';
import { sheetRows } from '#sheet/sheet-rows.ts';

/** The header stands within so many rows; as many below it show what the columns look like. */
export const HEAD_ROWS = 60;
const HEADER_WITHIN = 30;

/**
 * @param at row number a person says the header stands in.
 * @throws sheet_no_header
 */
export function headerOf(intake: Intake, firstRows: Row[], at?: number): Header {
  const near = firstRows.slice(0, HEADER_WITHIN);
  const names = intake.fields.flatMap((field) => field.names);
  const found = at === undefined ? findHeader(near, names) : headerAt(intake, firstRows, at);
  if (!found) throw problem('sheet_no_header', { rows: at ?? HEADER_WITHIN });
  return found;
}

function headerAt(intake: Intake, rows: Row[], at: number): Header | undefined {
  const index = rows.findIndex((row) => row.number === at);
  const row = rows[index];
  if (!row) return undefined;
  const found = findHeader(
    rows.slice(0, index + 1),
    intake.fields.flatMap((field) => field.names),
  );
  if (found?.headerRow === at) return found;
  const columns = row.cells.map((cell, i) => ({ index: i, name: cellText(cell).replace(/\s+/g, ' ').trim() }));
  return { headerRow: at, columns, titleRows: rows.slice(0, index), headerRows: [row] };
}

/** The reasons of an earlier rejects file are no column of the file that was corrected. */
export const ownColumns = (header: Header) => header.columns.filter(({ name }) => name !== reasonColumn);

export const belowHeader = (rows: Row[], header: Header) => rows.filter((row) => row.number > header.headerRow);

export function propose(intake: Intake, header: Header, rows: Row[], remembered: Remembered): Proposal[] {
  return proposeMapping(
    ownColumns(header),
    fieldsOf(intake),
    belowHeader(rows, header).slice(0, HEAD_ROWS),
    remembered,
  );
}

export type Peek = SheetFacts & {
  rows: Row[] /** Why the file could not be read so far. */;
  broken: ProblemBody | null;
};

/** The first rows of a file; of one that breaks off before, those it has. @throws what opening a file throws */
export async function peekRows(
  file: PlainFile,
  fileName: string,
  sheet: string | undefined,
  take: number,
): Promise<Peek> {
  const open = { fileName, tempDir: file.tempDir, ...(sheet !== undefined && { sheet }) };
  const { batches, close, ...facts } = await sheetRows(file.path, open);
  const rows: Row[] = [];
  let broken: ProblemBody | null = null;
  try {
    for await (const batch of batches) {
      rows.push(...batch.rows);
      if (rows.length >= take) break;
    }
  } catch (error) {
    if (rows.length === 0 || !(error instanceof Problem)) throw error;
    broken = error.body;
  } finally {
    await close();
  }
  return { ...facts, rows: rows.slice(0, take), broken };
}

export const mapped = (proposals: readonly Proposal[]): MappedColumn[] =>
  proposals.map(({ index, name, field }) => ({ index, name, field: field ?? null }));
