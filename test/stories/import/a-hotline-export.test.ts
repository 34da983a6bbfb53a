/** A hotline's export comes in as it is: titles above, a total below, phones that a spreadsheet has eaten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { countsOf, importDesk, sheetFile } from '#test/stories/import/desk.ts';

const story = await testCity();
const { ok } = stepsOf(story);
const desk = importDesk(story);

const header = [
  '序号',
  '工单编号',
  '受理时间',
  '来电人',
  '联系电话',
  '来电类别',
  '紧急程度',
  '主要内容',
  '是否保密',
  '工单状态',
  '转办意见',
];
const words = ' 东风路 12 号\n楼下烧烤店\t油烟扰民 ';
const ticket = (n: number, more: Partial<Record<number, string | number>> = {}) =>
  Object.assign(
    [
      String(n),
      `RX${n}`,
      '2026年3月11日 9:05',
      '张三',
      '13800001234',
      '投诉',
      '一般',
      `${words}${n}`,
      '否',
      '办理中',
      '请核实',
    ],
    more,
  );
const export1 = (rows: (string | number)[][]) => [
  ['青澜市 12345 热线工单统计表'],
  ['填报单位：热线中心', '', '', '填报日期：2026-03-12'],
  header,
  ...rows,
  ['合计', String(rows.length)],
  ['备注：本表由系统导出'],
];

const first = await sheetFile(
  '导出.xlsx',
  export1([
    ticket(1),
    ticket(2, { 4: '1.38E+10', 5: '咨 询', 6: '特急' }),
    ticket(3, { 5: '网上冲浪', 8: '是', 9: '已办结' }),
    ticket(4, { 2: 46092.378, 3: '/', 4: '无' }),
  ]),
);

test('the header is found on row 3, the total and the note are no records, and the words stand as they were', async () => {
  const uploaded = (await desk.upload('dispatcher', '导出.xlsx', first)).body;
  const look = await ok('dispatcher', 'GET', `/imports/${uploaded.id}/look`);
  assert.equal(look.headerRow, 3);
  assert.deepEqual([look.looked, look.leftOut, look.missing], [4, 2, []]);
  const fields = Object.fromEntries(
    look.columns.map((column: { name: string; field: string | null }) => [column.name, column.field]),
  );
  assert.deepEqual(
    [fields.序号, fields.工单编号, fields.主要内容, fields.联系电话],
    ['leave_out', 'source_number', 'words', 'caller_phone'],
  );
  assert.equal(look.rows[0].values.caller_phone, '138****1234');
  assert.deepEqual(look.problems.map((one: { code: string; rejects: boolean }) => [one.code, one.rejects]).sort(), [
    ['lost_digits', false],
    ['word_unknown', false],
  ]);

  const done = await desk.take('导出.xlsx', first);
  assert.deepEqual([done.state, countsOf(done)], ['finished', { read: 4, accepted: 4, noted: 2, leftOut: 2 }]);
  const signals = await desk.signals(done.id);
  const one = await ok(
    'dispatcher',
    'GET',
    `/signals/${signals.find((s: { sourceNumber: string }) => s.sourceNumber === 'RX1').id}`,
  );
  assert.equal(one.words, `${words}1`);
  assert.equal(one.receivedAt, '2026-03-11T01:05:00.000Z');
  assert.deepEqual([one.matter, one.state], ['complaint', 'untriaged']);
  assert.equal(one.extra.转办意见, '请核实');
});

test('what the cells said in the words of offices is understood; what is not known is noted', async () => {
  const { items } = await ok('dispatcher', 'GET', '/signals?limit=50');
  const of = (number: string) => items.find((one: { sourceNumber: string }) => one.sourceNumber === number);
  assert.deepEqual([of('RX2').matter, of('RX2').urgency], ['consult', 'critical']);
  assert.deepEqual([of('RX3').matter, of('RX3').secret, of('RX3').state], ['other', true, 'disposed']);
  assert.equal(of('RX4').receivedAt, '2026-03-11T01:04:19.000Z');
  const [latest] = (await ok('dispatcher', 'GET', '/imports')).items;
  const rows = await ok('dispatcher', 'GET', `/imports/${latest.id}/rows?kind=noted`);
  const said = rows.items.map((one: { row: number; problems: { zh: string }[] }) => [one.row, one.problems[0]!.zh]);
  assert.deepEqual(said, [
    [5, '联系电话（E5）：号码被表格软件改成了数字，有几位已经丢失'],
    [6, '来电类别（F6）：不认识“网上冲浪”，按“其他”记'],
  ]);
});

test('the same file again is repeated; a changed row is revised and says what it said before', async () => {
  assert.deepEqual(countsOf(await desk.take('再次.xlsx', first)), { read: 4, repeated: 4, noted: 2, leftOut: 2 });
  const changed = await sheetFile(
    '更正.xlsx',
    export1([
      ticket(1, { 0: '4', 7: '烧烤店已停业，请核实', 9: '已办结' }),
      ticket(5, { 0: '1' }),
      ticket(5, { 0: '2' }),
    ]),
  );
  const done = await desk.take('更正.xlsx', changed);
  assert.deepEqual(countsOf(done), { read: 3, accepted: 1, revised: 1, repeated: 1, leftOut: 2 });
  const [revised] = (await desk.signals(done.id)).filter((one: { sourceNumber: string }) => one.sourceNumber === 'RX1');
  const page = await ok('dispatcher', 'GET', `/signals/${revised.id}`);
  assert.deepEqual(
    [page.words, page.state, page.versions.map((one: { words: string }) => one.words)],
    ['烧烤店已停业，请核实', 'disposed', [`${words}1`]],
  );
  assert.deepEqual((await ok('dispatcher', 'GET', `/signals?q=${encodeURIComponent('停业')}`)).items.length, 1);
});

test('a mapping that a person has chosen is remembered for the next file of these columns', async () => {
  const { id } = (await desk.upload('dispatcher', '导出.xlsx', first)).body;
  const { sheet, headerRow, columns } = await ok('dispatcher', 'GET', `/imports/${id}/look`);
  const chosen = columns.map(({ index, name, field }: { index: number; name: string; field: string | null }) => ({
    index,
    name,
    field: name === '转办意见' ? 'title' : field,
  }));
  await ok('dispatcher', 'POST', `/imports/${id}/run`, { sheet, headerRow, columns: chosen });
  const next = (await desk.upload('dispatcher', '下月.xlsx', first)).body;
  const look = await ok('dispatcher', 'GET', `/imports/${next.id}/look`);
  assert.equal(look.remembered, true);
  assert.equal(look.columns.find((column: { name: string }) => column.name === '转办意见').field, 'title');
});
