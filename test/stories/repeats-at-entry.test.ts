/** While a call is typed the problem it is about is offered: by the database until the index is there, then by the index, which follows all that happens. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { administrator } from '#test/stories/people/visitor.ts';
import { buildIndex, followCities, keepUpIndex, sizeOf } from '#triage/repeat/follow.ts';
import { askThread, endThread } from '#triage/repeat/thread.ts';

const story = await testCity();
const { call, city, world, installation, settle, tx } = story;
const { ok, signal, problem, decide } = stepsOf(story);
const secadmin = await administrator(story, 'security_admin');
after(endThread);

const LEAK = '望湖花园二期3号楼地下室污水倒灌，积水没过脚踝，臭味很大';
const ask = async (words: string, person: PersonName = 'callTaker', place = '') => {
  const { source, items } = await ok(person, 'POST', '/repeats', { words, place });
  return {
    source: source as string,
    items,
    titles: items.map((item: { problem: { title: string } }) => item.problem.title),
  };
};
/** The next second of the server. */
const follow = () => keepUpIndex(city);

const leak = await signal(LEAK);
const basement = await problem([leak], '望湖花园地下室污水倒灌');
await problem([await signal('锦绣家园5号楼地下室污水倒灌，积水没过脚踝，臭味很大')], '锦绣家园地下室污水倒灌');
await problem([await signal('望湖花园南门口烧烤摊油烟扰民，半夜还在营业')], '望湖花园烧烤油烟');
await problem([await signal('滨江新村广场舞音响太吵')], '滨江新村广场舞噪音');

test('before the index is there the database answers, and says so', async () => {
  assert.equal(sizeOf(city), undefined);
  const { source, titles } = await ask('望湖花园地下室又进污水了，臭味很大');
  assert.equal(source, 'database');
  assert.equal(titles[0], '望湖花园地下室污水倒灌');
});

test('the same estate and matter in other words is found; the same words about another estate are not', async () => {
  await buildIndex(city);
  assert.deepEqual(sizeOf(city)!.problems, 4);
  const words = '你好，我住望湖花园，地下室一直有污水，电瓶车都泡在水里了';
  const { source, items, titles } = await ask(words);
  assert.equal(source, 'index');
  assert.deepEqual(titles, ['望湖花园地下室污水倒灌']);
  const [first] = items;
  assert.deepEqual([first.problem.id, first.signals, first.open], [basement, 1, true]);
  const place = first.because.find((one: { share: string }) => one.share === 'place');
  assert.equal(words.slice(place.from, place.to), '望湖花园');
  const elsewhere = await ask('金桂苑5号楼地下室污水倒灌，积水没过脚踝，臭味很大');
  assert.deepEqual(elsewhere.titles, []);
  assert.deepEqual((await ask('积水没过脚踝', 'callTaker', '望湖花园二期3号楼地下室')).titles, [
    '望湖花园地下室污水倒灌',
  ]);
});

test('empty, short, odd and endless words are answered', async () => {
  for (const words of ['', ' ', '水', '😀😀😀', '?!', `${LEAK}${'，复制粘贴'.repeat(8_000)}`.slice(0, 50_000)])
    await ask(words);
  const tooLong = await call('callTaker', 'POST', '/repeats', { words: '水'.repeat(200_000) });
  assert.equal(tooLong.status, 422);
  assert.equal((await call('official', 'POST', '/repeats', { words: LEAK })).status, 403);
});

test('whoever entered a signal takes it in at once, without minding the version; a stranger does not', async () => {
  const mine = await signal('望湖花园地下室污水还没抽');
  const entry = { id: newId(), signalId: mine };
  await ok('callTaker', 'POST', `/problems/${basement}/entries`, entry);
  await ok('callTaker', 'POST', `/problems/${basement}/entries`, entry); // sent twice
  const page = await ok('dispatcher', 'GET', `/problems/${basement}`);
  assert.equal(page.signals, 2);
  assert.equal(page.history[0].verb, 'problem.enter');
  const twice = await call('callTaker', 'POST', `/problems/${basement}/entries`, { id: newId(), signalId: mine });
  assert.equal(twice.body.code, 'signal_elsewhere');
  const others = newId();
  const entered = { id: others, channelId: world.channel, words: '望湖花园臭', matter: 'help' };
  await ok('dispatcher', 'POST', '/signals/desk', entered);
  const strange = await call('callTaker', 'POST', `/problems/${basement}/entries`, { id: newId(), signalId: others });
  assert.equal(strange.body.code, 'forbidden');
  await follow();
  assert.equal((await ask(LEAK)).items[0].signals, 2);
});

