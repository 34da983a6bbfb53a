/** Everybody finds everybody; nobody sees a number in full without saying why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { world, call } = story;
const sysadmin = await administrator(story, 'system_admin');
const secadmin = await administrator(story, 'security_admin');
const PHONE = '13900010002';
const ID_NUMBER = '11010519491231002X';
const id = newId();
const post = { id: newId(), unitId: world.units.urbanNight, title: '副科长' };
const entry = { id, name: '司马青', staffNumber: 'G-0107', phone: '+86 139-0001-0002', idNumber: ID_NUMBER, post };

test('a person is entered once, with an ordinary post', async () => {
  await sysadmin.ok('POST', '/people', entry);
  await sysadmin.ok('POST', '/people', entry);
  assert.equal(await sysadmin.refused('POST', '/people', { ...entry, name: '别人' }), 'id_taken');
  const other = { ...entry, id: newId(), name: '别人', post: null };
  assert.equal(await sysadmin.refused('POST', '/people', other), 'staff_number_taken');
  assert.equal(await sysadmin.refused('POST', '/people', { ...other, staffNumber: null }), 'id_number_taken');
  assert.equal(
    (await call('clerk', 'POST', '/people', { ...other, staffNumber: null, idNumber: null })).body.code,
    'forbidden',
  );
});

test('what is no phone and no ID number is said field by field', async () => {
  const bad = await sysadmin.send('POST', '/people', {
    id: newId(),
    name: ' ',
    phone: 'abc',
    idNumber: '110105194912310022',
  });
  assert.equal(bad.body.fields[0].path, 'name');
  const numbers = await sysadmin.send('POST', '/people', {
    id: newId(),
    name: '某',
    phone: 'abc',
    idNumber: '110105194912310022',
  });
  assert.deepEqual(
    numbers.body.fields.map((field: { path: string }) => field.path),
    ['phone', 'idNumber'],
  );
  assert.equal((await sysadmin.send('POST', '/people', { id: newId(), name: 'a\0b' })).status, 422);
});

test('colleagues see the name, the unit and a masked phone', async () => {
  const { body } = await call('official', 'GET', '/people?q=司马');
  assert.equal(body.items.length, 1);
  const [found] = body.items;
  assert.equal(found.phone, '139****0002');
  assert.equal(found.account, null, 'how accounts stand is for administrators');
  assert.deepEqual(
    [found.posts[0].unit.shortName, found.posts[0].title, found.posts[0].roleName.zh],
    ['夜查科', '副科长', '干部'],
  );
  const page = (await call('official', 'GET', `/people/${id}`)).body;
  assert.equal(page.idNumber, '110105********002X');
});

test('the database and the ledger hold no number in clear', async () => {
  const rows = await story.tx(async (tx) => [
    await tx.selectFrom('person').selectAll().where('id', '=', id).execute(),
    await tx.selectFrom('ledger').selectAll().where('thing', '=', id).execute(),
    await tx.selectFrom('decision').selectAll().where('id', '=', id).execute(),
  ]);
  const all = rows
    .map((table) =>
      JSON.stringify(table, (_, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
      ),
    )
    .join();
  for (const number of [PHONE, ID_NUMBER]) assert.ok(!all.includes(number));
  assert.ok(!JSON.stringify(rows[1]).includes('司马青'), 'names stand in no ledger row');
});

test('the full number takes a permission, a purpose and a reason, and is written down once', async () => {
  const ask = { id: newId(), fields: ['phone'], purpose: 'contact', reason: '值班联系 13900010002' };
  assert.equal((await call('official', 'POST', `/people/${id}/reveal`, ask)).body.code, 'forbidden');
  assert.equal((await secadmin.send('POST', `/people/${id}/reveal`, { ...ask, reason: ' ' })).status, 422);
  assert.deepEqual(await secadmin.ok('POST', `/people/${id}/reveal`, ask), { phone: PHONE, idNumber: null });
  await secadmin.ok('POST', `/people/${id}/reveal`, ask);
  const rows = await story.tx((tx) =>
    tx.selectFrom('ledger').selectAll().where('verb', '=', 'person.revealed').execute(),
  );
  assert.equal(rows.length, 1);
  assert.deepEqual(rows[0]!.data, { fields: ['phone'], purpose: 'contact' });
  assert.equal(rows[0]!.reason, '值班联系 139****0002');
});

test('a phone finds its owner whole or not at all, and the search is written down without it', async () => {
  const find = async (phone: string) =>
    (await call('head', 'POST', '/people/searches', { id: newId(), phone })).body.items.length;
  assert.equal(await find('139 0001 0002'), 1);
  assert.equal(await find('13900010003'), 0);
  assert.equal(await find('0002'), 0);
  assert.equal((await call('head', 'GET', '/people?q=0002')).body.items.length, 0);
  const rows = await story.tx((tx) =>
    tx.selectFrom('ledger').selectAll().where('verb', '=', 'person.searched').execute(),
  );
  assert.equal(rows.length, 3);
  assert.ok(!JSON.stringify(rows).includes('0001'));
});

test('a change leaves alone what it does not name; the second of two learns of the first', async () => {
  const change = { id: newId(), version: 1, name: '司马清', staffNumber: 'G-0107' };
  assert.deepEqual(await sysadmin.ok('PUT', `/people/${id}`, change), { id, version: 2 });
  assert.deepEqual(await sysadmin.ok('PUT', `/people/${id}`, change), { id, version: 2 });
  const page = await sysadmin.ok('GET', `/people/${id}`);
  assert.deepEqual([page.name, page.phone, page.idNumber], ['司马清', '139****0002', '110105********002X']);
  const late = await sysadmin.send('PUT', `/people/${id}`, { ...change, id: newId(), phone: null });
  assert.equal(late.body.code, 'changed_meanwhile');
  await sysadmin.ok('PUT', `/people/${id}`, { ...change, id: newId(), version: 2, phone: null });
  assert.equal((await sysadmin.ok('GET', `/people/${id}`)).phone, null);
});

test('the list goes on where it stopped, and no name stands in the address', async () => {
  const names: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await call('official', 'GET', `/people?limit=4${cursor && `&cursor=${cursor}`}`);
    names.push(...body.items.map((one: { name: string }) => one.name));
    if (!body.next) break;
    cursor = body.next;
    assert.match(Buffer.from(cursor, 'base64url').toString(), /^\["[0-9a-f-]{36}"\]$/);
  }
  assert.equal(names.length, 13);
  assert.equal(new Set(names).size, 13);
  assert.equal((await call('official', 'GET', '/people?cursor=WzFd')).status, 422);
  assert.equal((await call('official', 'GET', '/people?cursor=%25')).status, 422);
});

test('by unit, with what is below it, by role, by tree', async () => {
  const count = async (query: string) => (await call('official', 'GET', `/people?${query}`)).body.items.length;
  assert.equal(await count(`unitId=${world.units.urban}`), 2);
  assert.equal(await count(`unitId=${world.units.urban}&below=true`), 4);
  assert.equal(await count('role=dispatcher'), 2);
  assert.equal(await count('tree=party'), 1);
  assert.equal(await count('q=%25'), 0, 'a percent sign is a percent sign');
});

test('a person without a post does not see the directory', async () => {
  await story.tx((tx) =>
    tx.updateTable('post').set({ valid_to: '2026-03-12' }).where('person_id', '=', world.people.checker).execute(),
  );
  assert.equal((await call('checker', 'GET', '/people')).body.code, 'forbidden');
  assert.equal((await call('checker', 'GET', '/me')).status, 200);
});
