/** Two dispatchers on one problem: the second learns what the first did, and one click twice is one decision. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, city } = story;
const { ok, seen, signal, problem } = stepsOf(story);

test('the second is told who did what, and nothing is overwritten', async () => {
  const id = await problem([await signal('路灯不亮'), await signal('路灯坏了')]);
  const path = `/problems/${id}`;
  const first = await seen('dispatcher', path);
  const second = await seen('otherDispatcher', path);
  await ok('dispatcher', 'POST', `${path}/assignments`, { ...first, unitId: world.units.urban });
  const answer = await call('otherDispatcher', 'POST', `${path}/assignments`, { ...second, unitId: world.units.water });
  assert.equal(answer.status, 409);
  assert.equal(answer.body.code, 'changed_meanwhile');
  assert.match(answer.body.message.zh, /沈立.*派单/);
  assert.match(answer.body.message.en, /沈立.*Assign/);
  assert.equal((await ok('dispatcher', 'GET', path)).lead.shortName, '城管局');
});

test('the same click twice is one decision, and answers as the thing stands now', async () => {
  const id = newId();
  const body = { id, title: '井盖破损', signals: [await signal('井盖破了')] };
  const [one, two] = await Promise.all([
    ok('dispatcher', 'POST', '/problems', body),
    ok('dispatcher', 'POST', '/problems', body),
  ]);
  assert.equal(one.number, two.number);
  const { rows } = await story.installation.owner.query(
    `select count(*)::int as n from ${city.schema}.ledger where thing = $1`,
    [id],
  );
  assert.equal(rows[0].n, 1);
});

test('an id that stands for another content or another person is refused without a word about its holder', async () => {
  const body = { id: newId(), title: '围挡占道', signals: [await signal('围挡占了人行道')] };
  await ok('dispatcher', 'POST', '/problems', body);
  for (const [name, sent] of [
    ['dispatcher', { ...body, title: '别的' }],
    ['otherDispatcher', body],
  ] as const) {
    const answer = await call(name, 'POST', '/problems', sent);
    assert.deepEqual([answer.status, answer.body.code, answer.body.detail], [409, 'id_taken', undefined]);
  }
});

test('two gather the same signal at once: it stands on one problem, the other is told', async () => {
  const shared = await signal('噪音扰民，两处都像');
  const [a, b] = [await problem([await signal('甲处噪音')]), await problem([await signal('乙处噪音')])];
  const gather = async (name: 'dispatcher' | 'otherDispatcher', id: string) =>
    call(name, 'POST', `/problems/${id}/gatherings`, { ...(await seen(name, `/problems/${id}`)), signals: [shared] });
  const answers = await Promise.all([gather('dispatcher', a), gather('otherDispatcher', b)]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
  assert.equal(answers.find((answer) => answer.status === 409)!.body.code, 'signal_elsewhere');
});

test('a step that is not open says why, and one that is never theirs is another answer', async () => {
  const id = await problem([await signal('公交站牌倒了')]);
  const early = await call('dispatcher', 'POST', `/problems/${id}/closings`, {
    ...(await seen('dispatcher', `/problems/${id}`)),
    words: '结',
  });
  assert.deepEqual([early.status, early.body.code], [409, 'not_now']);
  assert.match(early.body.message.zh, /待派单.*核查通过/);
  const never = await call('callTaker', 'POST', `/problems/${id}/closings`, { id: newId(), version: 1, words: '结' });
  assert.deepEqual([never.status, never.body.code], [403, 'forbidden']);
});

test('malformed input names each field in both languages', async () => {
  const answer = await call('dispatcher', 'POST', '/problems', { id: 'x', title: ' ', signals: [] });
  assert.equal(answer.status, 422);
  assert.deepEqual(answer.body.fields.map((field: { path: string }) => field.path).sort(), ['id', 'signals', 'title']);
  assert.ok(
    answer.body.fields.every((field: { message: { zh: string; en: string } }) => field.message.zh && field.message.en),
  );
});
