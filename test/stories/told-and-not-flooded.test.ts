/** Somebody is told: once, in the desk, at most five times a day aloud; who acts for them hears it too; a held city is silent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameMessageKinds, type Told } from '#message/message.ts';
import { type Outcome, type Push, sendThrough } from '#message/outside.ts';
import { pushWaiting } from '#message/push.jobs.ts';
import { tellAll } from '#message/tell.actions.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { openOutside } from '#test/outside.ts';

const story = await testCity();
const { call, city, installation, pass, tx, world } = story;
const { clerk, head, official } = world.people;
nameMessageKinds({ 'test.remind': { zh: '提醒', en: 'Reminder' }, 'test.letter': { zh: '来函', en: 'Letter' } });

const sent: Push[] = [];
let answers: Outcome = 'gone';
sendThrough({
  name: 'wecom',
  send: async (push) => {
    sent.push(push);
    return answers;
  },
});
pass({ hours: 0.1 }); // not at the full hour
await openOutside(story, 'wecom', [clerk, head, official]);

const about = (key: string, to: string[], more: Partial<Told> = {}): Told => ({
  to,
  kind: 'test.remind',
  thing: { kind: 'problem', id: newId() },
  words: { zh: `问题 ${key} 今天到期`, en: `Problem ${key} is due today` },
  key,
  ...more,
});
const say = (...list: Told[]) => tx((own) => tellAll(own, list));
const bell = async (who: 'clerk' | 'head' | 'official') => (await call(who, 'GET', '/messages/bell')).body;

test('told twice under one key is told once, and two programs at once give no sixth a place among five', async () => {
  await say(about('a', [clerk, clerk]), about('a', [clerk]));
  await say(about('a', [clerk]));
  assert.equal((await bell('clerk')).unread, 1);
  await Promise.all(
    Array.from({ length: 8 }, (_, i) => say(about(`b${i}`, [clerk, head]), about(`c${i}`, [head, clerk]))),
  );
  const { unread, pushed, rest } = await bell('clerk');
  assert.deepEqual([unread, pushed.length, rest], [17, 5, 12]);
  const places = await tx((own) =>
    own.selectFrom('message').select('place').where('person_id', '=', clerk).orderBy('place').execute(),
  );
  assert.deepEqual(
    places.map(({ place }) => place),
    Array.from({ length: 17 }, (_, i) => i + 1),
  );
});

test('outside go five and one line for the rest, each under its own key, and again where the channel was busy', async () => {
  answers = { later: 'limit' };
  await pushWaiting(city);
  const first = sent.splice(0).map(({ key }) => key);
  assert.equal(first.length, 10, 'five for each of two');
  answers = 'gone';
  pass({ hours: 12 });
  assert.equal(await pushWaiting(city), 12);
  assert.deepEqual(new Set(sent.map(({ key }) => key)).size, 12);
  assert.ok(first.every((key) => sent.some((one) => one.key === key)));
  const lines = sent.filter(({ words }) => words.zh.startsWith('还有'));
  assert.deepEqual(lines.map(({ words }) => words.zh.slice(0, 7)).sort(), ['还有 11 条', '还有 12 条']);
  assert.equal(await pushWaiting(city), 0);
});

test('a city that was restored sends nothing until a person releases it', async () => {
  pass({ days: 1 });
  sent.length = 0;
  const hold = (since: string) =>
    installation.owner.query(
      `update suyuan.city set held_since = ${since}, restored_from = gen_random_uuid() where slug = $1`,
      [city.slug],
    );
  await hold('now()');
  await say(about('held', [official]));
  assert.equal(await pushWaiting(city), 0);
  assert.equal((await bell('official')).unread, 1, 'inside the desk it is there');
  await hold('null');
  assert.equal(await pushWaiting(city), 1);
});

test('a muted kind comes read and uncounted, what is addressed by name does not', async () => {
  assert.equal((await call('official', 'PUT', '/messages/muting/nonsense', { muted: true })).status, 404);
  await call('official', 'PUT', '/messages/muting/test.remind', { muted: true });
  const before = (await bell('official')).unread;
  await say(about('quiet', [official]), about('named', [official], { byName: true }));
  assert.equal((await bell('official')).unread, before + 1);
  const { items } = (await call('official', 'GET', '/messages')).body;
  assert.deepEqual(items.filter((one: { muted: boolean }) => one.muted).length, 1);
});

test('nobody reads for another; all that was seen is read at once, what came after is not', async () => {
  const { items } = (await call('clerk', 'GET', '/messages?limit=3')).body;
  assert.equal((await call('head', 'PUT', `/messages/${items[0].id}/reading`, {})).status, 404);
  assert.equal((await call('clerk', 'PUT', `/messages/${items[0].id}/reading`, {})).body.unread, 16);
  const until = city.clock.now().toISOString();
  pass({ hours: 1 });
  await say(about('later', [clerk]));
  assert.equal((await call('clerk', 'PUT', '/messages/reading', { until })).body.unread, 1);
});

test('whoever acts for somebody who is away is told as well, and for whom', async () => {
  const now = city.clock.now();
  await tx((own) =>
    own
      .insertInto('delegation')
      .values({
        id: newId(),
        from_person_id: head,
        to_person_id: official,
        valid_from: now,
        valid_to: new Date(now.getTime() + 86_400_000),
        reason: '学习',
        made_by: head,
      })
      .execute(),
  );
  await say(about('away', [head], { kind: 'test.letter' }));
  const [first] = (await call('official', 'GET', '/messages?limit=1')).body.items;
  assert.deepEqual([first.words.zh, first.forWhom], ['问题 away 今天到期', '罗建国']);
});
