/** Time asked for: an extension and a suspension on a problem and on a task, decided by another, and where the rule says no. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { endSuspensions } from '#rules/time/decide-time.actions.ts';
import type { TimeRequest } from '#rules/time/time-request.api.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, city, tx, pass } = story;
const { ok, seen, signal, problem, decide } = stepsOf(story);

/** A problem that 城管局 handles, with ten working days. */
async function atUrban(title: string): Promise<string> {
  const path = `/problems/${await problem([await signal(title)], title)}`;
  await decide('dispatcher', path, 'assignments', { unitId: world.units.urban });
  await decide('clerk', path, 'signatures');
  return path;
}

const more = { reason: 'works', words: '围挡拆除须等施工单位进场', budget: 10 };
const still = (until: string) => ({ reason: 'expert', words: '等房屋安全鉴定结论', until });
const asked = async (path: string): Promise<TimeRequest> =>
  (await ok('dispatcher', 'GET', path)).time.requests.find(({ state }: TimeRequest) => state === 'asked');
const refused = async (name: 'clerk' | 'dispatcher' | 'head', path: string, noun: string, body: object) => {
  const answer = await call(name, 'POST', `${path}/${noun}`, { ...(await seen(name, path)), ...body });
  return [answer.status, answer.body.code];
};
const steps = async (name: 'clerk' | 'dispatcher', path: string) =>
  (await ok(name, 'GET', path)).buttons
    .filter(({ closed }: { closed: unknown }) => !closed)
    .map(({ step }: { step: string }) => step);

test('an extension moves the deadline once it is granted, and there is one', async () => {
  const path = await atUrban('护栏破损');
  const { due } = await ok('clerk', 'GET', path);
  assert.deepEqual(await refused('clerk', path, 'extensions', { ...more, budget: 11 }), [422, 'extension_too_long']);
  await decide('clerk', path, 'extensions', more);
  assert.deepEqual(await refused('clerk', path, 'suspensions', still('2026-03-20')), [409, 'time_asked']);
  assert.equal((await ok('clerk', 'GET', path)).due.dueAt, due.dueAt);
  assert.ok((await steps('dispatcher', path)).includes('decideTime'));
  assert.deepEqual(await refused('clerk', path, 'time-decisions', { requestId: newId(), granted: true, words: '行' }), [
    403,
    'forbidden',
  ]);
  const { items } = await ok('dispatcher', 'GET', '/my-work?tab=todo');
  const line = items.find((one: { id: string }) => path.endsWith(one.id));
  assert.equal(line?.what.zh, '延期或挂起待审批');
  await decide('dispatcher', path, 'time-decisions', {
    requestId: (await asked(path)).id,
    granted: true,
    words: '同意',
  });
  const after = await ok('clerk', 'GET', path);
  assert.ok(after.due.dueAt > due.dueAt);
  const [granted] = after.time.requests;
  assert.deepEqual(
    [granted.state, granted.decidedBy, granted.dueWas, granted.dueAfter],
    ['granted', '沈立', due.dueAt, after.due.dueAt],
  );
  assert.deepEqual(
    after.history.slice(0, 2).map(({ verb }: { verb: string }) => verb),
    ['problem.decideTime', 'problem.askExtension'],
  );
  assert.deepEqual(await refused('clerk', path, 'extensions', more), [409, 'extensions_used']);
});

test('nothing is asked for after the deadline; what was asked before it may still be granted', async () => {
  const [late, inTime] = [await atUrban('路牌歪斜'), await atUrban('垃圾堆积')];
  await decide('clerk', inTime, 'extensions', { ...more, budget: 5 });
  pass({ days: 20 });
  assert.deepEqual(await refused('clerk', late, 'extensions', more), [409, 'deadline_past']);
  assert.deepEqual(await refused('clerk', late, 'suspensions', still('2026-12-20')), [409, 'deadline_past']);
  await decide('dispatcher', inTime, 'time-decisions', {
    requestId: (await asked(inTime)).id,
    granted: true,
    words: '同意',
  });
  assert.equal((await ok('clerk', 'GET', inTime)).time.requests[0].state, 'granted');
});

