/** In the browser: the security administrator grants a post, and the person sees what it opens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { administratorAtDesk } from '#test/e2e/administrator.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';

const story = await testCity();
const deskOf = await listenAndBrowse(story);
const secadmin = await administratorAtDesk(story, deskOf, 'security_admin');

const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByText(name, { exact: true });

/** Types into a field that offers choices, and takes the first that fits. */
async function choose(page: Page, label: string, typed: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label, { exact: true });
  await field.fill(typed);
  await page.locator('.ant-select-item-option').filter({ hasText: typed }).first().waitFor();
  await field.press('Enter');
}

test('a post granted in the directory opens its pages to the person', async () => {
  const official = await deskOf('official', '/');
  await menu(official, '通讯录').waitFor();
  assert.equal(await menu(official, '待答复').count(), 0);

  const desk = await secadmin.desk('/people?q=吴涛');
  await desk.getByRole('row').filter({ hasText: '吴涛' }).getByRole('link').click();
  const pane = desk.getByRole('complementary');
  await pane.getByRole('heading', { name: '吴涛' }).waitFor();
  await pane.getByRole('button', { name: '授予岗位' }).click();
  await choose(desk, '角色', '审计管理员');
  await desk.getByText('互不兼任，也不兼任业务岗位').waitFor();
  await choose(desk, '角色', '承办联络员');
  await choose(desk, '单位', '夜查科');
  await desk.getByRole('dialog').getByRole('button', { name: '授予岗位' }).click();
  await desk.getByText('吴涛 现任夜查科承办联络员').waitFor();
  await pane.getByText('承办联络员').first().waitFor();

  await official.reload();
  await menu(official, '待答复').waitFor();
  await menu(official, '问题').waitFor();
});
