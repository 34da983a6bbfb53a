/** The source line is followed: from a problem along its edges by keyboard, on the phone as a list, on one sheet, as two files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { linesOf } from '#test/lines.ts';
import { lineOf } from '#web/source/line.fixture.ts';

const story = await testCity();
const { small, whole } = linesOf(story);
const deskOf = await listenAndBrowse(story);
const lamp = await small();
const noise = await whole();
const speak = (language: 'zh' | 'en') => story.call('office', 'PUT', '/me/language', { language });

const focusedAt = (page: Page) =>
  page.evaluate<string>(`document.activeElement.closest('[data-line]')?.dataset.line ?? ''`);
const close = (page: Page) => page.context().close();

test('from a problem onto its line: the sentence above, and by arrow keys along an edge that tells who, when and why', async () => {
  const page = await deskOf('office', `/problems/${noise.problemId}`);
  await page.getByRole('link', { name: '溯源链' }).first().click();
  await page.getByRole('heading', { name: '溯源链' }).waitFor();
  await page.getByText('12 条线索').first().waitFor();
  await page.locator('.source-summary strong').getByText('已达到目标').waitFor();
  const signals = `signals:${noise.problemId}`;
  await page.locator(`[data-line="${signals}"]`).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await focusedAt(page), `gathered ${signals} ${noise.problemId}`);
  const card = page.locator('.edge-card');
  await card.getByText(/沈立 .*归入 12 条：由此立为问题/).waitFor();
  await page.keyboard.press('ArrowRight');
  assert.equal(await focusedAt(page), noise.problemId);
  await card.waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.ok(noise.causeIds.includes(await focusedAt(page)));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focusedAt(page), noise.problemId);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/problems/${noise.problemId}`);
  await close(page);
});

test('?focus= lights the path of a thing; pointing at another lights that; Escape lights everything', async () => {
  const page = await deskOf('office', `/source/problem/${noise.problemId}?focus=${noise.measureIds[2]}`);
  const card = (id: string) => page.locator('.line-card', { has: page.locator(`[data-line="${id}"]`) });
  const is = (id: string, state: string) =>
    card(id)
      .and(page.locator(`.${state}`))
      .waitFor();
  await is(noise.measureIds[2]!, 'is-lit');
  await is(noise.projectId, 'is-dim');
  await card(noise.projectId).hover();
  await is(noise.projectId, 'is-lit');
  await page.mouse.move(3, 3);
  await page.locator(`[data-line="${noise.projectId}"]`).focus();
  await page.keyboard.press('Escape');
  await page.locator('.line-card.is-dim').first().waitFor({ state: 'detached' });
  await close(page);
});

test('what is not done yet has its place, and says whose it is to do', async () => {
  const page = await deskOf('office', `/source/problem/${lamp}`);
  await page.getByText('还没有立项').waitFor();
  await page.getByText('由城管局提出').waitFor();
  await page.goto(page.url().replace(lamp, '00000000-0000-7000-8000-000000000000'));
  await page.getByText('没有问题与它相连，或者不在您的查看范围内').waitFor();
  await close(page);
});

test('on the phone, in English, it is a list from stage to stage, each thing with what led to it', async () => {
  await speak('en');
  const page = await deskOf('office', `/source/project/${noise.projectId}`, { width: 390, language: 'en' });
  await page.locator('.line-list').waitFor();
  const heads = await page.locator('.line-list h2').allInnerTexts();
  assert.deepEqual(
    heads.map((head) => head.replace(/\s*\d+$/, '')),
    [...['What people said', 'Problem', 'Causes', 'Measures', 'Project', 'Tasks, evidence', 'Acceptance', 'Outcome']],
  );
  await page.locator('.line-into', { hasText: '沈立' }).getByText('gathered 12').waitFor();
  await page.getByText('37/40 (92.5').waitFor();
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  assert.ok(wide <= 390, `${wide} px wide`);
  await close(page);
  await speak('zh');
});

test('both files come down: the line with every signal, and W3C PROV', async () => {
  const page = await deskOf('office', `/source/problem/${noise.problemId}`);
  const file = async (name: string) => {
    await page.getByRole('button', { name: '下载' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name, exact: true }).getByRole('link').click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), body: JSON.parse(Buffer.concat(chunks).toString()) };
  };
  const json = await file('下载 JSON');
  assert.match(json.name, /^source-line-P2026-\d+\.json$/);
  assert.equal(json.body.allSignals.length, 12);
  const prov = await file('下载 PROV-JSON');
  assert.match(prov.name, /\.prov\.json$/);
  assert.equal(Object.keys(prov.body.hadMember).length, 12);
  await page.getByRole('button', { name: '说明' }).click();
  await page.getByRole('cell', { name: 'prov:wasDerivedFrom' }).first().waitFor();
  await close(page);
});

const sizes = {
  'one signal': { problems: 1, causes: 0, measures: 0, projects: 0, tasks: 0, seed: 1 },
  '40 things': { problems: 1, causes: 12, measures: 10, projects: 3, tasks: 9, seed: 2 },
  '400 things': { problems: 6, causes: 110, measures: 110, projects: 20, tasks: 120, seed: 3 },
};
for (const [name, shape] of Object.entries(sizes))
  test(`printed, it is one A3 sheet: ${name}`, async () => {
    const page = await deskOf('office', '/account');
    await page.route('**/api/source-line?*', (route) => route.fulfill({ json: lineOf(shape) }));
    await page.goto(page.url().replace('/account', '/source/problem/b0'));
    await page.locator('.line-map .line-card').first().waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1);
    const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    assert.deepEqual([Math.round(Number(width)), Math.round(Number(height))], [1191, 842]);
    await close(page);
  });
