/** Backups that are cut, altered, newer or of a city that stands here, and disks and programs that fail midway: nothing by halves. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { cityKeysText, placeCityKeys } from '#platform/keys-file.ts';
import { Problem } from '#platform/problem.ts';
import { backUp } from '#root/backup/backup.ts';
import { bytesOf, readArchive } from '#root/backup/read-archive.ts';
import { restore } from '#root/backup/restore.ts';
import { writeArchive } from '#root/backup/write-archive.ts';
import { testCity } from '#test/database.ts';
import { secondInstallation } from '#test/second.ts';
import { makeLife } from './made-city.ts';

const story = await testCity();
const { city, installation } = story;
const folder = mkdtempSync(path.join(tmpdir(), 'suyuan-broken-'));
after(() => rmSync(folder, { recursive: true, force: true }));
await makeLife(story);
const whole = path.join(folder, 'whole.tar');
await backUp(city, whole);
const bytes = readFileSync(whole);
const second = await secondInstallation();
placeCityKeys(second.config.keysDir, 'qinglan', cityKeysText(installation.config.keysDir, 'qinglan'));

/** The code of the refusal; and nothing of a city is there after it. */
async function refusal(file: string, options = {}): Promise<string> {
  const error = await restore(second.installation, file, options).then(
    () => assert.fail(`${file} was restored`),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Problem, String(error));
  await nothingThere();
  return error.body.code;
}

async function nothingThere(): Promise<void> {
  const { rows } = await second.installation.owner.query(
    `select nspname as name from pg_namespace where nspname like 'city\\_%' union all select slug from suyuan.city
     union all select scope from suyuan.migration where scope <> 'suyuan'
     union all select task_identifier from graphile_worker.jobs`,
  );
  assert.deepEqual(rows, []);
}

const named = (name: string, content: Uint8Array) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** The same backup with one part changed, its checksums right. */
async function rewritten(name: string, part: string, change: (text: string) => string): Promise<string> {
  const file = path.join(folder, name);
  await writeArchive(file, new Date(0), async ({ add }) => {
    for await (const one of readArchive(whole)) {
      const content = await bytesOf(one);
      if (one.name === 'SHA256SUMS') continue;
      await add(one.name, one.name === part ? Buffer.from(change(content.toString())) : content);
    }
  });
  return file;
}

test('cut off wherever it may be', async () => {
  for (const share of [0.001, 0.2, 0.5, 0.9, 0.999]) {
    const code = await refusal(named(`cut-${share}.tar`, bytes.subarray(0, Math.floor(bytes.length * share))));
    assert.match(code, /^backup_(cut_off|not_one)$/, String(share));
  }
  // Between two parts, where a tar file looks whole: the list of checksums is missing.
  const sums = bytes.lastIndexOf('SHA256SUMS');
  const end = Buffer.concat([bytes.subarray(0, sums), Buffer.alloc(1024)]);
  assert.equal(await refusal(named('no-sums.tar', end)), 'backup_cut_off');
});

test('one byte flipped, in rows, files and lists', async () => {
  const places = ['tables/signal/', 'tables/ledger_202603/', 'jobs.json', 'files/', 'contents.json', 'SHA256SUMS'];
  for (const place of places) {
    const altered = Buffer.from(bytes);
    altered[bytes.indexOf(place) + 512 + 20]! ^= 1;
    assert.match(
      await refusal(named(`flip-${places.indexOf(place)}.tar`, altered)),
      /^backup_(damaged|cut_off)$/,
      place,
    );
  }
});

test('no backup at all, and none there', async () => {
  assert.equal(await refusal(named('empty.tar', Buffer.alloc(0))), 'backup_not_one');
  assert.equal(await refusal(named('photo.tar', Buffer.from('\x89PNG\r\n'.repeat(500)))), 'backup_not_one');
  assert.equal(await refusal(path.join(folder, 'nowhere.tar')), 'file_unreadable');
});

