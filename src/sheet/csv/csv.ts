/** Reads CSV and other delimited text as a stream, in any encoding and with any delimiter offices use. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { problem } from '#platform/problem.ts';
import { layoutOf } from '#sheet/csv/delimiter.ts';
import { decoderFor, type Encoding, encodingOf } from '#sheet/csv/encoding.ts';
import { maxCellChars, maxColumns } from '#sheet/limits.ts';
import type { Cell, OpenOptions, Row, Sheet } from '#sheet/sheet.ts';

const sampleBytes = 64 * 1024;
const chunkBytes = 256 * 1024;

/** All cells are strings. Row numbers count records, as a spreadsheet program would show them, empty lines included. */
export async function openCsv(path: string, { from = 1 }: OpenOptions): Promise<Sheet> {
  const encoding = await encodingOf(path);
  const { delimiter, skip } = layoutOf(await sampleOf(path, encoding));
  const { size } = await stat(path);
  const source = createReadStream(path, { highWaterMark: chunkBytes });
  return {
    kind: 'csv',
    sheets: [{ name: '', hidden: false }],
    sheet: '',
    dateSystem: 1900,
    rows: () => rowsOf(records(decoded(source, encoding, skip), delimiter), from),
    share: () => Math.min(1, source.bytesRead / (size || 1)),
    close: async () => void source.destroy(),
  };
}

async function sampleOf(path: string, encoding: Encoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(sampleBytes), position: 0 });
    return decoderFor(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

async function* decoded(source: AsyncIterable<Buffer>, encoding: Encoding, skip: number): AsyncGenerator<string> {
  const decoder = decoderFor(encoding);
  let left = skip;
  for await (const chunk of source) {
    const text = decoder.decode(chunk, { stream: true });
    yield text.slice(left);
    left = Math.max(0, left - text.length);
  }
  yield decoder.decode();
}

function records(text: AsyncGenerator<string>, delimiter: string): AsyncIterable<string[]> {
  const parser = parse({
    delimiter,
    // All three, for files put together from several: the library alone would settle on the first it meets.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Words with a quotation mark in the middle of an unquoted field are common and mean themselves.
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: maxCellChars * 4,
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  return source.pipe(parser);
}

async function* rowsOf(records: AsyncIterable<string[]>, from: number): AsyncGenerator<Row> {
  let number = 0;
  try {
    for await (const record of records) {
      number++;
      if (number < from) continue;
      if (record.length > maxColumns) throw problem('sheet_row_too_wide', { row: number, limit: maxColumns });
      const row = rowOf(record, number);
      if (row.cells.length > 0) yield row;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw problem('sheet_cell_too_long', { limit: maxCellChars * 4 });
    throw problem('sheet_quote_open', { row: number + 1 });
  }
}

/** `="0138"`: how exports keep a spreadsheet program from eating zeros. It is a formula whose value is the text in it. */
const keptText = /^="([^"]*)"$/;

function rowOf(record: string[], number: number): Row {
  const cells: Cell[] = [];
  const formulas: number[] = [];
  for (const [column, field] of record.entries()) {
    const kept = field.startsWith('="') ? keptText.exec(field) : null;
    if (kept) formulas.push(column);
    const text = kept ? kept[1]! : field;
    if (text.length > maxCellChars) throw problem('sheet_cell_too_long', { limit: maxCellChars });
    cells.push(text === '' ? null : text);
  }
  while (cells.at(-1) === null) cells.pop();
  return formulas.length > 0 ? { number, cells, formulas } : { number, cells };
}
