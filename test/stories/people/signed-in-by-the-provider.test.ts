/** Signing in through the city's provider: only whoever is linked, by what was begun in this browser, and the password stays. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setProvider } from '#people/oidc.actions.ts';
import { hashPassword } from '#people/password-hash.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { browser, desk, providerStandIn } from '#test/oidc.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { app, tx, world } = story;
const { clerk } = world.people;
const sysadmin = await administrator(story, 'system_admin');
const there = await providerStandIn();
after(() => there.close());

const password = 'Qinglan-chengguan-7';
await tx(async (own) => {
  const password_hash = await hashPassword(password);
  await own.updateTable('account').set({ login: 'chenxy', password_hash }).where('person_id', '=', clerk).execute();
  const row = await own.selectFrom('account').select('login').where('person_id', '=', clerk).executeTakeFirst();
  if (!row) await own.insertInto('account').values({ person_id: clerk, login: 'chenxy', password_hash }).execute();
});

const settings = {
  ...{ name: { zh: '政务统一身份', en: 'City ID' }, issuer: there.issuer, clientId: 'suyuan', desk, open: true },
  ...{ trustFactors: false, secret: 'a-secret-of-the-provider' },
};
const set = (more: object) => sysadmin.send('PUT', '/sign-in-provider', { ...settings, id: newId(), ...more });

/** Goes there and back; the address of the desk where it ends. */
async function comes(who = browser(app), at?: (address: string) => string) {
  const begun = await who.api('POST', '/sign-in/oidc', { to: '/problems?view=mine' });
  return begun.status === 200 ? who.follow(begun.body.go, at) : begun.body.code;
}

test('off until it is set; the secret is never shown; a strange path is refused', async () => {
  assert.equal(await comes(), 'oidc_off');
  assert.equal((await set({ version: 0, secret: undefined })).body.fields[0].path, 'secret');
  const { status, body } = await set({ version: 0 });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.returnTo, `${desk}/api/sign-in/oidc/return`);
  assert.equal(JSON.stringify(body).includes('a-secret'), false);
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example'])
    assert.equal((await browser(app).api('POST', '/sign-in/oidc', { to })).status, 422);
});

test('whom nobody is linked to stays outside, and it is written down', async () => {
  assert.equal(await comes(), '/c/qinglan/?signIn=oidc_unlinked');
  const failed = await tx((own) =>
    own.selectFrom('ledger').select('data').where('verb', '=', 'account.sign_in_failed').execute(),
  );
  assert.equal(failed.length, 1);
});

test('a person links their own account with their password, and comes in by it', async () => {
  const who = browser(app);
  await who.api('POST', '/sign-in', { login: 'chenxy', password });
  assert.equal((await who.api('POST', '/me/identity', { id: newId(), password: 'wrong' })).body.code, 'password_wrong');
  const begun = await who.api('POST', '/me/identity', { id: newId(), password });
  assert.equal(await who.follow(begun.body.go), '/c/qinglan/account');
  assert.notEqual((await who.api('GET', '/me/identity')).body.linkedAt, null);
  const fresh = browser(app);
  assert.equal(await comes(fresh), '/c/qinglan/problems?view=mine');
  assert.equal((await fresh.api('GET', '/me')).body.person.id, clerk);
  assert.equal((await fresh.api('POST', '/sign-out', {})).status, 200);
  assert.equal((await fresh.api('GET', '/me')).status, 401);
});

test('another state, another browser, a code used twice: nobody comes in', async () => {
  const elsewhere = (address: string) =>
    address.includes('/oidc/return') ? address.replace(/state=[^&]+/, 'state=forged') : address;
  assert.equal(await comes(browser(app), elsewhere), '/c/qinglan/?signIn=oidc_refused');
  const who = browser(app);
  let back = '';
  const seen = (address: string) => {
    if (address.includes('/oidc/return')) back = address;
    return address;
  };
  await comes(who, seen);
  assert.equal(await browser(app).follow(back), '/c/qinglan/?signIn=oidc_over');
  assert.equal(await who.follow(back), '/c/qinglan/?signIn=oidc_over', 'what was begun is over');
});

test("a second factor is the person's own, unless the city trusts the provider's", async () => {
  await tx((own) =>
    own
      .updateTable('account')
      .set({ totp_sealed: Buffer.alloc(1), totp_confirmed_at: own.now })
      .where('person_id', '=', clerk)
      .execute(),
  );
  there.person.amr = ['pwd', 'otp'];
  const asked = browser(app);
  await comes(asked);
  assert.deepEqual((await asked.api('GET', '/me')).body.demands, ['totp']);
  assert.equal((await set({ version: 1, trustFactors: true })).status, 200);
  const trusted = browser(app);
  await comes(trusted);
  assert.deepEqual((await trusted.api('GET', '/me')).body.demands, []);
});

test('the administrator links another, never themselves, and never one identity to two', async () => {
  const link = (person: string, subject: string | null) =>
    sysadmin.send('PUT', `/people/${person}/identity`, { id: newId(), subject });
  assert.equal((await link(world.people.head, 'chen')).body.code, 'oidc_taken');
  assert.equal((await link(world.people.head, 'luo')).status, 200);
  const me = (await sysadmin.ok('GET', '/me')).person.id;
  assert.equal((await link(me, 'somebody')).body.code, 'not_oneself');
  assert.equal((await link(clerk, null)).status, 200);
  assert.equal(await comes(), '/c/qinglan/?signIn=oidc_unlinked');
});

test('the provider is down: it is said, and the password opens the desk', async () => {
  const { version } = await sysadmin.ok('GET', '/sign-in-provider');
  await tx(async (own) => {
    const { person_id } = await own
      .selectFrom('account')
      .select('person_id')
      .where('login', '=', 'sysadmin')
      .executeTakeFirstOrThrow();
    const { loadActor } = await import('#people/actor.store.ts');
    await setProvider(own, (await loadActor(own, person_id))!, {
      ...settings,
      issuer: 'http://127.0.0.1:9',
      id: newId(),
      version,
    });
  });
  assert.equal(await comes(), '/c/qinglan/?signIn=oidc_unreachable');
  assert.equal((await browser(app).api('POST', '/sign-in', { login: 'chenxy', password })).status, 200);
});
