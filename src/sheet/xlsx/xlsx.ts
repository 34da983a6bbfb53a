/** Reads .xlsx and .xlsm as a stream: bounded memory whatever the size of the file. */
import { Problem, problem } from '#platform/problem.ts';
import { chooseSheet } from '#sheet/choose-sheet.ts';
import type { Cell, OpenOptions, Row, Sheet } from '#sheet/sheet.ts';
import { openPackage } from '#sheet/xlsx/package.ts';
import { openSharedStrings, type SharedStrings } from '#sheet/xlsx/shared-strings.ts';
import { readStyles } from '#sheet/xlsx/styles.ts';
import { readWorkbook } from '#sheet/xlsx/workbook.ts';
import { readWorksheet, type SparseRow, type Waiting, type WorksheetReading } from '#sheet/xlsx/worksheet.ts';
import { walkXml } from '#sheet/xlsx/xml.ts';

/** Macros are never run, links never followed; formulas give the value last calculated. */
export async function openXlsx(path: string, { sheet, tempDir, from = 1 }: OpenOptions): Promise<Sheet> {
  const pkg = await openPackage(path);
  let strings: SharedStrings | undefined;
  try {
    const { sheets, dateSystem, macros, styles: stylesPart, sharedStrings } = await readWorkbook(pkg);
    const chosen = chooseSheet(sheets, sheet);
    const styles = await readStyles(pkg, stylesPart);
    const part = await pkg.part(chosen.part);
    if (!part) throw problem('sheet_damaged');
    const found = await openSharedStrings(pkg, sharedStrings, tempDir);
    strings = found;

    return {
      kind: macros ? 'xlsm' : 'xlsx',
      sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
      sheet: chosen.name,
      dateSystem,
      rows: () => rowsOf(part.bytes, readWorksheet({ styles, dateSystem, from }), found),
      share: part.share,
      async close() {
        await found.close();
        pkg.close();
      },
    };
  } catch (error) {
    await strings?.close();
    pkg.close();
    throw error;
  }
}

async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  reading: WorksheetReading,
  strings: SharedStrings,
): AsyncGenerator<Row> {
  let last = 0;
  try {
    for await (const _ of walkXml(bytes, reading.handlers)) {
      const { rows, waiting } = reading.take();
      await fillIn(waiting, strings);
      for (const sparse of rows) {
        const row = spread(sparse);
        if (row.cells.length > 0) yield row;
        last = row.number;
      }
    }
  } catch (error) {
    throw error instanceof Problem && error.body.code === 'sheet_damaged'
      ? problem('sheet_cut_off', { row: last })
      : error;
  }
}

async function fillIn(waiting: Waiting[], strings: SharedStrings) {
  await strings.upTo(waiting.reduce((most, { index }) => Math.max(most, index), -1));
  for (const { values, at, index } of waiting) {
    const text = strings.at(index);
    // A reference to a string that is not there: the file was put together wrongly or lost its end.
    if (text === undefined) throw problem('sheet_damaged');
    values[at] = text === '' ? null : text;
  }
}

function spread({ number, columns, values, formulas }: SparseRow): Row {
  const cells: Cell[] = [];
  for (let i = 0; i < columns.length; i++) {
    if (values[i] === null) continue;
    while (cells.length < columns[i]!) cells.push(null);
    cells[columns[i]!] = values[i]!;
  }
  return formulas.length > 0 ? { number, cells, formulas } : { number, cells };
}
