/** The embedded database under what happens to it: killed, orphaned, shared, started over what others left behind. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Database, startDatabase } from '#platform/embedded.ts';
import { Problem } from '#platform/problem.ts';
import { temporaryData } from '#test/server.ts';

const { dataDir, remove } = temporaryData();
after(remove);

const start = () => startDatabase({ dataDir, say: () => {} });

async function as(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** A process that ended counts as gone also before its parent, or the machine's first process, has noticed. */
const lives = (pid: number) =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
/** Its data is closed before the process has left the table of processes. */
async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; lives(pid) && waited < 200; waited++) await sleep(25);
  return !lives(pid);
}

const clusterFile = (name: string) => join(dataDir, 'postgres/cluster', name);

async function refused(code: string): Promise<void> {
  await assert.rejects(start, (error: unknown) => error instanceof Problem && error.body.code === code);
}

/** Another program on the same data folder; resolves once it holds the database. */
async function otherProgram(): Promise<{ program: ChildProcess; pid: number }> {
  const script = `import { startDatabase } from '#platform/embedded.ts';
    const { pid } = await startDatabase({ dataDir: process.argv[1], say: () => {} });
    console.log(pid()); setInterval(() => {}, 1000);`;
  const program = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(program.stdout, 'data');
  return { program, pid: Number(line) };
}

async function killProgram(program: ChildProcess): Promise<void> {
  program.kill('SIGKILL');
  await once(program, 'exit');
}

test('two programs begin on a new folder at once: one server, which the last to leave ends', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  assert.equal(one.pid(), two.pid());
  assert.deepEqual([one.adopted, two.adopted].sort(), [false, true]);
  assert.equal(statSync(join(dataDir, 'keys/database.json')).mode & 0o777, 0o600);
  await one.stop();
  assert.ok(lives(two.pid()));
  await two.stop();
  assert.ok(await gone(two.pid()));
});

test('Chinese is letters and sorts by pinyin; no port is open; each role may what it must', async () => {
  const { appUrl, ownerUrl, stop } = await start();
  try {
    const [facts] = await as(
      appUrl,
      `select '噪' ~ '[[:alpha:]]' as letter, current_setting('listen_addresses') as listens, current_user as role,
         (select string_agg(word, '' order by word) from unnest(array['中', '阿', '北']) word) as sorted`,
    );
    assert.deepEqual(facts, { letter: true, listens: '', role: 'suyuan_app', sorted: '阿北中' });
    await as(
      ownerUrl,
      'create schema trial',
      'grant usage, create on schema trial to suyuan_app',
      'create table trial.given (n int)',
      'create table trial.kept (n int)',
      'alter table trial.given owner to suyuan_app',
      'create index on trial.given using gin (n ext.int4_ops)',
    );
    await as(appUrl, 'alter table trial.given add column words text', 'insert into trial.given values (1)');
    await assert.rejects(as(appUrl, 'insert into trial.kept values (1)'), /permission denied/);
    await assert.rejects(as(appUrl, 'create schema other'), /permission denied/);
    await as(ownerUrl, 'drop schema trial cascade');
  } finally {
    await stop();
  }
});

test('the server is killed under writes: it comes back by itself with everything it had acknowledged', async () => {
  const { appUrl, ownerUrl, pid, stop } = await start();
  await as(ownerUrl, 'create table written (n int)', 'grant insert, select on written to suyuan_app');
  const writer = new pg.Client({ connectionString: appUrl });
  writer.on('error', () => {});
  await writer.connect();
  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await writer.query('insert into written values ($1)', [acknowledged]);
      acknowledged += 1;
    }
  })();
  writing.catch(() => {}); // looked at below
  for (let waited = 0; acknowledged <= 10 && waited < 500; waited++) await sleep(20);
  const killed = pid();
  process.kill(killed, 'SIGKILL');
  await assert.rejects(writing);
  assert.ok(acknowledged > 10);

  const count = () => as(appUrl, `select count(distinct n)::int as n from written where n < ${acknowledged}`);
  let found: { n?: unknown } | undefined;
  for (let waited = 0; !found && waited < 200; waited++) {
    if (pid() !== killed) [found] = await count().catch(() => []); // it has its number before it takes connections
    if (!found) await sleep(100);
  }
  assert.equal(found?.n, acknowledged);
  await stop();
  assert.ok(!lives(pid()));
});

test('a killed program leaves its server: the next one adopts it', async () => {
  const { program, pid } = await otherProgram();
  await killProgram(program);
  assert.ok(lives(pid));
  const next = await start();
  assert.equal(next.adopted, true);
  assert.equal(next.pid(), pid);
  await next.stop();
  assert.ok(!lives(pid));
});

test('program and server are killed: the next start recovers', async () => {
  const { program, pid } = await otherProgram();
  await killProgram(program);
  process.kill(pid, 'SIGKILL');
  const next = await start();
  assert.equal(next.adopted, false);
  assert.deepEqual(await as(next.appUrl, 'select 1 as one'), [{ one: 1 }]);
  await next.stop();
});

test('the number in a stale postmaster.pid is now another process of the same user: that one is left alone', async () => {
  const { uid, gid } = statSync(clusterFile('PG_VERSION'));
  const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  try {
    const lines = [stranger.pid, clusterFile(''), 1, 5432, join(dataDir, 'postgres/socket'), '', '0 0', 'ready', ''];
    writeFileSync(clusterFile('postmaster.pid'), lines.join('\n'));
    writeFileSync(join(dataDir, 'postgres/socket/.s.PGSQL.5432.lock'), lines.join('\n'));
    const database = await start();
    assert.equal(database.adopted, false);
    await database.stop();
    assert.ok(lives(stranger.pid ?? 0));
  } finally {
    stranger.kill();
  }
});

test('stop leaves the server to another client, and the next start finds it running', async () => {
  const first = await start();
  const visitor = new pg.Client({ connectionString: first.appUrl, application_name: 'psql' });
  await visitor.connect();
  await first.stop();
  assert.deepEqual((await visitor.query('select 1 as one')).rows, [{ one: 1 }]);
  await visitor.end();
  const second: Database = await start();
  assert.equal(second.adopted, true);
  await second.stop();
});

test('a folder of another version, or without its passwords, is refused and left as it was', async () => {
  const version = readFileSync(clusterFile('PG_VERSION'), 'utf8');
  writeFileSync(clusterFile('PG_VERSION'), '15\n');
  await refused('database_version');
  writeFileSync(clusterFile('PG_VERSION'), version);

  const passwords = join(dataDir, 'keys/database.json');
  renameSync(passwords, `${passwords}.away`);
  await refused('database_passwords_lost');
  renameSync(`${passwords}.away`, passwords);

  const database = await start();
  await database.stop();
});
