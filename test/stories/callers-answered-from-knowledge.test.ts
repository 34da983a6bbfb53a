/** A clerk writes an entry, the head publishes it, a call-taker finds it by the caller's words; what is missing is wished for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { importDesk, sheetFile } from './import/desk.ts';

const story = await testCity();
const { call, world, pass } = story;
const { ok, seen } = stepsOf(story);

const content = {
  ...{ question: '夜市几点必须收摊', wordings: ['烧烤摊可以摆到几点', '夜宵摊营业到什么时候'] },
  ...{ answer: '夜市经营到 23 时，23 时 30 分前清场。', basis: '《青澜市夜市管理办法》第九条' },
  ...{ areaId: null, categoryId: null, validFrom: '2026-01-01', validTo: null, reviewOn: '2027-01-01' },
  ...{ ownerUnit: world.units.urban, ownerPerson: world.people.clerk },
};
const entry = newId();
const find = async (words: string) =>
  (await ok('callTaker', 'POST', '/knowledge/search', { words })).items as { id: string; answer: string }[];

test('a draft answers nobody; its writer cannot publish it, another unit neither sees to it', async () => {
  await ok('clerk', 'POST', '/knowledge', { id: entry, ...content });
  assert.deepEqual(await find('楼下烧烤摊摆到几点才收摊'), []);
  assert.equal((await call('callTaker', 'GET', `/knowledge/${entry}`)).status, 404);
  const decision = await seen('clerk', `/knowledge/${entry}`);
  assert.equal((await call('clerk', 'PUT', `/knowledge/${entry}/publication`, decision)).status, 403);
  assert.equal((await call('waterHead', 'PUT', `/knowledge/${entry}/publication`, decision)).status, 403);
  const elsewhere = { id: newId(), ...content, ownerUnit: world.units.water };
  assert.equal((await call('clerk', 'POST', '/knowledge', elsewhere)).status, 403);
});

test('published, it is found by other words, and not by another matter', async () => {
  await ok('head', 'PUT', `/knowledge/${entry}/publication`, await seen('head', `/knowledge/${entry}`));
  const [found] = await find('我家楼下的烧烤摊天天吵到半夜，想问问烧烤摊可以摆到几点');
  assert.equal(found?.id, entry);
  assert.match(found!.answer, /23 时/);
  assert.deepEqual(await find('水管爆了，没有人来修，已经两天了'), []);
  assert.deepEqual(await find(''), []);
});

test('use is counted, and nowhere by whom', async () => {
  for (const how of ['copied', 'opened', 'copied']) await ok('callTaker', 'POST', `/knowledge/${entry}/uses`, { how });
  assert.equal((await ok('callTaker', 'GET', `/knowledge/${entry}`)).used, 3);
  assert.equal((await call('callTaker', 'POST', `/knowledge/${newId()}/uses`, { how: 'copied' })).status, 404);
});

test('a change waits for its reviewer while the old text answers; who writes a version does not publish it', async () => {
  const changed = { ...content, answer: '夜市经营到 22 时。' };
  const { version } = await ok('head', 'GET', `/knowledge/${entry}`);
  await ok('head', 'PUT', `/knowledge/${entry}/draft`, { id: newId(), version, ...changed });
  assert.match((await find('夜宵摊营业到什么时候'))[0]!.answer, /23 时/);
  const own = await call('head', 'PUT', `/knowledge/${entry}/publication`, await seen('head', `/knowledge/${entry}`));
  assert.equal(own.body.code, 'knowledge_own_draft');
  await ok('office', 'PUT', `/knowledge/${entry}/publication`, await seen('office', `/knowledge/${entry}`));
  assert.match((await find('夜宵摊营业到什么时候'))[0]!.answer, /22 时/);
  assert.equal((await ok('clerk', 'GET', `/knowledge/${entry}`)).versions.length, 2);
});

test('what no entry answers is wished for with the words masked, and a new entry fulfils the wish', async () => {
  const words = '外地人能不能在本地办电动车上牌，我电话 13900010001';
  await ok('callTaker', 'POST', '/knowledge/wishes', { id: newId(), words });
  const { items } = await ok('clerk', 'GET', '/knowledge/wishes');
  assert.equal(items.length, 1);
  assert.doesNotMatch(items[0].words, /13900010001/);
  await ok('clerk', 'POST', '/knowledge', { id: newId(), ...content, wishId: items[0].id });
  assert.deepEqual((await ok('clerk', 'GET', '/knowledge/wishes')).items, []);
  const drop = { id: newId(), reason: '重复' };
  assert.equal(
    (await call('clerk', 'PUT', `/knowledge/wishes/${items[0].id}/refusal`, drop)).body.code,
    'knowledge_wish_settled',
  );
});

test('when its day comes it is due and in its owner’s work, until it is confirmed; withdrawn, it answers nobody', async () => {
  const due = async () => (await ok('clerk', 'GET', '/my-work/counts')).knowledge as number;
  assert.equal(await due(), 0);
  pass({ days: 400 });
  assert.equal(await due(), 1);
  assert.equal((await ok('clerk', 'GET', '/knowledge?view=due')).items[0].id, entry);
  const past = { ...(await seen('clerk', `/knowledge/${entry}`)), reviewOn: '2026-01-01' };
  assert.equal((await call('clerk', 'PUT', `/knowledge/${entry}/confirmation`, past)).status, 422);
  await ok('clerk', 'PUT', `/knowledge/${entry}/confirmation`, { ...past, id: newId(), reviewOn: '2028-06-01' });
  assert.equal(await due(), 0);
  const withdrawal = { ...(await seen('clerk', `/knowledge/${entry}`)), reason: '办法已废止' };
  await ok('clerk', 'PUT', `/knowledge/${entry}/withdrawal`, withdrawal);
  assert.deepEqual(await find('夜宵摊营业到什么时候'), []);
});

test('a list comes in as drafts, each with its owner and day of review; what does not fit comes back with the row', async () => {
  const desk = importDesk(story);
  const review = new Date(story.city.clock.now().getTime() + 200 * 86_400_000).toISOString().slice(0, 10);
  const heads = ['标准问题', '相似问', '答复口径', '政策依据', '归属单位', '责任人', '复核日期', '失效日期'];
  const rows = [
    [
      '临时占道要办什么手续',
      '门口搭架子要批吗；占道许可怎么办',
      '向城管局申请。\n三个工作日内答复。',
      '',
      '城管局',
      '陈晓燕',
      review,
      '',
    ],
    ['户外招牌要审批吗', '', '五平方米以上的要审批。', '', '城管局', '', review, ''],
    ['水表怎么换', '', '拨打供水热线。', '', '水务局', '', review, ''],
    ['夜里能不能施工', '', '一般不得施工。', '', '城管局', '查无此人', review, ''],
    ['渣土车怎么举报', '', '拨 12345。', '', '没有的局', '', review, ''],
    ['旧的一条', '', '早已过期。', '', '城管局', '', '2025-01-01', ''],
    ['没有答案', '', '', '', '城管局', '', review, ''],
  ];
  const bring = async () =>
    desk.take(
      'knowledge.xlsx',
      await sheetFile('knowledge.xlsx', [heads, ...rows]),
      { kind: 'knowledge', options: '{}' },
      'clerk',
    );
  const done = await bring();
  assert.deepEqual([done.counts.accepted, done.counts.rejected], [2, 5]);
  const again = await bring();
  assert.deepEqual([again.counts.accepted, again.counts.repeated], [0, 2]);
  const { items } = await ok('clerk', 'GET', '/knowledge?q=%E4%B8%B4%E6%97%B6%E5%8D%A0%E9%81%93');
  assert.equal(items.length, 1);
  const { draft, person, state } = await ok('clerk', 'GET', `/knowledge/${items[0].id}`);
  assert.deepEqual(
    [state, person.name, draft.reviewOn, draft.wordings, draft.answer],
    ['draft', '陈晓燕', review, ['门口搭架子要批吗', '占道许可怎么办'], '向城管局申请。\n三个工作日内答复。'],
  );
  assert.deepEqual(await find('临时占道要办什么手续'), [], 'nobody is answered before it is published');
});
