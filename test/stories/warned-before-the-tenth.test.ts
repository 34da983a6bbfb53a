/** Five people tell of the same at one place within two days: the office is warned, decides, and is not told again for nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { findWarnings } from '#triage/warning/find.actions.ts';

const story = await testCity();
const { call, city, pass, tx } = story;
const { ok, signal } = stepsOf(story);

const [qinglan, linhe, xinmin, dongwan] = [newId(), newId(), newId(), newId()];
await tx((own) =>
  own
    .insertInto('area')
    .values([
      { id: qinglan, code: '3299', name: '青澜市', level: 'city' },
      { id: linhe, code: '329901', name: '临河区', level: 'district', parent_id: qinglan },
      { id: xinmin, code: '329901001', name: '新民街道', level: 'township', parent_id: linhe },
      { id: dongwan, code: '329901002', name: '东湾街道', level: 'township', parent_id: linhe },
    ])
    .execute(),
);
const [noise, building, lamps] = [newId(), newId(), newId()];
await ok('office', 'POST', '/categories', { id: noise, name: '噪音' });
await ok('office', 'POST', '/categories', { id: building, name: '施工噪音', parentId: noise });
await ok('office', 'POST', '/categories', { id: lamps, name: '路灯' });

// A quarter of a quiet city: a lamp a week in either township, building noise now and then.
for (let week = 0; week < 14; week++) {
  await signal('路灯不亮', { category: '路灯', areaId: xinmin });
  await signal('路灯坏了', { category: '路灯', areaId: dongwan });
  if (week % 4 === 0) await signal('工地太吵', { category: '噪音/施工噪音', areaId: dongwan });
  pass({ days: 7 });
}

type Board = { items: { id: string; state: string; version: number; people: number; expected: number }[] };
const board = (): Promise<Board & Record<string, unknown>> => ok('dispatcher', 'GET', '/warnings');
const find = () => findWarnings(city, false);
const noisy = async (n: number, from = 1) => {
  const ids: string[] = [];
  for (let i = 0; i < n; i++)
    ids.push(
      await signal(`夜里十二点还在打桩，${i}`, {
        category: '施工噪音',
        areaId: xinmin,
        reporter: { name: '', phone: `1390001${String(from * 100 + i).padStart(4, '0')}` },
      }),
    );
  return ids;
};

test('a quiet city is not warned, and one report is no burst', async () => {
  await noisy(1, 1);
  await find();
  const { items, watched, falseAlarms, countedOn } = await board();
  assert.deepEqual(items, []);
  assert.equal(falseAlarms, 4);
  assert.ok((watched as number) >= 3 && countedOn !== null);
});

test('the same person three times is one; by the fifth person the office is warned of that place and that kind alone', async () => {
  pass({ days: 1 });
  await noisy(1, 3);
  await noisy(1, 3);
  await noisy(1, 3);
  await find();
  assert.deepEqual((await board()).items, []);
  await noisy(3, 4);
  await find();
  const { items } = await board();
  assert.equal(items.length, 1, JSON.stringify(items));
  const shown = await ok('dispatcher', 'GET', `/warnings/${items[0]!.id}`);
  assert.deepEqual([shown.area.name, shown.category.name, shown.state], ['临河区新民街道', '噪音 / 施工噪音', 'new']);
  assert.ok(shown.people >= 4 && shown.expected < 0.5 && shown.onceInDays > 7.5, JSON.stringify(shown));
  assert.ok(shown.signals.length >= 4 && shown.signals.every((one: { waits: boolean }) => one.waits));
  assert.equal(shown.days.length, 56);
  await find();
  assert.equal((await board()).items.length, 1, 'found again it is the same');
});

test('the office notes it, makes a problem of it, and is silent on it until twice as many tell of it', async () => {
  const [item] = (await board()).items;
  const stale = { id: newId(), version: 9, words: '' };
  assert.equal((await call('dispatcher', 'PUT', `/warnings/${item!.id}/note`, stale)).status, 409);
  assert.equal((await call('clerk', 'PUT', `/warnings/${item!.id}/note`, stale)).status, 403);
  const noted = { id: newId(), version: 1, words: '' };
  await ok('dispatcher', 'PUT', `/warnings/${item!.id}/note`, noted);
  assert.equal((await ok('dispatcher', 'PUT', `/warnings/${item!.id}/note`, noted)).version, 2, 'twice is once');
  const { signals } = await ok('dispatcher', 'GET', `/warnings/${item!.id}`);
  const problemId = newId();
  const make = { title: '新民街道夜间打桩', signals: signals.map((one: { id: string }) => one.id) };
  await ok('dispatcher', 'PUT', `/warnings/${item!.id}/problem`, { id: newId(), version: 2, problemId, make });
  const acted = await ok('dispatcher', 'GET', `/warnings/${item!.id}`);
  assert.deepEqual([acted.state, acted.problem.id, acted.decided.step], ['acted', problemId, 'act']);
  assert.ok(acted.signals.every((one: { problem: { id: string } | null }) => one.problem?.id === problemId));
  await noisy(1, 6);
  await find();
  assert.equal((await board()).items.filter(({ state }) => state === 'new').length, 0);
  await noisy(12, 7);
  await find();
  const again = (await board()).items.find(({ state }) => state === 'new');
  assert.ok(again && again.people >= 12);
  await ok('dispatcher', 'PUT', `/warnings/${again.id}/dismissal`, {
    id: newId(),
    version: 1,
    words: '工期已公示，明日结束',
  });
});

test('what nobody decides on subsides, and the trend tells what is usual', async () => {
  await signal('水管爆了', { category: '路灯', areaId: dongwan });
  for (let i = 0; i < 9; i++) await signal(`整条路黑着 ${i}`, { category: '路灯', areaId: dongwan });
  await find();
  const lit = (await board()).items.find(({ state }) => state === 'new');
  assert.ok(lit, 'lamps in 东湾');
  pass({ days: 8 });
  await find();
  pass({ days: 8 });
  await find();
  assert.equal((await ok('dispatcher', 'GET', `/warnings/${lit.id}`)).state, 'over');
  const trend = await ok('dispatcher', 'GET', `/warnings/trend?areaId=${dongwan}&categoryId=${lamps}`);
  const days = trend.days as { people: number; usual: number; high: number }[];
  assert.ok(days.every(({ usual, high }) => usual < 1 && high >= usual));
  assert.equal(days.reduce((sum, { people }) => sum + people, 0) >= 20, true);
});

test('the office says how many false alarms it puts up with; a reason is needed, and it stands in the ledger', async () => {
  assert.equal(
    (await call('office', 'PUT', '/warnings/rule', { id: newId(), falseAlarms: 0, reason: '' })).status,
    422,
  );
  await ok('office', 'PUT', '/warnings/rule', { id: newId(), falseAlarms: 1, reason: '夏天人手少' });
  assert.equal((await board()).falseAlarms, 1);
  const rows = await tx((own) =>
    own
      .selectFrom('ledger')
      .select(['verb', 'reason'])
      .where('kind', 'in', ['warning', 'warning_rule'])
      .orderBy('seq')
      .execute(),
  );
  const verbs = new Set(rows.map(({ verb }) => verb));
  for (const verb of [
    'warning.find',
    'warning.note',
    'warning.act',
    'warning.dismiss',
    'warning.subside',
    'warning.rule',
  ])
    assert.ok(verbs.has(verb), verb);
});
