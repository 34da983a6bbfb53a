/** Two causes that are one, and one cause of many problems: merged for good from the canvas, and offered where it reads alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Canvas } from '#cause/cause.api.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { button, inDialog, pick, send, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

async function given(title: string): Promise<string> {
  const id = await problem([await signal(title)], title);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: story.world.units.urban });
  return id;
}

async function cause(under: string, words: string, parentId: string | null = null): Promise<string> {
  const id = newId();
  const body = { id, layer: 'operational', kind: 'process', words, parentId };
  await ok('clerk', 'POST', `/problems/${under}/causes`, body);
  return id;
}

const night = await given('夜市噪音');
const patrol = await cause(night, '夜间巡查只到十点');
const twice = await cause(night, '十点以后没有巡查');
const roster = await cause(night, '夜班轮值表没有人核对', twice);
const answer = { id: newId(), layer: 'operational', words: '发夜班补贴', causes: [twice] };
await ok('clerk', 'POST', `/problems/${night}/measures`, answer);

const canvas = (id: string): Promise<Canvas> => ok('clerk', 'GET', `/problems/${id}/causes`);

test('by keyboard: what goes along is said before, a circle is refused with its reason, and the merger is made', async () => {
  const page = await deskOf('clerk', `/problems/${night}/causes`);
  const { keyboard } = page;
  const node = (words: string) => page.locator('[role=treeitem]', { hasText: words });
  await node('十点以后没有巡查').click();
  await button(page.getByRole('complementary').first(), '并入其他原因…').focus();
  await keyboard.press('Enter');
  const dialog = inDialog(page);
  await dialog.getByText('下级原因 1 个：“夜班轮值表没有人核对”').waitFor();
  await dialog.getByText('措施 1 项：“发夜班补贴”').waitFor();
  await dialog.getByText('并入不能撤销').waitFor();
  await pick(dialog.getByRole('combobox'), '夜班轮值表没有人核对');
  await button(dialog, '并入，不再撤销').click();
  await dialog.getByText('不能挂到或并入自己的下级原因').waitFor();
  await pick(dialog.getByRole('combobox'), '夜间巡查只到十点');
  await dialog.getByLabel('为什么是一件事').fill('说的都是十点以后');
  await send(page, '并入，不再撤销');
  await told(page, /已并入“夜间巡查只到十点”/);
  await node('十点以后没有巡查').waitFor({ state: 'detached' });
  await page.locator('.node.is-chosen', { hasText: '夜间巡查只到十点' }).waitFor();
  const { causes, measures } = await canvas(night);
  assert.equal(causes.find(({ id }) => id === roster)?.parentId, patrol);
  assert.deepEqual(measures[0]?.causes, [patrol]);
  await page.context().close();
});

test('a cause of another problem that reads alike is offered, and hung here with one looked for by its words', async () => {
  const stalls = await given('早市占道');
  const lines = await cause(stalls, '摊位没有划线');
  const bar = await given('烧烤摊夜间噪音无人巡查');
  const page = await deskOf('clerk', `/problems/${bar}/causes`);
  await button(page.getByRole('complementary').first(), '挂接已有原因').click();
  const dialog = inDialog(page);
  await dialog.getByRole('checkbox', { name: /夜间巡查只到十点/ }).check();
  assert.equal(await dialog.getByRole('checkbox', { name: /摊位没有划线/ }).count(), 0);
  await pick(dialog.getByRole('combobox'), '摊位没有划线');
  await dialog.getByRole('checkbox', { name: /摊位没有划线/, checked: true }).waitFor();
  await send(page, '挂接已有原因');
  await told(page, '已挂接 2 个原因到本问题');
  assert.deepEqual((await canvas(bar)).causes.map(({ id }) => id).sort(), [patrol, roster, lines].sort());
  await page.context().close();
});
