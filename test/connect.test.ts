/** A database of the user's: what the program needs of it, each lack refused with what to do. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { readConfig } from '#platform/config.ts';
import { connect } from '#platform/connect.ts';
import { Problem, type Said } from '#platform/problem.ts';
import { inDatabase, testServer } from '#test/server.ts';

const { adminUrl } = await testServer();
// Files run side by side on one server: names of our own.
const names = { good: 'connect_good', deaf: 'connect_deaf', app: 'connect_app', owner: 'connect_owner' };

async function asAdmin(...statements: string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}

const clear = () =>
  asAdmin(
    `drop database if exists ${names.good}`,
    `drop database if exists ${names.deaf}`,
    `drop role if exists ${names.owner}`,
    `drop role if exists ${names.app}`,
  );

before(async () => {
  await clear();
  await asAdmin(
    `create role ${names.app} login password 'x'`,
    `create role ${names.owner} login password 'x'`,
    `create database ${names.good} owner ${names.owner}`,
    `create database ${names.deaf} owner ${names.owner} template template0 locale_provider libc locale 'C'`,
  );
});
after(clear);

const url = (role: string, database = names.good) =>
  inDatabase(adminUrl, database).replace(/\/\/[^@]*@/, `//${role}:x@`);

async function connecting(appUrl: string, ownerUrl?: string): Promise<Said[]> {
  const said: Said[] = [];
  const config = readConfig({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }, '/nowhere');
  const database = await connect(config, (line) => said.push(line));
  await database.stop();
  return said;
}

async function refused(code: string, appUrl: string, ownerUrl?: string): Promise<string> {
  try {
    await connecting(appUrl, ownerUrl);
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.body.code, code);
    return error.body.message.en;
  }
  return assert.fail('was not refused');
}

test('an owner that cannot hand tables to the app role is refused with the statement that lets it', async () => {
  const words = await refused('database_owner_lacks', url(names.app), url(names.owner));
  assert.match(words, /grant "connect_app" to "connect_owner"/);
  await asAdmin(`grant ${names.app} to ${names.owner}`);
});

test('an owner that may not make the extensions is refused with the statement that lets it', async () => {
  await asAdmin(`alter database ${names.good} owner to postgres`);
  const words = await refused('database_owner_lacks', url(names.app), url(names.owner));
  assert.match(words, /grant create on database "connect_good" to "connect_owner"/);
  await asAdmin(`alter database ${names.good} owner to ${names.owner}`);
});

test('two roles on one database are taken in silence, and the extensions are there', async () => {
  assert.deepEqual(await connecting(url(names.app), url(names.owner)), []);
  const client = new pg.Client({ connectionString: url(names.app) });
  await client.connect();
  const { rows } = await client.query(`select 'ext.int4_ops'::text, opcname from pg_opclass o
    join pg_namespace n on n.oid = o.opcnamespace where nspname = 'ext' and opcname = 'int4_ops' limit 1`);
  await client.end();
  assert.equal(rows.length, 1);
});

test('one role works, and the program says that the ledger is then protected from others only', async () => {
  for (const ownerUrl of [undefined, url(names.owner)]) {
    const [line, ...more] = await connecting(url(names.owner), ownerUrl);
    assert.match(line?.en ?? '', /one role/);
    assert.deepEqual(more, []);
  }
});

test('a database that takes Chinese for no letters, another database, a wrong password: each in words', async () => {
  await refused('database_no_chinese', url(names.app, names.deaf), url(names.owner, names.deaf));
  await refused('database_two_places', url(names.app), url(names.owner, 'suyuan'));
  const words = await refused('database_unreachable', url(names.app).replace(':x@', ':y@'));
  assert.match(words, /DATABASE_URL.*password/);
  await refused('database_unreachable', 'postgres://app@127.0.0.1:1/suyuan');
});
