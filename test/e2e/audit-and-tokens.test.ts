/** In the browser: a number is looked at, a token made and revoked, and the auditor finds each in words. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administratorAtDesk } from '#test/e2e/administrator.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';

const story = await testCity();
const { people } = story.world;
const deskOf = await listenAndBrowse(story);
const sysadmin = await administratorAtDesk(story, deskOf, 'system_admin');
const secadmin = await administratorAtDesk(story, deskOf, 'security_admin');
const auditor = await administratorAtDesk(story, deskOf, 'auditor');

const PHONE = '13900010009';
const anId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/;

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const told = (page: Page, words: string | RegExp) => page.locator('.desk-notices').getByText(words).waitFor();

test('a token is made for a channel, shown once, pushes, and is refused as soon as it is revoked', async () => {
  const page = await sysadmin.desk('/settings/channels');
  await button(page, '生成令牌').click();
  await dialog(page).getByLabel('给谁用').fill('省平台');
  await dialog(page).getByLabel('渠道').press('Enter');
  await page.locator('.ant-select-item-option').filter({ hasText: '12345 热线' }).click();
  await inDialog(page, '生成令牌').click();
  const secret = await dialog(page).locator('.secret pre').first().innerText();
  await inDialog(page, '我已抄走').click();
  const line = page.getByRole('listitem').filter({ hasText: '省平台' });
  await line.getByText('没有用过').waitFor();
  assert.ok(!(await page.content()).includes(secret));
  const push = async () => {
    const answer = await story.app.inject({
      method: 'POST',
      url: '/c/qinglan/api/signals',
      headers: { authorization: `Bearer ${secret}` },
      payload: { id: newId(), number: 'S1', words: '路灯不亮', matter: 'help', extra: { 备用电话: PHONE } },
    });
    return answer.statusCode;
  };
  assert.equal(await push(), 200);
  await page.reload();
  await line.getByText(/最近使用/).waitFor();
  await line.getByRole('button', { name: '收回' }).click();
  await inDialog(page, '收回').click();
  await told(page, '已收回“省平台”');
  await line.getByText('已收回').waitFor();
  assert.equal(await push(), 401);
  const { rows } = await story.city.pool.query(`select extra from ${story.city.schema}.signal`);
  assert.deepEqual(
    rows,
    [{ extra: { 备用电话: '139****0009' } }],
    'what is sent beside the words keeps no number either',
  );
  await page.context().close();
});

test('a whole number is shown after purpose and reason, and hidden again', async () => {
  const { version } = await sysadmin.ok('GET', `/people/${people.head}`);
  const change = { id: newId(), version, name: '罗建国', staffNumber: null, phone: PHONE };
  await sysadmin.ok('PUT', `/people/${people.head}`, change);
  const page = await secadmin.desk(`/people/${people.head}`);
  await page.getByText('139****0009').waitFor();
  await page.getByRole('button', { name: /查看完整的手机/ }).click();
  await dialog(page).getByText('工作联系').click();
  await dialog(page).getByLabel('具体说明').fill('值班联系');
  await inDialog(page, '记录并查看').click();
  await page.getByText(PHONE).waitFor();
  await page.reload();
  await page.getByText('139****0009').waitFor();
  await page.context().close();
});

test('the auditor sees who looked, at whom and why, in words; every opening and export is a row itself', async () => {
  const page = await auditor.desk('/audit');
  await page.getByText('查看号码', { exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: '查看完整号码' });
  await row.getByRole('link').click();
  const pane = page.getByRole('complementary');
  await pane.getByText('值班联系').waitFor();
  for (const words of ['安全管理员', '罗建国', '工作联系', '手机']) await pane.getByText(words).first().waitFor();
  assert.doesNotMatch(await pane.innerText(), anId);

  const link = page.url();
  await page.goto(link.replace(/&thing=[^&]*/, '').replace(/view=\w+/, 'view=failed'));
  await pane.getByText('值班联系').waitFor();

  await page.goto(link.replace(/\?.*/, '?verb=post.granted'));
  await page.getByRole('row').filter({ hasText: '罗建国' }).getByRole('link').click();
  await pane.getByText('单位主要负责人').first().waitFor();
  assert.doesNotMatch(await pane.innerText(), anId);

  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出 Excel').click()]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(await download.path())) as unknown as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  const last = sheet.getRow(sheet.rowCount).getCell(1).text;
  assert.match(last, /安全审计员 于 2026-03-12 .* 从溯源导出，内部使用/);
  const own = await story.tx((tx) =>
    tx.selectFrom('ledger').select('verb').where('kind', '=', 'ledger').orderBy('seq').execute(),
  );
  const verbs = own.map(({ verb }) => verb);
  assert.deepEqual([verbs[0], verbs.at(-1)], ['ledger.opened', 'ledger.exported']);
  await page.context().close();
});
