/** Old .xls, XML spreadsheets, HTML called .xls, and what only looks like them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CellObject, CFB, utils, type WorkSheet, write } from '@e965/xlsx';
import { cellsOf, put, readAll, refusalOf } from '#sheet/fixture/folder.ts';
import { gbk } from '#sheet/fixture/gbk.ts';
import { maxWholeFileBytes } from '#sheet/limits.ts';

function sheetOf(cells: Record<string, CellObject>, ref: string): WorkSheet {
  return { ...cells, '!ref': ref };
}

function xls(sheet: WorkSheet, more: { date1904?: boolean } = {}): Buffer {
  const book = utils.book_new(sheet, '工单');
  book.Workbook = { WBProps: more };
  return write(book, { type: 'buffer', bookType: 'biff8' });
}

const table = sheetOf(
  {
    A1: { t: 's', v: '工单编号' },
    B1: { t: 's', v: '主要内容' },
    C1: { t: 's', v: '受理时间' },
    A3: { t: 's', v: '0001' },
    B3: { t: 's', v: '路灯不亮\n已三天\t请修' },
    C3: { t: 'n', v: 46093.378854166665, z: 'yyyy-mm-dd hh:mm:ss' },
    D3: { t: 'n', v: 13800001234 },
    E3: { t: 'b', v: true },
    F3: { t: 'n', v: 2, f: '1+1' },
    G3: { t: 'e', v: 42 },
  },
  'A1:G3',
);

test('an .xls gives the same cells as an .xlsx would', async () => {
  const { kind, sheet, rows } = await readAll(put(xls(table), 'old.xls'));
  assert.deepEqual([kind, sheet], ['xls', '工单']);
  assert.deepEqual(rows, [
    { number: 1, cells: ['工单编号', '主要内容', '受理时间'] },
    {
      number: 3,
      cells: [
        '0001',
        '路灯不亮\n已三天\t请修',
        { date: '2026-03-12T09:05:33', shown: 'second' },
        { number: 13800001234, text: '13800001234' },
        true,
        { number: 2, text: '2' },
        { error: '#N/A' },
      ],
    },
  ]);
});

test('an .xls counted from 1904 has the right dates', async () => {
  const dated = sheetOf({ A1: { t: 'n', v: 44631, z: 'yyyy-mm-dd' } }, 'A1:A1');
  const { dateSystem, rows } = await readAll(put(xls(dated, { date1904: true })));
  assert.equal(dateSystem, 1904);
  assert.deepEqual(rows[0]?.cells, [{ date: '2026-03-12T00:00:00', shown: 'day' }]);
});

test('an .xls goes on from the row asked for, with any name', async () => {
  const { rows } = await readAll(put(xls(table), 'renamed.csv'), { from: 2 });
  assert.deepEqual(
    rows.map(({ number }) => number),
    [3],
  );
});

const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"></head><body><table border=1>
<tr><td colspan=3>留言明细</td></tr>
<tr><th>编号</th><th>电话</th><th>内容</th></tr>
<tr><td>0001</td><td style="mso-number-format:'\\@'">013800001234</td><td>路灯&lt;不亮&gt;<br>请修&nbsp;谢谢</td></tr>
<tr><td rowspan=2>0002</td><td>371302199001011234</td><td>=1+1</td></tr><tr><td>2026-03-12</td><td>1.50</td></tr>
</table></body></html>`;
const asText = [
  ['留言明细'],
  ['编号', '电话', '内容'],
  ['0001', '013800001234', '路灯<不亮>\n请修 谢谢'],
  ['0002', '371302199001011234', '=1+1'],
  [null, '2026-03-12', '1.50'],
];

test('an HTML table called .xls stays the text it is', async () => {
  const { kind, rows } = await readAll(put(html, 'export.xls'));
  assert.equal(kind, 'html');
  assert.deepEqual(
    rows.map(({ cells }) => cells),
    asText,
  );
});

test('HTML in UTF-8 with a mark and in UTF-16 is read alike', async () => {
  assert.deepEqual(await cellsOf(put(`\ufeff${html}`)), asText);
  assert.deepEqual(await cellsOf(put(Buffer.from(`\ufeff${html}`, 'utf16le'))), asText);
});

test('HTML in GBK is read as Chinese', async () => {
  const page = gbk('<meta charset="utf-8"><table><tr><td>编号</td></tr><tr><td>路灯不亮</td></tr></table>');
  assert.deepEqual(await cellsOf(put(page, 'gbk.xls')), [['编号'], ['路灯不亮']]);
});

test('a page without a table is not one', async () => {
  assert.match((await refusalOf(put('<!DOCTYPE html><html><body>请登录</body></html>', 'export.xls')))[1], /HTML/);
});

test('a spreadsheet of Excel 2003 in XML is read', async () => {
  const bytes = write(utils.book_new(table, '工单'), { type: 'buffer', bookType: 'xlml' });
  const { kind, rows } = await readAll(put(bytes, 'old.xls'));
  assert.equal(kind, 'xml');
  assert.deepEqual(rows[1]?.cells.slice(0, 4), [
    '0001',
    '路灯不亮\n已三天\t请修',
    { date: '2026-03-12T09:05:33', shown: 'second' },
    { number: 13800001234, text: '13800001234' },
  ]);
  assert.deepEqual(rows[1]?.formulas, [5]);
});

/** An OLE file with one stream of this name. */
function ole(stream: string): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.alloc(6000, 1));
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

test('a file with a password, Word, PowerPoint and others in the same container are told apart', async () => {
  assert.deepEqual(await refusalOf(put(ole('EncryptedPackage'), 'locked.xlsx')), [
    'sheet_encrypted',
    '文件设了打开密码，请在 Excel 或 WPS 里取消密码、保存后再上传',
  ]);
  assert.match((await refusalOf(put(ole('WordDocument'))))[1], /Word \.doc/);
  assert.match((await refusalOf(put(ole('PowerPoint Document'))))[1], /PowerPoint/);
  assert.match((await refusalOf(put(ole('Something'))))[1], /OLE/);
  assert.match((await refusalOf(put(ole('Workbook'))))[0], /^sheet_(damaged|none)$/);
});

test('an .xls that lost its end is refused', async () => {
  const bytes = xls(table);
  assert.match((await refusalOf(put(bytes.subarray(0, 1000))))[0], /^sheet_(incomplete|damaged)$/);
  assert.match((await refusalOf(put(bytes.subarray(0, 100))))[0], /^sheet_(incomplete|damaged)$/);
});

test('an old file beyond the limit is refused before it is read', async () => {
  const bytes = Buffer.alloc(maxWholeFileBytes.ole + 1);
  xls(table).copy(bytes);
  assert.deepEqual(await refusalOf(put(bytes)), [
    'sheet_too_large',
    'Excel 97–2003 .xls 格式的文件最大 64 MB，请另存为 .xlsx',
  ]);
});
