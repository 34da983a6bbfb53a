/** Citizens' pages in a browser whose script is switched off: report, code, follow, the list; both languages, elder mode, a phone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { openBrowser } from '#test/e2e/browser.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, problem, decide } = stepsOf(story);
const address = await story.app.listen({ host: '127.0.0.1', port: 0 });
const browser = await openBrowser();
after(() => browser.close());

async function opened(where: string, { width = 390, dark = false, script = false } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${address}/c/qinglan/p${where}`);
  return page;
}

const checks = readFileSync(path.join(import.meta.dirname, 'page-checks.js'), 'utf8').replace(/;\s*$/, '');
const check = (page: Page, call: string) => page.evaluate(`${checks}.${call}`);
const read = () => story.pass({ hours: 1 / 60 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function filled(page: Page): Promise<void> {
  await page
    .getByRole('radio', { name: /求助|Complaint/ })
    .first()
    .check();
  await page.getByLabel(/发生了什么|What happened/).fill('健身器材断了一根立柱，孩子在上面玩');
  await page.getByLabel(/自己定 4 位数字|Choose four digits/).fill('8026');
}

test('in Chinese on a phone: report, see the code, follow it, answer a question', async () => {
  const page = await opened('');
  await page.getByRole('link', { name: '反映一件事' }).click();
  await filled(page);
  await page.getByRole('textbox', { name: '姓名' }).fill('钱多多');
  read();
  await press(page, '提交');
  await page.getByRole('heading', { name: '已收到' }).waitFor();
  const code = (await page.locator('.code').textContent())!;
  assert.match(code, /^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{4}$/);
  await page.reload();
  assert.equal(await page.locator('.code').textContent(), code, 'the same form again is the same report');
  const { items } = await ok('dispatcher', 'GET', `/signals?q=${encodeURIComponent('立柱')}`);
  assert.equal(items.length, 1);

  await page.getByRole('link', { name: '现在就查询' }).click();
  await page.getByLabel('查询码').fill(code.toLowerCase());
  await page.getByLabel('4 位数字').fill('8026');
  await press(page, '查询');
  await page.getByText('已收到，正在看').waitFor();
  assert.ok(!(await page.content()).includes('钱多多'));
  await decide('dispatcher', `/signals/${items[0].id}`, 'questions', { words: '是哪个小区的器材？' });
  await page.reload();
  await page.getByLabel('您的回答').fill('望湖小区东门');
  await press(page, '回答');
  await page.getByText('已收到您的回答').waitFor();
  await press(page, '离开（公用电脑请点这里）');
  await page.getByRole('heading', { name: '向城市反映问题' }).waitFor();
  await page.context().close();
});

test('what is wrong is said on top, leads to its field, and nothing that was typed is lost', async () => {
  const page = await opened('/report');
  await page.getByLabel('发生了什么').fill('路灯不亮');
  await page.getByRole('textbox', { name: '电话' }).fill('123');
  await press(page, '提交');
  const summary = page.getByRole('alert');
  assert.equal(await summary.getByRole('link').count(), 3);
  assert.match(await page.title(), /^有错误/);
  await summary.getByRole('link', { name: /4 位数字/ }).click();
  assert.match(page.url(), /#digits$/);
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '路灯不亮');
  assert.equal(await page.getByLabel('自己定 4 位数字').getAttribute('aria-invalid'), 'true');
  // A switch on the way loses nothing either.
  await press(page, '长辈版');
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '路灯不亮');
  await page.context().close();
});

test('in English by switch, kept from page to page; a slip in the code is told at once', async () => {
  const page = await opened('');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Follow what you reported' }).click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByLabel('Code').fill('7KQ2M-9XTRB-4CWE');
  await page.getByLabel('Four digits').fill('8026');
  await press(page, 'Show it');
  await page.getByRole('alert').getByText('There is a slip in the code').waitFor();
  assert.equal(await page.getByLabel('Code').inputValue(), '7KQ2M-9XTRB-4CWE');
  const body = await page.locator('body').innerText();
  assert.deepEqual(body.match(/\p{Script=Han}+/gu), ['中文']);
  await page.context().close();
});

test('elder mode: 20 px and more, targets of 60 px, one column, and it stays', async () => {
  const page = await opened('/report?look=elder');
  for (const path of ['', '/report', '/follow', '/list']) {
    await page.goto(`${address}/c/qinglan/p${path}`);
    assert.deepEqual(await check(page, 'tooSmall()'), [], path);
  }
  await page.context().close();
});

test('no page is wider than its window, every field has its label, headings go in order', async () => {
  for (const path of ['', '/report', '/follow', '/list', '/report?lang=en&look=elder']) {
    const page = await opened(path, { width: 320 });
    const found = await check(page, 'shape()');
    assert.deepEqual(found, { wide: false, bare: [], first: 1, jumps: false, tops: 1 }, path);
    await page.context().close();
  }
});

test('words stand out from their ground, light and dark, usual and elder', async () => {
  for (const dark of [false, true]) {
    for (const look of ['plain', 'elder']) {
      const page = await opened(`/report?look=${look}`, { dark });
      await press(page, '提交');
      assert.deepEqual(await check(page, 'faint(4.5)'), [], `${dark ? 'dark' : 'light'} ${look}`);
      await page.context().close();
    }
  }
});

test('the list tells what a person has published, and nothing else', async () => {
  const one = await problem([await signal('早市垃圾没人收')], '内部标题：望湖小区 3 号楼');
  const before = await opened('/list');
  await before.getByText('这里还没有公开的事').waitFor();
  await decide('dispatcher', `/problems/${one}`, 'publications', { title: '早市垃圾清运', words: '正在增加清运车次' });
  await before.reload();
  await before.getByRole('link', { name: '早市垃圾清运' }).click();
  await before.getByText('不足 5 件').waitFor();
  assert.ok(!(await before.content()).includes('望湖小区'));
  await before.context().close();
});

test('with script there is one thing more: it reads aloud where the browser can', async () => {
  const page = await opened('', { script: true });
  const shown = await page.getByRole('button', { name: '朗读' }).isVisible();
  assert.equal(shown, await page.evaluate(`'speechSynthesis' in window`));
  await page.context().close();
});
