/** The reporters of a closed problem are answered one by one; and work that nobody can act on stands where a dispatcher looks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCity } from '#test/database.ts';
import { button, inDialog, press, rowOf, send, state, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { world } = story;
const { ok, signal, problem, decide: decideBy } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

test('answered, not reached, called back; the list loses one after the other, and the caller’s earlier matters are at hand', async () => {
  const phone = '13900004321';
  await signal('去年也停过水', { reporter: { phone } });
  const signals = [
    await signal('三号楼停水两天', { reporter: { name: '高女士', phone } }),
    await signal('四号楼停水', { reporter: { name: '许先生', phone: '13900009999' } }),
    await signal('不用回复我，停水而已', { wantsReply: false }),
  ];
  const id = await problem(signals, '小区停水');
  await decideBy('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.water });
  await decideBy('waterHead', `/problems/${id}`, 'signatures');
  await decideBy('waterHead', `/problems/${id}`, 'handlings', { words: '换了加压泵' });
  await decideBy('checker', `/problems/${id}`, 'verifications', { passed: true, words: '水压正常' });
  await decideBy('dispatcher', `/problems/${id}`, 'closings', { words: '同意' });
  await story.settle();

  const page = await deskOf('callTaker', '/signals/to-answer');
  await rowOf(page, '四号楼停水').waitFor();
  await rowOf(page, '三号楼停水两天').getByRole('link').first().click();
  const pane = page.getByRole('complementary', { name: '列表' });
  await pane.getByText('换了加压泵').waitFor();
  await pane.getByRole('button', { name: '看同号的其他 1 件' }).click();
  await pane.getByText('去年也停过水').waitFor();
  await button(pane, '没打通').click();
  await send(page, '首次联系');
  await told(page, /已记录.*未联系上/);
  await rowOf(page, '三号楼停水两天').waitFor();

  await pane.getByLabel('说了什么').fill('三号楼的事，我们将尽快处理');
  await pane.getByText('还没写：查明了什么、做了什么、“将尽快处理”到什么时候、联系谁').waitFor();
  await pane.getByLabel('说了什么').fill('加压泵换好了，水压已正常');
  await pane.getByText('还没写：查明了什么、联系谁').waitFor();
  await rowOf(page, '四号楼停水').getByRole('link').first().click();
  await pane.getByText('许先生').or(pane.getByText(/许\*/)).first().waitFor();
  await rowOf(page, '三号楼停水两天').getByRole('link').first().click();
  await pane.getByRole('heading', { name: /三号楼停水两天/ }).waitFor();
  assert.equal(await pane.getByLabel('说了什么').inputValue(), '加压泵换好了，水压已正常');
  await button(pane, '记录答复，看下一位').click();
  await rowOf(page, '三号楼停水两天').waitFor({ state: 'detached' });
  await pane.getByRole('heading', { name: /四号楼停水/ }).waitFor();
  await pane.getByLabel('说了什么').fill('已经修好');
  await button(pane, '记录答复，看下一位').click();
  await page.getByText('现在没有要答复的诉求人').waitFor();
  assert.equal((await ok('dispatcher', 'GET', '/my-work/counts')).toAnswer, 0);

  await page.goto(page.url().replace(/\/signals.*/, `/signals/${signals[0]}`));
  await press(page, '回访');
  await inDialog(page).getByText('已解决', { exact: true }).click();
  await send(page, '回访');
  await told(page, '已记录回访：已解决');
  const { voices } = await ok('dispatcher', 'GET', `/problems/${id}`);
  assert.deepEqual([voices.answered, voices.calledBack, voices.confirmed], [2, 1, 1]);
  await page.context().close();
});

test('what stands with a unit without anybody, and with a person without a post, is shown to the dispatcher', async () => {
  const id = await problem([await signal('施工噪声')], '工地夜间噪声');
  await decideBy('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.housing });
  const page = await deskOf('dispatcher', '/');
  await page.getByRole('link', { name: '1 个问题没人能办' }).click();
  await rowOf(page, '工地夜间噪声').waitFor();
  assert.equal(await page.getByRole('row').count(), 2);
  await rowOf(page, '工地夜间噪声').getByRole('link').first().click();
  await page.locator('.thing-actions .ant-btn-primary').getByText('转办').waitFor();
  await press(page, '转办');
  await inDialog(page).getByText('换一个主办单位').waitFor();
  await state(page, '待签收');
  await page.getByText('住建局现在没有人能签收、办理').waitFor();
  await page.context().close();
});
