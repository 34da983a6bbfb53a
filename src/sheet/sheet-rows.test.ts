/** The worker that reads for the main thread: batches in order, never ahead, gone when nobody listens. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { utils, write } from '@e965/xlsx';
import { Problem } from '#platform/problem.ts';
import { folder, fresh, put } from '#sheet/fixture/folder.ts';
import { writeWorkbookByHand } from '#sheet/fixture/workbook.ts';
import type { Cell } from '#sheet/sheet.ts';
import { peekSheet, sheetRows } from '#sheet/sheet-rows.ts';

const options = { fileName: 'export.xlsx', tempDir: folder };

async function book(count: number): Promise<string> {
  const path = fresh('book.xlsx');
  function* rows() {
    for (let n = 1; n <= count; n++) yield `<row r="${n}"><c t="s"><v>${n - 1}</v></c><c><v>${n}</v></c></row>`;
  }
  function* strings() {
    for (let n = 1; n <= count; n++) yield `<si><t>第${n}件</t></si>`;
  }
  await writeWorkbookByHand(path, { rows: rows(), strings: strings() });
  return path;
}

test('all rows come once, in order, 500 at a time, with the share of the file read', async () => {
  const { kind, sheet, batches } = await sheetRows(await book(1750), options);
  assert.deepEqual([kind, sheet], ['xlsx', '工单']);
  const sizes: number[] = [];
  let last = 0;
  let share = 0;
  for await (const batch of batches) {
    sizes.push(batch.rows.length);
    assert.ok(batch.share >= share && batch.share <= 1);
    share = batch.share;
    for (const { number, cells } of batch.rows) {
      assert.equal(number, ++last);
      assert.deepEqual(cells, [`第${number}件`, { number, text: String(number) }]);
    }
  }
  assert.deepEqual(sizes, [500, 500, 500, 250]);
  assert.equal(share, 1);
});

test('a slow user is waited for and loses nothing', async () => {
  const { batches } = await sheetRows(await book(4000), options);
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.rows.length;
    await wait(20);
  }
  assert.equal(rows, 4000);
});

test('heavy rows come in smaller batches', async () => {
  const path = put(`words\n${`${'长'.repeat(300_000)}\n`.repeat(8)}`);
  const sizes: number[] = [];
  const { batches } = await sheetRows(path, options);
  for await (const { rows } of batches) sizes.push(rows.length);
  assert.deepEqual(sizes, [5, 4]);
});

test('a preview reads the first rows and leaves nothing behind', async () => {
  const tempDir = fresh('temp');
  mkdirSync(tempDir);
  const { rows, sheets } = await peekSheet(await book(60_000), { ...options, tempDir }, 3);
  assert.deepEqual(
    rows.map(({ cells }) => cells[0]),
    ['第1件', '第2件', '第3件'],
  );
  assert.deepEqual(sheets, [{ name: '工单', hidden: false }]);
  assert.deepEqual(readdirSync(tempDir), []);
});

test('refusals of the worker arrive as problems, at the opening and in the middle', async () => {
  const refused = (code: string) => (error: unknown) => error instanceof Problem && error.body.code === code;
  await assert.rejects(sheetRows(put('%PDF-1.4'), options), refused('sheet_not_a_table'));
  await assert.rejects(sheetRows(put('PK\x03\x04 and no more'), options), refused('sheet_incomplete'));
  await assert.rejects(sheetRows(await book(1), { ...options, sheet: '四月' }), refused('sheet_unknown'));
  const { batches } = await sheetRows(put('a,b\n1,2\n3,"4\n'), options);
  const rows: Cell[][] = [];
  await assert.rejects(async () => {
    for await (const batch of batches) rows.push(...batch.rows.map(({ cells }) => cells));
  }, refused('sheet_quote_open'));
  assert.deepEqual(
    rows,
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    'the rows before the break are given out',
  );
});

test('a file that is not there is an error, not a refusal', async () => {
  await assert.rejects(sheetRows(fresh('nothing.xlsx'), options), { code: 'ENOENT' });
});

test('old files are read by the worker too', async () => {
  const bytes = write(utils.book_new(utils.aoa_to_sheet([['编号'], ['1']]), '一'), {
    type: 'buffer',
    bookType: 'biff8',
  });
  const { kind, rows } = await peekSheet(put(bytes), options, 10);
  assert.deepEqual([kind, rows.map(({ cells }) => cells)], ['xls', [['编号'], ['1']]]);
});
