/** In the browser: units are set up, renamed, moved, merged, split with their open work, dissolved and closed; a role is made. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { administratorAtDesk } from '#test/e2e/administrator.ts';
import { press } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { units } = story.world;
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);
const sysadmin = await administratorAtDesk(story, deskOf, 'system_admin');
const secadmin = await administratorAtDesk(story, deskOf, 'security_admin');

const dialog = (page: Page) => page.getByRole('dialog');
const told = (page: Page, words: string | RegExp) => page.locator('.desk-notices').getByText(words).waitFor();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

async function pick(page: Page, label: string, typed: string): Promise<void> {
  const field = dialog(page).getByLabel(label);
  await field.fill(typed);
  await page.locator('.ant-select-item-option').filter({ hasText: typed }).first().waitFor();
  await field.press('Enter');
}

const fill = (page: Page, label: string, words: string, nth = 0) => dialog(page).getByLabel(label).nth(nth).fill(words);

/** On what grounds, and done. */
async function decided(page: Page, name: string): Promise<void> {
  await fill(page, '依据', '青编〔2026〕1 号');
  await dialog(page).getByRole('button', { name, exact: true }).click();
}

const shown = async (id: string) => ok('official', 'GET', `/units/${id}`);

test('a section is set up, and moves to another bureau; who looks at an earlier day sees it where it was', async () => {
  const page = await sysadmin.desk(`/people/units/${units.urban}`);
  await press(page, '设下级单位');
  await fill(page, '全称', '城市管理局督查科');
  await fill(page, '简称', '督查科');
  await dialog(page).getByLabel('类别').press('Enter');
  await page.locator('.ant-select-item-option').filter({ hasText: '科室' }).click();
  await dialog(page).getByRole('button', { name: '设立单位', exact: true }).click();
  await told(page, '已设立“城市管理局督查科”');
  await heading(page, '城市管理局督查科');
  await press(page, '调整隶属');
  await pick(page, '上级单位', '水务局');
  await decided(page, '调整隶属');
  await told(page, /“城市管理局督查科”从 3月12日.*起隶属“水务局”/);
  await page.getByRole('navigation', { name: '上级' }).getByText('水务局').waitFor();
  await press(page, '撤销');
  await decided(page, '撤销');
  await told(page, '“城市管理局督查科”已撤销');
  await page.getByText('已撤销', { exact: true }).first().waitFor();
  await page.context().close();
});

test('a bureau with people is not closed but renamed, and then split: its open work has to be placed', async () => {
  const id = await problem([await signal('井盖松了')], '井盖松动');
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: units.urban });
  const page = await sysadmin.desk(`/people/units/${units.urban}`);
  await press(page, '撤销');
  await decided(page, '撤销');
  await dialog(page)
    .getByText(/1 个下级单位、2 个在任岗位、1 件/)
    .waitFor();
  await dialog(page).getByRole('button', { name: '取消' }).click();
  await press(page, '更名');
  await fill(page, '全称', '青澜市综合执法局');
  await fill(page, '简称', '执法局');
  await decided(page, '更名');
  await told(page, /“青澜市城市管理局”从 3月12日.*起更名为“青澜市综合执法局”/);
  await heading(page, '青澜市综合执法局');
  await page.getByText('罗建国').waitFor();
  await press(page, '分设');
  for (const [at, name] of ['市容局', '执法队'].entries()) {
    await fill(page, '全称', `青澜市${name}`, at);
    await fill(page, '简称', name, at);
  }
  await decided(page, '分设');
  await dialog(page).getByText('还有 1 件未办结的工作，请逐件指明去向后再提交').waitFor();
  const { number } = await ok('dispatcher', 'GET', `/problems/${id}`);
  await dialog(page).getByLabel(`${number} 归`).press('Enter');
  await page.locator('.ant-select-item-option').filter({ hasText: '执法队' }).last().click();
  await dialog(page).getByRole('button', { name: '分设', exact: true }).click();
  await told(page, /“青澜市综合执法局”已分设为“青澜市市容局”、“青澜市执法队”/);
  const { turn } = await ok('dispatcher', 'GET', `/problems/${id}`);
  assert.deepEqual(
    turn.units.map((unit: { shortName: string }) => unit.shortName),
    ['执法队'],
  );
  await page.context().close();
});

test('two bureaus become one, and a third is dissolved into it', async () => {
  const page = await sysadmin.desk(`/people/units/${units.water}`);
  await press(page, '合并');
  await pick(page, '一并合并的单位', '住建局');
  await dialog(page).getByText('合并', { exact: true }).first().click();
  await fill(page, '全称', '青澜市建设水务局');
  await fill(page, '简称', '建水局');
  await decided(page, '合并');
  await told(page, '已合并为“青澜市建设水务局”');
  await heading(page, '青澜市建设水务局');
  await page.getByText('卢海').waitFor();
  const merged = new URL(page.url()).pathname.split('/').at(-1)!;
  await page.goto(page.url().replace(merged, units.hotline));
  await press(page, '并入其他单位');
  await pick(page, '接收单位', '建水局');
  await decided(page, '并入其他单位');
  await told(page, '“青澜市 12345 热线中心”已并入“建水局”');
  const { posts, predecessors } = await shown(merged);
  assert.equal(predecessors.length, 3);
  assert.deepEqual(posts.map((post: { person: { name: string } }) => post.person.name).sort(), [
    '何琳',
    '卢海',
    '周敏',
    '沈立',
    '秦越',
  ]);
  await page.context().close();
});

test('a role is made like another, and changed', async () => {
  const page = await secadmin.desk('/people/roles');
  const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await card('核查员').getByRole('button', { name: '照此另建' }).click();
  await fill(page, '中文名称', '督查员');
  await fill(page, '英文名称', 'Inspector');
  await fill(page, '代码', 'inspector');
  await dialog(page).getByRole('button', { name: '另建角色' }).click();
  await card('督查员').getByText('查看问题').waitFor();
  await card('督查员').getByRole('button', { name: '修改' }).click();
  await dialog(page).getByLabel('审核任务').check();
  await dialog(page).getByRole('button', { name: '修改' }).click();
  await card('督查员').getByText('审核任务').waitFor();
  const { items } = await secadmin.ok('GET', '/roles');
  const made = items.find((role: { code: string }) => role.code === 'inspector');
  assert.ok(made.verbs.includes('task.review') && made.verbs.includes('problem.verify'));
  await page.context().close();
});
