/** An office brings its tree of categories; a model learns from past tickets, proposes for new ones, and people decide. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { countsOf, importDesk, sheetFile } from './import/desk.ts';

const story = await testCity();
const { call } = story;
const { ok, signal } = stepsOf(story);
const desk = importDesk(story);

type Item = { id: string; name: string; code: string; parentId: string | null; level: number; version: number };
const tree = async (): Promise<Item[]> => (await ok('dispatcher', 'GET', '/categories')).items;
const named = async (name: string) => (await tree()).find((one) => one.name === name)!;
const change = async (name: string, noun: string, more: object, method: 'PUT' | 'POST' = 'PUT') => {
  const { id, version } = await named(name);
  return call('office', method, `/categories/${id}/${noun}`, { id: newId(), version, ...more });
};
const counted = async () => {
  const [{ items, unmatched, untold }, all] = [await ok('office', 'GET', '/categories/counts'), await tree()];
  const nameOf = (id: string) => all.find((one) => one.id === id)!.name;
  const tickets = Object.fromEntries(
    items.map(({ id, tickets: n }: { id: string; tickets: number }) => [nameOf(id), n]),
  );
  return { tickets, unmatched, untold };
};

test('a list with merged cells and typing variants becomes one tree; bad rows come back', async () => {
  const rows = [
    ['一级分类', '二级分类', '三级分类', '编码'],
    ['生态环境', '噪音', '施工噪音', ''],
    ['', '', '广场舞噪音', ''],
    ['', '扬尘', '', ''],
    ['生 态环境', '噪　音', '施工噪音', ''],
    ['市政设施', '路灯', '', 'SZ-01'],
    ['', '供水漏水', '', ''],
    ['物业管理', '', '电梯困人', ''],
    ['物业管理', '电梯', '', 'SZ-01'],
    ['物业管理', '电梯', '', ''],
  ];
  const more = { kind: 'categories', options: '{}' };
  assert.equal(
    (await desk.upload('dispatcher', 'c.xlsx', await sheetFile('c.xlsx', rows), more)).body.code,
    'forbidden',
  );
  const done = await desk.take('categories.xlsx', await sheetFile('categories.xlsx', rows), more, 'office');
  assert.deepEqual(countsOf(done), { read: 9, accepted: 6, repeated: 1, rejected: 2 });
  const [, ...rejected] = await desk.rejects(done.id, 'office');
  assert.match(rejected.map((row) => row.join(' ')).join('\n'), /第 2 级是空的[\s\S]*SZ-01 已经用过/);
  assert.deepEqual(
    (await tree()).map(({ level, code, name }) => `${level} ${code} ${name}`),
    [
      ...['1 01 生态环境', '1 02 市政设施', '1 03 物业管理'],
      ...['2 0101 噪音', '2 0301 电梯', '2 SZ-01 路灯', '2 0102 扬尘', '2 0202 供水漏水'],
      ...['3 010101 施工噪音', '3 010102 广场舞噪音'],
    ],
  );
});

test('the tree is changed by who maintains it, and what files called a category stays known', async () => {
  const past = { words: '工地夜里施工太吵', category: '生态环境/噪音/施工噪音' };
  for (const category of [past.category, '施工 噪音', '施工躁音', '']) await signal(past.words, { category });
  assert.deepEqual(await counted(), {
    ...{ tickets: { 施工噪音: 2 }, untold: 1 },
    unmatched: [{ words: '施工躁音', tickets: 1, several: false }],
  });
  assert.equal((await change('施工噪音', 'name', { name: '工地噪音' })).status, 200);
  assert.equal((await change('噪音', 'parent', { parentId: (await named('物业管理')).id })).status, 200);
  assert.equal((await change('工地噪音', 'aliases', { words: '施工躁音' }, 'POST')).status, 200);
  assert.deepEqual((await counted()).tickets, { 工地噪音: 3 });

  const codes = async (answer: ReturnType<typeof call>) => (await answer).body.code;
  assert.equal(await codes(change('扬尘', 'name', { name: '扬/尘' })), 'category_name');
  assert.equal(await codes(change('路灯', 'name', { name: ' 供水 漏水' })), 'category_there');
  assert.equal(await codes(change('物业管理', 'parent', { parentId: (await named('噪音')).id })), 'category_circle');
  const close = { from: '2026-03-01', reason: '并入物业' };
  assert.equal(await codes(change('噪音', 'closings', close, 'POST')), 'category_has_open_below');
  assert.equal(await codes(change('扬尘', 'closings', { ...close, from: '2020-01-01' }, 'POST')), 'dates_crossed');
  const stale = { id: newId(), version: 9, name: '扬尘污染' };
  assert.equal(
    await codes(call('office', 'PUT', `/categories/${(await named('扬尘')).id}/name`, stale)),
    'changed_meanwhile',
  );
  const root = { id: newId(), name: '其他' };
  assert.equal(await codes(call('dispatcher', 'POST', '/categories', root)), 'forbidden');
  assert.deepEqual((await ok('office', 'POST', '/categories', root)).code, '04');
});
