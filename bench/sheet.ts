/** How fast and in how much memory a table file is read, beside exceljs' own streaming reader. `bench/sheet.ts [FILE…]` */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { writeWorkbookByHand } from '#sheet/fixture/workbook.ts';
import { sheetRows } from '#sheet/sheet-rows.ts';

type Measured = { rows: number; seconds: number; peakMb: number };

const runs = 3;
const wordChars = 200;

/** Each reader runs in a process of its own, so that the peak is its own. */
const readers: Record<string, (path: string) => Promise<number>> = {
  'sheetRows (worker)': async (path) => {
    const { batches } = await sheetRows(path, { fileName: basename(path), tempDir: tmpdir() });
    let rows = 0;
    for await (const batch of batches) rows += batch.rows.length;
    return rows;
  },
  'exceljs WorkbookReader': async (path) => {
    let rows = 0;
    for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, {})) for await (const _ of sheet) rows++;
    return rows;
  },
};

/** As Excel stores it: texts in shared strings, one column of words, one of dates, the rest short. */
async function makeBook(path: string, rows: number, columns: number): Promise<void> {
  const letters = Array.from({ length: columns }, (_, i) => (i < 26 ? '' : 'A') + String.fromCharCode(65 + (i % 26)));
  const pool = '某路某小区夜间施工噪音扰民路灯不亮垃圾未清运请有关部门尽快派人处理并回复居民多次反映';
  const words = (n: number) => {
    let seed = n + 1;
    let text = '';
    while (text.length < wordChars) {
      seed = (seed * 48_271) % 0x7fffffff;
      text += pool[seed % pool.length];
    }
    return text;
  };
  const shorts = 500;
  function* sheet() {
    for (let r = 1; r <= rows; r++) {
      const cells = letters.map((letter, c) => {
        if (c === 2) return `<c r="${letter}${r}" s="1"><v>${46_000 + r / 1000}</v></c>`;
        const string = c === 0 ? shorts + 2 * (r - 1) : c === 1 ? shorts + 2 * r - 1 : (r * 7 + c) % shorts;
        return `<c r="${letter}${r}" t="s"><v>${string}</v></c>`;
      });
      yield `<row r="${r}" spans="1:${columns}">${cells.join('')}</row>`;
    }
  }
  function* strings() {
    for (let n = 0; n < shorts; n++) yield `<si><t>第${n}类</t></si>`;
    for (let r = 1; r <= rows; r++)
      yield `<si><t>GD2026${String(r).padStart(8, '0')}</t></si><si><t>${words(r)}</t></si>`;
  }
  await writeWorkbookByHand(path, { rows: sheet(), strings: strings(), formats: ['yyyy-mm-dd hh:mm:ss'] });
}

async function measureAlone(reader: string, path: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, '--read', reader, path]);
  return JSON.parse(stdout) as Measured;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

export async function benchSheet(given: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sheet-'));
  try {
    const files = [...given];
    for (const [rows, columns] of [
      [200_000, 8],
      [50_000, 30],
    ] as const) {
      const path = join(folder, `${rows}x${columns}.xlsx`);
      await makeBook(path, rows, columns);
      files.push(path);
    }
    const table = [];
    for (const path of files) {
      for (const reader of Object.keys(readers)) {
        const measured: Measured[] = [];
        for (let i = 0; i < runs; i++) measured.push(await measureAlone(reader, path));
        const seconds = median(measured.map((m) => m.seconds));
        table.push({
          file: basename(path),
          MB: +((await stat(path)).size / 1e6).toFixed(1),
          reader,
          rows: measured[0]!.rows,
          seconds: +seconds.toFixed(2),
          'rows/s': Math.round(measured[0]!.rows / seconds),
          'peak RSS MB': Math.round(median(measured.map((m) => m.peakMb))),
        });
      }
    }
    console.table(table);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [flag, reader, path] = process.argv.slice(2);
  if (flag === '--read') {
    const start = performance.now();
    const rows = await readers[reader!]!(path!);
    const seconds = (performance.now() - start) / 1000;
    console.log(JSON.stringify({ rows, seconds, peakMb: process.resourceUsage().maxRSS / 1024 }));
  } else await benchSheet(process.argv.slice(2));
}
