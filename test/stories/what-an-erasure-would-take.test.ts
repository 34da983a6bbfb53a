/** Whoever erases is told kinds and counts, never contents; each erasure and each rule stands with who, when and why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { eraseExpired } from '#signal/erase.actions.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world, call, pass } = story;
const { ok, signal, decide } = stepsOf(story);
const secadmin = await administrator(story, 'security_admin');
const sysadmin = await administrator(story, 'system_admin');

const reporter = { name: '欧阳倩云', phone: '13955501234', idNumber: '', address: '' };
const numberOf = async (id: string) => (await ok('dispatcher', 'GET', `/signals/${id}`)).number as string;
const holding = (number: string) => secadmin.ok('GET', `/erasures/holding?number=${number}`);
const settled = (id: string) =>
  decide('dispatcher', `/signals/${id}`, 'dispositions', { kind: 'answered', code: 'explained', words: '' });

const leak = await signal('翡翠弄堂锅炉不热', { reporter, place: '翡翠弄堂' });
const number = await numberOf(leak);

test('a number tells the kinds of what it holds and why it waits, and not a word of it', async () => {
  const before = await holding(number);
  assert.match(before.closed.zh, /还没有分诊/);
  await decide('callTaker', `/signals/${leak}`, 'answers', { way: 'phone', words: '欧阳女士，锅炉已修' });
  await settled(leak);
  const held = await holding(number);
  assert.equal(held.closed, null);
  assert.deepEqual(held.kinds, [
    { kind: 'words', count: 1 },
    { kind: 'reporter', count: 2 },
    { kind: 'place', count: 1 },
    { kind: 'answers', count: 1 },
  ]);
  assert.doesNotMatch(JSON.stringify(held), /欧阳|锅炉|翡翠|1395/);
  assert.equal(await secadmin.refused('GET', '/erasures/holding?number=20260312999999'), 'not_found');
  assert.equal(await sysadmin.refused('GET', `/erasures/holding?number=${number}`), 'forbidden');
  assert.equal((await call('dispatcher', 'GET', `/erasures/holding?number=${number}`)).body.code, 'forbidden');
});

test('what was erased stands with who, when, at whose request and why; pages do not lose or repeat one', async () => {
  const newHalf = newId();
  const two = await signal('两件事', { reporter });
  await decide('dispatcher', `/signals/${two}`, 'divisions', {
    ...{ newId: newHalf, title: '锅炉', newTitle: '路灯', matter: 'complaint', reason: '两件事' },
  });
  await settled(two);
  await settled(newHalf);
  const both = [await numberOf(two), await numberOf(newHalf)].sort();
  assert.deepEqual((await holding(both[0]!)).with, [both[1]]);
  const erase = (one: string, requester: string) =>
    secadmin.ok('POST', '/erasures', { id: newId(), number: one, basis: 'consent', requester, reason: '到窗口提出' });
  await erase(number, 'self');
  await erase(both[0]!, 'agent');
  assert.match((await holding(number)).closed.zh, /已经删除/);
  const { items } = await secadmin.ok('GET', '/erasures');
  assert.deepEqual(
    items.map((one: { numbers: string[]; requester: string; reason: string; basis: string }) => [
      one.numbers,
      one.requester,
      one.basis,
      one.reason,
    ]),
    [
      [both, 'agent', 'consent', '到窗口提出'],
      [[number], 'self', 'consent', '到窗口提出'],
    ],
  );
  for (let n = 0; n < 30; n++) {
    const id = await signal(`第 ${n} 件`);
    await settled(id);
    await erase(await numberOf(id), 'self');
  }
  const first = await secadmin.ok('GET', '/erasures');
  const second = await secadmin.ok('GET', `/erasures?cursor=${first.next}`);
  assert.deepEqual([first.items.length, second.items.length, second.next], [30, 2, null]);
  assert.deepEqual(second.items[0].numbers, both);
});

test('before a rule is set: how many it takes and how many wait; the night after it is so', async () => {
  await settled(await signal('办完了', { reporter }));
  await signal('没人看过', { reporter });
  pass({ days: 40 });
  await secadmin.again();
  const path = `/channels/${world.channel}/retention`;
  const seen = await secadmin.ok('GET', `${path}-preview?months=1`);
  assert.deepEqual([seen.over.count, seen.waiting.count, seen.over.more], [1, 1, false]);
  assert.equal((await secadmin.ok('GET', `${path}-preview?months=12`)).over.count, 0);
  const rule = async () =>
    (await secadmin.ok('GET', '/retention')).items.find((one: { id: string }) => one.id === world.channel);
  assert.deepEqual([(await rule()).months, (await rule()).set], [null, null]);
  await secadmin.ok('PUT', path, { id: newId(), months: 1, reason: '窗口登记只保存一个月' });
  const { months, set } = await rule();
  assert.deepEqual([months, set.reason], [1, '窗口登记只保存一个月']);
  assert.equal(await eraseExpired(story.city), 1);
  const { nights } = await secadmin.ok('GET', '/erasures');
  assert.deepEqual(
    nights.map((night: { count: number }) => night.count),
    [1],
  );
});
