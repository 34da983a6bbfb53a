/** What the reader of .xlsx makes of every kind of cell. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, fresh, readAll } from '#sheet/fixture/folder.ts';
import { type WorkbookParts, writeWorkbookByHand } from '#sheet/fixture/workbook.ts';

async function made(parts: WorkbookParts): Promise<string> {
  const path = fresh('book.xlsx');
  await writeWorkbookByHand(path, parts);
  return path;
}

/** The cells of one row made of this XML. */
async function row(cells: string, more: Partial<WorkbookParts> = {}) {
  return (await cellsOf(await made({ rows: `<row r="1">${cells}</row>`, ...more })))[0];
}

test('shared strings come verbatim: line breaks, tabs, blanks, entities', async () => {
  const strings =
    '<si><t xml:space="preserve"> 路灯\n不亮\t三天 </t></si><si><t>&lt;b&gt; &amp; &#x597d;&#13;</t></si><si><t><![CDATA[<a>]]></t></si><si><t/></si>';
  const cells =
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>0</v></c>';
  assert.deepEqual(await row(cells, { strings }), [
    ' 路灯\n不亮\t三天 ',
    '<b> & 好\r',
    '<a>',
    null,
    ' 路灯\n不亮\t三天 ',
  ]);
});

test('rich text is joined and the pronunciation above it is dropped', async () => {
  const strings =
    '<si><r><rPr><b/></rPr><t>噪音</t></r><r><t xml:space="preserve"> 扰民</t></r><rPh sb="0" eb="1"><t>ザオイン</t></rPh><phoneticPr fontId="1"/></si>';
  const inline = '<c t="inlineStr"><is><r><t>夜间</t></r><r><t>施工</t></r><rPh><t>x</t></rPh></is></c>';
  assert.deepEqual(await row(`<c t="s"><v>0</v></c>${inline}`, { strings }), ['噪音 扰民', '夜间施工']);
});

test('escapes give back what XML cannot hold, and a guarded escape stays literal', async () => {
  const strings = '<si><t>上_x000D_\n下</t></si><si><t>_x005F_x000D_</t></si><si><t>_x0_ _xZZZZ_</t></si>';
  const cells =
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>_x0001_</t></is></c>';
  assert.deepEqual(await row(cells, { strings }), ['上\r\n下', '_x000D_', '_x0_ _xZZZZ_', '\u0001']);
});

test('numbers keep their digits', async () => {
  const cells = ['13800001234', '1.38E+10', '0.30000000000000004', '371302199001011234', '7', '-2.50', '1E+300']
    .map((v, i) => `<c${i === 4 ? ' s="1"' : ''}><v>${v}</v></c>`)
    .join('');
  assert.deepEqual(await row(cells, { formats: ['000'] }), [
    { number: 13800001234, text: '13800001234' },
    { number: 1.38e10, text: '13800000000' },
    { number: 0.30000000000000004, text: '0.3' },
    { number: Number('371302199001011234'), text: '371302199001011234' },
    { number: 7, text: '007' },
    { number: -2.5, text: '-2.5' },
    { number: 1e300, text: '1E+300' },
  ]);
});

test('the number format decides what is a date', async () => {
  const formats = ['yyyy"年"m"月"d"日"', 'yyyy/m/d h:mm', 'yyyy-mm-dd hh:mm:ss', 'h:mm', '0.00'];
  const cells = [46093, 46093.37847222222, 46093.378854166665, 0.37847222222, 46093]
    .map((v, i) => `<c s="${i + 1}"><v>${v}</v></c>`)
    .join('');
  assert.deepEqual(
    await row(`${cells}<c t="d"><v>2026-03-12T09:05:33</v></c><c s="1"><v>46093.5</v></c>`, { formats }),
    [
      { date: '2026-03-12T00:00:00', shown: 'day' },
      { date: '2026-03-12T09:05:00', shown: 'minute' },
      { date: '2026-03-12T09:05:33', shown: 'second' },
      '09:05:00',
      { number: 46093, text: '46093' },
      { date: '2026-03-12T09:05:33', shown: 'second' },
      { date: '2026-03-12T12:00:00', shown: 'minute' },
    ],
  );
});

