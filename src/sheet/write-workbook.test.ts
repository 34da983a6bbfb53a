/** Workbooks written: what is read back, what a spreadsheet program would run, and how much memory it takes. */
import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { csvCell } from '#sheet/csv-cell.ts';
import { cellsOf, fresh, readAll } from '#sheet/fixture/folder.ts';
import { findHeader } from '#sheet/header.ts';
import { openRejects, reasonColumn } from '#sheet/rejects.ts';
import { rowHash } from '#sheet/row-hash.ts';
import { type Cell, cellText, type Row } from '#sheet/sheet.ts';
import { writeWorkbook } from '#sheet/write-workbook.ts';
import { openPackage } from '#sheet/xlsx/package.ts';

const columns = ['编号', '内容', '时间'].map((name) => ({ name }));

async function written(rows: Cell[][], more: { watermark?: string; sheetName?: string } = {}): Promise<string> {
  const path = fresh('out.xlsx');
  await writeWorkbook(createWriteStream(path), { sheetName: '工单', columns, rows, ...more });
  return path;
}

const dangerous = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://a","b")', '＝1', "'=1"];

test('cells come back as they were, dangerous ones as text', async () => {
  const rows: Cell[][] = [
    ['0001', ' 路灯\n不亮\t<b>&_x000D_ ', { date: '2026-03-12T09:05:33', shown: 'second' }],
    [{ number: 13800001234, text: '13800001234' }, true, { date: '2026-03-12T00:00:00', shown: 'day' }],
    [{ number: 7, text: '007' }],
    [null, '\u0001\ud83d', { date: '2026-03-12T09:05:00', shown: 'minute' }],
    ...dangerous.map((text): Cell[] => [text]),
  ];
  const read = await readAll(await written(rows));
  assert.deepEqual(read.rows[0]?.cells, ['编号', '内容', '时间']);
  const expected = structuredClone(rows);
  expected[2]![0] = '007';
  expected[3]![1] = '\u0001\ufffd';
  assert.deepEqual(
    read.rows.slice(1).map(({ cells }) => cells),
    expected,
  );
  assert.deepEqual(
    read.rows.filter(({ formulas }) => formulas),
    [],
  );
});

test('no string of a workbook stands where a program would calculate', async () => {
  const pkg = await openPackage(await written(dangerous.map((text) => [text])));
  const part = await pkg.part('xl/worksheets/sheet1.xml');
  const chunks: Uint8Array[] = [];
  for await (const chunk of part!.bytes) chunks.push(chunk);
  const xml = Buffer.concat(chunks).toString();
  assert.doesNotMatch(xml, /<f[ >]/);
  assert.equal(xml.match(/<c r="A\d+"[^>]* t="(str|inlineStr|s)"/g)?.length, dangerous.length + 1);
  pkg.close();
});

test('a watermark stands in the last row; names Excel refuses are mended; long words are cut', async () => {
  const path = await written([['x'.repeat(40_000)]], { watermark: '张三 & 2026-03-12 导出', sheetName: "a/b:c'*[]" });
  const { sheet, rows } = await readAll(path);
  assert.equal(sheet, "a b c'");
  assert.equal((rows[1]!.cells[0] as string).length, 32_767);
  assert.deepEqual(rows.at(-1)?.cells, ['张三 & 2026-03-12 导出']);
});

test('who reads slowly is waited for; who leaves ends the writing', async () => {
  let produced = 0;
  function* endless(): Generator<Cell[]> {
    for (;;) yield [`第${++produced}件`, String(Math.random()).repeat(20)];
  }
  const blocked = new Writable({ highWaterMark: 1024, write: (_chunk, _encoding, _done) => {} });
  const writing = writeWorkbook(blocked, { sheetName: '一', columns, rows: endless() });
  const failed = assert.rejects(writing, /gone/);
  await wait(1500);
  const then = produced;
  await wait(500);
  assert.equal(produced, then);
  assert.ok(then < 20_000, `${then} rows were made for nobody`);
  blocked.destroy();
  await failed;
});

