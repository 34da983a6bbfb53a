/** An office brings its tree of categories; a model learns from past tickets, proposes for new ones, and people decide. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { healthOf } from '#root/health.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { walkWaiting } from '#triage/category/category.jobs.ts';
import { heldBack } from '#triage/category/learn.ts';
import { servingModel, takeUpTraining } from '#triage/category/model.store.ts';
import { forgetModels, modelBytes } from '#triage/category/model-memory.store.ts';
import { runTraining } from '#triage/category/training.actions.ts';
import { countsOf, importDesk, sheetFile } from './import/desk.ts';

const story = await testCity();
const { call, city, installation, settle, tx, world } = story;
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

/** Made-up tickets of a kind: enough of them, no two alike. */
const kinds: Record<string, [what: string[], ask: string[]]> = {
  工地噪音: [
    ['工地半夜还在打桩', '施工单位凌晨浇筑混凝土', '挖掘机通宵作业', '工地电锯响到半夜'],
    ['吵得老人睡不着', '震得窗户直响', '孩子没法休息'],
  ],
  广场舞噪音: [
    ['广场舞音响开得很大', '跳舞的人天天放低音炮', '健身队音箱对着楼放', '舞曲放到晚上十点'],
    ['希望调小声音', '请劝一劝', '能不能换个地方跳'],
  ],
  路灯: [
    ['路灯坏了三盏', '整条路的路灯不亮', '灯杆歪了灯也灭了', '路口的灯一闪一闪'],
    ['晚上走路看不见', '老人摔了一跤', '请尽快来修'],
  ],
  供水漏水: [
    ['水管爆了水往外冒', '自来水管漏水', '水表井里一直淌水', '家里水压很低'],
    ['路面都泡了', '已经漏了两天', '请派人抢修'],
  ],
};
const places = ['临河苑', '金桂里', '新民街', '望湖小区', '柳树巷', '锦绣园', '幸福路', '东湾村', '滨江新城'];
const tickets = Object.entries(kinds).flatMap(([category, [what, ask]]) =>
  places.flatMap((place, i) =>
    what.map((one, j) => ({
      category,
      words: `${place}${one}，${ask[(i + j) % ask.length]}，电话 1390531${1000 + i * 10 + j}`,
    })),
  ),
);
const train = async () => {
  const { id } = await ok('office', 'POST', '/models/trainings', { id: newId() });
  await runTraining(city, id);
  return ok('office', 'GET', '/models');
};
type Proposal = {
  id: string;
  kind: string;
  answers: { id: string; name: string; because: string[]; sureness: string }[];
};
const proposalsOf = async (id: string): Promise<Proposal[]> =>
  (await ok('dispatcher', 'GET', `/signals/${id}/proposals`)).proposals;

test('a model learns from the past tickets in a thread, and serves; nothing personal is in it', async () => {
  const none = await train();
  assert.match(none.training.failure.zh, /可学的分类不到两个/);
  const heads = ['工单编号', '主要内容', '分类', '受理时间'];
  const rows = tickets.map(({ words, category }, i) => [`A${i}`, words, category, `2026-02-${10 + (i % 18)} 10:00`]);
  const options = JSON.stringify({ channelId: world.channel });
  const done = await desk.take('past.xlsx', await sheetFile('past.xlsx', [heads, ...rows]), { options });
  assert.equal(done.counts.accepted, 144);
  assert.equal((await call('dispatcher', 'POST', '/models/trainings', { id: newId() })).body.code, 'forbidden');

  const { items } = await train();
  const [first] = items;
  assert.deepEqual([first.number, first.state, first.compared, first.by], [1, 'serving', null, '蒋文']);
  assert.ok(first.accuracy > 0.9 && first.tested > 15, JSON.stringify(first));
  const { names, learned } = await ok('office', 'GET', `/models/${first.id}/figures`);
  assert.equal(learned.length, 4);
  assert.ok(Object.values(names).includes('物业管理 / 噪音 / 工地噪音'));
  const bytes = Buffer.from(await modelBytes(city, (await tx((own) => servingModel(own, 'category')))!));
  for (const part of ['1390531', '临河苑', '打桩']) assert.equal(bytes.includes(part), false, part);
});

/** The category by which the duty list is read for words nobody has sorted. */
async function triedOut(words: string) {
  const { category, guessed } = await ok('dispatcher', 'GET', `/duty?${new URLSearchParams({ words })}`);
  return [category.at(-1)?.name, guessed];
}

let dark: string;
test('what arrives is proposed for with the words that decided; below the threshold it is left to people', async () => {
  dark = await signal('柳树巷口路灯灭了好几天，晚上黑得看不见，请来修');
  const vague = await signal('你好，我想反映一个情况');
  await settle();
  await settle();
  const [proposal, ...others] = await proposalsOf(dark);
  assert.deepEqual([proposal!.kind, proposal!.answers[0]!.name, others], ['category', '市政设施 / 路灯', []]);
  assert.ok(
    proposal!.answers[0]!.because.some((words) => /灯|修|看不见/.test(words)),
    JSON.stringify(proposal),
  );
  assert.deepEqual((await proposalsOf(vague))[0]!.answers, []);
  assert.equal((await call('waterHead', 'GET', `/signals/${dark}/proposals`)).body.code, 'not_found');
  assert.deepEqual(
    await triedOut('路灯灭了，晚上黑得看不见'),
    ['路灯', true],
    'words alone find their line of the duty list',
  );
  assert.deepEqual(await triedOut('你好，我想反映一个情况'), [undefined, false]);

  const set = { id: newId(), threshold: 0.4, reason: '多提一些' };
  assert.equal((await ok('office', 'PUT', '/models/threshold', set)).threshold, 0.4);
  await settle();
  await walkWaiting(city);
  const [anew] = await proposalsOf(dark);
  assert.ok(anew!.id !== proposal!.id && anew!.answers.length > 0, 'what waits is proposed anew');
});

