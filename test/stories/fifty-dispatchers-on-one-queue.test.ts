/** Many dispatchers at one queue: each takes the next, none is given what another has, none is lost, and nothing stays stuck. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from '#people/actor.ts';
import { cookieName } from '#people/cookie.ts';
import { makePerson } from '#people/person.actions.ts';
import { personInput } from '#people/person.api.ts';
import { grantPost } from '#people/post.actions.ts';
import { grantInput } from '#people/post.api.ts';
import { beginSession } from '#people/session.store.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { app, call, pass, tx, world } = story;
const { ok, signal, problem, decide, seen } = stepsOf(story);

const next = async (name: 'dispatcher' | 'otherDispatcher', more = {}) =>
  (await ok(name, 'POST', '/dispatch/next', more)).item;
const queue = (more = '') => ok('dispatcher', 'GET', `/dispatch${more}`);

const leak = await problem([await signal('水管爆裂')], '水管爆裂');
await decide('dispatcher', `/problems/${leak}`, 'assignments', { unitId: world.units.urban, role: 'lead' });
const back = { reason: '管线由水务局负责', basis: '三定方案第 7 条', suggestedUnitId: world.units.water };
await decide('clerk', `/problems/${leak}`, 'returns', back);
const lamp = await problem([await signal('路灯不亮')], '路灯不亮');
await decide('dispatcher', `/problems/${lamp}`, 'assignments', { unitId: world.units.urban, role: 'lead' });
await decide('clerk', `/problems/${lamp}`, 'signatures');
const more = { reason: 'works', words: '要开挖', budget: 2 };
await decide('clerk', `/problems/${lamp}`, 'extensions', more);
await signal('燃气泄漏', { urgency: 'critical' });

test('what waits stands in one queue with what is asked and who is proposed; the critical first', async () => {
  const { items, waiting, kinds, lights } = await queue();
  assert.deepEqual(items.map((item: { kind: string }) => item.kind).toSorted(), ['returned', 'signal', 'time']);
  assert.equal(items[0].urgency, 'critical');
  assert.equal(waiting, 3);
  assert.equal(lights.red + lights.yellow + lights.green, 3);
  assert.equal(kinds.find((one: { kind: string }) => one.kind === 'returned').green, 1);
  const returned = items.find((item: { kind: string }) => item.kind === 'returned');
  assert.deepEqual(returned.returned, { unit: '城管局', reason: back.reason, basis: back.basis, times: 1 });
  assert.deepEqual([returned.units[0].unit.id, returned.units[0].confidence], [world.units.water, 1]);
  const time = items.find((item: { kind: string }) => item.kind === 'time');
  assert.deepEqual([time.asked.by, time.asked.words], ['陈晓燕', '要开挖']);
  assert.equal((await queue('?kind=time')).items.length, 1);
  assert.equal((await queue(`?channelId=${newId()}`)).items.length, 0);
  assert.equal((await call('clerk', 'GET', '/dispatch')).status, 403);
});

test('who takes has it until it is let go, decided, or the lease runs out; everybody sees who holds what', async () => {
  const mine = await next('dispatcher');
  assert.equal((await next('dispatcher')).id, mine.id, 'the same one again');
  const theirs = await next('otherDispatcher');
  assert.notEqual(theirs.id, mine.id);
  const atDesk = async (who: 'dispatcher' | 'otherDispatcher') =>
    (await ok(who, 'POST', '/triage-desk/taken', { ids: [mine.id] })).held.map((one: { who: string }) => one.who);
  assert.equal(mine.kind, 'signal');
  assert.deepEqual([await atDesk('otherDispatcher'), await atDesk('dispatcher')], [['沈立'], []]);
  const refused = await call('otherDispatcher', 'POST', '/dispatch/leases', { thing: mine.id });
  assert.deepEqual([refused.status, refused.body.code], [409, 'lease_held']);
  assert.match(refused.body.message.zh, /沈立/);
  const { holders } = await queue();
  assert.deepEqual(holders.map((one: { person: { name: string } }) => one.person.name).toSorted(), ['沈立', '秦越']);
  assert.equal((await call('otherDispatcher', 'PUT', `/dispatch/leases/${mine.id}`)).body.code, 'lease_held');
  await ok('dispatcher', 'DELETE', `/dispatch/leases/${mine.id}`);
  assert.equal((await next('dispatcher', { not: [mine.id] })).kind !== mine.kind, true, 'passed over');
  pass({ hours: 0.05 });
  await ok('otherDispatcher', 'PUT', `/dispatch/leases/${theirs.id}`);
  pass({ hours: 0.05 });
  assert.equal((await call('dispatcher', 'POST', '/dispatch/leases', { thing: theirs.id })).status, 409, 'renewed');
  pass({ hours: 0.1 });
  assert.equal((await ok('dispatcher', 'POST', '/dispatch/leases', { thing: theirs.id })).item.lease.mine, true);
  await decide('dispatcher', `/problems/${leak}`, 'assignments', { unitId: world.units.water, role: 'lead' });
  const left = (await queue()).items;
  assert.ok(!left.some((item: { id: string }) => item.id === leak), 'decided: it waits no more');
  assert.equal((await call('dispatcher', 'POST', '/dispatch/leases', { thing: leak })).status, 404);
  assert.ok(await seen('dispatcher', `/problems/${leak}`));
});

test('twenty at once on a queue of sixty: no case given twice, none lost', async () => {
  for (let n = 0; n < 59; n += 1) await signal(`路面破损 ${n}`);
  const takers = await tx(async (own) => {
    const made: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      const personId = newId();
      await makePerson(own, program, personInput.parse({ id: personId, name: `派单员${n}` }));
      const post = { id: newId(), personId, role: 'dispatcher', unitId: world.units.hotline };
      await grantPost(own, program, grantInput.parse(post));
      made.push(personId);
    }
    return made;
  });
  pass({ hours: 1 });
  const all = (await queue('?limit=200&kind=signal')).items.map((item: { id: string }) => item.id);
  assert.equal(all.length, 60);
  const given: string[] = [];
  /** Takes the next, decides it, and takes the one after, until nothing is left. */
  const work = takers.map(async (person) => {
    const cookie = await tx((own) => beginSession(own, person, { source: '127.0.0.1', agent: 'story' }, true));
    const send = async (path: string, payload: object) => {
      const headers = { 'x-suyuan': '1', cookie: `${cookieName('qinglan')}=${cookie}` };
      const answer = await app.inject({ method: 'POST', url: `/c/qinglan/api${path}`, headers, payload });
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json();
    };
    for (;;) {
      const { item } = await send('/dispatch/next', { kind: 'signal' });
      if (!item) return;
      given.push(item.id);
      const done = { kind: 'answered', code: 'explained', words: '已当场答复' };
      await send(`/signals/${item.id}/dispositions`, { id: newId(), version: 1, ...done });
    }
  });
  await Promise.all(work);
  assert.equal(new Set(given).size, given.length, 'no case was given twice');
  assert.deepEqual(given.toSorted(), all.toSorted(), 'none was lost');
});
