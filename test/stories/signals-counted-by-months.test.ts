/** The program counts the signals of a problem by months: after a division, a removal, a merger, and again only where the figures changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingsOf } from '#indicator/reading.store.ts';
import { countAll } from '#outcome/count.actions.ts';
import { program } from '#people/actor.ts';
import { newId } from '#platform/ids.ts';
import { eraseSignal } from '#signal/erase.actions.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, tx, city, pass } = story;
const { ok, signal, problem, decide, seen } = stepsOf(story);

const drums = await signal('广场夜里敲鼓');
const horns = await signal('广场夜里放喇叭');
const both = await signal('广场敲鼓，还乱停车');
const parking = newId();
const division = { newId: parking, title: '敲鼓', newTitle: '乱停车', matter: 'help', reason: '一单两事' };
await decide('dispatcher', `/signals/${both}`, 'divisions', division);
const lamp = await signal('路灯不亮');
await signal('表扬环卫工人', { matter: 'praise' });
const square = await problem([drums, horns, both, parking], '广场噪音');
await decide('dispatcher', `/problems/${square}`, 'assignments', { unitId: world.units.urban });

const counted = newId();
const input = { id: counted, name: '广场噪音每月线索', ownerUnit: world.units.urban };
const standing = () => tx((own) => readingsOf(own, [counted]));
const figures = async () =>
  (await standing()).map(({ from, value, exposure, control }) => [from.slice(0, 7), value, exposure, control]);
const count = async () => ok('clerk', 'POST', `/indicators/${counted}/counts`, { id: newId(), version: 1 });

test('a month is counted when it has ended; a divided ticket counts its reporter once', async () => {
  assert.equal((await call('waterHead', 'POST', `/problems/${square}/counts`, input)).status, 404);
  assert.equal((await call('clerk', 'POST', `/problems/${square}/counts`, input)).status, 403);
  await ok('head', 'POST', `/problems/${square}/counts`, input);
  await ok('head', 'POST', `/problems/${square}/counts`, input);
  assert.deepEqual(await standing(), []);
  pass({ days: 25 });
  const { added, changed } = await count();
  assert.deepEqual({ added, changed }, { added: 1, changed: 0 });
  // On it drums, horns and the divided one; beside it the lamp and the praise, of which the lamp is of the same matter.
  assert.deepEqual(await figures(), [['2026-03', 3, 5, 1]]);
  const [march] = await standing();
  assert.deepEqual([march!.way, march!.by, march!.from, march!.to], ['counted', null, '2026-03-01', '2026-03-31']);
});

test('a signal that was taken out does not count any more; the old figure is withdrawn, not written over', async () => {
  await decide('dispatcher', `/problems/${square}`, 'removals', { signals: [horns], reason: '是另一个广场' });
  assert.equal((await count()).changed, 1);
  assert.deepEqual(await figures(), [['2026-03', 2, 5, 2]]);
  const all = await tx((own) => readingsOf(own, [counted], { withdrawn: true }));
  assert.deepEqual(
    all.map(({ value, withdrawn }) => [value, withdrawn?.by, withdrawn?.reason]),
    [
      [3, '溯源', '重新计数'],
      [2, undefined, undefined],
    ],
  );
});

test('the signals of a merged problem count for the one it went into, whichever of them was asked about', async () => {
  const other = await problem([horns], '夜里放喇叭');
  await ok('dispatcher', 'POST', `/problems/${other}/mergers`, {
    ...(await seen('dispatcher', `/problems/${other}`)),
    ...{ into: square, reason: '同一广场' },
  });
  assert.equal((await count()).changed, 1);
  assert.deepEqual(await figures(), [['2026-03', 3, 5, 1]]);
  const lights = await problem([lamp], '广场路灯');
  await decide('dispatcher', `/problems/${lights}`, 'assignments', { unitId: world.units.urban });
  await ok('dispatcher', 'POST', `/problems/${square}/mergers`, {
    ...(await seen('dispatcher', `/problems/${square}`)),
    ...{ into: lights, reason: '一并整治' },
  });
  assert.equal((await count()).changed, 1);
  assert.deepEqual(await figures(), [['2026-03', 4, 5, 0]]);
});

test('counted again, what is the same stays as it was and nothing is written down', async () => {
  const before = await standing();
  const { added, changed } = await count();
  assert.deepEqual({ added, changed }, { added: 0, changed: 0 });
  assert.equal(await countAll(city), 0);
  assert.deepEqual(await standing(), before);
});

test('the daily count adds the month that has ended, also where nothing came', async () => {
  await signal('四月里又一件', { matter: 'help' });
  pass({ days: 30 });
  assert.equal(await countAll(city), 1);
  assert.deepEqual(await figures(), [
    ['2026-03', 4, 5, 0],
    ['2026-04', 0, 1, 1],
  ]);
  const history = await tx((own) =>
    own
      .selectFrom('ledger')
      .select(['verb', 'actor_kind', 'data'])
      .where('thing', '=', counted)
      .orderBy('seq')
      .execute(),
  );
  assert.deepEqual(history.at(-1), { verb: 'indicator.count', actor_kind: 'program', data: { added: 1, changed: 0 } });
});

test('nobody types into a count, and nobody counts what people read', async () => {
  const reading = { id: newId(), version: 1, from: '2026-02-01', to: '2026-02-28', value: 2, unitWords: '件/月' };
  assert.equal(
    (await call('clerk', 'POST', `/indicators/${counted}/readings`, reading)).body.code,
    'indicator_counted',
  );
  const [march] = await standing();
  const withdrawal = { id: newId(), version: 1, reason: '不喜欢' };
  assert.equal(
    (await call('clerk', 'POST', `/readings/${march!.id}/withdrawals`, withdrawal)).body.code,
    'indicator_counted',
  );
  const typed = newId();
  await ok('head', 'POST', '/indicators', {
    ...{ id: typed, name: '等候', unitWords: '分钟', direction: 'lower', digits: 0, ownerUnit: world.units.urban },
    ...{ validFrom: '2026-01-01', numerator: '窗口等候时间', source: '叫号机' },
  });
  const asked = await call('clerk', 'POST', `/indicators/${typed}/counts`, { id: newId(), version: 1 });
  assert.equal(asked.body.code, 'indicator_not_counted');
});

test('what erasure takes from the comparison stays as it was counted before', async () => {
  const category = '噪音';
  const stalls = await problem([await signal('夜市音响', { category })], '夜市噪音');
  const elsewhere = await signal('另一处音响', { category });
  await decide('dispatcher', `/problems/${stalls}`, 'assignments', { unitId: world.units.urban });
  pass({ days: 31 });
  const id = newId();
  await ok('head', 'POST', `/problems/${stalls}/counts`, { ...input, id, name: '夜市噪音每月线索' });
  const controls = async () => (await tx((own) => readingsOf(own, [id]))).map(({ control }) => control);
  const before = await controls();
  assert.equal(before.at(-1), 1);
  await decide('dispatcher', `/signals/${elsewhere}`, 'dispositions', {
    kind: 'answered',
    code: 'explained',
    words: '',
  });
  const { number } = await ok('dispatcher', 'GET', `/signals/${elsewhere}`);
  await tx((own) =>
    eraseSignal(own, program, {
      id: newId(),
      number,
      basis: 'consent',
      requester: 'self',
      reason: '本人提出',
    }),
  );
  const again = await ok('clerk', 'POST', `/indicators/${id}/counts`, { id: newId(), version: 1 });
  assert.deepEqual([again.added, again.changed], [0, 0]);
  assert.deepEqual(await controls(), before);
});

test('a retired count is left as it stands', async () => {
  const { version } = (await ok('head', 'GET', `/indicators?about=${square}`)).items[0];
  await ok('head', 'POST', `/indicators/${counted}/retirements`, { id: newId(), version, reason: '问题已结' });
  const before = await standing();
  pass({ days: 31 });
  await countAll(city);
  assert.deepEqual(await standing(), before);
});
