/** An indicator at the desk: defined, read twice, seen as chart and as table, a reading withdrawn, and a problem counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { button, inDialog, pick, press, send, state, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { world, pass } = story;
const { signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const sentence = (page: Page, words: string | RegExp) => page.locator('.chart-sentence').getByText(words).waitFor();
const readings = (page: Page) => page.locator('.figures-table').last();

async function type(page: Page, month: string, figures: Record<string, string>): Promise<void> {
  await press(page, '录入读数');
  const field = inDialog(page).getByLabel('月份');
  await field.fill(month);
  await field.press('Enter');
  for (const [label, figure] of Object.entries(figures)) await inDialog(page).getByLabel(label).fill(figure);
  await button(inDialog(page), '录入读数').click();
}

test('defined, read, seen as chart and table, withdrawn', async () => {
  const page = await deskOf('head', '/indicators');
  await page.getByText('还没有指标').waitFor();
  await button(page, '定义指标').click();
  const dialog = inDialog(page);
  await dialog.getByLabel('名称').fill('噪音诉求按期办结率');
  await dialog.getByLabel('单位', { exact: true }).fill('%');
  await dialog.getByLabel('分子（统计什么）').fill('按期办结的噪音诉求');
  await dialog.getByLabel('分母（占什么的比）').fill('到期的噪音诉求');
  await dialog.getByLabel('数据来源').fill('12345 工单系统');
  await send(page, '定义指标');
  await told(page, /已定义 I2026-\d{6}，可以录入读数了/);
  await state(page, '在用');
  await page.getByText('有了第一期读数，这里就有图').waitFor();

  await type(page, '2026-01', { 分子: '700', 分母: '800' });
  await told(page, /已录入 2026年1月 87\.5.%/);
  await type(page, '2026-02', { 数值: '97', 分子: '712', 分母: '800' });
  await inDialog(page).getByText('数值 97 与分子÷分母得出的 89 不符').waitFor();
  await inDialog(page).getByLabel('数值').fill('89');
  await send(page, '录入读数');
  await sentence(page, /2026年2月 89\.0.%，比上一期 87\.5.% 高 1\.5 个百分点/);
  await page
    .getByRole('img', { name: /2026年2月/ })
    .locator('svg')
    .waitFor();
  await page.locator('.chart-canvas svg').getByText('87.5').last().waitFor();
  await page.locator('.chart').getByText('表', { exact: true }).click();
  await page
    .locator('.chart .figures-table')
    .getByRole('row', { name: /2026年1月/ })
    .waitFor();

  await readings(page)
    .getByRole('row', { name: /2026年2月/ })
    .getByRole('button', { name: /撤回/ })
    .click();
  await inDialog(page).getByLabel('理由').fill('漏了退回件');
  await send(page, '撤回');
  await told(page, '已撤回 2026年2月 的读数，可以重新录入');
  await sentence(page, /^2026年1月 87\.5.%$/);
  await page.getByLabel('显示已撤回的 1 条').check();
  await readings(page)
    .getByText(/罗建国 .*撤回：漏了退回件/)
    .waitFor();
  await page.getByText('撤回 2026-02-01 至 2026-02-28 的读数 89').waitFor();
  await page.context().close();
});

test('the program counts the signals of a problem, when asked', async () => {
  const id = await problem([await signal('广场夜里敲鼓'), await signal('广场放喇叭')], '广场噪音');
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban });
  const page = await deskOf('head', '/indicators');
  await button(page, '让程序统计').click();
  await inDialog(page).getByLabel('名称').fill('广场噪音每月线索');
  await pick(inDialog(page).getByLabel('统计哪个问题'), '广场噪音');
  await send(page, '让程序统计');
  await page.getByRole('heading', { name: '广场噪音每月线索' }).waitFor();
  pass({ days: 25 });
  const address = new URL(page.url()).pathname.replace('/c/qinglan', '');
  await page.context().close();

  const april = await deskOf('clerk', address);
  await press(april, '立即统计');
  await told(april, '已统计：新增 1 个月，0 个月的数有变');
  await sentence(april, /^2026年3月 2.件\/月$/);
  await april.locator('.chart-canvas svg').getByText('当月全部线索 2').waitFor();
  assert.equal(await april.getByRole('link', { name: /广场噪音/ }).getAttribute('href'), `/c/qinglan/problems/${id}`);
  await april.context().close();
});