test('a workbook that counts from 1904 has the same dates', async () => {
  const path = await made({
    rows: '<row><c s="1"><v>44631</v></c></row>',
    formats: ['yyyy-mm-dd'],
    properties: 'date1904="1"',
  });
  const { dateSystem, rows } = await readAll(path);
  assert.equal(dateSystem, 1904);
  assert.deepEqual(rows[0]?.cells, [{ date: '2026-03-12T00:00:00', shown: 'day' }]);
});

test('formulas give the value last calculated, and where they stood', async () => {
  const cells =
    '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"件"</f><v>2件</v></c><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>NOW()</f></c>';
  const { rows } = await readAll(await made({ rows: `<row>${cells}</row>` }));
  assert.deepEqual(rows, [
    { number: 1, cells: [{ number: 2, text: '2' }, '2件', true, { error: '#DIV/0!' }], formulas: [0, 1, 3, 4] },
  ]);
});

test('gaps in rows and columns keep their places, hidden rows are rows, empty ones none', async () => {
  const text = (ref: string, t: string) => `<c r="${ref}" t="inlineStr"><is><t>${t}</t></is></c>`;
  const rows = `<row r="2">${text('C2', '标题')}</row><row r="3" hidden="1">${text('A3', '甲')}<c r="D3" s="1"/></row>
    <row r="5"/><row r="6"><c r="B6" s="1"/></row><row r="9">${text('AB9', '远')}</row><row r="10"><c r="A10" s="1"/></row>`;
  const read = await readAll(await made({ rows }));
  assert.deepEqual(read.rows, [
    { number: 2, cells: [null, null, '标题'] },
    { number: 3, cells: ['甲'] },
    { number: 9, cells: [...Array(27).fill(null), '远'] },
  ]);
});

test('rows and cells without references follow each other; prefixes of names do not matter', async () => {
  const rows =
    '<x:row xmlns:x="y"><x:c><x:v>1</x:v></x:c></x:row><row r="1"><c r="B1"><v>2</v></c><c><v>3</v></c></row>';
  const read = await readAll(await made({ rows }));
  assert.deepEqual(read.rows, [
    { number: 1, cells: [{ number: 1, text: '1' }] },
    { number: 2, cells: [null, { number: 2, text: '2' }, { number: 3, text: '3' }] },
  ]);
});

test('reading goes on from the row asked for', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `<row r="${i + 1}"><c t="s"><v>${i}</v></c></row>`).join('');
  const strings = Array.from({ length: 9 }, (_, i) => `<si><t>第${i + 1}行</t></si>`).join('');
  const read = await readAll(await made({ rows, strings }), { from: 8 });
  assert.deepEqual(
    read.rows.map(({ number, cells }) => [number, cells[0]]),
    [
      [8, '第8行'],
      [9, '第9行'],
    ],
  );
});

test('the first visible sheet is read, or the one asked for', async () => {
  const sheets = [{ name: '字典', state: 'hidden' }, { name: '三月' }, { name: '四月 &amp; 五月' }];
  const path = await made({ rows: '<row><c><v>1</v></c></row>', sheets });
  const first = await readAll(path);
  assert.equal(first.sheet, '三月');
  assert.deepEqual(
    first.sheets.map(({ name, hidden }) => [name, hidden]),
    [
      ['字典', true],
      ['三月', false],
      ['四月 & 五月', false],
    ],
  );
  assert.equal((await readAll(path, { sheet: '四月 & 五月' })).sheet, '四月 & 五月');
  assert.equal((await readAll(path, { sheet: '字典' })).sheet, '字典');
});

test('a workbook with macros is read and said to be one', async () => {
  const path = await made({
    rows: '<row><c><v>1</v></c></row>',
    more: [{ name: 'xl/vbaProject.bin', text: 'Sub Auto_Open()' }],
  });
  assert.equal((await readAll(path)).kind, 'xlsm');
});
