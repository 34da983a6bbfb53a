/** Two do it at the same moment: the count holds, the tree stays a tree, and the same click twice is one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administrator, visitor } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world, call } = story;
const { people, units } = world;
const sysadmin = await administrator(story, 'system_admin');
const secadmin = await administrator(story, 'security_admin');
const PASSWORD = 'Tongshi-2026';
const reason = '同时';

const code = async (person: string, login: string) =>
  (await sysadmin.ok('POST', `/people/${person}/account/activations`, { id: newId(), login })).code as string;
const codesOf = (answers: { status: number; body: { code?: string } }[]) =>
  answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code)).sort();

test('one code, typed at two desks at once, opens one of them', async () => {
  const printed = await code(people.head, 'luojianguo');
  const body = { code: printed, password: PASSWORD };
  const answers = await Promise.all([1, 2, 3].map(() => visitor(story).send('POST', '/activation', body)));
  assert.deepEqual(codesOf(answers), ['activation_invalid', 'activation_invalid', 'ok']);
});

test('thirty guesses at once are no more than five', async () => {
  const guess = () => visitor(story, '10.6.6.6').send('POST', '/sign-in', { login: 'luojianguo', password: 'guess' });
  for (let i = 0; i < 6; i++) await Promise.all(Array.from({ length: 5 }, guess));
  const failures = await story.tx((tx) =>
    tx.selectFrom('ledger').select('verb').where('verb', 'in', ['account.sign_in_failed', 'account.locked']).execute(),
  );
  assert.ok(failures.filter((row) => row.verb === 'account.sign_in_failed').length <= 5);
  await visitor(story).ok('POST', '/sign-in', { login: 'luojianguo', password: PASSWORD });
});

test('the same person entered twice by a double click is one', async () => {
  const entry = { id: newId(), name: '双击', phone: '13900030001', post: { id: newId(), unitId: units.urban } };
  const answers = await Promise.all([1, 2, 3].map(() => sysadmin.send('POST', '/people', entry)));
  assert.deepEqual(codesOf(answers), ['ok', 'ok', 'ok']);
  assert.equal((await sysadmin.ok('GET', '/people?q=双击')).items.length, 1);
});

test('two moves that together would close a circle: the second is refused', async () => {
  const move = (unit: string, parentId: string) =>
    sysadmin.send('POST', `/units/${unit}/moves`, {
      id: newId(),
      relation: 'part',
      parentId,
      from: '2026-03-12',
      reason,
    });
  const answers = await Promise.all([move(units.water, units.housing), move(units.housing, units.water)]);
  assert.deepEqual(codesOf(answers), ['ok', 'unit_circle']);
});

test('two who delegate to each other at once: one does', async () => {
  const period = { begins: '2026-03-12T00:00:00+08:00', ends: '2026-03-20T00:00:00+08:00', reason };
  const answers = await Promise.all([
    call('head', 'POST', '/delegations', { id: newId(), toPersonId: people.waterHead, ...period }),
    call('waterHead', 'POST', '/delegations', { id: newId(), toPersonId: people.head, ...period }),
  ]);
  assert.deepEqual(codesOf(answers), ['delegation_circle', 'ok']);
});

test('two administrators of one sort withdrawn at once: one stays', async () => {
  const second = newId();
  await sysadmin.ok('POST', '/people', { id: second, name: '第二审计员' });
  await secadmin.ok('POST', '/posts', { id: newId(), personId: second, role: 'auditor', unitId: units.urban });
  await visitor(story).ok('POST', '/activation', { code: await code(second, 'auditor2'), password: 'Dierge-2026!' });
  await administrator(story, 'auditor');
  const { items } = await secadmin.ok('GET', '/people?role=auditor');
  assert.equal(items.length, 2);
  const answers = await Promise.all(
    items.map(({ posts }: { posts: { id: string }[] }) =>
      secadmin.send('POST', `/posts/${posts[0]!.id}/withdrawal`, { id: newId(), reason }),
    ),
  );
  assert.deepEqual(codesOf(answers), ['last_administrator', 'ok']);
});

test('two who change one person: the second learns what the first did', async () => {
  const { version, staffNumber } = await sysadmin.ok('GET', `/people/${people.official}`);
  const change = (name: string) =>
    sysadmin.send('PUT', `/people/${people.official}`, { id: newId(), version, name, staffNumber });
  assert.deepEqual(codesOf(await Promise.all([change('吴滔'), change('吴焘')])), ['changed_meanwhile', 'ok']);
});
