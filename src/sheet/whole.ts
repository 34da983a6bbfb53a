/** Old .xls, XML spreadsheets and HTML tables called .xls: read whole by SheetJS, so only up to a limit. */
import { readFile, stat } from 'node:fs/promises';
import { type CellObject, CFB, type DenseWorkSheet, read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as cptable from '@e965/xlsx/dist/cpexcel.full.mjs';
import { Problem, problem } from '#platform/problem.ts';
import { chooseSheet } from '#sheet/choose-sheet.ts';
import type { Container } from '#sheet/container.ts';
import { decoderFor, encodingOfMarkup } from '#sheet/csv/encoding.ts';
import { maxCellChars, maxColumns, maxWholeFileBytes } from '#sheet/limits.ts';
import { numberCell } from '#sheet/number-cell.ts';
import { shownByCode } from '#sheet/number-format.ts';
import type { Cell, OpenOptions, Row, Sheet } from '#sheet/sheet.ts';

// Code pages: Excel 95 and older wrote GBK.
set_cptable(cptable);

export type WholeContainer = Exclude<Container, 'zip' | 'text'>;

const kinds = { ole: 'xls', xml: 'xml', html: 'html' } as const;
const names = { ole: 'Excel 97–2003 .xls', xml: 'Excel 2003 XML', html: 'HTML' };
/** Dates stay numbers with their format: SheetJS' own dates depend on the machine's time zone and are 1 ms off. */
const options = { dense: true, cellDates: false, cellNF: true, cellText: false, cellHTML: false } as const;

/** HTML cells stay the text they are (`raw`): a guessed number would lose the leading zeros and the end of an ID number. */
export async function openWhole(path: string, container: WholeContainer, open: OpenOptions): Promise<Sheet> {
  const { size } = await stat(path);
  const limit = maxWholeFileBytes[container];
  if (size > limit) {
    throw problem('sheet_too_large', { what: names[container], limit: `${limit / 1024 / 1024} MB` });
  }
  const book = parse(await readFile(path), container);
  const sheets = book.SheetNames.map((name, i) => ({ name, hidden: Boolean(book.Workbook?.Sheets?.[i]?.Hidden) }));
  const chosen = chooseSheet(sheets, open.sheet);
  const dateSystem = book.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const data = (book.Sheets[chosen.name] as DenseWorkSheet | undefined)?.['!data'] ?? [];
  let done = 0;

  async function* rows(): AsyncGenerator<Row> {
    for (const [index, line] of data.entries()) {
      done = index + 1;
      if (!line || done < (open.from ?? 1)) continue;
      const row = rowOf(line, done, dateSystem);
      if (row.cells.length > 0) yield row;
    }
  }
  return {
    kind: kinds[container],
    sheets,
    sheet: chosen.name,
    dateSystem,
    rows,
    share: () => done / (data.length || 1),
    close: async () => {},
  };
}

function parse(bytes: Buffer, container: WholeContainer): WorkBook {
  if (container === 'ole') refuseOtherOle(bytes);
  try {
    if (container === 'ole') return read(bytes, { ...options, type: 'buffer' });
    const text = decoderFor(encodingOfMarkup(bytes)).decode(bytes);
    // A page of another kind, such as the sign-in page that was saved instead of the export.
    if (container === 'html' && !/<table\b/i.test(text)) throw problem('sheet_not_a_table', { what: 'HTML' });
    return read(text, { ...options, type: 'string', raw: true });
  } catch (error) {
    if (error instanceof Problem) throw error;
    const encrypted = /password|encrypt/i.test((error as Error).message);
    throw problem(encrypted ? 'sheet_encrypted' : 'sheet_damaged');
  }
}

/** The same container holds Word, PowerPoint and e-mail files, and encrypted .xlsx (MS-OFFCRYPTO 2.3.4). */
function refuseOtherOle(bytes: Buffer) {
  let streams: string[];
  try {
    const { FileIndex } = CFB.read(bytes, { type: 'buffer' }) as { FileIndex: { name: string }[] };
    streams = FileIndex.map(({ name }) => name.toLowerCase());
  } catch {
    throw problem('sheet_incomplete');
  }
  if (streams.includes('encryptedpackage')) throw problem('sheet_encrypted');
  if (streams.includes('workbook') || streams.includes('book')) return;
  if (streams.includes('worddocument')) throw problem('sheet_not_a_table', { what: 'Word .doc' });
  if (streams.includes('powerpoint document')) throw problem('sheet_not_a_table', { what: 'PowerPoint .ppt' });
  throw problem('sheet_not_a_table', { what: 'OLE' });
}

function rowOf(line: (CellObject | undefined)[], number: number, dateSystem: 1900 | 1904): Row {
  if (line.length > maxColumns) throw problem('sheet_row_too_wide', { row: number, limit: maxColumns });
  const cells: Cell[] = [];
  const formulas: number[] = [];
  for (const [column, cell] of line.entries()) {
    if (cell?.f) formulas.push(column);
    const value = cell ? cellOf(cell, dateSystem) : null;
    if (value === null) continue;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  return formulas.length > 0 ? { number, cells, formulas } : { number, cells };
}

/** Error codes of BIFF. Source: MS-XLS 2.5.10 BErr. */
const errors: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function cellOf({ t, v, z }: CellObject, dateSystem: 1900 | 1904): Cell {
  if (v === undefined || v === '') return null;
  if (t === 'b') return v === true;
  if (t === 'n') return numberCell(String(v), shownByCode(String(z ?? 'General')), dateSystem);
  if (t === 'e') return { error: errors[Number(v)] ?? '#N/A' };
  const text = String(v);
  if (text.length > maxCellChars) throw problem('sheet_cell_too_long', { limit: maxCellChars });
  return text;
}
