import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFaults } from '#people/password.ts';
import { hashPassword, verifyPassword } from '#people/password-hash.ts';

const faults = (password: string, administrator = false) =>
  passwordFaults(password, 'luhai', administrator).map((one) => one.code);

test('length, classes, login', () => {
  assert.deepEqual(faults('Ab3-efgh'), []);
  assert.deepEqual(faults('Ab3-efgh', true), ['password_short']);
  assert.deepEqual(faults('Ab3-efg'), ['password_short']);
  assert.deepEqual(faults('abcdefg1'), ['password_classes']);
  assert.deepEqual(faults('ABCDefg1'), []);
  assert.deepEqual(
    faults('密码密码密码密码'),
    ['password_classes'],
    'characters without case are no class of their own',
  );
  assert.deepEqual(faults('密码密码密码a1-'), []);
  assert.deepEqual(faults('my-LuHai-99'), ['password_has_login']);
  assert.deepEqual(faults('😀😀A1-'), ['password_short'], 'counted as characters, not as code units');
  assert.deepEqual(faults(`Aa1-${'x'.repeat(125)}`), ['field_too_long']);
});

test('stored as argon2id with the parameters of OWASP; full-width typing is the same password', async () => {
  const hash = await hashPassword('Ｑinglan-2026');
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.equal(await verifyPassword(hash, 'Qinglan-2026'), true);
  assert.equal(await verifyPassword(hash, 'qinglan-2026'), false);
  assert.equal(await verifyPassword(null, 'Qinglan-2026'), false);
});
