/** Outside the desk: the limits that 企业微信 sets are kept, a token that ends is renewed, what was sent twice arrives once, nothing is lost. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { nameMessageKinds } from '#message/message.ts';
import { adapterOf } from '#message/outside.ts';
import { pushWaiting } from '#message/push.jobs.ts';
import { takeDue } from '#message/push.take.ts';
import { tellAll } from '#message/tell.actions.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { openOutside, settingsFor, standIn } from '#test/outside.ts';
import { administrator } from '#test/stories/people/visitor.ts';
import { weComStandIn } from '#test/wecom.ts';

const story = await testCity();
const { call, city, pass, tx, world } = story;
const { clerk, head, official } = world.people;
const sysadmin = await administrator(story, 'system_admin');
const admin = async (...given: Parameters<typeof sysadmin.send>) => {
  const answer = await sysadmin.send(...given);
  if (answer.status !== 401) return answer;
  await sysadmin.again();
  return sysadmin.send(...given);
};
const adminId = (await admin('GET', '/me')).body.person.id;
nameMessageKinds({ 'test.remind': { zh: '提醒', en: 'Reminder' } });

const say = (key: string, to: string[], urgent = false) =>
  tx((own) =>
    tellAll(own, [
      {
        ...{ to, kind: 'test.remind', thing: { kind: 'problem', id: newId() }, urgent, key },
        words: { zh: `问题 ${key} 今天到期 <b>`, en: `Problem ${key} is due today <b>` },
      },
    ]),
  );
const minutes = (many: number) => pass({ hours: many / 60 });
const set = (channel: string, body: object) => admin('PUT', `/outside-channels/${channel}`, body);
const channel = async (name: string) =>
  (await admin('GET', '/outside-channels')).body.items.find((one: { name: string }) => one.name === name);

const weCom = await weComStandIn(() => city.clock.now());

test('not at the full hour: it waits a minute, and the secret is never shown', async () => {
  await openOutside(story, 'wecom', [clerk, head, official, adminId], { base: weCom.base });
  await say('a', [clerk]);
  assert.equal(await pushWaiting(city), 0, '09:00');
  minutes(1);
  assert.equal(await pushWaiting(city), 1);
  assert.deepEqual(weCom.delivered().length, 1);
  assert.match(weCom.delivered()[0]!, /^问题 a 今天到期 ＜b>（[0-9a-f]{6}）$/);
  const shown = await channel('wecom');
  assert.equal(shown.hasSecret, true);
  assert.equal(JSON.stringify(shown).includes('"secret"'), false);
  assert.equal((await call('clerk', 'GET', '/outside-channels')).status, 403);
});

test('a program that dies between sending and writing it down sends again, and it arrives once', async () => {
  await say('b', [clerk]);
  const before = weCom.delivered().length;
  const { taken } = await takeDue(city, new Set());
  assert.equal(await adapterOf('wecom')!.send(taken[0]!.push!, taken[0]!.channel, city), 'gone');
  assert.equal(await pushWaiting(city), 0, 'taken for five minutes');
  minutes(6);
  assert.equal(await pushWaiting(city), 1);
  assert.equal(weCom.swallowed(), 1);
  assert.equal(weCom.delivered().length, before + 1);
});

test('a token is asked for once, and anew when it ends or the other side forgets it', async () => {
  assert.equal(weCom.tokens(), 1);
  minutes(121);
  await say('c', [clerk]);
  assert.equal(await pushWaiting(city), 1);
  assert.equal(weCom.tokens(), 2);
  weCom.forgetTokens();
  await say('d', [clerk]);
  assert.equal(await pushWaiting(city), 1);
  assert.equal(weCom.tokens(), 3);
});

test('a city full of messages at once never exceeds what a member may be sent, and nothing is lost', async () => {
  // Tests of the channel do not count among the five a day: thirty-two within a minute.
  for (let i = 0; i < 32; i++)
    assert.equal((await admin('POST', '/outside-channels/wecom/tests', { id: newId() })).status, 200);
  assert.equal(await pushWaiting(city), 30);
  minutes(1.5);
  assert.equal(await pushWaiting(city), 2);
  assert.deepEqual(weCom.broken(), []);
});

test('a thousand within the hour: the next one waits', async () => {
  const [{ id: push_id }] = (await tx((own) => own.selectFrom('message_push').select('id').limit(1).execute())) as [
    { id: string },
  ];
  const tries = Array.from({ length: 999 }, () => ({ push_id, person_id: official, channel: 'wecom' }));
  const at = new Date(city.clock.now().getTime() - 1_800_000);
  await tx((own) =>
    own
      .insertInto('push_try')
      .values(tries.map((one) => ({ ...one, at })))
      .execute(),
  );
  await say('hour', [official]);
  assert.equal(await pushWaiting(city), 1, 'the thousandth');
  await say('hour too', [official]);
  assert.equal(await pushWaiting(city), 0);
  minutes(60);
  assert.equal(await pushWaiting(city), 1);
  assert.deepEqual(weCom.broken(), []);
});

test('the network is cut: it waits and says so; a redirect is not followed; all of it goes out afterwards', async () => {
  weCom.answer('cut');
  await say('e', [head, official]);
  assert.equal(await pushWaiting(city), 0);
  const down = await channel('wecom');
  assert.deepEqual([down.failure, down.waiting, down.givenUp], ['no_answer', 2, 0]);
  const other = await standIn(() => assert.fail('a redirect was followed'));
  weCom.answer({ status: 302, headers: { location: `${other.base}/cgi-bin/message/send` } });
  minutes(6);
  assert.equal(await pushWaiting(city), 0);
  assert.equal((await channel('wecom')).failure, 'redirected');
  weCom.answer(undefined);
  minutes(12);
  assert.equal(await pushWaiting(city), 2);
  const up = await channel('wecom');
  assert.deepEqual([up.failure, up.waiting], [null, 0]);
  assert.deepEqual(weCom.broken(), []);
});

test('who is unknown there is given up at once, and can be tried again', async () => {
  weCom.unknown(head);
  await say('f', [head]);
  await pushWaiting(city);
  assert.equal((await channel('wecom')).givenUp, 1);
  assert.equal((await admin('GET', '/my-work/counts')).body.outside, 1);
  weCom.unknown(null);
  assert.equal((await admin('POST', '/outside-channels/wecom/retries', { id: newId() })).body.again, 1);
  assert.equal(await pushWaiting(city), 1);
});

test('an e-mail address counts once its code was entered; mail comes in the language of its reader', async () => {
  const mails: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString();
        mails.push({ to: session.envelope.rcptTo[0]!.address, text });
        done();
      });
    },
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  after(() => server.close());
  const { port } = server.server.address() as { port: number };
  const settings = { ...settingsFor.email, port };
  const mine = (channelName: string, body: object) => call('official', 'PUT', `/me/addresses/${channelName}`, body);
  const address = 'official@example.com';
  assert.equal((await mine('email', { id: newId(), address })).body.code, 'channel_not_open');
  const bad = await set('email', { id: newId(), version: 0, open: true, settings: { ...settings, host: 'a b' } });
  assert.equal(bad.body.fields[0].path, 'host');
  assert.equal((await set('email', { id: newId(), version: 0, open: true, settings })).status, 200);
  assert.equal((await mine('email', { id: newId(), address: 'no address' })).body.fields[0].code, 'address_unreadable');
  assert.equal((await mine('email', { id: newId(), address })).status, 200);
  await call('official', 'PUT', '/me/push-choice', { channel: 'email', quietFrom: 22, quietTo: 7 });
  await call('official', 'PUT', '/me/language', { language: 'en' });
  await say('g', [official]);
  assert.equal(await pushWaiting(city), 1, 'the code alone: the address is not known to be theirs');
  const code = /code is (\d{6})/.exec(mails[0]!.text)![1]!;
  const confirm = (typed: string) =>
    call('official', 'POST', '/me/addresses/email/confirmations', { id: newId(), code: typed });
  assert.equal((await confirm(code === '000000' ? '000001' : '000000')).body.fields[0].code, 'address_code_wrong');
  assert.equal((await confirm(code)).body.items.find((one: { verified: boolean }) => one.verified).address, official);
  await say('h', [official]);
  assert.equal(await pushWaiting(city), 1);
  assert.equal(mails[1]!.to, address);
  assert.match(mails[1]!.text, /Problem h is due today/);
  assert.match(mails[1]!.text, /&#60;b&#62;/);
  const seen = (await admin('GET', `/people/${official}/addresses`)).body.items;
  assert.equal(seen.find((one: { channel: string }) => one.channel === 'email').address, 'of***@example.com');
});

test('a text message waits for the morning, an urgent one too, unless its template says otherwise', async () => {
  const got: { template: string; words: string }[] = [];
  const gateway = await standIn(({ json }) => {
    got.push({ template: String(json.template), words: (json.params as { words: string }).words });
    return { json: { code: 0 } };
  });
  const urgent = { id: 'T2', anyHour: false };
  await openOutside(story, 'sms', [head], { url: gateway.base, urgent });
  await tx((own) =>
    own
      .insertInto('push_choice')
      .values({ person_id: head, channel: 'sms', quiet_from: null, quiet_to: null })
      .execute(),
  );
  const hour = (city.clock.now().getUTCHours() + 8) % 24;
  pass({ hours: (24 - hour + 22) % 24 }); // ten at night
  await say('i', [head], true);
  assert.equal(await pushWaiting(city), 0);
  const row = {
    version: 1,
    open: true,
    settings: { ...settingsFor.sms, url: gateway.base, urgent: { id: 'T2', anyHour: true } },
  };
  await set('sms', { id: newId(), ...row });
  await say('j', [head], true);
  assert.equal(await pushWaiting(city), 1);
  assert.deepEqual(
    got.map(({ template }) => template),
    ['T2'],
  );
  pass({ hours: 10 });
  assert.equal(await pushWaiting(city), 1);
  gateway.close();
});