test('of a newer form, with a newer migration, or of a program that is not ours', async () => {
  const json = (change: (manifest: Record<string, unknown>) => void) => (text: string) => {
    const manifest = JSON.parse(text);
    change(manifest);
    return JSON.stringify(manifest);
  };
  const newer = await rewritten(
    'newer.tar',
    'manifest.json',
    json((manifest) => {
      manifest.version = 2;
      manifest.tables = 'in some new way';
    }),
  );
  assert.equal(await refusal(newer), 'backup_newer');
  const further = await rewritten('further.tar', 'manifest.json', (text) => text.replace('008_evidence', '108_beyond'));
  assert.equal(await refusal(further), 'backup_newer');
  const other = await rewritten('other.tar', 'manifest.json', (text) =>
    text.replace(/"checksum": "[0-9a-f]{64}"/, `"checksum": "${'0'.repeat(64)}"`),
  );
  assert.equal(await refusal(other), 'backup_other_program');
  const hostile = await rewritten('hostile.tar', 'manifest.json', (text) =>
    text.replace("TO ('", "TO ('2026-01-01'); drop schema suyuan cascade; --"),
  );
  assert.equal(await refusal(hostile), 'backup_damaged');
});

test('with fewer rows than it says, though every checksum is right', async () => {
  const fewer = await rewritten('fewer.tar', 'contents.json', (text) => text.replace(/"signal": \d+/, '"signal": 7'));
  assert.equal(await refusal(fewer), 'backup_damaged');
});

test('of a city that stands here; of one whose keys here are others', async () => {
  const here = restore(installation, whole);
  await assert.rejects(here, (error: Problem) => error.body.code === 'backup_city_here');
  await assert.rejects(
    restore(installation, whole, { slug: 'Bad Slug' }),
    (error: Problem) => error.body.code === 'city_slug',
  );
  const text = JSON.parse(cityKeysText(installation.config.keysDir, 'qinglan'));
  placeCityKeys(
    second.config.keysDir,
    'other',
    JSON.stringify({ ...text, codes: Buffer.alloc(32).toString('base64') }),
  );
  assert.equal(await refusal(whole, { slug: 'other' }), 'backup_keys_other');
  assert.equal(await refusal(whole, { withoutIdentifiers: true }), 'keys_exist');
});

test('the disk is full while a backup is written: refused, and nothing is left beside it', async () => {
  const before = readdirSync(folder);
  const full = () => createWriteStream('/dev/full');
  const error = await backUp(city, path.join(folder, 'full.tar'), () => {}, full).catch((thrown) => thrown);
  assert.equal(error.body?.code, 'disk_full', String(error));
  assert.deepEqual(readdirSync(folder), before);
  const closed = await backUp(city, path.join(folder, 'nowhere', 'a.tar')).catch((thrown) => thrown);
  assert.equal(closed.body?.code, 'file_unwritable');
  // The connections are fit for use after it.
  await backUp(city, path.join(folder, 'after.tar'));
  assert.ok(statSync(path.join(folder, 'after.tar')).size > 0);
});

test('two restores of one city at once: one is made, the other is refused', async () => {
  const error = await Promise.allSettled([restore(second.installation, whole), restore(second.installation, whole)]);
  assert.deepEqual(error.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const refused = error.find((one) => one.status === 'rejected')!;
  assert.equal(refused.reason.body?.code, 'backup_city_here', String(refused.reason));
  await second.installation.owner.query(`drop schema city_qinglan cascade; delete from suyuan.city;
    delete from suyuan.migration where scope = 'qinglan'; delete from graphile_worker._private_jobs`);
});

test('kill −9 when all is loaded and nothing committed: nothing is there, and the next restore goes through', async () => {
  const { config, installation: there } = second;
  const gate = await there.owner.connect();
  await gate.query('begin; lock table suyuan.city in share mode');
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../../src/cli.ts'), 'restore', whole], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: config.databaseUrl,
      DATABASE_OWNER_URL: config.databaseOwnerUrl,
      SUYUAN_DATA: config.dataDir,
      SUYUAN_KEYS: config.keysDir,
      FIXED_CLOCK: config.fixedClock?.toISOString(),
    },
  });
  for (let tries = 0; ; tries++) {
    const { rows } = await there.owner.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into suyuan.city%'`,
    );
    if (rows.length > 0) break; // schema, rows, files and jobs are made; the row that names the city waits
    assert.ok(child.exitCode === null && tries < 600, 'the restore never came so far');
    await sleep(50);
  }
  child.kill('SIGKILL');
  await gate.query('rollback');
  gate.release();
  for (let tries = 0; ; tries++) {
    const { rows } = await there.owner.query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'suyuan cli owner'`,
    );
    if (rows.length === 0) break; // the server has seen that nobody is there
    assert.ok(tries < 200);
    await sleep(50);
  }
  await nothingThere();
  assert.equal((await restore(there, whole)).city, 'qinglan');
});
