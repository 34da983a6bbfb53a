/** In the browser, from two reports to a closed problem: dispatcher, unit, official with a phone, checker; and whoever came second. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { PersonName } from '#db/world.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { testCity } from '#test/database.ts';
import { openBrowser, openPage } from '#test/e2e/browser.ts';
import { button, decide, inDialog, pick, state, told } from '#test/e2e/hands.ts';
import { stepsOf } from '#test/steps.ts';

const DESK = 1440;
const PHONE = 390;
const PATIENCE = 15_000;

const story = await testCity();
const { ok, signal } = stepsOf(story);
const address = await story.app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
after(() => browser.close());

const desks = new Map<PersonName, Page>();

/** The page of this person, who is signed in already; it is opened once. */
async function deskOf(name: PersonName, path: string, width = DESK): Promise<Page> {
  const page = desks.get(name) ?? (await openDesk(name, width));
  desks.set(name, page);
  await page.goto(`${address}/c/qinglan${path}`);
  return page;
}

async function openDesk(name: PersonName, width: number): Promise<Page> {
  const page = await openPage(browser, 'qinglan', { width });
  const from = { source: '127.0.0.1', agent: 'browser story' };
  const value = await story.tx((tx) => beginSession(tx, story.world.people[name], from, true));
  await page.context().addCookies([{ name: cookieName('qinglan'), value, url: `${address}/c/qinglan/` }]);
  page.setDefaultTimeout(PATIENCE);
  return page;
}

let problem = '';
let task = '';
let second: Page;

test('the dispatcher makes one problem of two reports', async () => {
  await signal('凤鸣路雨后积水，车开不过去');
  await signal('凤鸣路口一下雨就淹，井盖也松了');
  const page = await deskOf('dispatcher', '/signals');
  for (const words of ['车开不过去', '一下雨就淹']) {
    await page.getByRole('row').filter({ hasText: words }).getByRole('checkbox').check();
  }
  await button(page, '立为一个问题').click();
  await inDialog(page).getByLabel('标题').fill('凤鸣路雨后积水');
  await inDialog(page).getByRole('button', { name: '立为一个问题', exact: true }).click();
  await inDialog(page).waitFor({ state: 'hidden' });
  await page.goto(`${address}/c/qinglan/`);
  await page.getByText('下一件').waitFor();
  await page.getByRole('button', { name: '去派单' }).click();
  await page.getByRole('heading', { name: '凤鸣路雨后积水' }).waitFor();
  problem = new URL(page.url()).pathname.split('/').at(-1)!;
  const { signals, reporters } = await ok('dispatcher', 'GET', `/problems/${problem}`);
  assert.deepEqual([signals, reporters], [2, 2]);
  second = await deskOf('otherDispatcher', `/problems/${problem}`);
  await state(second, '待派单');
  await button(page, '派单').click();
  await pick(inDialog(page).getByLabel('单位'), '城管局');
  await inDialog(page).getByRole('button', { name: '派单', exact: true }).click();
  await told(page, '已派给城管局，轮到它签收');
  await state(page, '待签收');
});

test('the second dispatcher, whose page is old, learns what the first did and keeps what was typed', async () => {
  await button(second, '派单').click();
  await pick(inDialog(second).getByLabel('单位'), '水务局');
  await inDialog(second).getByLabel('交代').fill('请查管网');
  await inDialog(second).getByRole('button', { name: '派单', exact: true }).click();
  await inDialog(second)
    .getByText(/沈立.*派单/)
    .waitFor();
  await button(second, '看最新情况').click();
  await inDialog(second).getByText('已换成最新情况').waitFor();
  assert.equal(await inDialog(second).getByLabel('交代').inputValue(), '请查管网');
  await state(second, '待签收');
});

test('the unit signs for it and gives a task to one of its people', async () => {
  const page = await deskOf('head', `/problems/${problem}`);
  await button(page, '签收').click();
  await told(page, /已签收/);
  await button(page, '派任务').click();
  await inDialog(page).getByLabel('做什么').fill('清掏凤鸣路雨水口');
  await pick(inDialog(page).getByLabel('承办人'), '吴涛');
  await inDialog(page).getByRole('button', { name: '派任务', exact: true }).click();
  await told(page, '已派给 吴涛，轮到 吴涛 接收');
  await page.getByRole('link', { name: '清掏凤鸣路雨水口' }).click();
  await state(page, '待接收');
  task = new URL(page.url()).pathname.split('/').at(-1)!;
});

test('the official hands in words and a photo on a phone; what is written survives leaving the page', async () => {
  const page = await deskOf('official', `/tasks/${task}`, PHONE);
  await page.getByLabel('怎么办的').fill('清掏雨水口 3 处，积水已退');
  await page.reload();
  assert.equal(await page.getByLabel('怎么办的').inputValue(), '清掏雨水口 3 处，积水已退');
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  assert.ok(wide <= PHONE, `the page is ${wide} wide`);
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#4a7' } })
    .jpeg()
    .toBuffer();
  await page
    .locator('.uploader input[type=file]')
    .last()
    .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByText('已上传').waitFor();
  await page.getByRole('button', { name: '交佐证' }).click();
  await told(page, '已交，轮到 罗建国 审核');
  await state(page, '已交，待审核');
  const shown = page.getByRole('img', { name: '现场.jpg' });
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction('document.querySelector(".evidence img")?.naturalWidth === 640');
});

test('the unit confirms the task and reports the problem handled', async () => {
  const page = await deskOf('head', `/tasks/${task}`);
  await decide(page, '确认完成', '审核意见', '看过照片，属实');
  await told(page, '已确认完成');
  await page.goto(`${address}/c/qinglan/problems/${problem}`);
  await decide(page, '办结反馈', '怎么办的', '雨水口已清掏，加固井盖');
  await told(page, /轮到核查/);
  await state(page, '单位已办，待核查');
});

test('handled, verified and closed are marked one by one; the reporters are then to be answered', async () => {
  const marks = (page: Page) => page.locator('.mark.is-reached h3').allInnerTexts();
  const checker = await deskOf('checker', `/problems/${problem}`);
  await decide(checker, '核查通过', '怎么核查的', '雨后到现场看过');
  await state(checker, '核查通过，待结案');
  assert.deepEqual(await marks(checker), ['单位已办', '已核查']);
  const page = await deskOf('dispatcher', `/problems/${problem}`);
  await decide(page, '结案', '结案意见', '同意结案');
  await told(page, /待答复/);
  await state(page, '已结案');
  assert.deepEqual(await marks(page), ['单位已办', '已核查', '已结案']);
  await page.locator('.mark').last().getByText('还没有').waitFor();
  await story.settle();
  await page.goto(`${address}/c/qinglan/`);
  await page.getByRole('link', { name: '2 待答复' }).waitFor();
  const { items } = await ok('dispatcher', 'GET', `/to-answer?problemId=${problem}`);
  assert.equal(items.length, 2);
});
