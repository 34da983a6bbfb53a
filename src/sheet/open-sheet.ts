/** Opens a table file by what it is, not by what it is called. */

import { problem } from '#platform/problem.ts';
import { containerOf } from '#sheet/container.ts';
import { openCsv } from '#sheet/csv/csv.ts';
import type { OpenOptions, Sheet } from '#sheet/sheet.ts';
import { openXlsx } from '#sheet/xlsx/xlsx.ts';

/** Text has no mark of its own: there the name is the only witness that a table is meant, not a letter or a program. */
const textSuffix = /^\.(csv|tsv|tab|txt|dat|prn|xls|xlsx)$/i;

/**
 * Reads the head of the file and hands it to the reader of its kind; close what comes back.
 * Uses synchronous disk access and much computing: in a server call it by `sheetRows`, which runs it in a worker thread.
 * @throws sheet_empty, sheet_not_a_table, sheet_encrypted, sheet_incomplete, sheet_damaged, sheet_bomb, sheet_too_large,
 * sheet_none, sheet_unknown; and while the rows are read sheet_cut_off, sheet_row_too_wide, sheet_cell_too_long,
 * sheet_quote_open.
 */
export async function openSheet(path: string, options: OpenOptions): Promise<Sheet> {
  const container = await containerOf(path);
  if (container === 'zip') return openXlsx(path, options);
  if (container === 'text') {
    const [suffix] = /\.[^.\\/]*$/.exec(options.fileName) ?? [];
    if (suffix && !textSuffix.test(suffix)) throw problem('sheet_not_a_table', { what: suffix });
    return openCsv(path, options);
  }
  // SheetJS takes 0.3 s and 40 MB to load: only who brings an old file pays for it.
  const { openWhole } = await import('#sheet/whole.ts');
  return openWhole(path, container, options);
}