const categorise = (id: string, categoryId: string | null, more: object = {}) =>
  call('dispatcher', 'POST', `/signals/${id}/category`, { decisionId: newId(), categoryId, ...more });

test('a person decides: proposal and decision stay; taken back, it waits again; two at once do not write over each other', async () => {
  const [lamp, noise] = [(await named('路灯')).id, (await named('工地噪音')).id];
  assert.equal((await categorise(dark, lamp)).body.changed, 1);
  assert.deepEqual(await proposalsOf(dark), []);
  const { category } = await ok('dispatcher', 'GET', `/signals/${dark}/proposals`);
  assert.deepEqual([category.path, category.by], ['市政设施 / 路灯', '沈立']);
  assert.equal((await categorise(dark, noise, { was: null })).body.code, 'category_changed');
  assert.equal((await categorise(dark, null, { was: lamp })).status, 200);
  assert.equal((await proposalsOf(dark)).length, 1);
  const more = await Promise.all(['一', '二', '三'].map((n) => signal(`${n}号楼前路灯不亮，走路看不见`)));
  await settle();
  const items = [dark, ...more].map((signalId) => ({ signalId, categoryId: lamp }));
  const many = { id: newId(), items };
  assert.equal((await ok('dispatcher', 'POST', '/signals/categories', many)).changed, 4);
  assert.equal((await ok('dispatcher', 'POST', '/signals/categories', many)).changed, 0);
  const { rows } = await tx((own) =>
    sql<{ n: number; replaced: boolean }>`
      select count(*) filter (where decision = 'taken') as n, bool_or(decision = 'replaced') as replaced from proposal`.execute(
      own,
    ),
  );
  assert.deepEqual(rows, [{ n: 5, replaced: true }]);
  const { months } = await ok('office', 'GET', '/models/drift');
  assert.deepEqual([months[0].decided, months[0].agreed, months[0].mix[0].name], [5, 5, '市政设施']);
});

test('a worse model is refused with its figures, and an older one can be restored by a person', async () => {
  const { items: past } = await ok('dispatcher', 'GET', '/signals?limit=200');
  const labelled = past
    .filter((one: { category: string | null }) => one.category && kinds[one.category])
    .map(({ id, category }: { id: string; category: string }) => ({ id, label: category }));
  const kept = heldBack(labelled);
  const wrong = await Promise.all(Object.keys(kinds).map(async (name) => (await named(name)).id));
  const items = labelled
    .filter(({ id }: { id: string }) => !kept.has(id))
    .map(({ id }: { id: string }, i: number) => ({ signalId: id, categoryId: wrong[i % 4] }));
  await ok('dispatcher', 'POST', '/signals/categories', { id: newId(), items });
  const { items: models } = await train();
  const [second, first] = models;
  assert.deepEqual([second.state, first.state, second.compared.model], ['refused', 'serving', 1]);
  assert.ok(second.compared.oldOnly > second.compared.newOnly, JSON.stringify(second.compared));
  assert.match(second.decisions[0].words, /同样 \d+ 件留出的工单/);

  const restore = { id: newId(), insteadOf: null, reason: '想看看' };
  assert.equal((await call('office', 'POST', `/models/${second.id}/restorations`, restore)).body.code, 'model_changed');
  await ok('office', 'POST', `/models/${second.id}/restorations`, { ...restore, id: newId(), insteadOf: first.id });
  await ok('office', 'POST', `/models/${first.id}/restorations`, { ...restore, id: newId(), insteadOf: second.id });
  const after = (await ok('office', 'GET', '/models')).items;
  assert.deepEqual(
    after.map((one: { state: string }) => one.state),
    ['retired', 'serving'],
  );
});

test('killed while training, it has left nothing and is run again; a cut model stops no signal, and the page says why', async () => {
  const { id } = await ok('office', 'POST', '/models/trainings', { id: newId() });
  await tx((own) => takeUpTraining(own, id)); // and dies
  assert.equal((await call('office', 'POST', '/models/trainings', { id: newId() })).body.code, 'training_runs');
  await Promise.all([runTraining(city, id), runTraining(city, id)]);
  const { items } = await ok('office', 'GET', '/models');
  assert.equal(items.length, 3);

  const serving = (await tx((own) => servingModel(own, 'category')))!;
  const file = path.join(city.filesDir, serving.fileHash.slice(0, 2), serving.fileHash.slice(2));
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, whole.length / 2));
  forgetModels();
  const meanwhile = await signal('新民街路灯又灭了，晚上看不见');
  await settle();
  assert.deepEqual(await proposalsOf(meanwhile), []);
  assert.deepEqual(await triedOut('路灯灭了，晚上黑得看不见'), [undefined, false]);
  assert.match((await ok('office', 'GET', '/models')).trouble.zh, /模型/);
  assert.equal((await healthOf(installation)()).warnings.includes('model_unreadable'), true);
  writeFileSync(file, whole);
  await walkWaiting(city);
  assert.equal((await proposalsOf(meanwhile))[0]!.answers[0]!.name, '市政设施 / 路灯');
});
