/** In the browser: a colleague acts for who is away until it is ended early; a password, an authenticator, other sessions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { totpCode } from '#people/totp.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { sitDown } from '#test/e2e/administrator.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';
import { activate, administrator, visitor } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { people, units } = story.world;
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const told = (page: Page, words: string | RegExp) => page.locator('.desk-notices').getByText(words).waitFor();

test('who goes away names a colleague, who sees the work and does it in their name, until it is ended early', async () => {
  const id = await problem([await signal('井盖松了')], '井盖松动');
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: units.urban });
  const head = await deskOf('head', '/account');
  await button(head, '我要外出').click();
  const field = dialog(head).getByLabel('代办人');
  await field.fill('卢海');
  await head.locator('.ant-select-item-option').filter({ hasText: '卢海' }).first().waitFor();
  await field.press('Enter');
  const days = dialog(head).getByRole('textbox', { name: /日期/ });
  await days.first().fill('2026-03-12');
  await days.first().press('Enter');
  await days.last().fill('2026-03-20');
  await days.last().press('Enter');
  await dialog(head).getByLabel('原因').fill('年休假');
  await inDialog(head, '安排代办').click();
  await told(head, /已请 卢海 代办，3月20日/);
  await head.getByText('请 卢海 代办', { exact: true }).waitFor();

  story.pass({ hours: 0.1 });
  const other = await deskOf('waterHead', `/problems/${id}`);
  await other.getByRole('heading', { name: '井盖松动' }).waitFor();
  await button(other, '签收').click();
  await told(other, /已签收/);
  await other
    .getByText(/卢海.*代.*罗建国/)
    .first()
    .waitFor();
  const [row] = await story.tx((tx) =>
    tx.selectFrom('ledger').select(['actor', 'for_whom']).where('verb', '=', 'problem.sign').execute(),
  );
  assert.deepEqual(row, { actor: people.waterHead, for_whom: people.head });

  await button(head, '提前结束').click();
  await inDialog(head, '提前结束').click();
  await told(head, '卢海 不再代 罗建国 办理');
  await other.reload();
  await other.getByText('没有这个问题').first().waitFor();
  await Promise.all([head.context().close(), other.context().close()]);
});

test('one changes the password, enrols an authenticator, ends a session elsewhere, and signs in with both', async () => {
  const sysadmin = await administrator(story, 'system_admin');
  const made = await sysadmin.ok('POST', `/people/${people.clerk}/account/activations`, { id: newId() });
  const [desk, phone] = [visitor(story), visitor(story, '10.0.0.2')];
  await activate(desk, made.code, '', 'Qinglan-2026');
  await phone.ok('POST', '/sign-in', { login: made.login, password: 'Qinglan-2026' });
  const page = await sitDown(await deskOf('office', '/account'), desk, '/account');
  await page.getByText('10.0.0.2').waitFor();
  await button(page, '退出其他所有登录').click();
  await told(page, '已退出其他 1 处登录');
  assert.equal(await phone.refused('GET', '/me'), 'signed_out');

  await button(page, '修改密码').click();
  await dialog(page).getByLabel('现在的密码').fill('wrong');
  await dialog(page).getByLabel('新密码').fill('Yexun-2026-ke');
  await inDialog(page, '修改密码').click();
  await dialog(page).getByRole('alert').first().waitFor();
  await dialog(page).getByLabel('现在的密码').fill('Qinglan-2026');
  await inDialog(page, '修改密码').click();
  await told(page, /密码已修改/);

  await button(page, '绑定').click();
  const secret = (await dialog(page).locator('.enrol-secret span').first().innerText()).replaceAll(' ', '');
  await dialog(page)
    .getByLabel('输入验证器显示的 6 位数字')
    .pressSequentially(totpCode(secret, story.city.clock.now()));
  await told(page, /已绑定/);
  await page.getByText('已绑定，登录时需要 6 位动态验证码').waitFor();

  await page.getByRole('button', { name: /陈晓燕/ }).click();
  await page.getByText('退出登录').click();
  story.pass({ hours: 0.02 });
  await page.getByLabel('登录名').fill(made.login);
  await page.getByLabel('密码').fill('Yexun-2026-ke');
  await button(page, '登录').click();
  await page.getByLabel('动态验证码').pressSequentially(totpCode(secret, story.city.clock.now()));
  await page.getByRole('button', { name: /陈晓燕/ }).waitFor();
  await page.context().close();
});

test('the language and the mode that one chose are there on the next page', async () => {
  const page = await deskOf('checker', '/account');
  await page.getByText('English', { exact: true }).last().click();
  await page.getByRole('heading', { name: 'My account' }).waitFor();
  await page.getByText('Dark', { exact: true }).click();
  await page.goto(page.url().replace('/account', '/tasks'));
  await page.getByRole('heading', { name: 'Tasks' }).waitFor();
  assert.equal((await ok('checker', 'GET', '/me')).language, 'en');
  assert.match(await page.evaluate('document.documentElement.outerHTML.slice(0, 300)'), /dark/);
  await page.context().close();
});
