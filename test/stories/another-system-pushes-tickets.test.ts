/** Another system pushes its tickets by a token that is bound to one channel, and can be taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActor } from '#people/actor.store.ts';
import { newId } from '#platform/ids.ts';
import { makeToken, revokeToken } from '#signal/channel.actions.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { app, tx, world, pass } = story;
const { ok } = stepsOf(story);

const tokenId = newId();
const { secret } = await tx(async (own) => {
  const { person_id } = await own
    .selectFrom('account')
    .select('person_id')
    .where('login', '=', 'sysadmin')
    .executeTakeFirstOrThrow();
  const admin = (await loadActor(own, person_id))!;
  return makeToken(own, admin, { id: tokenId, channelId: world.channel, name: '网格系统', days: 30 });
});

async function push(body: object, bearer = secret) {
  const answer = await app.inject({
    method: 'POST',
    url: '/c/qinglan/api/signals',
    headers: { authorization: `Bearer ${bearer}` },
    payload: body,
  });
  return { status: answer.statusCode, body: answer.json() };
}

test('a ticket is accepted, the same again is repeated, a changed one revised with both versions kept', async () => {
  const ticket = { number: 'WG-1', words: '新民路东口\n路面塌陷\t约一米', matter: 'help' };
  const first = await push({ id: newId(), ...ticket });
  assert.deepEqual([first.status, first.body.outcome], [200, 'accepted']);
  const again = await push({ id: newId(), ...ticket });
  assert.deepEqual([again.body.outcome, again.body.id], ['repeated', first.body.id]);
  const changed = await push({ id: newId(), ...ticket, words: '新民路东口路面塌陷，已扩大到两米' });
  assert.deepEqual([changed.body.outcome, changed.body.id], ['revised', first.body.id]);
  const page = await ok('dispatcher', 'GET', `/signals/${first.body.id}`);
  assert.equal(page.words, '新民路东口路面塌陷，已扩大到两米');
  assert.deepEqual(
    page.versions.map((one: { words: string }) => one.words),
    ['新民路东口\n路面塌陷\t约一米'],
  );
  assert.equal(page.history.at(-1).actor, '网格系统');
});

test('the same id with another content is refused; html in words is text', async () => {
  const id = newId();
  const words = '<script>alert(1)</script> 路灯不亮';
  assert.equal((await push({ id, words })).status, 200);
  assert.equal((await push({ id, words: '别的内容' })).body.code, 'id_taken');
  assert.equal((await ok('dispatcher', 'GET', `/signals/${id}`)).words, words);
});

test('ten at once with one number make one signal', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => push({ id: newId(), number: 'WG-2', words: '同一张工单' })),
  );
  assert.deepEqual(new Set(answers.map((answer) => answer.body.id)).size, 1);
  assert.equal(answers.filter((answer) => answer.body.outcome === 'accepted').length, 1);
});

test('a wrong token, a cookie alone, an expired and a revoked token are all refused', async () => {
  assert.deepEqual(
    [(await push({ id: newId(), words: 'x' }, 'sy_wrongwrongwrongwrongwrong')).body.code],
    ['token_invalid'],
  );
  const bare = await app.inject({
    method: 'POST',
    url: '/c/qinglan/api/signals',
    payload: { id: newId(), words: 'x' },
  });
  assert.equal(bare.statusCode, 401);
  pass({ days: 31 });
  assert.equal((await push({ id: newId(), words: '过期' })).body.code, 'token_invalid');
  pass({ days: -31 });
  await tx(async (own) => {
    const { person_id } = await own
      .selectFrom('account')
      .select('person_id')
      .where('login', '=', 'sysadmin')
      .executeTakeFirstOrThrow();
    return revokeToken(own, (await loadActor(own, person_id))!, tokenId);
  });
  assert.equal((await push({ id: newId(), words: '收回后' })).body.code, 'token_invalid');
});
