/** Files made to harm or cut on the way: a clear refusal, or the rows there are. */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync } from 'node:fs';
import { test } from 'node:test';
import { Problem } from '#platform/problem.ts';
import { folder, fresh, put, readAll, refusalOf } from '#sheet/fixture/folder.ts';
import { type WorkbookParts, writeWorkbookByHand } from '#sheet/fixture/workbook.ts';
import { writeZip } from '#sheet/fixture/zip.ts';
import { maxCellChars } from '#sheet/limits.ts';
import { openSheet } from '#sheet/open-sheet.ts';

async function made(parts: WorkbookParts): Promise<string> {
  const path = fresh('book.xlsx');
  await writeWorkbookByHand(path, parts);
  return path;
}

const line = (n: number) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`;
const lines = (count: number) => Array.from({ length: count }, (_, i) => line(i + 1)).join('');

test('a million empty rows are nothing, and quickly', async () => {
  function* rows() {
    for (let n = 1; n <= 1_048_576; n += 1024) {
      let text = '';
      for (let i = 0; i < 1024; i++) text += `<row r="${n + i}"/>`;
      yield n === 1 ? text.replace('<row r="2"/>', line(2)) : text;
    }
  }
  const read = await readAll(await made({ rows: rows() }));
  assert.deepEqual(read.rows, [{ number: 2, cells: [{ number: 2, text: '2' }] }]);
});

test('a zip that lost its end says so', async () => {
  const path = await made({ rows: lines(2000) });
  truncateSync(path, readFileSync(path).length / 2);
  assert.equal((await refusalOf(path))[0], 'sheet_incomplete');
});

test('XML that stops in the middle gives its rows, then says up to which it could be read', async () => {
  const path = fresh('cut.xlsx');
  await writeWorkbookByHand(path, { rows: `${lines(1500)}<row r="1501"><c r="A1501"><v>1` });
  // Unclosed on purpose: the closing tags of the fixture do not match what is open.
  const sheet = await openSheet(path, { fileName: path, tempDir: folder });
  let last = 0;
  await assert.rejects(
    async () => {
      for await (const row of sheet.rows()) last = row.number;
    },
    (error) =>
      error instanceof Problem && error.body.code === 'sheet_cut_off' && error.body.message.zh.includes('1500'),
  );
  await sheet.close();
  assert.equal(last, 1500);
});

test('a bit that flipped inside a sheet is noticed by its checksum', async () => {
  const path = await made({ rows: lines(500) });
  const bytes = readFileSync(path);
  // The checksum stands 30 bytes before the name in the directory, which is the last place of the name.
  const checksum = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 30;
  bytes.writeUInt8(bytes.readUInt8(checksum) ^ 1, checksum);
  assert.deepEqual(await refusalOf(put(bytes)), ['sheet_cut_off', '文件不完整或已损坏，只读到第 500 行；请重新导出']);
});

test('a sheet that unpacks to hundreds of times its size is refused before it fills anything', async () => {
  const blank = ' '.repeat(1024 * 1024);
  function* rows() {
    for (let i = 0; i < 80; i++) yield `<row><c><v>1</v></c></row>${blank}`;
  }
  assert.equal((await refusalOf(await made({ rows: rows(), level: 9 })))[0], 'sheet_bomb');
});

test('a shared string without an end is refused while it grows', async () => {
  function* strings() {
    yield '<si><t>';
    for (let i = 0; i < 12; i++) yield '好'.repeat(500_000);
    yield '</t></si>';
  }
  const path = await made({ rows: '<row><c t="s"><v>0</v></c></row>', strings: strings() });
  assert.match((await refusalOf(path))[0], /^sheet_(bomb|cell_too_long)$/);
});

test('a cell may be longer than Excel allows, up to the stated limit', async () => {
  const cell = (chars: number) => `<row><c t="inlineStr"><is><t>${'长'.repeat(chars)}</t></is></c></row>`;
  const { rows } = await readAll(await made({ rows: cell(40_000) }));
  assert.deepEqual(rows[0]?.cells, ['长'.repeat(40_000)]);
  assert.equal((await refusalOf(await made({ rows: cell(maxCellChars + 1) })))[0], 'sheet_cell_too_long');
});

test('a row has 16,384 columns at most', async () => {
  const { rows } = await readAll(await made({ rows: '<row><c r="XFD1"><v>1</v></c></row>' }));
  assert.equal(rows[0]?.cells.length, 16_384);
  assert.deepEqual(await refusalOf(await made({ rows: `${line(1)}<row r="7"><c r="XFE7"><v>1</v></c></row>` })), [
    'sheet_row_too_wide',
    '第 7 行超过 16384 列，请检查文件',
  ]);
  const many = '<c r="A1"><f>1</f></c>'.repeat(16_385);
  assert.equal((await refusalOf(await made({ rows: `<row>${many}</row>` })))[0], 'sheet_row_too_wide');
});

test('elements nested without end, and row numbers nobody has', async () => {
  assert.equal((await refusalOf(await made({ rows: '<a>'.repeat(300) })))[0], 'sheet_cut_off');
  const { rows } = await readAll(
    await made({ rows: '<row r="99999999999"><c><v>1</v></c></row><row r="1.5"><c><v>2</v></c></row>' }),
  );
  assert.deepEqual(
    rows.map(({ number }) => number),
    [1, 2],
  );
});

test('entities that multiply are refused with their document type', async () => {
  const path = fresh('lol.xlsx');
  const relations =
    '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
  await writeZip(path, [
    { name: '_rels/.rels', text: relations },
    { name: 'xl/workbook.xml', text: '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>' },
  ]);
  assert.equal((await refusalOf(path))[0], 'sheet_damaged');
});

test('a string number beyond the shared strings is damage, not an empty cell', async () => {
  for (const index of ['7', '-1', 'x', '']) {
    const rows = `<row><c t="s"><v>0</v></c></row><row><c t="s"><v>${index}</v></c></row>`;
    const path = await made({ rows, strings: '<si><t>一</t></si>' });
    if (index === '') assert.equal((await readAll(path)).rows.length, 1);
    else assert.equal((await refusalOf(path))[0], 'sheet_cut_off', index);
  }
});

test('other zips are called by their name', async () => {
  const parts: [string, string][] = [
    ['word/document.xml', 'Word .docx'],
    ['ppt/presentation.xml', 'PowerPoint .pptx'],
    ['a.txt', 'ZIP'],
    ['OFD.xml', 'OFD'],
  ];
  for (const [name, what] of parts) {
    const path = fresh('renamed.xlsx');
    await writeZip(path, [{ name, text: '<a/>' }]);
    assert.deepEqual(await refusalOf(path), [
      'sheet_not_a_table',
      `这是 ${what} 文件，不是能读的表格；请另存为 .xlsx 或 .csv 再上传`,
    ]);
  }
});

test('a zip with a password, a workbook without sheets, a sheet that is not there', async () => {
  const path = fresh('locked.xlsx');
  await writeZip(path, [{ name: 'xl/workbook.xml', text: '<workbook/>', encrypted: true }]);
  assert.equal((await refusalOf(path))[0], 'sheet_encrypted');
  assert.equal((await refusalOf(await made({ rows: '', sheets: [] })))[0], 'sheet_none');
  assert.deepEqual(await refusalOf(await made({ rows: '' }), { sheet: '四月' }), [
    'sheet_unknown',
    '文件里没有名为“四月”的工作表',
  ]);
});
