/** A dispatcher works off the queue by keys; two sit side by side; sixty go at once, and the one that differs is looked at first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { button, inDialog, pick, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';
import { writeProposals } from '#triage/category/proposal.store.ts';
import type { Answer, ProposalKind } from '#triage/category/proposal.ts';

const story = await testCity();
const { world, tx } = story;
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const propose = (ids: string[], kind: ProposalKind, answers: Answer[]) =>
  tx((own) =>
    writeProposals(
      own,
      ids.map((signalId) => ({ signalId, kind, modelId: null, answers })),
    ),
  );

async function category(name: string): Promise<string> {
  const id = newId();
  await ok('office', 'POST', '/categories', { id, name });
  return id;
}

const noise = await category('施工噪声');
const lamp = await category('路灯');
const { urban, water } = world.units;
const sure = (id: string, because: string[] = [], confidence = 0.94): Answer => ({ id, confidence, because });

test('by keys: accepted, to another unit, gathered, taken back; what a colleague has taken says who', async () => {
  const pit = await problem([await signal('文汇路工地打桩')], '文汇路工地夜间打桩');
  await decide('dispatcher', `/problems/${pit}`, 'assignments', { unitId: urban });
  const first = await signal('临江路的路灯不亮，晚上走路看不见', { place: '临江路', urgency: 'critical' });
  const second = await signal('新华街路灯一闪一闪', { urgency: 'urgent' });
  const third = await signal('文汇路工地又在打桩，三点了');
  const fourth = await signal('桥头路灯杆歪了');
  await story.settle();
  await propose([first, second, fourth], 'category', [sure(lamp, ['路灯'])]);
  await propose([first, second, fourth], 'unit', [sure(urban, ['职责清单第 12 条']), sure(water, [], 0.3)]);
  await propose([third], 'repeat', [sure(pit, ['文汇路', '打桩'])]);

  const page = await deskOf('dispatcher', '/triage');
  const words = page.getByRole('article', { name: '诉求内容' });
  const ways = page.getByRole('region', { name: '建议去向' });
  await words.getByText('看不见').waitFor();
  assert.deepEqual(await words.locator('mark.marks-category').allTextContents(), ['路灯']);
  assert.deepEqual(await words.locator('mark.marks-place').allTextContents(), ['临江路']);
  await ways.getByText('很有把握').first().waitFor();
  await page.keyboard.press('Enter');
  await told(page, /已派给城管局：P\d{4}-\d{5} .*前须签收/);
  assert.equal((await ok('dispatcher', 'GET', `/signals/${first}/proposals`)).category.path, '路灯');

  await words.getByText('一闪一闪').waitFor();
  await page.keyboard.press('u');
  await pick(page.getByLabel('派给', { exact: true }), '水务');
  await page.keyboard.press('Control+Enter');
  await told(page, /已派给水务.*新华街路灯/);

  await words.getByText('杆歪了').waitFor();
  await page.keyboard.press('j');
  await words.getByText('三点了').waitFor();
  await ways.getByText('城管局在办').waitFor();
  await page.keyboard.press('1');
  await told(page, /已并入 P\d{4}-\d{5} 文汇路工地夜间打桩，城管局在办/);
  assert.equal((await ok('dispatcher', 'GET', `/signals/${third}`)).problem.id, pit);
  await words.getByText('杆歪了').waitFor();
  await page.keyboard.press('z');
  await told(page, '已撤回，1 件回到待分拨');
  assert.equal((await ok('dispatcher', 'GET', `/signals/${third}`)).state, 'untriaged');
  await page.getByRole('button', { name: /三点了/ }).waitFor();
  await page.keyboard.press('z');
  await page.getByRole('button', { name: /一闪一闪/ }).waitFor();
  assert.equal((await ok('dispatcher', 'GET', `/signals/${second}`)).state, 'untriaged');

  const unit = { id: newId(), signals: [fourth], make: { id: newId(), title: '灯杆歪斜' }, unitId: urban };
  await ok('otherDispatcher', 'POST', '/dispatches', { dispatches: [unit] });
  await words.getByText(/秦越.*已先办了这一件：归入 P\d{4}-\d{5} 灯杆歪斜，城管局在办/).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('button', { name: /杆歪了/ }).waitFor({ state: 'detached' });
  await page.context().close();
});

test('sixty at once: said in a sentence first, the one that differs unticked, one taken meanwhile reported, all taken back', async () => {
  const all: string[] = [];
  for (let n = 0; n < 60; n++) all.push(await signal(`工地夜里施工 第${n}次`));
  const odd = await signal('工地夜里施工，水管也断了', { urgency: 'urgent' });
  await propose([...all, odd], 'category', [sure(noise, ['施工'])]);
  await propose([...all, odd], 'unit', [sure(urban)]);
  const page = await deskOf('dispatcher', '/triage');
  await page.getByText('待分拨 63 件').waitFor();
  await page.getByRole('button', { name: /第0次/ }).click();
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await page.getByText('已选 3 条').waitFor();
  await page.keyboard.press('a');
  await page.getByText('已选 61 条').waitFor();
  await page.keyboard.press('Enter');
  await inDialog(page).getByText('60 件：分类为 施工噪声，60 件各立一个问题，派给 城管局').waitFor();
  await inDialog(page).getByText('先看这 1 件，与其他不同，没有勾选').waitFor();
  await inDialog(page).getByText('合立一个问题').click();
  await inDialog(page).getByLabel('问题标题').fill('工地夜间施工');
  await ok('otherDispatcher', 'POST', '/dispatches', {
    dispatches: [{ id: newId(), signals: [all[30]], make: { id: newId(), title: '另一处' } }],
  });
  let sent = 0;
  await page.route('**/api/dispatches', (route) => (++sent === 2 ? route.abort() : route.continue()));
  await button(inDialog(page), '确认分拨 60 件').click();
  await inDialog(page)
    .getByText(/停在 50 \/ 60 件：网络断了/)
    .waitFor();
  await button(inDialog(page), '接着办').click();
  await inDialog(page).getByText('没有办的 1 件').waitFor();
  await inDialog(page)
    .getByText(/秦越已先办了这一件：归入 .*另一处/)
    .waitFor();
  await button(inDialog(page).locator('.ant-modal-footer'), '关闭').click();
  await page.getByText('待分拨 3 件').waitFor();
  const made = (await ok('dispatcher', 'GET', `/signals/${all[0]}`)).problem;
  const seen = await ok('dispatcher', 'GET', `/problems/${made.id}`);
  assert.deepEqual([seen.title, seen.signals, seen.lead.shortName], ['工地夜间施工', 59, '城管局']);
  await page.keyboard.press('z');
  await told(page, '已撤回，59 件回到待分拨');
  await page.getByText('待分拨 62 件').waitFor();
  await page.keyboard.press('?');
  await inDialog(page).getByText('照第几条建议办').waitFor();
  await page.context().close();
});
