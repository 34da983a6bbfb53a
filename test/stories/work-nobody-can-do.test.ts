/** Work is never left where nobody can act without a dispatcher seeing it: posts end, units close, and what was closed comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { call, world } = story;
const { ok, seen, signal, problem, decide } = stepsOf(story);
const secadmin = await administrator(story, 'security_admin');
const sysadmin = await administrator(story, 'system_admin');

const nobodys = async (name: PersonName, things: 'problems' | 'tasks') =>
  (await ok(name, 'GET', `/${things}?nobody=true`)).items.map((one: { title: string }) => one.title);

const postOf = (name: PersonName) =>
  story.tx((tx) =>
    tx.selectFrom('post').select('id').where('person_id', '=', world.people[name]).executeTakeFirstOrThrow(),
  );

async function endPost(by: typeof secadmin, name: PersonName): Promise<void> {
  await by.ok('POST', `/posts/${(await postOf(name)).id}/withdrawal`, { id: newId(), reason: '调离' });
}

const given = async (title: string, unitId: string) => {
  const id = await problem([await signal(title)], title);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId });
  return id;
};

test('a problem whose unit has nobody left to handle it, until somebody holds the post again', async () => {
  const river = await given('河道垃圾', world.units.water);
  await given('路面破损', world.units.urban);
  assert.deepEqual(await nobodys('dispatcher', 'problems'), []);
  await endPost(secadmin, 'waterHead');
  assert.deepEqual(await nobodys('dispatcher', 'problems'), ['河道垃圾']);
  assert.deepEqual(await nobodys('office', 'problems'), ['河道垃圾']);
  assert.equal((await ok('office', 'GET', `/problems/${river}`)).nobody, true);
  assert.equal((await ok('dispatcher', 'GET', '/my-work/counts')).nobodysProblems, 1);
  assert.equal((await ok('callTaker', 'GET', '/my-work/counts')).nobodysProblems, 0);
  const post = { id: newId(), personId: world.people.waterHead, role: 'unit_clerk', unitId: world.units.water };
  await secadmin.ok('POST', '/posts', post);
  assert.deepEqual(await nobodys('dispatcher', 'problems'), []);
});

test('a problem closed long ago is not reopened for a unit that is closed since, but for another', async () => {
  const id = await given('违建', world.units.housing);
  const path = `/problems/${id}`;
  const head = { id: newId(), personId: world.people.waterHead, role: 'unit_clerk', unitId: world.units.housing };
  await secadmin.ok('POST', '/posts', head);
  await decide('waterHead', path, 'signatures');
  await decide('waterHead', path, 'handlings', { words: '已拆除' });
  await decide('checker', path, 'verifications', { passed: true, words: '已看' });
  await decide('dispatcher', path, 'closings', { words: '同意' });
  await secadmin.ok('POST', `/posts/${head.id}/withdrawal`, { id: newId(), reason: '撤销' });
  const { version } = await sysadmin.ok('GET', `/units/${world.units.housing}`);
  const on = (await ok('dispatcher', 'GET', path)).madeAt.slice(0, 10);
  await sysadmin.ok('POST', `/units/${world.units.housing}/closing`, { id: newId(), version, on, reason: '并入' });

  const refused = await call('dispatcher', 'POST', `${path}/reopenings`, {
    ...(await seen('dispatcher', path)),
    reason: '又建了',
  });
  assert.deepEqual([refused.status, refused.body.code], [409, 'unit_closed']);
  await decide('dispatcher', path, 'reopenings', { reason: '又建了', unitId: world.units.urban });
  assert.equal((await ok('dispatcher', 'GET', path)).lead.shortName, '城管局');
});

test('a task whose person holds no post any more, where the post ended by its own date', async () => {
  const id = await given('夜间噪声', world.units.urban);
  const task = { title: '夜查', assigneeId: world.people.official, reviewerId: world.people.head };
  await decide('head', `/problems/${id}`, 'tasks', { ...task, taskId: newId() });
  assert.deepEqual(await nobodys('dispatcher', 'tasks'), []);
  const { id: post } = await postOf('official');
  const withdrawal = { id: newId(), reason: '调离' };
  assert.equal(await sysadmin.refused('POST', `/posts/${post}/withdrawal`, withdrawal), 'work_open');
  await story.tx((tx) => tx.updateTable('post').set({ valid_to: '2026-03-13' }).where('id', '=', post).execute());
  story.pass({ days: 2 });
  assert.deepEqual(await nobodys('dispatcher', 'tasks'), ['夜查']);
  assert.deepEqual(await nobodys('head', 'tasks'), ['夜查'], 'their own leader sees it too');
  assert.equal((await ok('head', 'GET', '/my-work/counts')).nobodysTasks, 1);

  // The system administrator sees numbers and holders, not a word, and gives it to somebody who is there.
  await sysadmin.again();
  const { items } = await sysadmin.ok('GET', '/stranded-work');
  assert.deepEqual(
    items.map((one: { kind: string; holder: { name: string } }) => [one.kind, one.holder.name]),
    [['task', '吴涛']],
  );
  assert.doesNotMatch(JSON.stringify(items), /夜查|噪声/);
  assert.equal((await sysadmin.ok('GET', '/my-work/counts')).stranded, 1);
  assert.equal((await call('head', 'GET', '/stranded-work')).body.code, 'forbidden');
  const handing = { to: world.people.clerk, places: [] };
  const handover = { id: newId(), reason: '原承办人已调离', handing };
  await sysadmin.ok('POST', `/people/${world.people.official}/handovers`, handover);
  assert.deepEqual(await nobodys('dispatcher', 'tasks'), []);
  assert.equal(
    await sysadmin.refused('POST', `/people/${world.people.clerk}/handovers`, { ...handover, id: newId() }),
    'forbidden',
    'the work of somebody who is there is not theirs to give away',
  );
});

test('what is reopened owes its reporters an answer only once it is closed again, and then another one', async () => {
  const report = await signal('井盖响');
  const id = await problem([report], '井盖响');
  const path = `/problems/${id}`;
  await decide('dispatcher', path, 'assignments', { unitId: world.units.urban });
  const throughToClosing = async () => {
    await decide('head', path, 'signatures');
    await decide('head', path, 'handlings', { words: '已加垫' });
    await decide('checker', path, 'verifications', { passed: true, words: '不响了' });
    await decide('dispatcher', path, 'closings', { words: '同意' });
    await story.settle();
  };
  const waiting = async () => (await ok('dispatcher', 'GET', `/to-answer?problemId=${id}`)).items.length;
  await throughToClosing();
  assert.equal(await waiting(), 1);
  await decide('callTaker', `/signals/${report}`, 'answers', { way: 'phone', words: '已修好' });
  assert.equal(await waiting(), 0);
  story.pass({ hours: 1 });
  await decide('dispatcher', path, 'reopenings', { reason: '又响了' });
  assert.equal(await waiting(), 0);
  await throughToClosing();
  assert.equal(await waiting(), 1);
});
