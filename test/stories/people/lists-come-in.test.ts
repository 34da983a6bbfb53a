/** An office brings its list of units and its staff list: each row is taken, met again, or said why not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActor } from '#people/actor.store.ts';
import { program } from '#people/actor.ts';
import { writePeople } from '#people/import-people.actions.ts';
import { type PersonRow, readPerson } from '#people/import-people.ts';
import { writeUnits } from '#people/import-units.actions.ts';
import { readUnit, type UnitRow } from '#people/import-units.ts';
import { testCity } from '#test/database.ts';

const story = await testCity();
const { call } = story;

const sysadmin = await story.tx(async (tx) => {
  const { person_id } = await tx
    .selectFrom('post')
    .select('person_id')
    .where('role_code', '=', 'system_admin')
    .executeTakeFirstOrThrow();
  return (await loadActor(tx, person_id))!;
});

const unitRow = ([name, parent = '', code = '', kind = '']: string[]): UnitRow => {
  const read = readUnit({ name: name!, parent, code, kind });
  assert.ok('row' in read);
  return read.row;
};
const personRow = ([
  name,
  unit = '',
  phone = '',
  staff_number = '',
  id_number = '',
  post = '',
  role = '',
  login = '',
]: string[]): PersonRow => {
  const read = readPerson({ name: name!, unit, phone, staff_number, id_number, post, role, login });
  assert.ok('row' in read);
  assert.deepEqual(read.notes, []);
  return read.row;
};
type Result = string | { rejected: { field: string | null; code: string }[] };
const told = (results: Result[]) =>
  results.map((one) =>
    typeof one === 'string' ? one : one.rejected.map((note) => `${note.field}: ${note.code}`).join(),
  );
const units = (...rows: string[][]) => story.tx(async (tx) => told(await writeUnits(tx, sysadmin, rows.map(unitRow))));
const people = (...rows: string[][]) =>
  story.tx(async (tx) => told(await writePeople(tx, sysadmin, rows.map(personRow))));
const tree = async () =>
  (await call('official', 'GET', '/units/tree')).body.items as {
    id: string;
    name: string;
    shortName: string;
    parentId: string;
  }[];
const entries = () => story.tx(async (tx) => (await tx.selectFrom('ledger').select('seq').execute()).length);

const departments = [
  ['交通运输局', '', 'JT'],
  ['客运科', '交通运输局'],
  ['站务组', '交通运输局/客运科'],
  ['教育局'],
  ['办公室', '交通运输局'],
  ['办公室', '教育局'],
  ['青澜市体育局'],
];

test('a list of units makes them, in whatever order it stands', async () => {
  assert.deepEqual(await units(...departments.toReversed()), Array(7).fill('accepted'));
  const all = await tree();
  const parent = (name: string) => all.find((node) => node.id === all.find((one) => one.name === name)!.parentId)!.name;
  assert.deepEqual([parent('站务组'), parent('客运科'), parent('交通运输局')], ['客运科', '交通运输局', '青澜市']);
  assert.equal(all.find((node) => node.name === '青澜市体育局')!.shortName, '体育局');
});

test('the same list again changes nothing', async () => {
  const before = await entries();
  assert.deepEqual(await units(...departments), Array(7).fill('repeated'));
  assert.equal(await entries(), before);
});

test('the same name elsewhere is another unit, the same code is the same one; what cannot be is said', async () => {
  assert.deepEqual(
    await units(
      ['站务组', '教育局'],
      ['教育局', '', 'JY'],
      ['交通局', '', 'JT'],
      ['运管科', '不存在局'],
      ['机关党委', '教育局'],
    ),
    ['accepted', 'revised', 'name: unit_exists_other_name', 'parent: unit_unknown', 'parent: unit_of_other_tree'],
  );
  assert.deepEqual(await units(['交通运输局', '教育局', 'JT']), ['revised']);
  assert.deepEqual(await units(['教育局', '交通运输局', 'JY']), ['parent: unit_circle']);
  assert.ok(
    (await tree()).find((node) => node.name === '教育局')!.parentId,
    'a refused move leaves the unit where it was',
  );
});

const staff = [
  ['宋江南', '教育局', '13900020001', 'A-001', '11010519491231002X', '副局长'],
  ['林秀', '客运科', '13900020002'],
  ['王伟', '教育局', '13900020003'],
  ['王伟', '客运科', '13900020004'],
  ['赵一', '城管局', '', 'A-005', '', '科员', '', 'zhaoyi'],
];

test('a staff list enters people with their posts, phones sealed', async () => {
  assert.deepEqual(await people(...staff), Array(5).fill('accepted'));
  const { items } = (await call('official', 'GET', '/people?q=宋江南')).body;
  assert.deepEqual(
    [items[0].phone, items[0].posts[0].title, items[0].posts[0].unit.name],
    ['139****0001', '副局长', '教育局'],
  );
  const { login } = await story.tx((tx) =>
    tx.selectFrom('account').select('login').where('login', '=', 'zhaoyi').executeTakeFirstOrThrow(),
  );
  assert.equal(login, 'zhaoyi');
});

test('the same list again changes nothing, also within itself', async () => {
  const before = await entries();
  assert.deepEqual(await people(...staff, ...staff), Array(10).fill('repeated'));
  assert.equal(await entries(), before);
  assert.deepEqual(await people(['新人', '教育局', '13900029999'], ['新人', '教育局', '13900029999']), [
    'accepted',
    'repeated',
  ]);
});

test('who is met by a number may have a new name, phone, title, unit; what is left empty stays', async () => {
  assert.deepEqual(
    await people(
      ['宋江楠', '教育局', '', 'A-001'],
      ['宋江楠', '教育局', '', '', '11010519491231002X', '局长'],
      ['林秀', '客运科', '13900020088'],
      ['赵一', '教育局', '', 'A-005'],
    ),
    ['revised', 'revised', 'revised', 'revised'],
  );
  const { items } = (await call('official', 'GET', '/people?q=宋江楠')).body;
  assert.deepEqual([items.length, items[0].phone, items[0].posts[0].title], [1, '139****0001', '局长']);
  const [both] = (await call('official', 'GET', '/people?q=赵一')).body.items;
  assert.equal(both.posts.length, 2, 'a second unit is a second post; withdrawing the first is for a person to decide');
});

test('each row that cannot be taken says why, and the others are taken', async () => {
  assert.deepEqual(
    await people(
      ['某甲', '教于局'],
      ['某乙'],
      ['某丙', '办公室'],
      ['某丁', '教育局/办公室'],
      ['某戊', '教育局', '', '', '', '', '皇帝'],
      ['某己', '教育局', '', '', '', '', '审计管理员'],
      ['某庚', '教育局', '', '', '', '', '', 'zhaoyi'],
      ['赵一', '教育局', '', 'A-005', '11010519491231002X'],
    ),
    [
      ...['unit: unit_unknown', 'unit: field_required', 'unit: unit_name_twice', 'accepted', 'role: role_unknown'],
      ...['role: role_not_yours', 'login: login_taken', 'id_number: id_number_taken'],
    ],
  );
});

test('who may grant posts may bring them in a list, within what has to stay apart', async () => {
  const rows = [
    ['宋江楠', '教育局', '', 'A-001', '', '', '单位主要负责人'],
    ['宋江楠', '教育局', '', 'A-001', '', '', '审计管理员'],
  ].map(personRow);
  assert.deepEqual(await story.tx(async (tx) => told(await writePeople(tx, program, rows))), [
    'revised',
    'role: posts_apart',
  ]);
});

test('somebody who has left does not come back by a list', async () => {
  await story.tx((tx) =>
    tx.updateTable('person').set({ left_on: '2026-03-01' }).where('staff_number', '=', 'A-005').execute(),
  );
  assert.deepEqual(await people(['赵一', '教育局', '', 'A-005']), ['name: row_of_one_who_left']);
});
