/** Writes an .xlsx row by row to a stream: exports of lists and the file of rejected rows. */
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type exceljs from 'exceljs';
import { serialOfWallTime } from '#sheet/serial.ts';
import type { Cell } from '#sheet/sheet.ts';
import { escaped } from '#sheet/xlsx/escapes.ts';

/** `width` in characters of half width. */
export type OutColumn = { name: string; width?: number };

/** `heading` rows are bold; `date`s become real dates, strings are never formulas whatever they begin with. */
export type WorkbookWriter = {
  row(cells: readonly Cell[], look?: 'heading'): Promise<void>;
  /** Completes the file and ends the stream. */
  end(): Promise<void>;
};

export type WorkbookLayout = {
  sheetName: string;
  widths: number[];
  /** Rows at the top that stay while scrolling. */
  frozenRows: number;
  /** Printed on every page, small: who took the data out, and when. */
  watermark?: string;
};

/** What Excel takes in one cell (Excel specifications and limits); it refuses to open a file with more. */
const maxChars = 32_767;
/** Rows between two looks at the stream: the library itself never waits for a slow reader. */
const rowsAtOnce = 100;

const formats = { day: 'yyyy-mm-dd', minute: 'yyyy-mm-dd hh:mm', second: 'yyyy-mm-dd hh:mm:ss' };

/**
 * Memory is bounded by the rows between two waits, however many are written and however slow the reader of the stream. The
 * library is a fifth of all files that the program would load to start, so it is loaded by the first who writes.
 */
export async function openWorkbook(stream: Writable, layout: WorkbookLayout): Promise<WorkbookWriter> {
  const { default: library } = await import('exceljs');
  const workbook = new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  workbook.creator = '溯源';
  // In header and footer `&` begins a code (&P is the page).
  const mark = layout.watermark?.replaceAll('&', '&&');
  const sheet = workbook.addWorksheet(sheetNameOf(layout.sheetName), {
    views: [{ state: 'frozen', ySplit: layout.frozenRows }],
    ...(mark === undefined ? {} : { headerFooter: { oddHeader: `&R&8${mark}`, oddFooter: '&C&P / &N' } }),
  });
  // Text format (@): a cell that begins with = stays text even after somebody edits it.
  sheet.columns = layout.widths.map((width) => ({ width, style: { numFmt: '@' } }));
  let written = 0;

  return {
    async row(cells, look) {
      const row = sheet.addRow(cells.map(plainValue));
      for (const [i, cell] of cells.entries()) {
        const format = formatOf(cell);
        if (format) row.getCell(i + 1).numFmt = format;
      }
      if (look === 'heading') row.font = { bold: true };
      row.commit();
      if (++written % rowsAtOnce === 0) await taken(entranceOf(sheet), stream);
    },
    async end() {
      await Promise.race([workbook.commit(), finished(stream)]);
    },
  };
}

/** A list as it is seen: headings, rows, and a watermark in the print header and in a last row. */
export async function writeWorkbook(
  stream: Writable,
  out: {
    sheetName: string;
    watermark?: string;
    columns: readonly OutColumn[];
    rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  },
): Promise<void> {
  const { sheetName, watermark, columns, rows } = out;
  const writer = await openWorkbook(stream, {
    sheetName,
    widths: columns.map(({ name, width }) => width ?? Math.max(12, name.length * 2 + 2)),
    frozenRows: 1,
    ...(watermark === undefined ? {} : { watermark }),
  });
  await writer.row(
    columns.map(({ name }) => name),
    'heading',
  );
  for await (const row of rows) await writer.row(row);
  if (watermark !== undefined) {
    await writer.row([]);
    await writer.row([watermark]);
  }
  await writer.end();
}

function plainValue(cell: Cell): string | number | boolean | null {
  if (typeof cell === 'string') return escaped(shortened(cell));
  if (cell === null || typeof cell === 'boolean') return cell;
  // 007 and numbers of more digits than a program keeps are text, or they would not be what was seen.
  if ('number' in cell) return String(cell.number) === cell.text ? cell.number : cell.text;
  if ('error' in cell) return cell.error;
  return serialOfWallTime(cell.date);
}

function formatOf(cell: Cell): string | undefined {
  if (typeof cell !== 'object' || cell === null || 'error' in cell) return undefined;
  if ('date' in cell) return formats[cell.shown];
  return typeof plainValue(cell) === 'number' ? 'General' : undefined;
}

function shortened(text: string): string {
  return text.length > maxChars ? `${text.slice(0, maxChars - 1)}…` : text;
}

/** Waits until what was written has been taken; throws if whoever was reading has gone. */
async function taken(inward: Writable | undefined, outward: Writable): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  for (const stream of [inward, outward]) {
    if (!stream || !needsDrain(stream) || outward.destroyed) continue;
    await new Promise<void>((resolve) => {
      const done = () => {
        stream.off('drain', done);
        outward.off('close', done);
        resolve();
      };
      stream.on('drain', done);
      outward.on('close', done);
    });
  }
  if (outward.destroyed) throw outward.errored ?? new Error('The reader of the workbook has gone');
}

/** Where exceljs 4.4 pours its rows without looking whether they are wanted: the entrance of the zip. */
function entranceOf(sheet: exceljs.Worksheet): Writable | undefined {
  return (sheet as unknown as { stream?: { pipes?: Writable[] } }).stream?.pipes?.[0];
}

/** That entrance is a stream of the old `readable-stream` 2, which has no `writableNeedDrain`. */
function needsDrain(stream: Writable & { _writableState?: { needDrain: boolean } }): boolean {
  return stream.writableNeedDrain ?? stream._writableState?.needDrain ?? false;
}

/** Sheet names have at most 31 characters and none of []:*?/\ (Excel specifications). */
function sheetNameOf(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .slice(0, 31)
      .replace(/^'|'$/g, ' ')
      .trim() || 'Sheet1'
  );
}
