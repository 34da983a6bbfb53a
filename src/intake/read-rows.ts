/** The rows of a file as chunks to be written: read by the kind, with what is wrong with them. */
import { setImmediate } from 'node:timers/promises';
import { CHUNK } from '#intake/import.ts';
import type { Context, Intake, Note, RowReader } from '#intake/intake.ts';
import { isNotARecord } from '#sheet/not-a-record.ts';
import type { Cell, Row } from '#sheet/sheet.ts';
import type { Batch } from '#sheet/sheet-rows.ts';

export type ReadRow = { number: number; cells: readonly Cell[]; row: unknown; notes: Note[]; rejected: boolean };
/** `to`: the last row of the file that the chunk stands for; `share` of the file read by then. */
export type Chunk = { rows: ReadRow[]; leftOut: number; to: number; share: number };

/** So many rows are made ready at a time before the database is listened to again. */
const SLICE = 10;
/** Characters that no column's name and no total has. */
const LONG = 60;

/**
 * Rows up to `cursor` were dealt with before and are only remembered.
 * A chunk read before the file breaks off is given out before the refusal is thrown.
 */
export async function* chunks(
  intake: Intake,
  context: Context<unknown>,
  batches: AsyncIterable<Batch>,
  { headerRow, cursor }: { headerRow: number; cursor: number },
): AsyncGenerator<Chunk> {
  const reader = intake.reader(context);
  const named = context.columns.filter(({ name }) => name !== '').length;
  let chunk: Chunk = { rows: [], leftOut: 0, to: cursor, share: 0 };
  let broken: { error: unknown } | undefined;
  const stream = batches[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await stream.next().catch((error: unknown) => {
        broken = { error };
        return { done: true as const, value: undefined };
      });
      if (next.done) break;
      for (const row of next.value.rows) {
        if (row.number <= headerRow) continue;
        if (!surelyARecord(row, named) && isNotARecord(row, context.columns)) {
          if (row.number > cursor) chunk = { ...chunk, leftOut: chunk.leftOut + 1, to: row.number };
          continue;
        }
        if (row.number <= cursor) {
          reader.pass(row);
          continue;
        }
        const read = readRow(reader, row);
        if (!read.rejected) intake.makeReady?.(context, read.row);
        chunk.rows.push(read);
        chunk.to = row.number;
        if (chunk.rows.length >= CHUNK) {
          yield { ...chunk, share: next.value.share };
          chunk = { rows: [], leftOut: 0, to: row.number, share: 0 };
        } else if (chunk.rows.length % SLICE === 0) await setImmediate();
      }
      chunk.share = next.value.share;
    }
    if (chunk.rows.length > 0 || chunk.leftOut > 0) yield chunk;
    if (broken) throw broken.error;
  } finally {
    await stream.return?.();
  }
}

/** More than half filled and one cell long: no total, note or header is; spares most rows a look at each of their cells. */
function surelyARecord({ cells }: Row, named: number): boolean {
  let filled = 0;
  let long = false;
  for (const cell of cells) {
    if (cell === null) continue;
    filled++;
    long ||= typeof cell === 'string' && cell.length > LONG;
  }
  return long && filled > named / 2;
}

/** What no database text can hold is refused here, whatever the kind makes of the rest. */
export function readRow(reader: RowReader<unknown>, row: Row): ReadRow {
  const { number, cells } = row;
  const unstorable = cells.findIndex(
    (cell) => typeof cell === 'string' && (cell.includes('\0') || !cell.isWellFormed()),
  );
  if (unstorable >= 0) {
    reader.pass(row);
    return { number, cells, row: undefined, notes: [{ column: unstorable, code: 'cell_unstorable' }], rejected: true };
  }
  const reading = reader.read(row);
  return 'row' in reading
    ? { number, cells, row: reading.row, notes: reading.notes, rejected: false }
    : { number, cells, row: undefined, notes: reading.rejected, rejected: true };
}