test('a limit stands still until its day, and runs on by itself with as much left as it had', async () => {
  const path = await atUrban('违建待鉴定');
  const today = city.clock.now();
  const day = (days: number) => new Date(today.getTime() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10);
  assert.deepEqual(await refused('clerk', path, 'suspensions', still(day(0))), [422, 'suspension_past']);
  assert.deepEqual(await refused('clerk', path, 'suspensions', still(day(61))), [422, 'suspension_too_long']);
  await decide('clerk', path, 'suspensions', still(day(30)));
  await decide('dispatcher', path, 'time-decisions', {
    requestId: (await asked(path)).id,
    granted: true,
    words: '同意',
  });
  const { due } = await ok('clerk', 'GET', path);
  assert.ok(due.pausedAt);
  assert.deepEqual(await refused('clerk', path, 'extensions', more), [409, 'time_stands_still']);
  pass({ days: 30 });
  assert.equal(await tx((own) => endSuspensions(own, 100)), 0);
  assert.equal(
    (await ok('dispatcher', 'GET', '/problems?late=true')).items.some(({ id }: { id: string }) => path.endsWith(id)),
    false,
  );
  pass({ days: 1 });
  assert.equal(await tx((own) => endSuspensions(own, 100)), 1);
  const after = await ok('clerk', 'GET', path);
  assert.equal(after.due.pausedAt, null);
  assert.ok(Date.parse(after.due.dueAt) - Date.parse(due.dueAt) >= 30 * 24 * 3_600_000);
  assert.deepEqual(
    [after.time.requests[0].state, after.time.requests[0].endedBy, after.time.left.days],
    ['ended', null, 29],
  );
});

test('what was asked lapses when the work is reported handled, and a suspension ends with it', async () => {
  const [waits, stands] = [await atUrban('井盖异响'), await atUrban('广告牌松动')];
  await decide('clerk', waits, 'extensions', more);
  await decide('clerk', waits, 'handlings', { words: '已修' });
  assert.equal((await ok('clerk', 'GET', waits)).time.requests[0].state, 'lapsed');
  const until = new Date(city.clock.now().getTime() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);
  await decide('clerk', stands, 'suspensions', still(until));
  const requestId = (await asked(stands)).id;
  await decide('dispatcher', stands, 'time-decisions', { requestId, granted: true, words: '同意' });
  assert.ok((await steps('clerk', stands)).includes('resume'));
  await decide('clerk', stands, 'handlings', { words: '已加固' });
  assert.equal((await ok('clerk', 'GET', stands)).time.requests[0].state, 'ended');
  assert.equal(await tx((own) => endSuspensions(own, 100)), 0);
});

test('on a task its assignee asks, and whoever gives it decides, but never on what they asked themselves', async () => {
  const path = await atUrban('绿化带缺株');
  const taskId = newId();
  const give = { taskId, title: '补栽', assigneeId: world.people.clerk, reviewerId: world.people.head };
  await ok('head', 'POST', `${path}/tasks`, { ...(await seen('head', path)), ...give });
  const task = `/tasks/${taskId}`;
  await decide('clerk', task, 'acceptances');
  await decide('clerk', task, 'extensions', { ...more, budget: 2 });
  const [request] = (await ok('clerk', 'GET', task)).time.requests;
  const verdict = { requestId: request.id, granted: true, words: '可以' };
  assert.deepEqual(await refused('clerk', task, 'time-decisions', verdict), [409, 'own_time_request']);
  const { items } = await ok('head', 'GET', '/my-work?tab=todo');
  assert.ok(items.some(({ id, what }: { id: string; what: { en: string } }) => id === taskId && /time/.test(what.en)));
  await decide('head', task, 'time-decisions', verdict);
  assert.equal((await ok('clerk', 'GET', task)).time.requests[0].decidedBy, '罗建国');
});