test('rejects: the header of the file, the rows as they stood, the reason; hashed alike when they come again', async () => {
  const first: Row[] = [
    { number: 1, cells: ['某市热线工单'] },
    { number: 3, cells: ['编号', '来电人', null, '受理时间'] },
    { number: 4, cells: [null, '姓名', '电话', null] },
  ];
  const bad: Row[] = [
    { number: 9, cells: ['=1+1', '张三', { number: 1.38e10, text: '13800000000' }, '3月12日'] },
    { number: 12, cells: [null, { error: '#N/A' }, null, { date: '2026-03-12T09:05:33', shown: 'second' }] },
    { number: 13, cells: ['甲', true] },
  ];
  const header = findHeader(first, ['编号', '受理时间', '姓名', '电话'])!;
  const path = fresh('rejects.xlsx');
  const rejects = await openRejects(createWriteStream(path), '退回', header);
  for (const row of bad) await rejects.add(row, `第 ${row.number} 行的原因`);
  await rejects.end();

  const { rows } = await readAll(path);
  assert.deepEqual(
    rows.slice(0, 4).map(({ cells }) => cells),
    [
      ['某市热线工单'],
      ['编号', '来电人', null, '受理时间', reasonColumn],
      [null, '姓名', '电话'],
      ['=1+1', '张三', '13800000000', '3月12日', '第 9 行的原因'],
    ],
  );
  const again = findHeader(rows, ['编号', '受理时间', '姓名', '电话'])!;
  assert.deepEqual(
    again.columns.map(({ name }) => name),
    ['编号', '来电人/姓名', '来电人/电话', '受理时间', reasonColumn],
  );
  for (const [i, row] of bad.entries()) {
    assert.equal(rowHash(rows[i + 3]!.cells.slice(0, 4)), rowHash(row.cells));
  }
});

test('any text survives the workbook', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom(...'=+-@\t\n\r"<>&_x0D 路灯😀\u0007') }), {
        minLength: 1,
        maxLength: 30,
      }),
      async (texts) => {
        const cells = await cellsOf(await written(texts.map((text) => [`|${text}`])));
        assert.deepEqual(
          cells.slice(1).map(([cell]) => cell),
          texts.map((text) => `|${text}`),
        );
      },
    ),
    { numRuns: 20 },
  );
});

const fields: [value: string | number | boolean | null, field: string][] = [
  ['路灯', '路灯'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['上\n下', '"上\n下"'],
  [' a', '" a"'],
  ['', ''],
  [null, ''],
  [-5, '-5'],
  [1.5, '1.5'],
  [true, 'true'],
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-', "'-"],
  ['@a', "'@a"],
  ['\t=1', '"\'\t=1"'],
  ['\r1', '"\'\r1"'],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['1=1', '1=1'],
  ['=a,"b"', '"\'=a,""b"""'],
];
for (const [value, field] of fields) {
  test(`${JSON.stringify(value)} is written ${JSON.stringify(field)}`, () => assert.equal(csvCell(value), field));
}

test('a row hash is stable, ignores empty cells at the end, and tells cells apart', () => {
  assert.equal(rowHash(['编号', { number: 1, text: '1' }]), rowHash(['编号', '1', null, '']));
  assert.notEqual(rowHash(['a', 'b']), rowHash(['ab']));
  assert.notEqual(rowHash([null, 'a']), rowHash(['a']));
  assert.notEqual(rowHash(['a ']), rowHash(['a']));
  assert.equal(rowHash(['路灯', 'x']), 'c772c9ecfe697d35d47bf52c8c734448ba3af764a1f8f599f4ab11241f4bfc29');
});

test('cells as text', () => {
  const cells: Cell[] = [
    null,
    '',
    'a',
    true,
    false,
    { number: 1, text: '01' },
    { error: '#N/A' },
    { date: '2026-03-12T09:05:33', shown: 'day' },
    { date: '2026-03-12T09:05:33', shown: 'minute' },
    { date: '2026-03-12T09:05:33', shown: 'second' },
  ];
  assert.deepEqual(cells.map(cellText), [
    '',
    '',
    'a',
    'TRUE',
    'FALSE',
    '01',
    '#N/A',
    '2026-03-12',
    '2026-03-12 09:05',
    '2026-03-12 09:05:33',
  ]);
});
