/** Somebody is away, somebody leaves: their work goes to others by name, never to nobody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Holder, holdWorkWith, type OpenWork } from '#people/work.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world, call } = story;
const { people, units } = world;
const sysadmin = await administrator(story, 'system_admin');
const secadmin = await administrator(story, 'security_admin');

/** A kind of work as a room above would register it: three errands. */
const letters = new Map([1, 2, 3].map((n) => [newId(), { number: `L-${n}`, holder: people.clerk, unit: units.urban }]));
const heldBy =
  (holder: Holder) =>
  ([, one]: [string, { holder: string; unit: string }]) =>
    'person' in holder ? one.holder === holder.person : one.unit === holder.unit;
holdWorkWith({
  kind: 'errand',
  openWork: async (_, holder) =>
    [...letters]
      .filter(heldBy(holder))
      .map(([thing, one]): OpenWork => ({ kind: 'errand', thing, number: one.number, unit: one.unit })),
  handOver: async (_, __, works, ___, to) => {
    for (const { thing } of works) letters.get(thing)!.holder = 'person' in to ? to.person : to.unit;
  },
});
const holders = () => [...letters.values()].map((one) => one.holder);

const post = (body: object) => ({ id: newId(), ...body });
const refused = async (...args: Parameters<typeof call>) => (await call(...args)).body.code;
const period = (from: string, to: string) => ({
  begins: `${from}T00:00:00+08:00`,
  ends: `${to}T00:00:00+08:00`,
  reason: '学习',
});

test('who goes away names who acts for them; then the delegate does, in their name', async () => {
  const body = post({ toPersonId: people.clerk, ...period('2026-03-12', '2026-03-20') });
  assert.equal((await call('head', 'POST', '/delegations', body)).status, 200);
  assert.equal((await call('head', 'POST', '/delegations', body)).status, 200);
  const { posts, permissions } = (await call('clerk', 'GET', '/me')).body;
  assert.deepEqual(
    posts.map((one: { role: string; onBehalfOf: { name: string } | null }) => [one.role, one.onBehalfOf?.name]),
    [
      ['unit_clerk', undefined],
      ['unit_leader', '罗建国'],
    ],
  );
  assert.ok(permissions.includes('handover.manage'));
  const arranged = post({
    fromPersonId: people.official,
    toPersonId: people.checker,
    ...period('2026-03-13', '2026-03-14'),
  });
  assert.equal((await call('clerk', 'POST', '/delegations', arranged)).status, 200);
  const row = await story.tx((tx) =>
    tx.selectFrom('ledger').selectAll().where('request', '=', arranged.id).executeTakeFirstOrThrow(),
  );
  assert.deepEqual([row.actor, row.for_whom], [people.clerk, people.head]);
});

test('what was delegated is not passed on, and nothing goes round in a circle', async () => {
  assert.equal(
    await refused(
      'clerk',
      'POST',
      '/delegations',
      post({ toPersonId: people.head, ...period('2026-03-15', '2026-03-16') }),
    ),
    'delegation_circle',
  );
  await call(
    'clerk',
    'POST',
    '/delegations',
    post({ toPersonId: people.checker, ...period('2026-03-12', '2026-03-15') }),
  );
  const roles = (await call('checker', 'GET', '/me')).body.posts.map((one: { role: string }) => one.role);
  assert.deepEqual(roles.sort(), ['checker', 'unit_clerk']);
  assert.equal(
    await refused(
      'checker',
      'POST',
      '/delegations',
      post({ toPersonId: people.head, ...period('2026-03-13', '2026-03-14') }),
    ),
    'delegation_circle',
  );
});

test('not to oneself, not for ever, not backwards, not twice, not for a stranger, never by or for an administrator', async () => {
  const ask = (body: object) =>
    refused(
      'head',
      'POST',
      '/delegations',
      post({ toPersonId: people.dispatcher, ...period('2026-04-01', '2026-04-05'), ...body }),
    );
  assert.equal(await ask({ toPersonId: people.head }), 'delegation_to_oneself');
  assert.equal(await ask(period('2026-04-01', '2028-04-01')), 'delegation_dates');
  assert.equal(await ask(period('2026-04-05', '2026-04-01')), 'delegation_dates');
  assert.equal(await ask(period('2026-03-01', '2026-03-05')), 'delegation_dates');
  assert.equal(await ask({ toPersonId: people.clerk, ...period('2026-03-19', '2026-03-25') }), 'delegation_twice');
  assert.equal(await ask({ fromPersonId: people.waterHead }), 'forbidden');
  const { person } = await sysadmin.ok('GET', '/me');
  assert.equal(await ask({ toPersonId: person.id }), 'administrator_delegates');
  assert.equal(
    await sysadmin.refused(
      'POST',
      '/delegations',
      post({ toPersonId: people.clerk, ...period('2026-04-01', '2026-04-05') }),
    ),
    'administrator_delegates',
  );
  assert.equal(
    await secadmin.refused(
      'POST',
      '/posts',
      post({ personId: people.checker, role: 'auditor', unitId: units.urban, from: '2026-03-13' }),
    ),
    'administrator_delegates',
  );
});

