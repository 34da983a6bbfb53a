/** A training city is made, changed, and made anew: as it was at first, with the passwords of those who train in it. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import pg from 'pg';
import { castPeople } from '#demo/cast.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { accountByLogin } from '#people/account.store.ts';
import { transact } from '#platform/city.ts';
import { putFile } from '#platform/files.ts';
import { mayGoOut } from '#platform/held.ts';
import type { Problem } from '#platform/problem.ts';
import { findStored } from '#platform/stored.ts';
import { backUp } from '#root/backup/backup.ts';
import { buildBeside } from '#root/beside.ts';
import { createCity } from '#root/create-city.ts';
import { anchorOf } from '#root/seal-all.ts';
import { makeServer } from '#root/server.ts';
import { makeTraining } from '#root/training.ts';
import { secondInstallation } from '#test/second.ts';

const { installation } = await secondInstallation();
const making = { size: 'small' as const, say: () => {} };
const codes = (await makeTraining(installation, 'training', making))!;
const city = installation.cities.get('training')!;
const app = await makeServer(installation);
after(() => app.close());

const post = (path: string, payload: object, slug = 'training') =>
  app.inject({ method: 'POST', url: `/c/${slug}/api${path}`, headers: { 'x-suyuan': '1' }, payload });
const one = async (sql: string, schema = 'city_training') => {
  const { rows } = await installation.owner.query(sql.replaceAll('@', `"${schema}".`));
  return Number(rows[0].n);
};
const refused = (code: string) => (error: Problem) => error.body.code === code;
const PASSWORD = 'Lianxi-2026-qinglan';
const first = await counts();

async function counts() {
  return {
    signals: await one('select count(*) as n from @signal'),
    ledger: await one('select count(*) as n from @ledger'),
    epoch: await one('select max(epoch) as n from @ledger'),
    open: await one(`select count(*) as n from @signal where state = 'untriaged'`),
  };
}

test('everybody of the cast gets a code, and every page says what this city is', async () => {
  assert.equal(codes.people.length, castPeople.length);
  const page = await app.inject({ url: '/c/training/p' });
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /培训用的页面/);
  assert.equal(city.training, true);
});

test('nothing of it goes outside, and it is not backed up', async () => {
  assert.equal(await mayGoOut(city), false);
  await assert.rejects(backUp(city, '/nowhere/training.tar'), refused('backup_of_training'));
});

test('made anew it is as at first: the change is gone, the password and the unused code stay', async () => {
  const [trainee, later] = codes.people;
  const activated = await post('/activation', { code: trainee!.code, login: trainee!.login, password: PASSWORD });
  assert.equal(activated.statusCode, 200, activated.body);
  const cookie = activated.headers['set-cookie'] as string;
  await installation.owner.query(
    `update city_training.signal set words = '改过' where id = (select min(id::text)::uuid from city_training.signal)`,
  );
  const { hash } = await putFile(city, Readable.from([Buffer.from('练习')]), { limit: 1_000, seal: false });
  await installation.pool.query(
    `select graphile_worker.add_job('merge-index', '{"city":"training"}', run_at => now() + interval '1 day')`,
  );
  await sealLedger(installation.owner, city, anchorOf(installation.config, city));

  assert.equal(await makeTraining(installation, 'training', making), undefined);

  assert.deepEqual(await counts(), first);
  assert.equal(await one(`select count(*) as n from @signal where words = '改过'`), 0);
  assert.equal(await findStored(city, hash).catch(() => undefined), undefined);
  assert.equal(
    await one(`select count(*) as n from graphile_worker._private_jobs where payload ->> 'city' = 'training'`),
    0,
  );
  const me = await app.inject({ url: '/c/training/api/me', headers: { 'x-suyuan': '1', cookie } });
  assert.equal(me.statusCode, 401);
  const signedIn = await post('/sign-in', { login: trainee!.login, password: PASSWORD });
  assert.equal(signedIn.statusCode, 200, signedIn.body);
  const activatedLater = await post('/activation', {
    code: later!.code,
    login: later!.login,
    password: `${PASSWORD}-2`,
  });
  assert.equal(activatedLater.statusCode, 200, activatedLater.body);
});

test('its ledger begins anew, sealed without an anchor, and verifies', async () => {
  const fresh = installation.cities.get('training')!;
  await sealLedger(installation.owner, fresh, anchorOf(installation.config, fresh));
  const report = await verifyLedger(fresh, undefined, () => {});
  assert.deepEqual([report.ok, report.findings], [true, []]);
  assert.equal(await one('select min(number) as n from @seal'), 1);
});

test('a city that was not made for training is never made anew', async () => {
  await createCity(installation, 'real', { zh: '真的', en: 'Real' });
  const before = await one('select count(*) as n from @ledger', 'city_real');
  await assert.rejects(makeTraining(installation, 'real', making), refused('city_not_training'));
  // Nor where this program has not opened it: the database is asked.
  const blind = { ...installation, cities: new Map() };
  await assert.rejects(makeTraining(blind, 'real', making), refused('city_not_training'));
  assert.equal(await one('select count(*) as n from @ledger', 'city_real'), before);
});

test('cut off in the middle, the city is whole: the old one, until the new one stands', async () => {
  const what = { slug: 'training', name: city.name, training: true };
  const before = await counts();
  await assert.rejects(
    buildBeside(installation, what, async (beside) => {
      await transact(beside, (tx) => tx.selectFrom('person').select('id').execute());
      throw new Error('gone');
    }),
  );
  assert.deepEqual(await counts(), before);
  // As the server's own process would be killed: its connections end in the middle of the swap.
  const { owner } = installation;
  await assert.rejects(
    buildBeside(
      installation,
      what,
      async () => undefined,
      async (client) => {
        const { rows } = await client.query('select pg_backend_pid() as pid');
        await owner.query('select pg_terminate_backend($1)', [rows[0].pid]);
        await client.query('select 1');
      },
    ),
  );
  assert.deepEqual(await counts(), before);
  assert.ok(await transact(city, (tx) => accountByLogin(tx, codes.people[0]!.login)));
  assert.equal(await makeTraining(installation, 'training', making), undefined);
  const { rows } = await installation.owner.query(
    `select nspname from pg_namespace where nspname like 'city\\_training%'`,
  );
  assert.deepEqual(rows, [{ nspname: 'city_training' }]);
});

test('while one is at it another goes home, and who still writes in the old city ends there first', async () => {
  const client = new pg.Client({ connectionString: installation.pool.options.connectionString });
  await client.connect();
  await client.query('begin; set local search_path to city_training, ext; select count(*) from signal');
  const running = makeTraining(installation, 'training', making);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await assert.rejects(makeTraining(installation, 'training', making), refused('city_busy'));
  await client.query(`update account set language = 'en' where login = '${codes.people[0]!.login}'`);
  await client.query('commit');
  await client.end();
  await running;
  assert.equal(await one(`select count(*) as n from @account where language = 'en'`), 1);
});
