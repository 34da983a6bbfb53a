/** Three administrators, none of whom is all; roles are data, within what keeps the three apart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world, call } = story;
const sysadmin = await administrator(story, 'system_admin');
const secadmin = await administrator(story, 'security_admin');
const auditor = await administrator(story, 'auditor');
const me = async (who: typeof sysadmin) => (await who.ok('GET', '/me')).person.id as string;
const grant = (personId: string, role: string, unitId = world.units.urban) => ({ id: newId(), personId, role, unitId });

const enter = async (name: string): Promise<string> => {
  const id = newId();
  await sysadmin.ok('POST', '/people', { id, name });
  return id;
};

test('only the security administrator gives posts, and not to themself', async () => {
  const person = await enter('于敏');
  assert.equal(await sysadmin.refused('POST', '/posts', grant(person, 'unit_clerk')), 'forbidden');
  assert.equal(await auditor.refused('POST', '/posts', grant(person, 'unit_clerk')), 'forbidden');
  assert.equal((await call('office', 'POST', '/posts', grant(person, 'unit_clerk'))).body.code, 'forbidden');
  assert.equal(await secadmin.refused('POST', '/posts', grant(await me(secadmin), 'unit_clerk')), 'not_oneself');
  const post = grant(person, 'unit_clerk');
  await secadmin.ok('POST', '/posts', post);
  await secadmin.ok('POST', '/posts', post);
  assert.equal(await secadmin.refused('POST', '/posts', grant(person, 'unit_clerk')), 'post_held');
  assert.equal(await secadmin.refused('POST', '/posts', { ...post, role: 'dispatcher' }), 'id_taken');
});

test('the three exclude each other, and hold no business post, today or in a year', async () => {
  const person = await enter('裴林');
  await secadmin.ok('POST', '/posts', grant(person, 'auditor'));
  for (const role of ['system_admin', 'security_admin', 'dispatcher']) {
    assert.equal(await secadmin.refused('POST', '/posts', grant(person, role)), 'posts_apart');
    assert.equal(
      await secadmin.refused('POST', '/posts', { ...grant(person, role), from: '2027-03-12' }),
      'posts_apart',
    );
  }
  assert.equal(await sysadmin.refused('POST', '/posts', grant(person, 'official')), 'posts_apart');
  const apart = await secadmin.send('POST', '/posts', grant(person, 'dispatcher'));
  assert.match(apart.body.message.zh, /互不兼任/);
});

test('an administrator sees no business', async () => {
  for (const who of [sysadmin, secadmin, auditor]) {
    const { permissions } = await who.ok('GET', '/me');
    assert.ok(!permissions.some((verb: string) => /^(signal|problem|task|reporter)\./.test(verb)), permissions.join());
  }
});

test('the last administrator who can sign in stays', async () => {
  const { items } = await secadmin.ok('GET', '/people?role=auditor');
  const last = items.find((one: { account: string }) => one.account === 'active');
  const [post] = last.posts;
  assert.equal(
    await secadmin.refused('POST', `/posts/${post.id}/withdrawal`, { id: newId(), reason: '轮岗' }),
    'last_administrator',
  );
  assert.equal(
    await sysadmin.refused('POST', `/people/${last.id}/account/disabling`, { id: newId(), reason: '轮岗' }),
    'last_administrator',
  );
  const { version } = await sysadmin.ok('GET', `/people/${last.id}`);
  assert.equal(
    await sysadmin.refused('POST', `/people/${last.id}/departure`, { id: newId(), version, reason: '退休' }),
    'last_administrator',
  );
});

test('nobody makes a code for themself or disables themself', async () => {
  const path = `/people/${await me(sysadmin)}/account`;
  assert.equal(await sysadmin.refused('POST', `${path}/activations`, { id: newId() }), 'not_oneself');
  assert.equal(await sysadmin.refused('POST', `${path}/disabling`, { id: newId(), reason: '试' }), 'not_oneself');
});

test('a code is shown once: the same decision again does not show it', async () => {
  const person = await enter('丁一');
  const decision = { id: newId(), login: 'dingyi' };
  const first = await sysadmin.ok('POST', `/people/${person}/account/activations`, decision);
  const second = await sysadmin.ok('POST', `/people/${person}/account/activations`, decision);
  assert.ok(first.code);
  assert.deepEqual(second, { ...first, code: null });
  assert.equal((await sysadmin.ok('GET', `/people/${person}/account`)).state, 'invited');
  assert.equal(
    await sysadmin.refused('POST', `/people/${await enter('丁二')}/account/activations`, {
      id: newId(),
      login: 'dingyi',
    }),
    'login_taken',
  );
});

test('a city makes its own roles; none joins what has to stay apart', async () => {
  const role = {
    name: { zh: '督查员', en: 'Inspector' },
    sort: 'business',
    tree: 'admin',
    reach: 'city',
    totpDemanded: true,
  };
  const mixed = await secadmin.send('POST', '/roles', {
    ...role,
    id: newId(),
    code: 'inspector',
    verbs: ['problem.read', 'ledger.read'],
  });
  assert.equal(mixed.body.code, 'role_verbs_apart');
  assert.match(mixed.body.message.zh, /“业务”角色不能有这些权限：审计台账/);
  const both = { ...role, sort: 'audit', id: newId(), code: 'audit_plus', verbs: ['ledger.read', 'problem.read'] };
  assert.equal(await secadmin.refused('POST', '/roles', both), 'role_verbs_apart');
  await secadmin.ok('POST', '/roles', { ...role, id: newId(), code: 'inspector', verbs: ['problem.read'] });
  assert.equal(
    await secadmin.refused('POST', '/roles', { ...role, id: newId(), code: 'inspector', verbs: [] }),
    'role_code_taken',
  );
  const { sort: _, ...change } = { ...role, verbs: ['problem.read', 'task.read'] };
  await secadmin.ok('PUT', '/roles/inspector', { ...change, id: newId(), version: 1 });
  const stale = await secadmin.send('PUT', '/roles/inspector', { ...change, id: newId(), version: 1 });
  assert.equal(stale.body.code, 'changed_meanwhile');
  assert.match(stale.body.message.zh, /安全管理员 刚刚做了“修改角色”/);
  assert.match(stale.body.message.en, /“Changed a role”/);
  assert.equal(
    await secadmin.refused('PUT', '/roles/dispatcher', { ...change, id: newId(), version: 1 }),
    'role_built_in',
  );
});

test('a role that demands the second factor closes the desk to who has none', async () => {
  const session = await call('waterHead', 'GET', '/people');
  assert.equal(session.status, 200);
  await secadmin.ok('POST', '/posts', grant(world.people.waterHead, 'inspector'));
  assert.equal((await call('waterHead', 'GET', '/people')).body.code, 'totp_enrol_needed');
});

test('a post of the administration is not held in a party organisation where it would reach nobody', async () => {
  const person = await enter('白羽');
  assert.equal(
    await secadmin.refused('POST', '/posts', grant(person, 'unit_leader', world.units.committee)),
    'role_of_other_tree',
  );
  await secadmin.ok('POST', '/posts', grant(person, 'branch_secretary', world.units.urbanBranch));
});
