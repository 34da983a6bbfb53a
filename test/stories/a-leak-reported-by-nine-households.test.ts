/** Nine households report one leak; it is worked to its end, and each of them hears the answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';

const story = await testCity();
const { call, world, settle } = story;

async function ok(...args: Parameters<typeof call>) {
  const { status, body } = await call(...args);
  assert.equal(status, 200, `${args[1]} ${args[2]}: ${JSON.stringify(body)}`);
  return body;
}

const problemId = newId();
const taskId = newId();
const signals: string[] = [];
const seen = async (name: Parameters<typeof call>[0], path: string) => ({
  id: newId(),
  version: (await ok(name, 'GET', path)).version,
});

test('nine households report the same leak in their own words', async () => {
  for (let i = 0; i < 9; i++) {
    const id = newId();
    signals.push(id);
    const words = i % 2 ? `3号楼西侧水管漏水，已经第${i}天了` : `望湖小区三号楼西边一直在漏水，我家是${i + 1}楼`;
    const reporter = { name: `住户${i}`, phone: `1380013800${i}` };
    await ok('callTaker', 'POST', '/signals/desk', { id, channelId: world.channel, words, matter: 'help', reporter });
  }
  const { items } = await ok('dispatcher', 'GET', '/signals?state=untriaged&q=漏水');
  assert.equal(items.length, 9);
});

test('the dispatcher makes a problem of them; every reporter is counted', async () => {
  const { number } = await ok('dispatcher', 'POST', '/problems', {
    id: problemId,
    title: '望湖小区 3 号楼漏水',
    class: 'simple',
    signals: signals.slice(0, 8),
  });
  assert.match(number, /^P2026-\d{5}$/);
  await ok('dispatcher', 'POST', `/problems/${problemId}/gatherings`, {
    ...(await seen('dispatcher', `/problems/${problemId}`)),
    signals: signals.slice(8),
  });
  const page = await ok('dispatcher', 'GET', `/problems/${problemId}`);
  assert.equal(page.signals, 9);
  assert.equal(page.reporters, 9);
  assert.equal(page.state, 'open');
  assert.equal(page.programme.zh, '基本方案');
});

test('a unit that does not have it cannot see it, the one that gets it can', async () => {
  assert.equal((await call('head', 'GET', `/problems/${problemId}`)).status, 404);
  await ok('dispatcher', 'POST', `/problems/${problemId}/assignments`, {
    ...(await seen('dispatcher', `/problems/${problemId}`)),
    unitId: world.units.urban,
  });
  const page = await ok('head', 'GET', `/problems/${problemId}`);
  assert.deepEqual(
    page.turn.units.map((unit: { shortName: string }) => unit.shortName),
    ['城管局'],
  );
  assert.equal(page.due.limit, 'sign');
  assert.equal((await call('waterHead', 'GET', `/problems/${problemId}`)).status, 404);
});

test('the unit signs for it and gives the work to one person', async () => {
  await ok('head', 'POST', `/problems/${problemId}/signatures`, await seen('head', `/problems/${problemId}`));
  const people = { assigneeId: world.people.official, reviewerId: world.people.head };
  await ok('head', 'POST', `/problems/${problemId}/tasks`, {
    ...(await seen('head', `/problems/${problemId}`)),
    taskId,
    title: '修好水管',
    ...people,
  });
  const { items } = await ok('official', 'GET', '/my-work?tab=todo');
  assert.deepEqual(
    items.map((item: { id: string }) => item.id),
    [taskId],
  );
  const early = await call('head', 'POST', `/problems/${problemId}/handlings`, {
    ...(await seen('head', `/problems/${problemId}`)),
    words: '已修',
  });
  assert.equal(early.body.code, 'tasks_open');
});

test('handing in evidence submits the task; a return with a reason sends it back; then it is confirmed', async () => {
  const task = `/tasks/${taskId}`;
  await ok('official', 'POST', `${task}/acceptances`, await seen('official', task));
  await ok('official', 'POST', `${task}/hand-ins`, {
    ...(await seen('official', task)),
    words: '已更换接头',
    files: [],
  });
  assert.equal(
    (
      await call('official', 'POST', `${task}/reviews`, {
        ...(await seen('official', task)),
        passed: true,
        words: '好',
      })
    ).status,
    403,
  );
  await ok('head', 'POST', `${task}/reviews`, { ...(await seen('head', task)), passed: false, words: '请附说明' });
  await ok('official', 'POST', `${task}/hand-ins`, {
    ...(await seen('official', task)),
    words: '已更换接头，试水两小时不漏',
    files: [],
  });
  await ok('head', 'POST', `${task}/reviews`, { ...(await seen('head', task)), passed: true, words: '同意' });
  const page = await ok('official', 'GET', task);
  assert.equal(page.state, 'done');
  assert.deepEqual(
    page.handIns.map((one: { review: { passed: boolean } }) => one.review.passed),
    [true, false],
  );
});

test('handled, verified, closed: by three different hands', async () => {
  const path = `/problems/${problemId}`;
  await ok('head', 'POST', `${path}/handlings`, { ...(await seen('head', path)), words: '接头已换' });
  assert.equal(
    (await call('head', 'POST', `${path}/verifications`, { ...(await seen('head', path)), passed: true, words: '好' }))
      .status,
    403,
  );
  await ok('checker', 'POST', `${path}/verifications`, {
    ...(await seen('checker', path)),
    passed: true,
    words: '现场看过',
  });
  await ok('dispatcher', 'POST', `${path}/closings`, { ...(await seen('dispatcher', path)), words: '结案' });
  const page = await ok('dispatcher', 'GET', path);
  assert.deepEqual([page.handled.by, page.verified.by, page.closed.by], ['罗建国', '何琳', '沈立']);
  assert.equal(page.voices.confirmed, 0);
  assert.deepEqual(page.history.map((move: { verb: string }) => move.verb).slice(0, 3), [
    'problem.close',
    'problem.verify',
    'problem.handle',
  ]);
});

test('all nine are on the list of who is still to be called, and leave it when they have heard', async () => {
  await settle();
  const before = await ok('dispatcher', 'GET', '/to-answer');
  assert.equal(before.items.length, 9);
  for (const id of signals) {
    const path = `/signals/${id}`;
    await ok('dispatcher', 'POST', `${path}/answers`, {
      ...(await seen('dispatcher', path)),
      way: 'phone',
      words: '水管已修好',
    });
  }
  assert.equal((await ok('dispatcher', 'GET', '/to-answer')).items.length, 0);
  const path = `/signals/${signals[0]}`;
  await ok('dispatcher', 'POST', `${path}/callbacks`, {
    ...(await seen('dispatcher', path)),
    reached: true,
    solved: 'yes',
    satisfied: 5,
  });
  const { voices } = await ok('dispatcher', 'GET', `/problems/${problemId}`);
  assert.deepEqual([voices.answered, voices.calledBack, voices.confirmed], [9, 1, 1]);
});
