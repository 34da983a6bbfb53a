/** Offices move, are renamed, merged and split; the tree of an earlier day stays what it was, and nothing is lost on the way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postsOf } from '#people/actor.store.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world, call } = story;
const { units } = world;
const reason = '机构改革';
const sysadmin = await administrator(story, 'system_admin');
const secadmin = await administrator(story, 'security_admin');

type Node = { id: string; name: string; parentId: string | null; guidedBy: string | null };
const tree = async (query = ''): Promise<Map<string, Node>> =>
  new Map((await call('official', 'GET', `/units/tree?${query}`)).body.items.map((node: Node) => [node.id, node]));
const version = async (id: string) => (await sysadmin.ok('GET', `/units/${id}`)).version;
const make = async (name: string, kind: string, parents: { unitId: string; relation: string }[] = []) => {
  const id = newId();
  await sysadmin.ok('POST', '/units', { id, name, shortName: name, kind, parents });
  return id;
};
const waits = async (days: number) => {
  story.pass({ days });
  await Promise.all([sysadmin.again(), secadmin.again()]);
};

test('a section moves; yesterday it still stood where it stood', async () => {
  await waits(10);
  const move = { id: newId(), relation: 'part', parentId: units.water, from: '2026-03-20', reason };
  await sysadmin.ok('POST', `/units/${units.urbanNight}/moves`, move);
  await sysadmin.ok('POST', `/units/${units.urbanNight}/moves`, move);
  assert.equal((await tree()).get(units.urbanNight)!.parentId, units.water);
  assert.equal((await tree('on=2026-03-19')).get(units.urbanNight)!.parentId, units.urban);
  assert.equal((await tree('on=2026-03-11')).size, 0, 'before the first day there was nothing');
  const { path } = await sysadmin.ok('GET', `/units/${units.urbanNight}?on=2026-03-19`);
  assert.deepEqual(
    path.map((unit: { shortName: string }) => unit.shortName),
    ['青澜市', '城管局'],
  );
});

test('a circle is refused, also one that would close only later', async () => {
  const move = (unit: string, parentId: string, from: string) =>
    sysadmin.send('POST', `/units/${unit}/moves`, { id: newId(), relation: 'part', parentId, from, reason });
  const [a, b] = [
    await make('甲处', 'section', [{ unitId: units.housing, relation: 'part' }]),
    await make('乙处', 'section'),
  ];
  assert.equal((await move(units.housing, a, '2026-03-22')).body.code, 'unit_circle');
  assert.equal((await move(a, a, '2026-03-22')).body.code, 'unit_circle');
  assert.equal((await move(b, a, '2027-01-01')).status, 200);
  assert.equal((await move(a, b, '2026-06-01')).body.code, 'unit_circle');
});

test('the two trees do not mix; a party group guides, and leads nobody by it', async () => {
  const mixed = {
    id: newId(),
    name: '错',
    shortName: '错',
    kind: 'branch',
    parents: [{ unitId: units.urban, relation: 'part' }],
  };
  assert.equal(await sysadmin.refused('POST', '/units', mixed), 'unit_trees_differ');
  const group = await make('城管局党组', 'party_group');
  const committee = await make('城管局机关党委', 'party_committee', [
    { unitId: units.committee, relation: 'leads' },
    { unitId: group, relation: 'guides' },
  ]);
  const node = (await tree('tree=party')).get(committee)!;
  assert.deepEqual([node.parentId, node.guidedBy], [units.committee, group]);
  const secretary = newId();
  await sysadmin.ok('POST', '/people', { id: secretary, name: '组书记' });
  await secadmin.ok('POST', '/posts', { id: newId(), personId: secretary, role: 'branch_secretary', unitId: group });
  const reach = await story.tx((tx) => postsOf(tx, secretary));
  assert.deepEqual(reach[0]!.units, [group], 'guidance gives no authority');
});

test('a unit that something hangs on is not closed, and it is said what', async () => {
  const close = { id: newId(), version: await version(units.urban), on: '2026-03-22', reason };
  const refusal = await sysadmin.send('POST', `/units/${units.urban}/closing`, close);
  assert.equal(refusal.body.code, 'unit_in_use');
  assert.match(refusal.body.message.zh, /0 个下级单位、2 个在任岗位、0 件/);
  assert.deepEqual(refusal.body.detail.posts.map((post: { personName: string }) => post.personName).sort(), [
    '罗建国',
    '陈晓燕',
  ]);
  const empty = await make('空处', 'section', [{ unitId: units.urban, relation: 'part' }]);
  const done = { id: newId(), version: 1, on: '2026-03-22', reason };
  assert.equal(await sysadmin.refused('POST', `/units/${empty}/closing`, { ...done, on: '2026-12-31' }), 'date_ahead');
  await sysadmin.ok('POST', `/units/${empty}/closing`, { ...done, id: newId() });
  assert.equal((await tree()).has(empty), false);
  assert.equal(
    await sysadmin.refused('POST', `/units/${empty}/moves`, {
      id: newId(),
      relation: 'part',
      parentId: units.water,
      from: '2026-03-22',
      reason,
    }),
    'unit_not_open',
  );
});

const renamed = newId();

test('a renamed unit keeps its people, its sections, its place and its code', async () => {
  await sysadmin.ok('PUT', `/units/${units.water}`, {
    ...{ id: newId(), version: await version(units.water), code: 'SW', kind: 'department' },
    ...{ name: '青澜市水务局', shortName: '水务局', areaId: null, hostUnitId: null },
  });
  const successors = [{ id: renamed, name: '青澜市水利局', shortName: '水利局' }];
  const rename = { id: newId(), kind: 'renamed', predecessors: [units.water], successors, on: '2026-03-22', reason };
  await sysadmin.ok('POST', '/units/successions', rename);
  await sysadmin.ok('POST', '/units/successions', rename);
  const page = await sysadmin.ok('GET', `/units/${renamed}`);
  assert.equal(page.code, 'SW');
  assert.deepEqual(
    page.posts.map((post: { person: { name: string } }) => post.person.name),
    ['卢海'],
  );
  assert.deepEqual(
    page.predecessors.map((one: { unit: { id: string }; kind: string }) => [one.unit.id, one.kind]),
    [[units.water, 'renamed']],
  );
  const now = await tree();
  assert.equal(now.get(units.urbanNight)!.parentId, renamed);
  assert.equal(now.has(units.water), false);
  assert.equal((await tree('on=2026-03-21')).get(units.urbanNight)!.parentId, units.water);
  const [post] = (await story.actor('waterHead')).posts;
  assert.deepEqual(
    new Set(post!.units),
    new Set([renamed, units.water, units.urbanNight]),
    'the successor sees what its predecessor had',
  );
});

test('two departments merge into a third', async () => {
  const merged = newId();
  const successors = [{ id: merged, name: '青澜市城乡建设局', shortName: '城建局' }];
  const input = {
    id: newId(),
    kind: 'merged',
    predecessors: [units.housing, units.urban],
    successors,
    on: '2026-03-22',
    reason,
  };
  assert.equal(
    await sysadmin.refused('POST', '/units/successions', { ...input, id: newId(), kind: 'renamed' }),
    'succession_shape',
  );
  await sysadmin.ok('POST', '/units/successions', input);
  const [post] = (await story.actor('head')).posts;
  assert.equal(post!.unit, merged);
  assert.ok([units.housing, units.urban].every((unit) => post!.units.includes(unit)));
  assert.equal(await sysadmin.refused('POST', '/units/successions', { ...input, id: newId() }), 'unit_not_open');
});

test('a split says of each post and each section where it goes', async () => {
  const [east, west] = [newId(), newId()];
  const successors = [
    { id: east, name: '东水利局' },
    { id: west, name: '西水利局' },
  ];
  const input = { kind: 'split', predecessors: [renamed], successors, on: '2026-03-22', reason };
  const refusal = await sysadmin.send('POST', '/units/successions', { ...input, id: newId() });
  assert.equal(refusal.body.code, 'succession_unplaced');
  const { units: lower, posts } = refusal.body.detail;
  assert.deepEqual(lower, [units.urbanNight]);
  const places = [
    { what: lower[0], to: east },
    { what: posts[0].id, to: west },
  ];
  await sysadmin.ok('POST', '/units/successions', { ...input, id: newId(), places });
  assert.equal((await tree()).get(units.urbanNight)!.parentId, east);
  const [post] = (await story.actor('waterHead')).posts;
  assert.equal(post!.unit, west);
  assert.ok(
    post!.units.includes(renamed) && post!.units.includes(units.water),
    'closed things are seen by all successors',
  );
  assert.ok(
    !post!.units.includes(units.urbanNight) && !post!.units.includes(east),
    'what went east is not reached from the west',
  );
});
