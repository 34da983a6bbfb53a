/** A unit's work, the morning list and the leader's page count what the lists show, and only what is theirs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import type { LeaderPage, MorningList, PersonWork, UnitLoad, UnitWork } from '#views/overview.api.ts';

const story = await testCity();
const { world, call, pass } = story;
const { urban, water } = world.units;
const { ok, signal, problem, decide } = stepsOf(story);

async function given(title: string, unitId: string): Promise<string> {
  const id = await problem([await signal(title)], title);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId });
  return id;
}
const titles = (of: { items: { title: string }[] }) => of.items.map((one) => one.title);
const leader = (name: PersonName): Promise<LeaderPage> => ok(name, 'GET', '/leader');
const morning = (name: PersonName): Promise<MorningList> => ok(name, 'GET', '/morning');
const listed = async (name: PersonName, path: string) => (await ok(name, 'GET', path)).items.length;

const night = await given('夜市噪音', urban);
const stalls = await given('早市占道', urban);
await given('河道垃圾', water);
await decide('head', `/problems/${stalls}`, 'signatures');
await decide('dispatcher', `/problems/${stalls}`, 'assignments', { unitId: water, role: 'assist' });
const task = { title: '夜查', assigneeId: world.people.official, reviewerId: world.people.head };
await decide('head', `/problems/${stalls}`, 'tasks', { ...task, taskId: newId() });
const cause = { id: newId(), layer: 'operational', kind: 'process', words: '十点后无人巡查', parentId: null };
await ok('clerk', 'POST', `/problems/${night}/causes`, cause);
const measure = { id: newId(), layer: 'operational', words: '巡查延到凌晨', causes: [cause.id] };
await ok('clerk', 'POST', `/problems/${night}/measures`, measure);

test('the figures of a unit are those of the lists that they lead to', async () => {
  pass({ days: 1 });
  await signal('路灯不亮');
  pass({ days: 3 });
  const work: UnitWork = await ok('head', 'GET', `/units/${urban}/work`);
  for (const [things, parts, filter] of [
    ['problems', work.problems, `leadId=${urban}`],
    ['tasks', work.tasks, `unitId=${urban}`],
  ] as const) {
    assert.ok(parts.length > 0);
    for (const { state, count, late } of parts) {
      assert.equal(await listed('head', `/${things}?${filter}&state=${state}`), count, `${things} ${state}`);
      assert.equal(
        await listed('head', `/${things}?${filter}&state=${state}&late=true`),
        late,
        `late ${things} ${state}`,
      );
    }
  }
  assert.deepEqual(work.problems.map(({ state, count, late }) => [state, count, late]).sort(), [
    ['given', 1, 1],
    ['working', 1, 0],
  ]);
  assert.deepEqual(
    [work.causes, work.measures],
    [
      { unverified: 1, confirmed: 0 },
      { proposed: 1, adopted: 0 },
    ],
  );
  assert.equal((await call('waterHead', 'GET', `/units/${urban}/work`)).body.code, 'forbidden');
  assert.equal((await ok('dispatcher', 'GET', `/units/${urban}/work`)).problems.length, 2);
});

test('what a unit has in hand: by light, what is late, in whose hands; a person’s own tasks only for them and their head', async () => {
  const load: UnitLoad = await ok('head', 'GET', `/units/${urban}/load`);
  assert.deepEqual(load.problems, { red: 1, yellow: 0, green: 1 });
  assert.equal(load.late.count, load.problems.red + load.tasks.red);
  assert.equal(load.late.items[0]!.title, '夜市噪音');
  assert.deepEqual(
    load.people.map(({ person, red, yellow, green }) => [person.name, red + yellow + green]),
    [['吴涛', 1]],
  );
  assert.deepEqual(
    [load.returns, load.letters],
    [
      { given: 2, returned: 0 },
      { sent: 0, open: 0 },
    ],
  );
  assert.equal((await call('waterHead', 'GET', `/units/${urban}/load`)).status, 403);
  for (const name of ['official', 'head', 'office'] as const) {
    const work: PersonWork = await ok(name, 'GET', `/people/${world.people.official}/tasks`);
    assert.deepEqual([work.tasks.map(({ title }) => title), work.done.count], [['夜查'], 0], name);
  }
  for (const name of ['clerk', 'waterHead', 'dispatcher'] as const)
    assert.equal((await call(name, 'GET', `/people/${world.people.official}/tasks`)).status, 403, name);
});

test('a reporter waits for an answer of the unit that settled the problem', async () => {
  const id = await given('井盖响', water);
  for (const [name, noun, more] of [
    ['waterHead', 'signatures', {}],
    ['waterHead', 'handlings', { words: '已加垫' }],
    ['checker', 'verifications', { passed: true, words: '不响了' }],
    ['dispatcher', 'closings', { words: '同意' }],
  ] as const)
    await decide(name, `/problems/${id}`, noun, more);
  await story.settle();
  assert.equal((await ok('waterHead', 'GET', `/units/${water}/work`)).toAnswer.count, 1);
  assert.equal(await listed('waterHead', `/to-answer?unitId=${water}`), 1);
  assert.equal((await ok('head', 'GET', `/units/${urban}/work`)).toAnswer.count, 0);
});

test('the morning list: what became late, what falls due, what came in, and for whom it waits', async () => {
  const own = await morning('head');
  assert.deepEqual(
    own.units.map(({ shortName }) => shortName),
    ['城管局'],
  );
  assert.deepEqual(titles(own.lateSince), ['夜市噪音', '夜查']);
  assert.equal(own.lateSince.items[1]!.turn.people[0]!.name, '吴涛');
  assert.deepEqual(
    own.lateSince.items[0]!.turn.units.map(({ shortName }) => shortName),
    ['城管局'],
  );
  assert.equal(own.lateEarlier, 0);
  assert.deepEqual(own.waits.map(({ state, unit, count, late }) => [state, unit?.shortName, count, late]).sort(), [
    ['given', '城管局', 1, 1],
    ['working', '城管局', 1, 0],
  ]);
  const whole = await morning('dispatcher');
  assert.deepEqual(whole.units, []);
  assert.deepEqual(titles(whole.lateSince).sort(), ['夜市噪音', '夜查', '河道垃圾']);
  assert.equal(whole.since, '2026-03-13', 'a Monday looks back on Friday');
  assert.deepEqual(whole.came, [{ matter: 'help', count: 1 }]);
  assert.equal(await listed('dispatcher', `/signals?matter=help&from=${whole.since}&to=${whole.since}`), 1);
  pass({ days: 20 });
  assert.ok((await morning('head')).lateEarlier > 0);
  assert.deepEqual(titles((await morning('head')).lateSince), []);
});

test("the leader's page: what is red in the own units, what is theirs to sign, and it goes once it is signed", async () => {
  const before = await leader('head');
  assert.ok(titles(before.red).includes('夜市噪音'));
  assert.ok(!titles(before.red).includes('河道垃圾'));
  assert.deepEqual(
    before.sign
      .filter(({ kind, items }) => kind === 'delegation' || items.length > 0)
      .map(({ kind, items }) => [kind, ...items.map(({ words }) => words)]),
    [['cause', cause.words], ['measure', measure.words], ['delegation']],
  );
  const [toConfirm] = before.sign[0]!.items;
  const finding = { id: newId(), version: toConfirm!.version, finding: 'confirmed', words: '查过值班表' };
  await ok('head', 'POST', `/causes/${toConfirm!.id}/findings`, finding);
  assert.equal((await leader('head')).sign[0]!.count, 0);
  assert.equal((await leader('waterHead')).sign[1]!.count, 0, 'another unit’s measure is not theirs to adopt');
  assert.equal((await call('clerk', 'GET', '/leader')).body.code, 'forbidden');
});
