/** From the desk: ask a reporter who follows by code, see the reply and the rating, decline a wish, publish a problem. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCity } from '#test/database.ts';
import { button, decide, inDialog, press, send, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';
import { citizen, codeIn } from '#test/stories/public/citizen.ts';

const story = await testCity();
const { ok, problem, decide: decided } = stepsOf(story);
const anna = citizen(story);
const code = codeIn(await anna.report({ words: '夜市音响太吵', name: '钱多多' }));
const { id } = (await ok('dispatcher', 'GET', `/signals?q=${encodeURIComponent('夜市音响')}`)).items[0];
const deskOf = await listenAndBrowse(story);

test('a question goes out and its answer comes back; a wish is declined with words', async () => {
  const page = await deskOf('dispatcher', `/signals/${id}`);
  await page.getByText('诉求人用查询码在公众页上看进展').waitFor();
  await decide(page, '向诉求人提问', '要问什么', '是哪一家摊位？');
  await page.getByText('还没有回答').waitFor();
  await anna.follow(code);
  await anna.submit('/mine/reply', { reply: '门口第二家' });
  await page.reload();
  await page.getByText('门口第二家').waitFor();
  await decided('dispatcher', `/signals/${id}`, 'dispositions', { kind: 'answered', code: 'explained', words: '' });
  await anna.see('/mine');
  await anna.submit('/mine/rating', { solved: 'no', satisfied: '2' });
  assert.match((await anna.submit('/mine/wish', { 'wish-words': '还是很吵' })).text, /正在等待处理/);
  await page.goto(page.url().replace(/signals.*/, ''));
  await page.getByRole('button', { name: '看重办申请' }).click();
  await page.getByText('还是很吵').waitFor();
  await page.getByText('诉求人在公众页评价').waitFor();
  await decide(page, '不予重办', '为什么不予重办', '已约定十点关音响');
  await page.getByText('不予重办').first().waitFor();
  assert.match((await anna.see('/mine')).text, /已约定十点关音响/);
});

test('a problem is published in words of its own; what may be personal asks to be read again', async () => {
  const { signal } = stepsOf(story);
  const one = await problem(
    [await signal('早市垃圾', { reporter: { name: '孙小明', phone: '13900139000' } })],
    '早市垃圾',
  );
  const page = await deskOf('dispatcher', `/problems/${one}`);
  await press(page, '向公众公开');
  await inDialog(page).getByLabel('给公众看的说明').fill('请找孙小明');
  await button(inDialog(page), '向公众公开').click();
  await inDialog(page)
    .getByText(/可能有个人信息.*孙\*/)
    .first()
    .waitFor();
  await inDialog(page).getByLabel('给公众看的说明').fill('正在增加清运车次');
  await send(page, '向公众公开');
  await told(page, '已公开，公众页上现在就能看到');
  await page.getByText('正在增加清运车次').waitFor();
  assert.match((await anna.see('/list')).text, /早市垃圾/);
});
