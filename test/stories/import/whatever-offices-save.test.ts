/** Files as offices save them: GB18030 text, no numbers at all, a list of people; and files that break off. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { countsOf, importDesk, sheetFile } from '#test/stories/import/desk.ts';

const story = await testCity();
const { ok } = stepsOf(story);
const desk = importDesk(story);

/** Node reads GB18030 and does not write it; iconv is part of every Debian. */
const gb18030 = (text: string) => spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text }).stdout;

test('a GB18030 file with line breaks in its cells, rare characters included', async () => {
  const words = '镕基路北口㐂宴酒楼门前\r\n占道经营，“每晚”如此';
  const text = `留言编号,留言时间,留言详情\r\nL1,2026/3/1 10:00,"${words.replaceAll('"', '""')}"\r\n`;
  const done = await desk.take('留言.csv', gb18030(text));
  assert.deepEqual(countsOf(done), { read: 1, accepted: 1 });
  const [one] = await desk.signals(done.id);
  assert.equal((await ok('dispatcher', 'GET', `/signals/${one.id}`)).words, words);
});

test('without numbers a row is itself and how often it came before', async () => {
  const rows = [
    '受理时间,主要内容,联系电话',
    ...Array(3).fill('2026-03-02,停水,13800001234'),
    '2026-03-02,停电,13800001234',
  ];
  const file = Buffer.from(rows.join('\n'));
  assert.deepEqual(countsOf(await desk.take('无编号.csv', file)), { read: 4, accepted: 4 });
  assert.deepEqual(countsOf(await desk.take('无编号.csv', file)), { read: 4, repeated: 4 });
  const longer = Buffer.from([...rows, '2026-03-02,停水,13800001234'].join('\n'));
  assert.deepEqual(countsOf(await desk.take('无编号.csv', longer)), { read: 5, repeated: 4, accepted: 1 });
});

test('what no database text can hold is rejected alone', async () => {
  const rows = [
    ['编号', '主要内容'],
    ['N1', '好的一行'],
    ['N2', '坏_x0000_的一行'],
    ['N3', '又一行好的'],
  ];
  const done = await desk.take('坏字符.xlsx', await sheetFile('坏字符.xlsx', rows));
  assert.deepEqual(countsOf(done), { read: 3, accepted: 2, rejected: 1 });
});

test('a file cut off in the middle keeps the rows before the cut and says where', async () => {
  const rows = Array.from({ length: 2_700 }, (_, i) => `C${i},2026-03-02,第 ${i} 条`);
  const done = await desk.take(
    '断.csv',
    Buffer.from(`编号,受理时间,主要内容\n${rows.join('\n')}\nC2700,2026-03-02,"没有写完`),
  );
  assert.equal(done.state, 'failed');
  assert.match(done.error.message.zh, /第 2702 行/);
  assert.deepEqual(countsOf(done), { read: 2_700, accepted: 2_700 });
});

test('what is no table is refused when it is looked at', async () => {
  const uploaded = (await desk.upload('dispatcher', '照片.xlsx', Buffer.from('%PDF-1.7 nothing'))).body;
  const look = await story.call('dispatcher', 'GET', `/imports/${uploaded.id}/look`);
  assert.deepEqual([look.status, look.body.code], [422, 'sheet_not_a_table']);
  const empty = await desk.upload('dispatcher', '空.xlsx', Buffer.alloc(0));
  assert.equal(empty.status, 422);
});
