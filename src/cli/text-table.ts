/** A table of texts from any file an office has: .xlsx, .xls, .csv by the sheet reader, .jsonl line by line. */
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { problem } from '#platform/problem.ts';
import { findHeader } from '#sheet/header.ts';
import { cellText, type Row } from '#sheet/sheet.ts';
import { sheetRows } from '#sheet/sheet-rows.ts';

/** `rows[i].cells[j]` stands under `columns[j]`; `number` is the row of the sheet or the line of the file, from 1. */
export type TextTable = { columns: string[]; rows: { number: number; cells: string[] }[] };

const headWithin = 30;

/** @param known names that a column may go by: the row with most of them is the head. @throws text_file_missing, text_line_unreadable, sheet_no_header and what the sheet reader throws */
export async function readTextTable(file: string, known: readonly string[]): Promise<TextTable> {
  try {
    return /\.(jsonl|ndjson|json)$/i.test(file) ? await readLines(file) : await readSheet(file, known);
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error) throw problem('text_file_missing', { file });
    throw error;
  }
}

async function readSheet(file: string, known: readonly string[]): Promise<TextTable> {
  const { batches } = await sheetRows(file, { fileName: basename(file), tempDir: tmpdir() });
  const rows: Row[] = [];
  for await (const batch of batches) for (const row of batch.rows) rows.push(row);
  const header = findHeader(rows.slice(0, headWithin), known);
  if (!header) throw problem('sheet_no_header', { rows: headWithin });
  const below = rows.filter(({ number }) => number > header.headerRow);
  return {
    columns: header.columns.map(({ name }) => name),
    rows: below.map(({ number, cells }) => ({
      number,
      cells: header.columns.map(({ index }) => cellText(cells[index]).trim()),
    })),
  };
}

async function readLines(file: string): Promise<TextTable> {
  const columns = new Map<string, number>();
  const rows: TextTable['rows'] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number++;
    const bare = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (bare.trim() === '') continue;
    const cells: string[] = [];
    for (const [name, value] of Object.entries(objectOf(bare, file, number))) {
      const at = columns.get(name) ?? columns.size;
      columns.set(name, at);
      cells[at] = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    }
    rows.push({ number, cells });
  }
  return { columns: [...columns.keys()], rows };
}

function objectOf(line: string, file: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw problem('text_line_unreadable', { file, line: number });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw problem('text_line_unreadable', { file, line: number });
}
