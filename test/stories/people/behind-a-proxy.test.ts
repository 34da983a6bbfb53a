/** Behind a proxy that speaks https: its word is believed only where the settings name it, and old sessions are forgotten. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseCrontab } from 'graphile-worker';
import { peopleCrontab, peopleTasks } from '#people/people.jobs.ts';
import { makeServer } from '#root/server.ts';
import { testCity } from '#test/database.ts';
import { activate, visitor } from '#test/stories/people/visitor.ts';

const PASSWORD = 'Qinglan-2026';
const PROXY = '10.1.0.7';
const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };

const story = await testCity();
const { installation } = story;
const app = await makeServer({ ...installation, config: { ...installation.config, trustProxy: '10.1.0.0/24' } });
after(() => app.close());

const { code, login } = story.codes.find(({ role }) => role === 'system_admin')!;
await activate(visitor(story), code, login, PASSWORD);

/** The cookie that signing in gives, whether it is for https only, and the address in the ledger. */
async function signInFrom(source: string, headers: Record<string, string>) {
  const { setCookie } = await visitor({ ...story, app }, source).send(
    'POST',
    '/sign-in',
    { login, password: PASSWORD },
    headers,
  );
  const row = await story.tx((tx) =>
    tx
      .selectFrom('ledger')
      .select('data')
      .where('verb', '=', 'account.signed_in')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return [/; Secure/.test(setCookie ?? ''), (row.data as { source: string }).source];
}

test('through the proxy of the settings the cookie is for https, and the ledger knows who stood behind it', async () => {
  assert.deepEqual(await signInFrom(PROXY, forwarded), [true, '203.0.113.9']);
});

test('a proxy that speaks http to the browser gives a cookie that http can send back', async () => {
  assert.deepEqual(await signInFrom(PROXY, { ...forwarded, 'x-forwarded-proto': 'http' }), [false, '203.0.113.9']);
});

test('anybody else who says so is not believed: neither https nor another address', async () => {
  assert.deepEqual(await signInFrom('10.2.0.7', forwarded), [false, '10.2.0.7']);
});

test('signing out takes the cookie back as it was given', async () => {
  const who = visitor({ ...story, app }, PROXY);
  await who.send('POST', '/sign-in', { login, password: PASSWORD }, forwarded);
  const { setCookie } = await who.send('POST', '/sign-out', {}, forwarded);
  assert.match(setCookie!, /^suyuan_qinglan=; .*Path=\/c\/qinglan.*Expires=Thu, 01 Jan 1970.*Secure/);
});

test('a month after its end a session is removed, one night at a time; what runs stays', async () => {
  const left = async () => (await story.tx((tx) => tx.selectFrom('session').select('id').execute())).length;
  const purge = async () => void (await peopleTasks(installation.cities)['session-purge']!({}, undefined as never));
  const before = await left();
  assert.ok(before > 3);
  await purge();
  assert.equal(await left(), before);
  story.pass({ days: 31 });
  await signInFrom(PROXY, forwarded);
  await purge();
  assert.equal(await left(), 1);
  assert.deepEqual(
    parseCrontab(peopleCrontab).map(({ task }) => task),
    Object.keys(peopleTasks(installation.cities)),
  );
});
