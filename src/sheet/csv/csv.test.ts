/** Text tables in every encoding and with every delimiter offices use. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '#sheet/csv/delimiter.ts';
import { cellsOf, put, readAll, refusalOf } from '#sheet/fixture/folder.ts';
import { gbk } from '#sheet/fixture/gbk.ts';

const text = '编号,内容,电话\r\n0001,"路灯不亮,\n已三天\t""请修""",013800001234\r\n\r\n0002,夜间"施工"噪音,\r\n';
const cells = [
  ['编号', '内容', '电话'],
  ['0001', '路灯不亮,\n已三天\t"请修"', '013800001234'],
  ['0002', '夜间"施工"噪音'],
];

const wide = (s: string, mark: boolean) => Buffer.from((mark ? '\ufeff' : '') + s, 'utf16le');

const encodings: [name: string, bytes: Buffer][] = [
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['GB18030', gbk(text)],
  ['UTF-16 little-endian with a mark', wide(text, true)],
  ['UTF-16 little-endian without', wide(text, false)],
  ['UTF-16 big-endian with a mark', wide(text, true).swap16()],
  ['UTF-16 big-endian without', wide(text, false).swap16()],
];
for (const [name, bytes] of encodings) {
  test(`${name}: quotes, delimiters and line breaks in cells`, async () => {
    const { kind, rows } = await readAll(put(bytes, 'export.csv'));
    assert.equal(kind, 'csv');
    assert.deepEqual(
      rows.map((row) => row.cells),
      cells,
    );
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 2, 4],
    );
  });
}

test('four-byte characters of GB18030 and Chinese late in a long file are found', async () => {
  const long = `id,words\n${`1,${'plain '.repeat(50)}\n`.repeat(5000)}2,`;
  const bytes = Buffer.concat([
    Buffer.from(long),
    gbk('路灯'),
    Buffer.from([0x82, 0x30, 0xc0, 0x31]),
    Buffer.from('\n'),
  ]);
  const { rows } = await readAll(put(bytes));
  assert.equal(rows.length, 5002);
  assert.match(rows.at(-1)?.cells[1] as string, /^路灯.$/u);
});

test('UTF-8 with one character cut in two stays UTF-8', async () => {
  const bytes = Buffer.concat([
    Buffer.from('编号,内容\n1,路灯'),
    Buffer.from([0xe4, 0xb8]),
    Buffer.from(',坏了没有人修已经很久了\n'),
  ]);
  assert.deepEqual(await cellsOf(put(bytes)), [
    ['编号', '内容'],
    ['1', '路灯\ufffd', '坏了没有人修已经很久了'],
  ]);
});

const layouts: [sample: string, delimiter: string][] = [
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n1,5;2,5;3,5\n', ';'],
  ['a\tb\tc\n"x,y,z"\t2\t3\n', '\t'],
  ['a|b\n1|2\n', '|'],
  ['a|b', '|'],
  ['"a;b","c;d"\n"1;2;3","4"\n', ','],
  ['编号,内容\n1,"甲；乙;丙;丁\n戊;己"\n', ','],
  ['一列\n内容\n', ','],
  ['', ','],
  ['标题\n编号\t内容,很长,很长\n1\t一,二,三,四\n2\t五\n', '\t'],
];
for (const [sample, delimiter] of layouts) {
  test(`${JSON.stringify(sample)} is divided by ${JSON.stringify(delimiter)}`, () => {
    assert.equal(layoutOf(sample).delimiter, delimiter);
  });
}

test('the hint line of Excel names the delimiter and is no row', async () => {
  assert.deepEqual((await readAll(put('sep=;\r\na;b\r\n1,5;2\r\n'))).rows, [
    { number: 1, cells: ['a', 'b'] },
    { number: 2, cells: ['1,5', '2'] },
  ]);
});

test('="0138" is the text 0138 and known as a formula; other formulas are text', async () => {
  assert.deepEqual((await readAll(put('电话,备注\n="01380000",=1+1\n'))).rows[1], {
    number: 2,
    cells: ['01380000', '=1+1'],
    formulas: [0],
  });
});

test('reading goes on from the row asked for', async () => {
  const { rows } = await readAll(put('a,b\n1,x\n2,y\n3,z\n'), { from: 3 });
  assert.deepEqual(rows, [
    { number: 3, cells: ['2', 'y'] },
    { number: 4, cells: ['3', 'z'] },
  ]);
});

test('a quotation mark that is never closed is named with its row', async () => {
  assert.deepEqual(await refusalOf(put('a,b\n1,2\n3,"4\n5,6\n')), [
    'sheet_quote_open',
    '第 3 行的引号没有闭合，请检查文件',
  ]);
});

test('a cell without end and a row without end are refused', async () => {
  assert.equal((await refusalOf(put(`a,b\n1,"${'长'.repeat(4_200_000)}"\n`)))[0], 'sheet_cell_too_long');
  assert.equal((await refusalOf(put(`a,b\n1,${'长'.repeat(1_000_001)}\n`)))[0], 'sheet_cell_too_long');
  assert.equal((await refusalOf(put(`a,b\n${','.repeat(20_000)}x\n`)))[0], 'sheet_row_too_wide');
});

const others: [what: string, bytes: Buffer | string][] = [
  ['PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['JPEG', Buffer.from('ffd8ffe000104a46', 'hex')],
  ['PDF', '%PDF-1.7\n%âãÏÓ'],
  ['RTF', '{\\rtf1\\ansi'],
  ['XML', '<?xml version="1.0"?><a/>'],
  ['JSON', '[{"编号":"1"}]'],
  ['MHTML', 'MIME-Version: 1.0\nX-Document-Type: Workbook\n'],
  ['binary', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256))],
];
for (const [what, bytes] of others) {
  test(`${what} called .csv is refused by its name`, async () => {
    const [code, said] = await refusalOf(put(bytes, 'export.csv'));
    assert.equal(code, 'sheet_not_a_table');
    assert.match(said, new RegExp(what));
  });
}

test('text of another kind by its name is no table', async () => {
  assert.match((await refusalOf(put('Dear Sir, …', 'letter.eml')))[1], /\.eml/);
  assert.deepEqual(await cellsOf(put('a,b', 'list.TXT')), [['a', 'b']]);
});

test('line ends of every kind in one file divide rows', async () => {
  assert.deepEqual(await cellsOf(put('a,b\r\n1,2\n3,4\r5,"6\r\n7"\r\n')), [
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
    ['5', '6\r\n7'],
  ]);
});

test('an empty file and one with nothing but a mark and blank lines', async () => {
  assert.equal((await refusalOf(put('')))[0], 'sheet_empty');
  assert.deepEqual(await cellsOf(put('\ufeff\r\n\r\n')), []);
});

test('a stray control character in somebody’s words refuses nothing', async () => {
  const words = `编号,内容\n1,路灯\u0001不亮${'，已经很久了'.repeat(100)}\n`;
  assert.deepEqual((await cellsOf(put(words)))[1], ['1', words.slice(8, -1)]);
});
