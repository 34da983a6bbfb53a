/** What a table file gives: rows of cells as they stand, whatever program wrote it. */

/** A number that is not a date. `text` is the number as typed or shown, in plain digits (`007`, not `7`, in a `000` column). */
export type NumberCell = { number: number; text: string };

/** A date-formatted cell: wall time without a zone, `YYYY-MM-DDTHH:mm:ss`; `shown` is how much of it the sheet shows. */
export type DateCell = { date: string; shown: 'day' | 'minute' | 'second' };

/** What the calculating program left where a formula failed: `#N/A`, `#REF!`, … */
export type ErrorCell = { error: string };

/** A string is verbatim, with its line breaks and tabs; `null` is an empty cell. */
export type Cell = string | boolean | null | NumberCell | DateCell | ErrorCell;

/**
 * One row that has at least one cell; rows without any are skipped, their numbers show as gaps.
 * `number` counts from 1 as the spreadsheet program does; `cells[0]` is column A; empty cells at the end are cut.
 * `formulas` lists the columns (from 0) where a formula stood: the cell holds the value last calculated, or nothing.
 */
export type Row = { number: number; cells: Cell[]; formulas?: number[] };

export type SheetKind = 'xlsx' | 'xlsm' | 'xls' | 'xml' | 'html' | 'csv';

export type SheetName = { name: string; hidden: boolean };

/** What is known of a file before its rows are read. `sheet` is the one opened; a CSV has one, named ''. */
export type SheetFacts = {
  kind: SheetKind;
  sheets: SheetName[];
  sheet: string;
  /** The year the file counts its day numbers from: needed to read a date from a bare number. */
  dateSystem: 1900 | 1904;
};

export type OpenOptions = {
  /** The name the user gave the file: only for telling a text table from other text, else never trusted. */
  fileName: string;
  /** Name of the sheet wanted; without it the first that is not hidden. */
  sheet?: string;
  /** An existing folder for what does not fit in memory; what is put there has no name and dies with the process. */
  tempDir: string;
  /** First row number wanted (1 = all): where a reader that was interrupted goes on. */
  from?: number;
};

/** An opened file. `rows()` may be walked once; `share()` tells how much of it has been read, from 0 to 1. */
export type Sheet = SheetFacts & {
  rows(): AsyncIterable<Row>;
  share(): number;
  close(): Promise<void>;
};

/** The cell as a person reads it: what goes into the words of a signal, a rejects file, a hash. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if ('number' in cell) return cell.text;
  if ('error' in cell) return cell.error;
  const length = { day: 10, minute: 16, second: 19 }[cell.shown];
  return cell.date.slice(0, length).replace('T', ' ');
}
