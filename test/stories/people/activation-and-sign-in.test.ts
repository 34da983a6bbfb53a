/** A printed code opens an account once; after that only login and password do, and guessing leads nowhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { activate, administrator, visitor } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world } = story;
const sysadmin = await administrator(story, 'system_admin');
const PASSWORD = 'Qinglan-2026';
const head = world.people.head;

const makeCode = async (person: string, login?: string) =>
  (await sysadmin.ok('POST', `/people/${person}/account/activations`, { id: newId(), ...(login && { login }) }))
    .code as string;

test('the system administrator prints a code; a later one voids it', async () => {
  const first = await makeCode(head, 'luojianguo');
  const second = await makeCode(head);
  assert.match(second, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const luo = visitor(story);
  assert.equal(await luo.refused('POST', '/activation/look', { code: first }), 'activation_invalid');
  assert.deepEqual(await luo.ok('POST', '/activation/look', { code: second.toLowerCase().replaceAll('-', ' ') }), {
    name: '罗建国',
    login: 'luojianguo',
    leastLength: 8,
    totpDemanded: false,
  });
  const weak = await luo.send('POST', '/activation', { code: second, password: 'luojianguo' });
  assert.equal(weak.status, 422);
  assert.deepEqual(
    weak.body.fields.map((field: { code: string }) => field.code),
    ['password_classes', 'password_has_login'],
  );
  assert.deepEqual(
    await activate(luo, second, '', PASSWORD),
    { demands: [] },
    'a weak password did not use the code up',
  );
  assert.equal((await luo.ok('GET', '/me')).login, 'luojianguo');
  assert.equal(
    await visitor(story).refused('POST', '/activation', { code: second, password: PASSWORD }),
    'activation_invalid',
  );
});

test('a code is good for seven days', async () => {
  const code = await makeCode(world.people.clerk, 'chenxiaoyan');
  story.pass({ days: 7, hours: 1 });
  assert.equal(await visitor(story).refused('POST', '/activation/look', { code }), 'activation_invalid');
  await sysadmin.again();
});

test('the cookie belongs to the city, is closed to scripts, and is for https only where the request came so', async () => {
  const luo = visitor(story);
  const { setCookie } = await luo.send('POST', '/sign-in', { login: ' ＬuoJianguo ', password: PASSWORD });
  assert.match(setCookie!, /^suyuan_qinglan=[\w-]{43}; Max-Age=43200; Path=\/c\/qinglan; HttpOnly; SameSite=Lax$/);
  const stored = await story.tx((tx) => tx.selectFrom('session').select('hash').execute());
  assert.ok(
    stored.every(({ hash }) => !setCookie!.includes(hash.toString('base64url'))),
    'the row does not hold the cookie',
  );
});

test('another site cannot use the cookie, whatever it sends', async () => {
  const luo = visitor(story);
  await luo.ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
  const strange: Record<string, string>[] = [
    { 'x-suyuan': '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of strange) {
    assert.equal((await luo.send('PUT', '/me/language', { language: 'en' }, headers)).body.code, 'not_our_page');
  }
});

test('unknown login, wrong password, disabled account, a person who left: one answer', async () => {
  await activate(visitor(story), await makeCode(world.people.checker, 'helin'), '', PASSWORD);
  await sysadmin.ok('POST', `/people/${world.people.checker}/account/disabling`, { id: newId(), reason: '借调' });
  await activate(visitor(story), await makeCode(world.people.callTaker, 'zhoumin'), '', PASSWORD);
  const { version } = await sysadmin.ok('GET', `/people/${world.people.callTaker}`);
  await sysadmin.ok('POST', `/people/${world.people.callTaker}/departure`, { id: newId(), version, reason: '调离' });
  const answers = [];
  for (const [login, password] of [
    ['nobody', PASSWORD],
    ['luojianguo', 'wrong'],
    ['helin', PASSWORD],
    ['zhoumin', PASSWORD],
  ]) {
    const { status, body } = await visitor(story, '10.9.9.9').send('POST', '/sign-in', { login, password });
    answers.push(JSON.stringify([status, body]));
  }
  assert.equal(new Set(answers).size, 1, answers.join('\n'));
  assert.match(answers[0]!, /401.*sign_in_wrong/);
});

test('the fifth failure locks this login at this address for half an hour, known or not, and nowhere else', async () => {
  await visitor(story).ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
  for (const login of ['luojianguo', 'nobody-at-all']) {
    const guesser = visitor(story, '10.6.6.6');
    const codes = [];
    for (let i = 0; i < 6; i++)
      codes.push(await guesser.refused('POST', '/sign-in', { login, password: `guess ${i}` }));
    assert.deepEqual(codes, [...Array(4).fill('sign_in_wrong'), 'sign_in_locked', 'sign_in_locked'], login);
  }
  const locked = await visitor(story, '10.6.6.6').send('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
  assert.equal(locked.body.code, 'sign_in_locked');
  assert.ok(locked.body.retry_after > 1_700 && locked.body.retry_after <= 1_800);
  await visitor(story).ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
  story.pass({ hours: 0.51 });
  await visitor(story, '10.6.6.6').ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
});

test('a stranger who fails from everywhere slows the login for strangers, and does not keep its owner out', async () => {
  for (let i = 0; i < 12; i++)
    await visitor(story, `10.7.0.${i}`).send('POST', '/sign-in', { login: 'luojianguo', password: 'guess' });
  const stranger = await visitor(story, '10.7.7.7').send('POST', '/sign-in', {
    login: 'luojianguo',
    password: PASSWORD,
  });
  assert.equal(stranger.body.code, 'too_many');
  assert.ok(stranger.body.retry_after >= 1 && stranger.body.retry_after <= 30);
  await visitor(story).ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
});

test('a session ends after 30 idle minutes, and after 12 hours whatever is done', async () => {
  const luo = visitor(story);
  await luo.ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
  story.pass({ hours: 0.49 });
  await luo.ok('GET', '/me');
  story.pass({ hours: 0.51 });
  assert.equal(await luo.refused('GET', '/me'), 'signed_out');
  await luo.ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
  for (let i = 0; i < 26; i++) {
    story.pass({ hours: 0.45 });
    await luo.ok('GET', '/me');
  }
  story.pass({ hours: 0.4 });
  assert.equal(await luo.refused('GET', '/me'), 'signed_out');
});

test('one sees where one is signed in, and ends the others', async () => {
  const [desk, phone] = [visitor(story), visitor(story, '10.0.0.2')];
  for (const one of [desk, phone]) await one.ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
  const { items } = await desk.ok('GET', '/me/sessions');
  assert.deepEqual(items.map((one: { source: string; current: boolean }) => [one.source, one.current]).sort(), [
    ['10.0.0.1', true],
    ['10.0.0.2', false],
  ]);
  assert.deepEqual(await desk.ok('DELETE', '/me/sessions'), { ended: 1 });
  assert.equal(await phone.refused('GET', '/me'), 'signed_out');
  await desk.ok('POST', '/sign-out', {});
  assert.equal(await desk.refused('GET', '/me'), 'signed_out');
});

test('the ledger holds who, what and from where, and never what a stranger typed', async () => {
  const rows = await story.tx((tx) => tx.selectFrom('ledger').selectAll().where('kind', '=', 'account').execute());
  const verbs = new Set(rows.map((row) => row.verb));
  for (const verb of [
    'activated',
    'signed_in',
    'sign_in_failed',
    'locked',
    'signed_out',
    'sessions_ended',
    'activation_made',
    'disabled',
  ]) {
    assert.ok(verbs.has(`account.${verb}`), verb);
  }
  const all = JSON.stringify(rows);
  for (const words of ['nobody', 'guess', PASSWORD, 'luojianguo']) assert.ok(!all.includes(words), words);
  const failed = rows.filter((row) => row.verb === 'account.sign_in_failed');
  assert.ok(failed.every((row) => row.actor === null && (row.data as { source?: string }).source));
});
