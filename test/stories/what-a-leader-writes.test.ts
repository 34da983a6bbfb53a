/** A leader writes on a problem, and on nothing yet: the unit answers within its days, an answer is returned, and the leader is shown it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, pass } = story;
const { ok, seen, signal, problem } = stepsOf(story);
const note = {
  ...{ leader: '市长 顾明', writtenOn: '2026-03-12', words: '请城管局一周内拿出办法，不能让群众一遍遍打电话。' },
  ...{ unitId: world.units.urban, days: 5 },
};
const first = newId();

/** The first note stands in the work of whoever has to do something with it. */
const waitsFor = async (name: PersonName) => {
  const { items } = await ok(name, 'GET', '/my-work');
  return items.find((item: { id: string }) => item.id === first)?.what.zh ?? null;
};

test('recorded on a problem by its number, with a clock of its own; only its unit and the office see it', async () => {
  const id = await problem([await signal('夜市太吵')], '夜市噪音');
  const { number } = await ok('office', 'GET', `/problems/${id}`);
  await ok('office', 'POST', '/notes', { id: first, ...note, about: number });
  const shown = await ok('clerk', 'GET', `/notes/${first}`);
  assert.deepEqual([shown.about.number, shown.state, shown.due.unitOfTime], [number, 'open', 'working_day']);
  assert.equal((await call('waterHead', 'GET', `/notes/${first}`)).status, 404);
  assert.equal((await call('clerk', 'POST', '/notes', { id: newId(), ...note })).status, 403);
  const unknown = await call('office', 'POST', '/notes', { id: newId(), ...note, about: 'P2020-99999' });
  assert.equal(unknown.status, 422);
  const ahead = await call('office', 'POST', '/notes', { id: newId(), ...note, writtenOn: '2026-03-13' });
  assert.equal(ahead.status, 422);
});

test('on nothing yet it comes in as a signal of the notes’ own channel and waits to be triaged', async () => {
  const id = newId();
  await ok('office', 'POST', '/notes', { id, ...note, asSignal: true });
  const { about } = await ok('office', 'GET', `/notes/${id}`);
  const page = await ok('dispatcher', 'GET', `/signals/${about.id}`);
  assert.deepEqual([page.channel.name, page.state], ['领导批示', 'untriaged']);
});

test('answered, returned, answered again, shown: each by its own hand, and the clock goes with it', async () => {
  const decide = async (who: 'clerk' | 'office', noun: string, words: string) =>
    call(who, 'PUT', `/notes/${first}/${noun}`, { ...(await seen(who, `/notes/${first}`)), words });
  assert.equal((await decide('office', 'closing', '已阅')).status, 409, 'nothing is answered yet');
  assert.deepEqual([await waitsFor('clerk'), await waitsFor('office')], ['领导批示待答复', null]);
  assert.equal((await decide('clerk', 'answer', '正在研究')).status, 200);
  assert.deepEqual([await waitsFor('clerk'), await waitsFor('office')], [null, '批示答复待呈阅']);
  assert.equal((await ok('clerk', 'GET', `/notes/${first}`)).due, null);
  assert.equal((await decide('clerk', 'closing', '已阅')).status, 403);
  assert.equal((await decide('office', 'return', '没有时间表')).status, 200);
  pass({ days: 1 });
  assert.notEqual((await ok('clerk', 'GET', `/notes/${first}`)).due, null);
  assert.equal((await decide('clerk', 'answer', '3 月 20 日前划定摊位，23 时收摊')).status, 200);
  assert.equal((await decide('office', 'closing', '已呈阅')).status, 200);
  const { state, moves } = await ok('office', 'GET', `/notes/${first}`);
  assert.deepEqual(
    [state, moves.map(({ step }: { step: string }) => step)],
    ['closed', ['answer', 'return', 'answer', 'close']],
  );
  assert.equal((await ok('office', 'GET', '/notes?state=open')).items.length, 1);
});
