/** What an input method composes on a chosen node begins its editing: no key and no letter is needed before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const id = await problem([await signal('夜市吵到两点')], '夜市噪音');
await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: story.world.units.urban });
for (const words of ['无人巡查', '摊位没有划线']) {
  const body = { id: newId(), layer: 'operational', kind: 'process', words, parentId: null };
  await ok('clerk', 'POST', `/problems/${id}/causes`, body);
}

test('composed, pasted or typed straight onto a node, the words take the place of its own; keys work as before', async () => {
  const page = await deskOf('clerk', `/problems/${id}/causes`);
  const { keyboard } = page;
  const node = (words: string) => page.locator('[role=treeitem]', { hasText: words });
  const editor = page.locator('.node-editor textarea');
  const method = await page.context().newCDPSession(page);
  await node('无人巡查').click();
  await method.send('Input.imeSetComposition', { text: 'yejian', selectionStart: 6, selectionEnd: 6 });
  await page.locator('.node-early.is-composing').waitFor();
  assert.equal(await editor.count(), 0, 'what is composed is not torn away');
  await method.send('Input.insertText', { text: '夜间无人' });
  await editor.waitFor();
  assert.equal(await editor.inputValue(), '夜间无人');
  await method.send('Input.imeSetComposition', { text: 'xuncha', selectionStart: 6, selectionEnd: 6 });
  await method.send('Input.insertText', { text: '巡查' });
  await keyboard.press('Enter');
  await node('夜间无人巡查').waitFor();
  await page.getByText('改动已全部保存').waitFor();

  await keyboard.press('ArrowDown');
  await page.locator('.node.is-chosen', { hasText: '摊位没有划线' }).waitFor();
  await keyboard.type('ab');
  assert.equal(await editor.inputValue(), 'ab');
  await keyboard.press('Escape');
  await keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await node('摊位没有划线').click();
  await keyboard.press('Delete');
  await node('摊位没有划线').waitFor({ state: 'detached' });
  const restored = page.waitForResponse((answer) => /restorations$/.test(answer.url()));
  await keyboard.press('Control+z');
  await node('摊位没有划线').waitFor();
  await restored;
  const { causes } = await ok('clerk', 'GET', `/problems/${id}/causes`);
  assert.deepEqual(
    causes.map((cause: { words: string }) => cause.words).sort(),
    ['夜间无人巡查', '摊位没有划线'].sort(),
  );
  await page.context().close();
});
