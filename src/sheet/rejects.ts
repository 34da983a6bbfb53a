/** The file of rows that could not be taken: the header of the file they came in, the rows as they stood, and why. */
import type { Writable } from 'node:stream';
import type { Header } from '#sheet/header.ts';
import { type Cell, cellText, type Row } from '#sheet/sheet.ts';
import { openWorkbook } from '#sheet/write-workbook.ts';

/** The name of the last column. A file that is imported again has it; it belongs to no field and to no row hash. */
export const reasonColumn = '原因';

export type Rejects = {
  add(row: Row, reason: string): Promise<void>;
  /** Completes the file and ends the stream. */
  end(): Promise<void>;
};

/**
 * Every cell is written as text exactly as `cellText` gives it, so that a corrected file hashes like the first one and
 * nothing in it is ever run. Words longer than 32,767 characters are cut: Excel opens no file that holds them.
 */
export async function openRejects(stream: Writable, sheetName: string, header: Header): Promise<Rejects> {
  const reasonAt = Math.max(...header.columns.map(({ index }) => index)) + 1;
  const widths = Array.from({ length: reasonAt + 1 }, (_, i) => (i === reasonAt ? 40 : 16));
  const { titleRows, headerRows } = header;
  const frozenRows = titleRows.length + headerRows.length;
  const workbook = await openWorkbook(stream, { sheetName, widths, frozenRows });

  const write = (row: Row, reason: string, look?: 'heading') => {
    const cells: Cell[] = Array.from({ length: reasonAt }, (_, i) => cellText(row.cells[i]) || null);
    return workbook.row([...cells, reason || null], look);
  };
  for (const row of titleRows) await write(row, '');
  // In a header of two rows a name two rows high stands in the upper one.
  for (const [i, row] of headerRows.entries()) await write(row, i === 0 ? reasonColumn : '', 'heading');
  return { add: (row, reason) => write(row, reason), end: workbook.end };
}
