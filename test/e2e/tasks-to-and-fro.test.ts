/** A task goes to and fro: given, given to another, handed in with a file, returned with a reason, handed in again, confirmed; and one withdrawn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { button, decide, inDialog, pick, press, send, state, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { world } = story;
const { ok, signal, problem, decide: decideBy } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const turn = (page: Page, words: string) => page.locator('.thing-head .whose').getByText(words).waitFor();

async function given(page: Page, title: string, assignee: string): Promise<void> {
  await press(page, '派任务');
  await inDialog(page).getByLabel('做什么').fill(title);
  await inDialog(page).getByLabel('要交什么').fill('照片或说明');
  await pick(inDialog(page).getByLabel('承办人'), assignee);
  await send(page, '派任务');
  await told(page, `已派给 ${assignee}，轮到 ${assignee} 接收`);
}

test('to and fro until it is right', async () => {
  const id = await problem([await signal('绿化带垃圾没人收')], '绿化带垃圾');
  await decideBy('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban });
  const head = await deskOf('head', `/problems/${id}`);
  await given(head, '清理绿化带', '陈晓燕');
  await head.getByRole('link', { name: '清理绿化带' }).click();
  await state(head, '待接收');
  await turn(head, '陈晓燕');
  await press(head, '改派');
  await pick(inDialog(head).getByLabel('改派给'), '吴涛');
  await inDialog(head).getByLabel('理由').fill('夜查科顺路');
  await send(head, '改派');
  await head.getByText('由 陈晓燕 改派给 吴涛').waitFor();
  const task = new URL(head.url()).pathname.split('/').at(-1)!;

  const official = await deskOf('official', `/tasks/${task}`);
  await press(official, '接收');
  await state(official, '办理中');
  await turn(official, '您');
  await button(official, '交佐证').click();
  await official.getByText('必填').waitFor();
  await official.getByLabel('怎么办的').fill('已清运');
  const files = official.locator('.uploader input[type=file]').last();
  await files.setInputFiles({
    name: '假文档.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\x90\x00not a pdf'),
  });
  await official.getByRole('alert').getByText('不接受这种文件').waitFor();
  await official.getByRole('button', { name: /移除 假文档/ }).click();
  await files.setInputFiles({ name: '清运单.txt', mimeType: 'text/plain', buffer: Buffer.from('清运 2 车') });
  await official.getByText('已上传').waitFor();
  await button(official, '交佐证').click();
  await state(official, '已交，待审核');
  await turn(official, '罗建国');

  await head.reload();
  await turn(head, '您');
  await decide(head, '退回重做', '哪里不行', '缺清运后的照片');
  await told(head, '已退回，轮到 吴涛 重做');
  await official.reload();
  await state(official, '办理中');
  await official.getByText('缺清运后的照片').first().waitFor();
  await official.getByLabel('怎么办的').fill('补照片：已清运干净');
  await button(official, '交佐证').click();
  await state(official, '已交，待审核');
  await head.reload();
  await decide(head, '确认完成', '审核意见', '属实');
  await state(head, '已完成');
  const done = await ok('head', 'GET', `/tasks/${task}`);
  assert.deepEqual(
    done.handIns.map((one: { review: { passed: boolean }; files: { name: string }[] }) => [
      one.review.passed,
      one.files.map((file) => file.name),
    ]),
    [
      [true, []],
      [false, ['清运单.txt']],
    ],
  );
  for (const one of [head, official]) await one.context().close();
});

test('a task that is not needed is withdrawn; only then can the unit report', async () => {
  const id = await problem([await signal('树枝挡路灯')], '树枝挡路灯');
  await decideBy('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban });
  await decideBy('head', `/problems/${id}`, 'signatures');
  const head = await deskOf('head', `/problems/${id}`);
  await given(head, '修剪树枝', '吴涛');
  await press(head, '办结反馈');
  await inDialog(head).getByLabel('怎么办的').fill('园林已修剪');
  await button(inDialog(head), '办结反馈').click();
  await inDialog(head)
    .getByText(/还有 1 项任务没有完成：T\d{4}-\d{6}/)
    .waitFor();
  await button(inDialog(head), '取消').click();
  await head.getByRole('link', { name: '修剪树枝' }).click();
  await head.getByRole('heading', { name: '修剪树枝' }).waitFor();
  await decide(head, '撤回任务', '理由', '园林已经剪了');
  await state(head, '已撤回');
  await head.goBack();
  await head.getByRole('heading', { name: '树枝挡路灯' }).waitFor();
  await decide(head, '办结反馈', '怎么办的', '园林已修剪');
  await state(head, '单位已办，待核查');
  await head.context().close();
});
