/** Administrators prove themselves twice; passwords grow old, and are not used again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totpCode } from '#people/totp.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { activate, administrator, enrol, visitor } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world } = story;
const sysadmin = await administrator(story, 'system_admin');
const secadmin = await administrator(story, 'security_admin');
const official = world.people.official;
const code = () => sysadmin.ok('POST', `/people/${official}/account/activations`, { id: newId() });
const PASSWORD = 'Yejian-2026';
const wu = visitor(story);
await activate(wu, (await code()).code, '', PASSWORD);
const { login } = await wu.ok('GET', '/me');

test('an administrator who has not enrolled sees nothing but the enrolment, and has ten characters', async () => {
  const { code, login } = story.codes.find((one) => one.role === 'auditor')!;
  const auditor = visitor(story);
  const short = await auditor.send('POST', '/activation', { code, login, password: 'Short-1ab' });
  assert.deepEqual(short.body.fields[0].message, { zh: '密码至少 10 个字符', en: 'At least 10 characters' });
  assert.deepEqual(await activate(auditor, code, login, 'Long-enough-1'), { demands: ['totp_enrol'] });
  assert.equal(await auditor.refused('GET', '/people'), 'totp_enrol_needed');
  assert.deepEqual((await auditor.ok('GET', '/me')).demands, ['totp_enrol']);
  const before = auditor.cookie();
  const { secret, url } = await auditor.ok('POST', '/me/totp', {});
  assert.match(url, /^otpauth:\/\/totp\/.*issuer=.*secret=/);
  assert.match(secret, /^[A-Z2-7]{32}$/);
  const wrong = await auditor.send('POST', '/me/totp/confirmations', { id: newId(), code: '000000' });
  assert.equal(wrong.body.fields[0].code, 'totp_code_wrong');
  await enrol(auditor, story);
  await auditor.ok('GET', '/people');
  assert.notEqual(auditor.cookie(), before);
  auditor.take(before);
  assert.equal(await auditor.refused('GET', '/me'), 'signed_out', 'the session before the factor is over');
  auditor.take(undefined);
});

test('the password alone opens nothing; a code is good once', async () => {
  story.pass({ hours: 1 });
  const who = visitor(story);
  assert.deepEqual(await who.ok('POST', '/sign-in', secadmin), { demands: ['totp'] });
  assert.equal(await who.refused('GET', '/people'), 'totp_needed');
  assert.equal(
    await who.refused('PUT', '/me/password', { id: newId(), current: secadmin.password, password: 'Xx-1234567890' }),
    'totp_needed',
  );
  assert.equal(await who.refused('POST', '/me/totp', {}), 'totp_enrolled');
  const code = totpCode(secadmin.secret, story.city.clock.now());
  assert.deepEqual(await who.ok('POST', '/sign-in/totp', { code }), { demands: [] });
  await who.ok('GET', '/people');
  const shoulder = visitor(story);
  await shoulder.ok('POST', '/sign-in', secadmin);
  assert.equal(await shoulder.refused('POST', '/sign-in/totp', { code }), 'totp_wrong');
});

test('knowing the password does not make guessing the code cheaper', async () => {
  story.pass({ hours: 1 });
  const codes = [];
  for (let i = 0; i < 3; i++) {
    const who = visitor(story, '10.8.8.8');
    const { status } = await who.send('POST', '/sign-in', secadmin);
    if (status !== 200) break;
    for (let j = 0; j < 2; j++) codes.push(await who.refused('POST', '/sign-in/totp', { code: '123456' }));
  }
  assert.deepEqual(codes, [...Array(4).fill('totp_wrong'), 'sign_in_locked', 'sign_in_locked']);
});

test('the security administrator releases a lock; a lost phone is taken off by them, not by who makes codes', async () => {
  await secadmin.again();
  await sysadmin.again();
  const { items } = await secadmin.ok('GET', '/people?role=system_admin');
  const { locks } = await secadmin.ok('GET', `/people/${items[0].id}/account`);
  assert.deepEqual(locks, []);
  for (let i = 0; i < 5; i++) await visitor(story, '10.8.1.1').send('POST', '/sign-in', { login, password: 'guess' });
  const path = `/people/${official}/account`;
  assert.equal((await secadmin.ok('GET', path)).locks[0].source, '10.8.1.1');
  assert.equal(
    await sysadmin.refused('POST', `${path}/lock-releases`, { id: newId(), reason: '核实本人' }),
    'forbidden',
  );
  await secadmin.ok('POST', `${path}/lock-releases`, { id: newId(), reason: '核实本人' });
  await visitor(story, '10.8.1.1').ok('POST', '/sign-in', { login, password: PASSWORD });
  assert.equal(await sysadmin.refused('POST', `${path}/totp-resets`, { id: newId(), reason: '手机丢失' }), 'forbidden');
});

test('whoever wants may enrol, and takes it off with the password', async () => {
  await wu.ok('POST', '/sign-in', { login, password: PASSWORD });
  const secret = await enrol(wu, story);
  const again = visitor(story);
  assert.deepEqual(await again.ok('POST', '/sign-in', { login, password: PASSWORD }), { demands: ['totp'] });
  story.pass({ hours: 0.1 });
  await again.ok('POST', '/sign-in/totp', { code: totpCode(secret, story.city.clock.now()) });
  const id = newId();
  assert.equal(await again.refused('POST', '/me/totp/removals', { id, password: 'wrong' }), 'password_wrong');
  await again.ok('POST', '/me/totp/removals', { id, password: PASSWORD });
  assert.deepEqual((await again.ok('GET', '/me')).totp, { enrolled: false, demanded: false });
  assert.equal(
    await secadmin.refused('POST', '/me/totp/removals', { id: newId(), password: secadmin.password }),
    'totp_demanded',
  );
});

test('after 90 days a new password is due, and none of the last five will do', async () => {
  story.pass({ days: 91 });
  assert.deepEqual(await wu.ok('POST', '/sign-in', { login, password: PASSWORD }), { demands: ['password'] });
  assert.equal(await wu.refused('GET', '/people'), 'password_old');
  const used = [PASSWORD];
  for (let i = 1; i <= 5; i++) {
    const next = `Yejian-2026-${i}`;
    await wu.ok('PUT', '/me/password', { id: newId(), current: used[0], password: next });
    used.unshift(next);
  }
  assert.deepEqual((await wu.ok('GET', '/me')).demands, []);
  const [newest, , , , fifth, sixth] = used;
  const old = await wu.send('PUT', '/me/password', { id: newId(), current: newest, password: fifth });
  assert.equal(old.body.fields[0].code, 'password_used_before');
  await wu.ok('PUT', '/me/password', { id: newId(), current: newest, password: sixth });
});

test('a changed password ends the other sessions; the same decision twice is one', async () => {
  const other = visitor(story);
  await other.ok('POST', '/sign-in', { login, password: PASSWORD });
  const change = { id: newId(), current: PASSWORD, password: 'Ganghao-2026!' };
  await wu.ok('PUT', '/me/password', change);
  await wu.ok('PUT', '/me/password', change);
  assert.equal(await other.refused('GET', '/me'), 'signed_out');
  assert.equal(await wu.refused('PUT', '/me/password', { ...change, id: newId() }), 'password_wrong');
});

test('a new activation code is the way back after a forgotten password; an enrolled phone is still asked for', async () => {
  await sysadmin.again();
  await sysadmin.ok('PUT', '/me/password', { id: newId(), current: sysadmin.password, password: 'Jiudian-kai-hui-9' });
  await enrol(wu, story);
  const { code: printed } = await code();
  const who = visitor(story);
  assert.deepEqual(await activate(who, printed, '', 'Wangle-2026'), { demands: ['totp'] });
  assert.equal(await wu.refused('GET', '/me'), 'signed_out', 'sessions of before have ended');
});