test('what a unit does not see is not offered to it, and a secret signal only to those who see it', async () => {
  const hidden = newId();
  const words = '紫云茶楼二楼包间夜里聚众打牌赌钱';
  await ok('callTaker', 'POST', '/signals/desk', {
    id: hidden,
    channelId: world.channel,
    words,
    matter: 'report',
    secret: true,
  });
  const tea = await problem([hidden], '某场所问题');
  await decide('dispatcher', `/problems/${tea}`, 'assignments', { unitId: world.units.housing });
  await decide('dispatcher', `/problems/${basement}`, 'assignments', { unitId: world.units.urban });
  await decide('dispatcher', `/problems/${tea}`, 'assignments', { unitId: world.units.urban, role: 'assist' });
  await follow();
  assert.deepEqual((await ask(words, 'dispatcher')).titles, ['某场所问题']);
  assert.deepEqual((await ask(words, 'clerk')).titles, []); // sees the problem, not its secret signal
  assert.deepEqual((await ask(LEAK, 'clerk')).titles, ['望湖花园地下室污水倒灌']);
  assert.deepEqual((await ask(LEAK, 'waterHead')).titles, []);
});

test('a signal that arrives gets its repeats as a proposal, without secret ones; gathering it decides the proposal', async () => {
  const late = await signal('望湖花园地下室污水又漫上来，臭味很大');
  const gossip = await signal('紫云茶楼二楼包间夜里聚众打牌');
  await settle();
  await settle(); // once
  const proposed = async (id: string) =>
    (await ok('dispatcher', 'GET', `/signals/${id}/proposals`)).proposals.filter(
      (one: { kind: string }) => one.kind === 'repeat',
    );
  const [proposal] = await proposed(late);
  const [answer] = proposal.answers;
  assert.deepEqual([answer.id, answer.name], [basement, '望湖花园地下室污水倒灌']);
  assert.ok(answer.because.includes('望湖花园'));
  assert.deepEqual(await proposed(gossip), []);
  await decide('dispatcher', `/problems/${basement}`, 'gatherings', { signals: [late] });
  assert.deepEqual(await proposed(late), []);
  const rows = () => tx((open) => open.selectFrom('proposal').selectAll().where('signal_id', '=', late).execute());
  const [row] = await rows();
  assert.deepEqual([row!.decision, row!.chosen, row!.decided_by], ['taken', basement, world.people.dispatcher]);
  const { number } = await ok('dispatcher', 'GET', `/signals/${late}`);
  await secadmin.ok('POST', '/erasures', { id: newId(), number, basis: 'consent', reason: '本人申请，已核对身份' });
  await settle();
  assert.doesNotMatch(JSON.stringify(await rows()), /望湖|污水/);
});

test('taken out, merged, reopened, closed long ago: the index follows', async () => {
  const dance = (await ask('滨江新村广场舞音响吵')).items[0].problem.id;
  const other = await signal('滨江新村北门路灯整排不亮');
  await decide('dispatcher', `/problems/${dance}`, 'gatherings', { signals: [other] });
  await follow();
  assert.deepEqual((await ask('滨江新村北门路灯不亮')).titles, ['滨江新村广场舞噪音']);
  await decide('dispatcher', `/problems/${dance}`, 'removals', { signals: [other], reason: '另一件事' });
  await follow();
  assert.deepEqual((await ask('滨江新村北门路灯不亮')).titles, []);
  const lamps = await problem([other], '滨江新村路灯');
  await decide('dispatcher', `/problems/${lamps}`, 'mergers', { into: dance, reason: '一并处理' });
  await follow();
  assert.deepEqual((await ask('滨江新村北门路灯不亮')).titles, ['滨江新村广场舞噪音']);
  assert.equal(sizeOf(city)!.problems, 5);
});

test('erased words bring nothing any more, at once; a problem that was withdrawn is none', async () => {
  const secret = '欧阳师傅说翡翠弄堂锅炉房连着三天不供暖';
  const cold = await signal(secret);
  const heating = await problem([cold], '供暖');
  await follow();
  assert.deepEqual((await ask('翡翠弄堂锅炉房不供暖')).titles, ['供暖']);
  const { number } = await ok('dispatcher', 'GET', `/signals/${cold}`);
  const erasure = { id: newId(), number, basis: 'consent', reason: '本人申请，已核对身份' };
  await secadmin.ok('POST', '/erasures', erasure);
  assert.deepEqual((await ask('翡翠弄堂锅炉房不供暖')).titles, [], 'before the index has heard of it');
  const texts = sizeOf(city)!.texts;
  await follow();
  assert.equal(sizeOf(city)!.texts, texts - 1);
  await decide('dispatcher', `/problems/${heating}`, 'withdrawals', { reason: '误立' });
  await follow();
  assert.equal(sizeOf(city)!.texts, texts - 2);
});

test('a thread that dies, and a server that begins anew, end with the same answers', async () => {
  const before = await ask(LEAK);
  await endThread();
  const meanwhile = await ask(LEAK);
  assert.equal(meanwhile.source, 'database');
  assert.equal(meanwhile.titles[0], before.titles[0]);
  const following = followCities(installation.cities);
  for (let tries = 0; !sizeOf(city) && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(await ask(LEAK), before);
  await following.stop();
  await assert.rejects(Promise.all([askThread('nowhere', { near: '水', many: 1 }), endThread()]));
});
