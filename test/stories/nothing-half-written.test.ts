/** The database goes away or its disk is full in the middle of a decision: a refusal to try again, and nothing by halves. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { inDatabase, testServer } from '#test/server.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { app, call, city, installation } = story;
const { ok, signal } = stepsOf(story);

const database = (await installation.owner.query('select current_database() as name')).rows[0].name as string;
const admin = new pg.Client({ connectionString: (await testServer()).adminUrl });
const inside = new pg.Client({ connectionString: inDatabase((await testServer()).adminUrl, database) });
inside.on('error', () => {});
await admin.connect();
after(() => admin.end());

const gone = async () => {
  await admin.query(`alter database ${database} connection limit 0`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
};
const back = () => admin.query(`alter database ${database} connection limit -1`);

const ledgerOf = async (thing: string) =>
  (await story.tx((tx) => tx.selectFrom('ledger').select('verb').where('thing', '=', thing).execute())).length;

test('the database goes while a problem is being made: told to try again, and the same click then makes it once', async () => {
  const signals = [await signal('楼道灯不亮'), await signal('楼道的灯坏了')];
  const body = { id: newId(), title: '楼道灯', signals };
  await inside.connect();
  await inside.query('begin');
  await inside.query(`select from ${city.schema}.signal where id = $1 for update`, [signals[1]]);
  const making = call('dispatcher', 'POST', '/problems', body);
  for (;;) {
    const { rows } = await admin.query(`select from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`, [
      database,
    ]);
    if (rows.length > 0) break; // it has written its id and waits for the second signal
    await sleep(20);
  }
  await gone();
  const cut = await making;
  assert.deepEqual([cut.status, cut.body.code, cut.body.retry_after], [503, 'unavailable', 5]);
  assert.match(cut.body.message.zh, /稍后重试/);

  const refused = await app.inject({
    method: 'POST',
    url: '/c/qinglan/api/signals',
    headers: { authorization: `Bearer sy_${'x'.repeat(40)}` },
    payload: { id: newId(), words: '推送的工单', matter: 'help' },
  });
  assert.deepEqual([refused.statusCode, refused.headers['retry-after']], [503, '5']);

  await back();
  assert.equal(await ledgerOf(body.id), 0);
  for (const id of signals) assert.equal((await ok('dispatcher', 'GET', `/signals/${id}`)).state, 'untriaged');
  await ok('dispatcher', 'POST', '/problems', body);
  await ok('dispatcher', 'POST', '/problems', body);
  assert.equal(await ledgerOf(body.id), 1);
  for (const id of signals) assert.equal((await ok('dispatcher', 'GET', `/signals/${id}`)).problem.id, body.id);
});

test('a full disk in the last write of a decision undoes all of it, and says whom to call', async () => {
  const id = await signal('化粪池满溢');
  const body = { id: newId(), title: '化粪池满溢', signals: [id] };
  // As PostgreSQL says it when a file cannot grow; the ledger is what a verb writes last.
  await installation.owner.query(`
    create function ${city.schema}.full_disk() returns trigger language plpgsql as
      $$begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end$$;
    create trigger full_disk before insert on ${city.schema}.ledger execute function ${city.schema}.full_disk()`);
  const full = await call('dispatcher', 'POST', '/problems', body);
  const entered = await call('callTaker', 'POST', '/signals/desk', {
    id: newId(),
    channelId: story.world.channel,
    words: '满盘时来电',
    matter: 'help',
  });
  await installation.owner.query(`drop trigger full_disk on ${city.schema}.ledger`);
  for (const answer of [full, entered]) {
    assert.deepEqual([answer.status, answer.body.code, answer.body.retry_after], [503, 'disk_full', 60]);
  }
  const page = await ok('dispatcher', 'GET', `/signals/${id}`);
  assert.deepEqual([page.state, page.problem], ['untriaged', null]);
  assert.equal((await ok('dispatcher', 'GET', '/signals?q=满盘')).items.length, 0);
  await ok('dispatcher', 'POST', '/problems', body);
});
