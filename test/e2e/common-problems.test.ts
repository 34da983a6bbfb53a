/** Common problems at the desk: from the ranked list to a theme, renamed, merged, taken back, confirmed, and made a common problem. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { button, decide, inDialog, pick, press, send, state, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';
import { runSurvey } from '#triage/theme/run-survey.ts';

const story = await testCity();
const { city } = story;
const { ok, signal } = stepsOf(story);
const deskOf = await listenAndBrowse(story);
const grouper = new URL('../stories/themes/grouper.ts', import.meta.url);

for (const [place, what, count] of [
  ['阳光花园', '漏水', 4],
  ['望湖苑', '漏水', 3],
  ['夜市街', '噪音', 5],
] as const)
  for (let i = 0; i < count; i++) await signal(`${place} ${what} 第${i}次`);

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

test('from the list to a common problem, with undo on the way', async () => {
  const page = await deskOf('dispatcher', '/themes');
  await page.getByText('还没有研判').waitFor();
  await button(page, '新的研判').click();
  await inDialog(page).getByLabel('名称').fill('全市近一年');
  await send(page, '设立并开始');
  await page.getByText('第一次研判正在进行').waitFor();
  const { run } = (await ok('dispatcher', 'GET', '/surveys')).surveys[0];
  await runSurvey(city, run.id, { grouper });

  await row(page, '漏水').getByText('建议，待确认').waitFor();
  await row(page, '漏水')
    .getByRole('button', { name: /怎么算的/ })
    .click();
  await page.getByRole('rowheader', { name: '诉求人，每翻一番' }).waitFor();
  assert.match(await page.locator('.heat-rows tfoot').innerText(), /合计\s*45\.0/);
  await page.keyboard.press('Escape');
  await page.getByText('乡镇热力图').click();
  await page.locator('.map-frame svg').getByText('漏水').waitFor();
  await page.getByText('态势图').click();
  await page.locator('.map-frame svg').getByText('波及乡镇街道').waitFor();
  await page.locator('.theme-map').getByText('表', { exact: true }).click();
  await page.locator('.map-table').getByRole('link', { name: '漏水' }).click();

  await page.getByRole('heading', { name: '漏水', level: 1 }).waitFor();
  await decide(page, '改名', '主题名称', '老旧小区水管漏水');
  await told(page, '已改名为“老旧小区水管漏水”');
  await page.getByRole('heading', { name: '老旧小区水管漏水', level: 1 }).waitFor();
  await page.keyboard.press('Control+z');
  await told(page, '已撤销：改名“老旧小区水管漏水”');
  await page.getByRole('heading', { name: '漏水', level: 1 }).waitFor();
  await decide(page, '改名', '主题名称', '老旧小区水管漏水');

  await button(page, '展开“望湖苑 漏水”').click();
  await page.locator('.theme-signals').getByText('望湖苑 漏水 第2次').waitFor();
  await page.getByLabel('选择“望湖苑 漏水”').check();
  await button(page, '拆成新主题').click();
  await inDialog(page).getByLabel('主题名称').fill('望湖苑水管');
  await send(page, '拆成新主题');
  await told(page, '已拆出“望湖苑水管”');

  await press(page, '并入其他主题');
  await pick(inDialog(page).getByLabel('并入哪个主题'), '望湖苑水管');
  await send(page, '并入其他主题');
  await page.getByRole('heading', { name: '望湖苑水管', level: 1 }).waitFor();
  await button(page, '撤销').click();
  await told(page, /已撤销：并入其他主题/);
  await page.getByRole('link', { name: '共性问题榜单' }).click();
  await row(page, '老旧小区水管漏水').getByRole('link', { name: '老旧小区水管漏水' }).click();

  // What was kept of the page from before is shown until it is read again.
  await page.waitForLoadState('networkidle');
  await press(page, '确认');
  await told(page, '已确认“老旧小区水管漏水”，可以立为共性问题');
  await state(page, '已确认');
  await press(page, '立为共性问题');
  await inDialog(page).getByLabel('要达到什么（写得出数）').fill('年内换管 12 公里');
  await pick(inDialog(page).getByLabel('牵头单位（选了即派单）'), '住建局');
  await send(page, '立为共性问题');
  await state(page, '已立为共性问题');
  await page.getByText('年内换管 12 公里').waitFor();
  await page.locator('.desk-notices').getByRole('button', { name: '打开' }).click();
  await page.getByText('共性', { exact: true }).waitFor();
  await state(page, '待签收');
  await page.context().close();
});

test('an official without the right sees no door; a checker reads and changes nothing', async () => {
  const id = newId();
  const page = await deskOf('checker', `/themes?survey=${id}`);
  await row(page, '噪音').waitFor();
  assert.equal(await button(page, '重新研判').count(), 0);
  await page.getByRole('link', { name: '噪音' }).first().click();
  await page.getByRole('heading', { name: '噪音', level: 1 }).waitFor();
  assert.equal(await page.locator('.thing-actions').count(), 0);
  await page.context().close();
});
