/** In the browser: a person is entered and activated, somebody leaves with open work, and every piece finds a place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administratorAtDesk } from '#test/e2e/administrator.ts';
import { press } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';
import { visitor } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { people } = story.world;
const { ok, signal, problem, decide, seen } = stepsOf(story);
const deskOf = await listenAndBrowse(story);
const sysadmin = await administratorAtDesk(story, deskOf, 'system_admin');
const secadmin = await administratorAtDesk(story, deskOf, 'security_admin');

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const told = (page: Page, words: string | RegExp) => page.locator('.desk-notices').getByText(words).waitFor();

/** Types into a field that offers choices, and takes the first that fits. */
async function choose(page: Page, label: string, typed: string, nth = 0): Promise<void> {
  const field = dialog(page).getByLabel(label).nth(nth);
  await field.fill(typed);
  await page.locator('.ant-select-item-option').filter({ hasText: typed }).first().waitFor();
  await field.press('Enter');
}

/** A task of the urban bureau; returns its id. */
async function task(problemId: string, title: string, assignee: PersonName, reviewer: PersonName): Promise<string> {
  const taskId = newId();
  const who = { assigneeId: people[assignee], reviewerId: people[reviewer] };
  const path = `/problems/${problemId}`;
  await ok('head', 'POST', `${path}/tasks`, { ...(await seen('head', path)), taskId, title, ...who });
  return taskId;
}

test('a person is entered and gets a code that is shown once; a later code voids it, and it opens the desk', async () => {
  const page = await sysadmin.desk('/people');
  await button(page, '登记人员').click();
  await dialog(page).getByLabel('姓名').fill('司马青');
  await dialog(page).getByLabel('手机').fill('139-0001-0002');
  await choose(page, '所在单位', '夜查科');
  await dialog(page).getByLabel('职务').fill('副科长');
  await inDialog(page, '登记人员').click();
  await told(page, /已登记 司马青/);
  await page.getByRole('heading', { name: '司马青' }).waitFor();
  const codes: string[] = [];
  for (const login of ['simaqing', '']) {
    await button(page, '生成激活码').click();
    if (login) await dialog(page).getByLabel('登录名').fill(login);
    await inDialog(page, '生成激活码').click();
    codes.push(await dialog(page).locator('output').innerText());
    await inDialog(page, '我已交给本人，关闭').click();
  }
  const [void_ = '', good = ''] = codes;
  assert.equal(await visitor(story).refused('POST', '/activation/look', { code: void_ }), 'activation_invalid');
  await page.context().clearCookies();
  await page.goto(`${new URL(page.url()).origin}/c/qinglan/activate`);
  await page.getByLabel('激活码').fill(good.toLowerCase());
  await button(page, '下一步').click();
  await page.getByText('司马青，请设置登录密码').waitFor();
  assert.equal(await page.getByLabel('您的登录名').inputValue(), 'simaqing');
  await page.getByLabel('新密码').fill('Yexun-2026-ke');
  await button(page, '设置密码并登录').click();
  await page.getByRole('button', { name: /司马青/ }).waitFor();
  await page.getByRole('link', { name: '任务' }).waitFor();
  await page.context().close();
});

test('a whole phone number finds its owner, and the search stands in the ledger without it', async () => {
  const page = await sysadmin.desk('/people');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByText('按手机号查人').click();
  await dialog(page).getByLabel('手机').fill('13900010003');
  await inDialog(page, '查找').click();
  await dialog(page).getByText('没有登记这个号码的人').waitFor();
  await dialog(page).getByLabel('手机').fill('13900010002');
  await inDialog(page, '查找').click();
  await dialog(page).getByRole('link', { name: '司马青' }).click();
  await page.getByRole('heading', { name: '司马青' }).waitFor();
  const rows = await story.tx((tx) =>
    tx.selectFrom('ledger').select('data').where('verb', '=', 'person.searched').orderBy('seq').execute(),
  );
  assert.deepEqual(
    rows.map(({ data }) => data),
    [{ found: 0 }, { found: 1 }],
  );
  await page.context().close();
});

test('who leaves hands over each open task by name; nobody is made to review their own', async () => {
  const id = await problem([await signal('井盖松了')], '井盖松动');
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: story.world.units.urban });
  await decide('head', `/problems/${id}`, 'signatures');
  const outside = await task(id, '换井盖', 'official', 'head');
  const inside = await task(id, '写说明', 'clerk', 'head');
  const page = await sysadmin.desk(`/people/${people.head}`);
  await page.getByRole('heading', { name: '罗建国' }).waitFor();
  await press(page, '办理离任');
  await dialog(page).getByText('未办结的工作：2 件').waitFor();
  await dialog(page).getByLabel('理由').fill('调任');
  await inDialog(page, '办理离任').click();
  await dialog(page).getByText('必填').waitFor();
  await choose(page, '全部交给', '陈晓燕');
  await inDialog(page, '办理离任').click();
  await dialog(page)
    .getByText(/T2026-\d+ 的承办人和审核人不能都是陈晓燕，这一件请另交他人/)
    .waitFor();
  await choose(page, '另交给', '吴涛', 1);
  await inDialog(page, '办理离任').click();
  await told(page, '罗建国 已离任，工作已交接');
  await page.getByText('已离任').first().waitFor();
  const reviewers = await story.tx((tx) =>
    tx.selectFrom('task').select(['id', 'reviewer_id']).where('id', 'in', [outside, inside]).execute(),
  );
  assert.deepEqual(
    new Map(reviewers.map((row) => [row.id, row.reviewer_id])),
    new Map([
      [outside, people.clerk],
      [inside, people.official],
    ]),
  );
  await page.context().close();
});

test('a post is withdrawn; the work of its unit goes to somebody first', async () => {
  const page = await secadmin.desk(`/people/${people.clerk}`);
  await button(page, '收回').click();
  await dialog(page)
    .getByText(/未办结的工作：2 件/)
    .waitFor();
  await dialog(page).getByLabel('理由').fill('轮岗');
  await choose(page, '全部交给', '司马青');
  await inDialog(page, '收回').click();
  await told(page, '已收回 陈晓燕 的“承办联络员”岗位');
  await page.getByText('目前没有岗位，登录后看不到业务页面').waitFor();
  await page.context().close();
});
