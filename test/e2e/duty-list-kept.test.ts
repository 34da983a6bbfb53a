/** In the browser: the office drafts and issues a duty list and tries it out; dispatchers assign by it, and not past it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { PersonName } from '#db/world.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { testCity } from '#test/database.ts';
import { makeLand } from '#test/duty.ts';
import { openBrowser, openPage } from '#test/e2e/browser.ts';
import { button, inDialog, pick, press, send, state, told } from '#test/e2e/hands.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { signal, problem } = stepsOf(story);
const { area } = await makeLand(story);
const address = await story.app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
after(() => browser.close());
async function deskOf(name: PersonName, path: string, width = 1440): Promise<Page> {
  const page = await openPage(browser, 'qinglan', { width });
  const from = { source: '127.0.0.1', agent: 'browser story' };
  const value = await story.tx((tx) => beginSession(tx, story.world.people[name], from, true));
  await page.context().addCookies([{ name: cookieName('qinglan'), value, url: `${address}/c/qinglan/` }]);
  page.setDefaultTimeout(20_000);
  await page.goto(`${address}/c/qinglan${path}`);
  return page;
}

async function addLine(page: Page, category: string, lead: string, more: () => Promise<void> = async () => {}) {
  await button(page, '增加一条').click();
  await pick(inDialog(page).getByLabel('分类'), category);
  if (lead) await pick(inDialog(page).getByLabel('主办单位'), lead);
  await more();
  await send(page, '增加一条');
}

test('the office drafts a list, writes two lines, mends one, and issues it', async () => {
  const page = await deskOf('office', '/duty/versions');
  await page.getByText('还没有一版职责清单').waitFor();
  await button(page, '起草新版').click();
  await told(page, '第 1 版草案已建好，以现行版为底');
  await addLine(page, '施工噪音', '水务局');
  await told(page, /已增加：第 1 条/);
  await addLine(page, '广场舞', '城管局', () => inDialog(page).getByLabel('上收').check());
  await page.getByRole('row').getByText('施工噪音').click();
  await button(page, '修改').click();
  await pick(inDialog(page).getByLabel('主办单位'), '城管局');
  await send(page, '修改');
  await page.getByRole('row').filter({ hasText: '施工噪音' }).filter({ hasText: '城管局' }).waitFor();
  await page.goto(`${address}/c/qinglan/duty/versions`);
  await button(page, '发布').click();
  await inDialog(page).getByLabel('说明').fill('首版');
  await send(page, '发布');
  await told(page, /已发布，自 2026年3月12日 起生效/);
  await page.goto(`${address}/c/qinglan/duty/try`);
  await pick(page.getByLabel('分类'), '广场舞');
  await page.getByText('不派给乡镇街道').waitFor();
  assert.match(await page.locator('.duty-answer').innerText(), /城管局[\s\S]*第 1 版第 2 条/);
});

test('the dispatcher takes the proposed unit by its key; a township is refused with what to do', async () => {
  const night = await problem([await signal('半夜打桩', { category: '施工噪音' })], '半夜打桩');
  const page = await deskOf('dispatcher', `/problems/${night}`);
  await press(page, '派单');
  await inDialog(page).getByText('职责清单第 1 版第 1 条').waitFor();
  await page.keyboard.press('Alt+Digit1');
  await send(page, '派单');
  await told(page, '已派给城管局，轮到它签收');

  const dance = await problem(
    [await signal('音响太吵', { category: '广场舞噪音', areaId: area[990101001] })],
    '广场舞',
  );
  await page.goto(`${address}/c/qinglan/problems/${dance}`);
  await press(page, '派单');
  await pick(inDialog(page).getByLabel('单位'), '新民街道');
  await button(inDialog(page), '派单').click();
  await inDialog(page)
    .getByText(/已上收，不能派给新民街道.*请派给城管局/)
    .waitFor();
  assert.equal(await inDialog(page).getByLabel('仍派给它').count(), 0);

  const head = await deskOf('otherDispatcher', `/problems/${dance}`);
  await press(head, '派单');
  await pick(inDialog(head).getByLabel('单位'), '新民街道');
  await inDialog(head).getByLabel('交代').fill('社区先行劝导');
  await button(inDialog(head), '派单').click();
  await inDialog(head).getByLabel('仍派给它').check();
  await send(head, '派单');
  await told(head, '已派给新民街道，轮到它签收');
  await state(head, '待签收');
});
