/** What may happen to a problem on its way: classified, split, merged, sent back, refused, reopened; each state says whose turn it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { button, decide, inDialog, pick, press, rowOf, send, state, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { world } = story;
const { ok, signal, problem, decide: decideBy } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const turn = (page: Page, words: string | RegExp) => page.locator('.thing-head .whose').getByText(words).waitFor();
const left = (page: Page) => page.locator('.thing-head .due').innerText();
const of = (page: Page, path: string) => page.goto(page.url().replace(/\/c\/qinglan.*/, `/c/qinglan${path}`));

test('a problem is classified, split, and one of the two is merged into a third', async () => {
  const mixed = await problem(
    [await signal('三号楼漏水'), await signal('四号楼漏水'), await signal('四号楼电梯停运')],
    '小区漏水和电梯',
  );
  const third = await problem([await signal('五号楼电梯也停运')], '电梯停运');
  const page = await deskOf('dispatcher', `/problems/${mixed}`);
  await state(page, '待派单');
  await turn(page, '派单员');
  assert.match(await left(page), /还有 1 个工作日/);

  await press(page, '修改标题、定类');
  await inDialog(page).getByText('突出', { exact: true }).click();
  await inDialog(page).getByText('特急', { exact: true }).click();
  await send(page, '修改标题、定类');
  await page.locator('.thing-head').getByText('突出').waitFor();

  await press(page, '拆出新问题');
  await page.getByRole('listitem').filter({ hasText: '四号楼电梯停运' }).getByRole('checkbox').check();
  await button(page, '拆出所选，立新问题').click();
  await inDialog(page).getByLabel('新问题的标题').fill('四号楼电梯停运');
  await inDialog(page).getByLabel('理由').fill('两件事');
  await send(page, '拆出新问题');
  await told(page, /已拆出 P\d{4}-\d{5}，带走 1 条线索/);

  await of(page, '/problems');
  await rowOf(page, '四号楼电梯停运').getByRole('link').first().click();
  const pane = page.getByRole('complementary', { name: '列表' });
  await pane.getByRole('heading', { name: '四号楼电梯停运' }).waitFor();
  const stale = await deskOf('otherDispatcher', `/problems/${third}`);
  await state(stale, '待派单');
  await press(page, '并入其他问题');
  await pick(inDialog(page).getByLabel('并入哪个问题'), '电梯停运');
  await inDialog(page).getByLabel('理由').fill('同一台电梯');
  await send(page, '并入其他问题');
  await told(page, /已并入 P\d{4}-\d{5} 电梯停运/);
  assert.equal((await ok('dispatcher', 'GET', `/problems/${third}`)).signals, 2);

  await press(stale, '派单');
  await pick(inDialog(stale).getByLabel('单位'), '住建局');
  await button(inDialog(stale), '派单').click();
  await inDialog(stale)
    .getByText(/沈立.*并入/)
    .waitFor();
  await button(inDialog(stale), '看最新情况').click();
  await stale.getByText('全部 2 条线索').waitFor();
  await send(stale, '派单');
  await state(stale, '待签收');
  await turn(stale, '住建局');
  for (const one of [page, stale]) await one.context().close();
});

test('sent back, given to another, refused by the checker, closed, and reopened for the unit that led', async () => {
  const id = await problem([await signal('河道有异味', { reporter: { phone: '13900007777' } })], '青溪河异味');
  const page = await deskOf('dispatcher', `/problems/${id}`);
  await press(page, '派单');
  await pick(inDialog(page).getByLabel('单位'), '城管局');
  await send(page, '派单');
  await turn(page, '城管局');

  const head = await deskOf('head', `/problems/${id}`);
  await press(head, '退单');
  await inDialog(head).getByLabel('为什么不是本单位的事').fill('河道归水务');
  await inDialog(head).getByLabel('依据').fill('权责清单第 12 条');
  await pick(inDialog(head).getByLabel('建议派给'), '水务局');
  await send(head, '退单');
  await told(head, '已退单，轮到派单员改派');
  await head.getByText(/退单，依据：权责清单第 12 条/).waitFor();

  await page.reload();
  await state(page, '待派单');
  await turn(page, '派单员');
  await page.getByText('建议派给水务局').waitFor();
  await press(page, '派单');
  await pick(inDialog(page).getByLabel('单位'), '水务局');
  await send(page, '派单');

  const path = `/problems/${id}`;
  await decideBy('waterHead', path, 'signatures');
  await decideBy('waterHead', path, 'handlings', { words: '已投药' });
  const checker = await deskOf('checker', path);
  await turn(checker, '核查员');
  await decide(checker, '核查不通过', '怎么核查的', '现场仍有异味');
  await state(checker, '办理中');
  await turn(checker, '水务局');
  await decideBy('waterHead', path, 'handlings', { words: '清淤完成' });
  await decideBy('checker', path, 'verifications', { passed: true, words: '已无异味' });
  await decideBy('dispatcher', path, 'closings', { words: '同意' });
  await story.settle();
  assert.equal((await ok('dispatcher', 'GET', '/my-work/counts')).toAnswer, 1);

  await page.reload();
  await press(page, '重办');
  await inDialog(page).getByText('水务局').waitFor();
  await inDialog(page).getByLabel('理由').fill('诉求人说又臭了');
  await send(page, '重办');
  await told(page, '已重办，轮到水务局签收');
  await state(page, '待签收');
  await turn(page, '水务局');
  assert.deepEqual(await page.locator('.mark.is-reached').count(), 0);
  assert.equal((await ok('dispatcher', 'GET', '/my-work/counts')).toAnswer, 0);
  for (const one of [page, head, checker]) await one.context().close();
});

test('shared with a person who then sees it and can do nothing; taken back, it is gone', async () => {
  const id = await problem([await signal('广场舞噪声'), await signal('保密的话', { secret: true })], '广场舞噪声');
  await decideBy('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban });
  const page = await deskOf('dispatcher', `/problems/${id}`);
  await press(page, '共享查看');
  await pick(inDialog(page).getByLabel('人员'), '卢海');
  await send(page, '共享查看');
  await told(page, '已共享给卢海查看');
  const shares = page.getByRole('complementary').getByRole('listitem').filter({ hasText: '卢海' });
  await shares.getByText('沈立').waitFor();

  const reader = await deskOf('waterHead', `/problems/${id}`);
  await reader.getByRole('heading', { name: '广场舞噪声' }).waitFor();
  await reader.locator('blockquote').getByText('广场舞噪声').waitFor();
  assert.equal(await reader.getByText('保密的话').count(), 0);
  assert.equal(await reader.locator('.thing-actions').count(), 0);

  await button(page, '收回').click();
  await send(page, '收回共享');
  await told(page, '已收回对卢海的共享');
  await shares.waitFor({ state: 'detached' });
  await reader.reload();
  await reader.getByText('没有这个问题，或它不在您的查看范围内').waitFor();
  for (const one of [page, reader]) await one.context().close();
});