test('it ends by itself, or early', async () => {
  const { items } = (await call('head', 'GET', '/delegations')).body;
  const mine = items.find((one: { from: { id: string } }) => one.from.id === people.head);
  assert.equal(await refused('waterHead', 'POST', `/delegations/${mine.id}/end`, post({})), 'forbidden');
  assert.equal((await call('clerk', 'POST', `/delegations/${mine.id}/end`, post({}))).status, 200);
  assert.equal((await call('clerk', 'GET', '/me')).body.posts.length, 1);
  assert.equal(await refused('head', 'POST', `/delegations/${mine.id}/end`, post({})), 'delegation_over');
  story.pass({ days: 3 });
  assert.equal((await call('checker', 'GET', '/me')).body.posts.length, 1);
  await Promise.all([sysadmin.again(), secadmin.again()]);
});

test('a head hands one piece of work over; the others stay', async () => {
  const [first] = letters.keys();
  const { items } = (await call('head', 'GET', `/people/${people.clerk}/work`)).body;
  assert.equal(items.length, 3);
  assert.equal(await refused('waterHead', 'GET', `/people/${people.clerk}/work`), 'forbidden');
  const body = post({ reason: '分工调整', handing: { places: [{ what: first, to: people.official }] } });
  assert.deepEqual((await call('head', 'POST', `/people/${people.clerk}/handovers`, body)).body, { handed: 1 });
  assert.deepEqual(holders(), [people.official, people.clerk, people.clerk]);
});

test('a post with open work is withdrawn only when somebody takes the work', async () => {
  const { posts } = await secadmin.ok('GET', `/people/${people.clerk}`);
  const path = `/posts/${posts[0].id}/withdrawal`;
  const refusal = await secadmin.send('POST', path, post({ reason: '轮岗' }));
  assert.equal(refusal.body.code, 'work_open');
  assert.deepEqual(
    refusal.body.detail.work.map((one: OpenWork) => one.number),
    ['L-2', 'L-3'],
  );
  assert.deepEqual((await secadmin.ok('GET', `/people/${people.clerk}`)).posts.length, 1, 'all or nothing');
});

test('who leaves hands over everything; posts, sessions and delegations end at once', async () => {
  await call(
    'clerk',
    'POST',
    '/delegations',
    post({ toPersonId: people.checker, ...period('2026-03-15', '2026-03-30') }),
  );
  const { version } = await sysadmin.ok('GET', `/people/${people.clerk}`);
  const path = `/people/${people.clerk}/departure`;
  const body = { version, reason: '调离' };
  assert.equal(await sysadmin.refused('POST', path, post(body)), 'work_open');
  assert.equal(
    await sysadmin.refused('POST', path, post({ ...body, handing: { to: people.clerk } })),
    'handover_to_oneself',
  );
  assert.equal(
    await sysadmin.refused('POST', path, post({ ...body, on: '2026-12-31', handing: { to: people.head } })),
    'date_ahead',
  );
  assert.equal((await call('clerk', 'GET', '/me')).status, 200, 'a refusal changed nothing');
  assert.deepEqual(holders(), [people.official, people.clerk, people.clerk]);
  const [, second] = letters.keys();
  const leaving = post({ ...body, handing: { to: people.head, places: [{ what: second, to: people.official }] } });
  await sysadmin.ok('POST', path, leaving);
  await sysadmin.ok('POST', path, leaving);
  assert.deepEqual(holders(), [people.official, people.official, people.head]);
  assert.equal((await call('clerk', 'GET', '/me')).body.code, 'signed_out');
  assert.equal((await call('checker', 'GET', '/me')).body.posts.length, 1);
  const page = await sysadmin.ok('GET', `/people/${people.clerk}`);
  assert.deepEqual([page.leftOn, page.posts, page.earlierPosts.length], ['2026-03-15', [], 1]);
  assert.equal(await sysadmin.refused('POST', `/people/${people.clerk}/account/activations`, post({})), 'person_left');
  assert.equal(
    await secadmin.refused('POST', '/posts', post({ personId: people.clerk, role: 'checker', unitId: units.urban })),
    'person_left',
  );
  assert.equal(
    await refused(
      'head',
      'POST',
      '/delegations',
      post({ toPersonId: people.clerk, ...period('2026-04-01', '2026-04-05') }),
    ),
    'person_left',
  );
});

test('who comes back is entered as before, and gets posts anew', async () => {
  const path = `/people/${people.clerk}`;
  const { version } = await sysadmin.ok('GET', path);
  await sysadmin.ok('POST', `${path}/return`, post({ version, reason: '返回原单位' }));
  assert.equal(
    await sysadmin.refused('POST', `${path}/return`, post({ version: version + 1, reason: '再来' })),
    'person_is_here',
  );
  const page = await sysadmin.ok('GET', path);
  assert.deepEqual([page.leftOn, page.posts], [null, []]);
  await secadmin.ok('POST', '/posts', post({ personId: people.clerk, role: 'unit_clerk', unitId: units.urban }));
});
