/** A problem is traced on the canvas: by keyboard alone, by two people at once, and by dragging. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Canvas } from '#cause/cause.api.ts';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const id = await problem([await signal('夜市吵到两点')], '夜市噪音');
await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: story.world.units.urban });

const canvas = (): Promise<Canvas> => ok('clerk', 'GET', `/problems/${id}/causes`);
/** What stands on the server, each as `words < the words it hangs under`, once it is so. */
async function stands(expected: string[]): Promise<void> {
  const seen = async () => {
    const { causes } = await canvas();
    const words = (one: string | null) => causes.find((cause) => cause.id === one)?.words ?? '';
    return causes.map((cause) => `${cause.words} < ${words(cause.parentId)}`).sort();
  };
  for (let tries = 0; tries < 50; tries++) {
    if (JSON.stringify(await seen()) === JSON.stringify([...expected].sort())) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(await seen(), [...expected].sort());
}

const open = (name: PersonName) => deskOf(name, `/problems/${id}/causes`);

test('by keyboard alone: four causes of two layers, undone and done again, a pair of measures', async () => {
  const page = await open('clerk');
  const { keyboard } = page;
  const node = (words: string) => page.locator('[role=treeitem]', { hasText: words });
  await node('夜市噪音').focus();
  await keyboard.press('Tab');
  await keyboard.type('十点后无人巡查');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('摊位没有划线');
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  await keyboard.press('Tab');
  await page.locator('.node-editor select').selectOption('responsibility');
  await page.locator('.node-editor textarea').focus();
  await keyboard.type('值班责任没有落到人');
  await keyboard.press('Tab');
  await keyboard.type('轮值表无人核对');
  await keyboard.press('Enter');
  const four = [
    '十点后无人巡查 < ',
    '摊位没有划线 < ',
    '值班责任没有落到人 < 十点后无人巡查',
    '轮值表无人核对 < 值班责任没有落到人',
  ];
  await stands(four);
  assert.deepEqual((await canvas()).causes.map(({ layer }) => layer).sort(), [
    'operational',
    'operational',
    'organisational',
    'organisational',
  ]);

  await keyboard.press('Delete');
  await stands(four.slice(0, 3));
  await keyboard.press('Control+z');
  await stands(four);
  await keyboard.press('Control+y');
  await stands(four.slice(0, 3));
  await keyboard.press('F2');
  await keyboard.type('到每班一人');
  await keyboard.press('Enter');
  await stands([...four.slice(0, 2), '值班责任没有落到人到每班一人 < 十点后无人巡查']);
  await keyboard.press('Control+z');
  await stands(four.slice(0, 3));

  await keyboard.press('m');
  await keyboard.type('党员值班责任公示');
  await keyboard.press('Enter');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('m');
  await keyboard.type('巡查延到凌晨一点');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: '党员值班责任公示' }).waitFor();
  await keyboard.press('p');
  await keyboard.press('Enter');
  await page.locator('.line-together').waitFor();
  await page.getByText('改动已全部保存').waitFor();
  const { measures } = await canvas();
  assert.deepEqual(
    measures.map(({ words, layer, together }) => [words, layer, together.length]),
    [
      ['党员值班责任公示', 'organisational', 1],
      ['巡查延到凌晨一点', 'operational', 1],
    ],
  );
  await page.context().close();
});

test('the head confirms with a reason; what a second person changes comes in, and typed words survive it', async () => {
  const page = await open('head');
  const node = (words: string) => page.locator('[role=treeitem]', { hasText: words });
  await node('十点后无人巡查').click();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: '核 实' })
    .or(page.getByRole('complementary').getByRole('button', { name: '核实' }))
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('依据和理由').fill('查了三个月的值班表');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /核\s?实/ })
    .click();
  await node('罗建国 核实').waitFor();

  const lines = (await canvas()).causes.find(({ words }) => words === '摊位没有划线')!;
  await node('摊位没有划线').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('，也没有编号');
  const described = {
    id: newId(),
    version: lines.version,
    layer: 'operational',
    kind: 'rule',
    words: '摊位划线已褪色',
  };
  await ok('clerk', 'PUT', `/causes/${lines.id}`, described);
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: /陈晓燕.*现在是“摊位划线已褪色”/ })
    .waitFor();
  assert.equal(await page.locator('.node-editor textarea').inputValue(), '摊位没有划线，也没有编号');
  await page.keyboard.press('Enter');
  await node('摊位没有划线，也没有编号').waitFor();

  const more = { id: newId(), layer: 'operational', kind: 'outside', words: '夏季夜间客流翻倍', parentId: null };
  await ok('clerk', 'POST', `/problems/${id}/causes`, more);
  await page.evaluate('dispatchEvent(new Event("focus"))');
  await node('夏季夜间客流翻倍').waitFor();
  await page.context().close();
});

test('a cause dragged onto another hangs there; the list shows the same tree and the problem its door', async () => {
  const page = await open('clerk');
  const node = (words: string) => page.locator('[role=treeitem]', { hasText: words });
  const middle = async (words: string) => {
    const box = (await node(words).boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await node('夏季夜间客流翻倍').waitFor();
  const from = await middle('夏季夜间客流翻倍');
  const to = await middle('摊位没有划线，也没有编号');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y - 20, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
  await stands([
    '十点后无人巡查 < ',
    '值班责任没有落到人 < 十点后无人巡查',
    '摊位没有划线，也没有编号 < ',
    '夏季夜间客流翻倍 < 摊位没有划线，也没有编号',
  ]);
  await node('巡查延到凌晨一点').click();
  await page.getByRole('complementary').getByRole('heading', { name: '巡查延到凌晨一点' }).waitFor();
  await page.getByText('列表', { exact: true }).click();
  assert.equal(await page.locator('.cause-list [role=treeitem]').count(), 7);
  await page.goto(page.url().replace(/\/causes$/, ''));
  await page.getByRole('link', { name: /原因画布.*4 个原因，3 个未核实/ }).click();
  await node('夏季夜间客流翻倍').waitFor();
  await page.context().close();
});
