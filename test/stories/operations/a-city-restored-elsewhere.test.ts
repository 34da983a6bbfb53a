/** A city is backed up beside its running server and restored into an empty installation, with its keys and without. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { anchorFile, anchorPath } from '#ledger/anchor.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { sweep } from '#ledger/sweep.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { transact } from '#platform/city.ts';
import { mayGoOut } from '#platform/held.ts';
import { newId } from '#platform/ids.ts';
import { lockKeys, unlockKeys } from '#platform/keys-carry.ts';
import { cityKeysText, placeCityKeys } from '#platform/keys-file.ts';
import type { Problem } from '#platform/problem.ts';
import { backUp } from '#root/backup/backup.ts';
import { release } from '#root/backup/release.ts';
import { restore } from '#root/backup/restore.ts';
import { reactions } from '#root/reactions.ts';
import { testCity } from '#test/database.ts';
import { callerOf, secondInstallation } from '#test/second.ts';
import { stepsOf } from '#test/steps.ts';
import { countRows, makeLife, PDF, PHONE } from './made-city.ts';

const story = await testCity();
const { city, installation, world, settle, call } = story;
const folder = mkdtempSync(path.join(tmpdir(), 'suyuan-backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'qinglan.tar');
const life = await makeLife(story);
await settle();
const anchor = anchorPath(installation.config.anchorsDir, city.slug);
await sealLedger(installation.owner, city, anchorFile(anchor));
const counted = await countRows(story, city.schema);
const made = await backUp(city, file);
const second = await secondInstallation();
const reveal = { purpose: 'contact', reason: '回电确认' };

test('the backup is closed to others, says what is in it, stands in the ledger, and is never overwritten', async () => {
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual([made.files, made.damaged_files], [2, []]);
  assert.ok(made.jobs > 0);
  assert.equal(made.bytes, statSync(file).size);
  const { rows } = await installation.pool.query(`select thing from ${city.schema}.ledger where verb = 'backup.made'`);
  assert.deepEqual(rows, [{ thing: made.id }]);
  await assert.rejects(backUp(city, file), (error: Problem) => error.body.code === 'file_exists');
  assert.deepEqual(readdirSync(folder), ['qinglan.tar']);
});

test('without its keys it is refused, and nothing has changed', async () => {
  await assert.rejects(
    restore(second.installation, file),
    (error: Problem) => error.body.code === 'backup_keys_missing',
  );
  const { rows } = await second.installation.pool.query('select from suyuan.city');
  assert.equal(rows.length, 0);
  assert.ok(!existsSync(path.join(second.config.dataDir, 'files')));
});

test('the keys travel under a passphrase; a wrong one opens nothing', async () => {
  const text = cityKeysText(installation.config.keysDir, 'qinglan');
  const locked = await lockKeys('qinglan', text, '青澜 correct horse battery');
  assert.ok(!locked.includes(JSON.parse(text).codes));
  const wrong = unlockKeys(locked, 'k', 'another passphrase');
  await assert.rejects(wrong, (error: Problem) => error.body.code === 'passphrase_wrong');
  placeCityKeys(second.config.keysDir, 'qinglan', await unlockKeys(locked, 'k', '青澜 correct horse battery'));
  assert.throws(
    () => placeCityKeys(second.config.keysDir, 'qinglan', text),
    (error: Problem) => error.body.code === 'keys_exist',
  );
});

test('with them every row and file is there, a phone is revealed, a file downloads, search finds', async () => {
  const done = await restore(second.installation, file);
  assert.deepEqual([done.city, done.epoch, done.files, done.jobs], ['qinglan', 2, 2, made.jobs]);
  const month = 'ledger_202603';
  // The one row more tells of the restore.
  assert.deepEqual(await countRows(second, city.schema), {
    ...counted,
    ledger: counted.ledger! + 1,
    [month]: counted[month]! + 1,
  });
  const ask = await callerOf(second.installation, 'qinglan', world.people);
  const full = await ask('callTaker', 'POST', `/signals/${life.reported}/reporter`, { id: newId(), ...reveal });
  assert.equal(full.json().phone, PHONE);
  assert.deepEqual(
    (await ask('dispatcher', 'GET', '/signals?q=漏水')).json().items.length,
    (await call('dispatcher', 'GET', '/signals?q=漏水')).body.items.length,
  );
  const found = await ask('dispatcher', 'POST', '/search', { q: '13800138000' });
  assert.equal(found.json().items[0].id, life.reported);
  const page = (await ask('head', 'GET', `/tasks/${life.taskId}`)).json();
  const download = await ask('head', 'GET', `/evidence/${page.handIns[0].files[0].id}`);
  assert.deepEqual(download.rawPayload, PDF);
  const words = (await call('callTaker', 'GET', `/signals/${life.reported}`)).body.words;
  assert.equal((await ask('callTaker', 'GET', `/signals/${life.reported}`)).json().words, words);
});

test('the ledger goes on in a new epoch, numbers go on, and what follows is done', async () => {
  const restored = second.installation.cities.get('qinglan')!;
  const ask = await callerOf(second.installation, 'qinglan', world.people);
  const before = await transact(restored, (tx) =>
    tx.selectFrom('ledger').select(['epoch', 'verb']).orderBy('seq', 'desc').executeTakeFirstOrThrow(),
  );
  assert.equal(before.epoch, 2);
  const id = newId();
  const entered = { id, channelId: world.channel, words: '恢复后又漏水', matter: 'help' };
  assert.equal((await ask('callTaker', 'POST', '/signals/desk', entered)).statusCode, 200);
  // Once to leave the old epoch behind, once for the new one.
  await sweep(restored, reactions);
  await sweep(restored, reactions);
  const { rows } = await second.installation.pool.query(
    `select l.seq, (select count(*) from ${city.schema}.reaction_done d where d.ledger_seq = l.seq) as done
       from ${city.schema}.ledger l where thing = $1 and verb = any($2)`,
    [id, Object.keys(reactions)],
  );
  for (const row of rows) assert.ok(row.done > 0, 'a reaction after the restore was not found by the sweep');
  const marks = await second.installation.pool.query(`select distinct epoch from ${city.schema}.reaction_mark`);
  assert.deepEqual(marks.rows, [{ epoch: 2 }]);
});

test('what was sealed before the backup is verified after the restore, also against the anchor of the old place', async () => {
  const restored = second.installation.cities.get('qinglan')!;
  const own = anchorPath(second.config.anchorsDir, 'qinglan');
  const { rows } = await sealLedger(second.installation.owner, restored, anchorFile(own));
  assert.ok(rows > 0, 'what waited in the old epoch and came in the new one is sealed');
  const here = await verifyLedger(restored, own);
  assert.deepEqual([here.ok, here.findings], [true, []]);
  assert.ok(here.blocks > 1 && here.rows > rows);
  const there = await verifyLedger(restored, anchor);
  assert.deepEqual([there.ok, there.findings], [true, []]);
});

test('the app role owns what it owned, and may not change the ledger', async () => {
  const owners = (one: typeof installation) =>
    one.owner
      .query(
        `select relname as name, pg_get_userbyid(relowner) as owner, relacl::text as rights from pg_class
          where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'S') order by 1`,
        [city.schema],
      )
      .then(({ rows }) => rows);
  assert.deepEqual(await owners(second.installation), await owners(installation));
});

test('indexes, keys and constraints are those of the city that was backed up', async () => {
  const shape = async (one: typeof installation) => {
    const { rows } = await one.owner.query(
      `select indexdef as def from pg_indexes where schemaname = $1
       union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = $1::regnamespace order by 1`,
      [city.schema],
    );
    return rows.map(({ def }) => def);
  };
  assert.deepEqual(await shape(second.installation), await shape(installation));
});

test('nothing goes outside until a person releases it, and that stands in the ledger', async () => {
  const restored = second.installation.cities.get('qinglan')!;
  assert.equal(await mayGoOut(city), true);
  assert.equal(await mayGoOut(restored), false);
  await release(second.installation, restored);
  assert.equal(await mayGoOut(restored), true);
  const row = await transact(restored, (tx) =>
    tx.selectFrom('ledger').select(['verb', 'thing', 'data']).orderBy('seq', 'desc').executeTakeFirstOrThrow(),
  );
  assert.deepEqual([row.verb, row.thing], ['backup.released', made.id]);
  assert.ok((row.data as { account: string }).account);
  await assert.rejects(release(second.installation, restored), (error: Problem) => error.body.code === 'not_held');
});

test('told to go without the identifiers, words and files are there and what was sealed is gone', async () => {
  const done = await restore(second.installation, file, { slug: 'exercise', withoutIdentifiers: true });
  assert.equal(done.city, 'exercise');
  const { rows: left } = await second.installation.owner.query(
    `select (select count(*) from city_exercise.signal_key) as codes,
            (select count(*) from city_exercise.reporter where num_nonnulls(name_sealed, phone_sealed, address_sealed) > 0) as reporters,
            (select count(*) from city_exercise.person where num_nonnulls(phone_sealed, phone_key, id_number_key) > 0) as people,
            (select count(*) from city_exercise.ledger) as ledger`,
  );
  assert.deepEqual(left, [{ codes: 0, reporters: 0, people: 0, ledger: counted.ledger! + 1 }]);
  const { rows: jobs } = await second.installation.pool.query(
    `select payload ->> 'city' as city, count(*) as n from graphile_worker._private_jobs group by 1 order by 1`,
  );
  assert.deepEqual(jobs, [
    { city: 'exercise', n: made.jobs },
    { city: 'qinglan', n: jobs[1].n },
  ]);
  const ask = await callerOf(second.installation, 'exercise', world.people);
  const page = (await ask('callTaker', 'GET', `/signals/${life.reported}`)).json();
  assert.match(page.words, /望湖小区/);
  assert.ok(!page.reporter?.phone);
  const full = await ask('callTaker', 'POST', `/signals/${life.reported}/reporter`, { id: newId(), ...reveal });
  assert.ok(!full.json().phone);
  const task = (await ask('head', 'GET', `/tasks/${life.taskId}`)).json();
  const download = await ask('head', 'GET', `/evidence/${task.handIns[0].files[0].id}`);
  assert.deepEqual(download.rawPayload, PDF);
  const stored = readdirSync(path.join(second.config.dataDir, 'files', 'exercise'), { recursive: true }).map(String);
  assert.deepEqual(
    stored.filter((name) => name.endsWith('.sealed')),
    [],
  );
});

test('while tickets come in it is still one instant: every signal in it has its index entry and its ledger row', async () => {
  const { signal } = stepsOf(story);
  const beside = path.join(folder, 'beside.tar');
  const coming = Array.from({ length: 40 }, (_, i) => signal(`备份时来电第${i}个`));
  const [, ...ids] = await Promise.all([backUp(city, beside), ...coming]);
  const { rows } = await restore(second.installation, beside, { slug: 'beside', withoutIdentifiers: true });
  assert.ok(rows > 0);
  const { rows: odd } = await second.installation.owner.query(
    `select s.id from city_beside.signal s
      where not exists (select from city_beside.signal_search x where x.signal_id = s.id)
         or not exists (select from city_beside.ledger l where l.thing = s.id)
     union all select thing from city_beside.ledger l where thing = any($1)
        and not exists (select from city_beside.signal s where s.id = l.thing)`,
    [ids],
  );
  assert.deepEqual(odd, []);
});
