/** A call taker enters a signal without the mouse, sees what the caller has said before, and loses no draft. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, problem } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const phone = '13900001234';
const atPhone = (page: Page) => page.locator('input[inputmode=tel]:focus');

test('a call becomes a signal by keyboard alone, and the next form is ready', async () => {
  await signal('上个月路灯就坏过一次', { reporter: { phone } });
  const page = await deskOf('callTaker', '/signals/new');
  const keys = page.keyboard;
  await atPhone(page).waitFor();
  await keys.type(phone);
  await keys.press('Enter');
  await page.getByRole('complementary').getByText('上个月路灯就坏过一次').waitFor();
  await keys.type('林女士');
  await keys.press('Enter');
  await keys.press('Enter'); // no address
  await keys.press('2');
  await keys.press('2');
  await keys.type('桂湖路 8 号');
  await keys.press('Enter');
  await keys.type('路灯又坏了，连着三天不亮');
  await keys.press('Enter');
  await keys.type('老人晚上摔了一跤');
  await keys.press('Control+Enter');
  const told = page.locator('.desk-notices').getByText(/已登记，编号 \d{16}，须在 .+ 前分诊/);
  await told.waitFor();
  await atPhone(page).waitFor();
  assert.equal(await atPhone(page).inputValue(), '');

  const { items } = await ok('dispatcher', 'GET', '/signals');
  const one = await ok('dispatcher', 'GET', `/signals/${items[0].id}`);
  assert.match(await told.innerText(), new RegExp(one.number));
  assert.equal(one.words, '路灯又坏了，连着三天不亮\n老人晚上摔了一跤');
  assert.deepEqual([one.matter, one.urgency, one.place, one.wantsReply], ['complaint', 'urgent', '桂湖路 8 号', true]);
  assert.deepEqual([one.reporter.name, one.reporter.phone, one.callerOthers], ['林女士', '139****1234', 1]);
  await page.context().close();
});

test('while words are typed the problem they may be about is offered, and its key gathers into it', async () => {
  const told = await signal('望湖花园二期3号楼地下室污水倒灌，积水没过脚踝，臭味很大');
  const id = await problem([told], '望湖花园地下室污水倒灌');
  const { number } = await ok('dispatcher', 'GET', `/problems/${id}`);
  const page = await deskOf('callTaker', '/signals/new');
  const offered = page.getByRole('region', { name: '可能是同一件事' });
  await page.locator('[data-digits=matter]').getByText('投诉').click();
  await page.getByLabel('诉求内容').focus();
  await page.keyboard.type('今天中午食堂门口');
  assert.equal(await offered.isVisible(), false);
  await page.getByLabel('诉求内容').fill('望湖花园地下室又进污水了，积水没过脚踝');
  await offered.getByText('望湖花园地下室污水倒灌').waitFor();
  await offered.getByText('同一地点').waitFor();
  await page.keyboard.press('Alt+2'); // there is none
  await page.keyboard.press('Alt+1');
  await offered.getByRole('button', { name: `登记时归入 ${number}`, pressed: true }).waitFor();
  await offered.getByRole('button', { name: `在旁边查看 ${number}` }).click();
  await page.getByRole('dialog').getByText('臭味很大').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('诉求内容').focus();
  await page.keyboard.press('Control+Enter');
  await page
    .locator('.desk-notices')
    .getByText(new RegExp(`已登记，编号 \\d{16}，已归入 ${number}`))
    .waitFor();
  await offered.waitFor({ state: 'hidden' });
  assert.equal((await ok('dispatcher', 'GET', `/problems/${id}`)).signals, 2);
  await page.context().close();
});

test('a draft survives leaving the page, is one signal however often it is sent, and is gone after signing out', async () => {
  const page = await deskOf('callTaker', '/signals/new');
  await page.getByLabel('诉求内容').fill('写到一半的话');
  await page.reload();
  assert.equal(await page.getByLabel('诉求内容').inputValue(), '写到一半的话');
  await page.getByText('草稿已恢复').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('必填').first().waitFor();
  const before = (await ok('dispatcher', 'GET', '/signals/count')).count;
  await page.locator('[data-digits=matter]').getByText('举报').click();
  await page.getByText('举报：诉求人身份对承办单位隐藏').waitFor();
  await page.getByLabel('诉求内容').focus();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await page
    .locator('.desk-notices')
    .getByText(/已登记，编号/)
    .waitFor();
  assert.equal((await ok('dispatcher', 'GET', '/signals/count')).count, before + 1);

  await page.getByLabel('诉求内容').fill('不该留下的话');
  await page.getByRole('button', { name: /周敏/ }).click();
  await page.getByText('退出登录').click();
  await page.getByLabel('密码').waitFor();
  assert.equal(await page.evaluate('JSON.stringify(sessionStorage).includes("不该留下的话")'), false);
  await page.context().close();
});

test('the dispatcher sees who reported only after saying why, and settles the signal by keys', async () => {
  const page = await deskOf('dispatcher', '/signals');
  await page.getByRole('row').filter({ hasText: '路灯又坏了' }).waitFor();
  for (const key of ['j', 'j', 'j', 'k', 'k', 'k']) await page.keyboard.press(key);
  await page.getByRole('link', { name: /路灯又坏了/ }).click();
  const pane = page.getByRole('complementary');
  await pane.getByText('139****1234').waitFor();
  await pane.getByRole('button', { name: '查看完整信息' }).click();
  await page.getByRole('dialog').getByText('核实诉求').click();
  await page.getByRole('dialog').getByLabel('具体说明').fill('核对路灯位置');
  await page.getByRole('button', { name: '记录并查看' }).click();
  await pane.getByText(phone).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByText('转其他渠道').click();
  await page.getByRole('dialog').getByText('转信访').click();
  await page.getByRole('dialog').getByRole('button', { name: '直接处置' }).click();
  await pane.getByText('转其他渠道：转信访').waitFor();
  await pane.getByText('核实诉求').waitFor();
  const { items } = await ok('dispatcher', 'GET', '/signals?state=disposed');
  assert.equal(items.length, 1);
  await page.context().close();
});
