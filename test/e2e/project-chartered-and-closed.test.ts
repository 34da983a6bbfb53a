/** A project at the desk: drafted in steps by a clerk, chartered by the office, led on a phone, accepted in the open, closed on a waiver. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { testCity } from '#test/database.ts';
import { button, decide, inDialog, pick, press, send, state, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { projectsOf } from '#test/projects.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { pass } = story;
const { ok, signal, problem, decide: decideBy } = stepsOf(story);
const { indicator } = projectsOf(story);
const deskOf = await listenAndBrowse(story);

const turn = (page: Page, words: string | RegExp) => page.locator('.thing-head .whose').getByText(words).waitFor();
const onStep = (page: Page, name: string) => page.getByRole('form', { name, exact: true }).waitFor();
const paper = { name: '摸排台账.txt', mimeType: 'text/plain', buffer: Buffer.from('夜市摊位摸排台账') };

/** The machine's own clock is another than the story's: a day is typed, not chosen from the calendar. */
async function day(field: Locator, on: string): Promise<void> {
  await field.fill(on);
  await field.press('Enter');
}

async function begin(): Promise<{ page: Page; id: string }> {
  const problemId = await problem([await signal('夜市太吵睡不着')], '夜市噪音');
  await decideBy('dispatcher', `/problems/${problemId}`, 'assignments', { unitId: story.world.units.urban });
  const page = await deskOf('clerk', `/problems/${problemId}`);
  await button(page, '立项').click();
  await inDialog(page).getByLabel('项目名称').fill('夜市噪音专项整治');
  await send(page, '开始起草');
  await onStep(page, '目标与背景');
  return { page, id: /projects\/([^/]+)\/charter/.exec(page.url())![1]! };
}

async function writeAim(page: Page): Promise<void> {
  await page.getByText(/的原因画布上还没有措施/).waitFor();
  await page.getByRole('textbox', { name: '背景' }).fill('夜市周边居民反复反映噪音');
  await page.getByLabel('预期成效').fill('居民夜里睡得着');
  await page.getByLabel('怎么检验').fill('比较整治前后同月工单数');
  await button(page, '保存，下一步').click();
}

async function writePeople(page: Page): Promise<void> {
  await onStep(page, '人和责任');
  await pick(page.getByLabel('领办人'), '罗建国');
  await pick(page.getByLabel('审核人'), '吴涛');
  await button(page, '保存，下一步').click();
  await page.getByText('吴涛 归 罗建国 管理，不能审核其领办的项目').first().waitFor();
  await pick(page.getByLabel('审核人'), '卢海');
  const layer = page.getByRole('group', { name: '科室落实' });
  await layer.getByRole('button', { name: /^加人/ }).click();
  await pick(layer.getByRole('combobox'), '吴涛');
  await layer.getByLabel('吴涛 职责').fill('夜间巡查');
  await button(page, '保存，下一步').click();
}

/** A goal that is none is refused at its field, and nothing that was written is lost. */
async function writeGoal(page: Page, name: string): Promise<void> {
  await onStep(page, '目标指标');
  await button(page, '加一个目标').click();
  const goal = page.getByRole('region', { name: '目标 1' });
  await pick(goal.getByLabel('指标'), name);
  await goal.getByLabel('基线值').fill('48');
  await day(goal.getByLabel('基线日期'), '2026-02-28');
  await goal.getByLabel('基线来源').fill('二月工单');
  await goal.getByLabel('目标值').fill('48');
  await day(goal.getByLabel('目标日期'), '2026-08-31');
  await button(page, '保存，下一步').click();
  await goal.getByText('目标值与基线相同，等于没有目标').waitFor();
  assert.equal(await goal.getByLabel('基线来源').inputValue(), '二月工单');
  await goal.getByLabel('目标值').fill('20');
  await button(page, '保存，下一步').click();
}

/** What is typed outlives a reload, before anything is saved. */
async function writeMilestone(page: Page): Promise<void> {
  await onStep(page, '节点');
  await day(page.getByLabel('开始日期'), '2026-03-12');
  await day(page.getByLabel('结束日期'), '2026-06-30');
  await button(page, '加一个节点').click();
  await page.getByLabel('节点内容').fill('完成摸排');
  await page.reload();
  await page.getByText('上次没有保存的内容还在，已放在下面').waitFor();
  assert.equal(await page.getByLabel('节点内容').inputValue(), '完成摸排');
  await day(page.getByLabel('完成日期'), '2026-04-10');
  await page.getByLabel('所需佐证').fill('摸排台账');
  await button(page, '保存，下一步').click();
}

const indicatorName = '夜间噪音工单';
await indicator(indicatorName);
let id = '';

test('drafted in steps that each save, refused where it is wrong, and proposed once it lacks nothing', async () => {
  const draft = await begin();
  const { page } = draft;
  id = draft.id;
  await page.goto(`${page.url().split('?')[0]}?step=review`);
  await page.getByText(/还差 9 处/).waitFor();
  await page.getByRole('link', { name: '去目标与背景' }).first().click();
  await writeAim(page);
  await writePeople(page);
  await writeGoal(page, indicatorName);
  await writeMilestone(page);
  await page.getByText('已经写全，可以提请立项').waitFor();
  const sheet = page.getByRole('article', { name: '立项书' });
  await sheet.getByText('吴涛：夜间巡查').waitFor();
  await button(page, '提请立项').click();
  await send(page, '提请立项');
  await told(page, '已提请立项，轮到审批人');
  await state(page, '待立项');
  await page.context().close();
});

test('the office finds it in its work and charters it; whose turn it is and its light are said', async () => {
  const page = await deskOf('office', '/');
  await page.getByRole('link', { name: '夜市噪音专项整治' }).first().click();
  await turn(page, /立项审批人/);
  await decide(page, '批准立项', '审批意见', '切口小，有难度，同意');
  await told(page, '已立项，轮到领办人 罗建国 推进');
  await state(page, '推进中');
  await page.locator('.thing-head').getByText('绿 · 完成摸排 还有 29 天').waitFor();
  await page.locator('.thing-head').getByText('首办').waitFor();
  await turn(page, '罗建国');
  await page.context().close();
});

test('on a phone the lead reports the milestone with its paper; the reviewer finds it and stands for it', async () => {
  pass({ days: 24 });
  const phone = await deskOf('head', `/projects/${id}`, { width: 390 });
  await phone.locator('.thing-head').getByText('黄 · 完成摸排 还有 5 天').waitFor();
  await button(phone, '报达到').click();
  await inDialog(phone).getByLabel('做了什么').fill('126 个摊位全部摸排');
  await button(inDialog(phone), '报进展').click();
  await inDialog(phone).getByText('报节点达到要附佐证：摸排台账').waitFor();
  await inDialog(phone).locator('input[type=file]').first().setInputFiles(paper);
  await inDialog(phone).getByText('已上传').waitFor();
  await send(phone, '报进展');
  await told(phone, '已报，轮到 卢海 审核');

  const reviewer = await deskOf('waterHead', '/');
  await reviewer.getByRole('link', { name: '夜市噪音专项整治' }).first().click();
  await reviewer.getByText('摸排台账.txt').waitFor();
  await decide(reviewer, '审核进展', '核了什么', '台账与现场一致');
  await told(reviewer, '已审核通过');
  await reviewer.locator('.milestone.is-reached').getByText('完成摸排').waitFor();
  for (const one of [phone, reviewer]) await one.context().close();
});

test('a change is asked for and granted; a task is given and the project does not end before it is done', async () => {
  const page = await deskOf('head', `/projects/${id}`);
  await press(page, '申请变更');
  await inDialog(page).getByLabel('变更什么').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '调整结束日期' }).click();
  await day(inDialog(page).getByLabel('新的结束日期'), '2026-07-31');
  await inDialog(page).getByLabel('为什么要变').fill('夜市换季');
  await send(page, '申请变更');
  await told(page, '已申请变更，轮到审批人');

  const office = await deskOf('office', `/projects/${id}`);
  await office
    .getByText(/调整结束日期.*6月30日.*→.*7月31日/)
    .first()
    .waitFor();
  await decide(office, '审批变更', '审批意见', '情况属实');
  await told(office, '已同意，从现在起按新的办');

  await press(page, '派任务');
  await inDialog(page).getByLabel('做什么').fill('装隔音板');
  await pick(inDialog(page).getByLabel('承办人'), '吴涛');
  await send(page, '派任务');
  await page.locator('.project-lines').getByText('装隔音板').waitFor();
  await press(page, '提请验收');
  await inDialog(page).getByLabel('做成了什么').fill('请验收');
  await button(inDialog(page), '提请验收').click();
  await inDialog(page)
    .getByText(/还有 1 项任务/)
    .waitFor();
  const { items } = await ok('head', 'GET', `/tasks?projectId=${id}`);
  await decideBy('head', `/tasks/${items[0].id}`, 'withdrawals', { reason: '由厂家装' });
  await page.reload();
  await decide(page, '提请验收', '做成了什么', '节点都已达到');
  await told(page, '已提请验收，轮到验收人');
  for (const one of [page, office]) await one.context().close();
});

test('accepted in the open; closing says what each goal lacks, and closes on a waiver signed by name', async () => {
  const page = await deskOf('office', `/projects/${id}`);
  await press(page, '验收通过');
  await inDialog(page).getByLabel('验收意见').fill('现场看过，居民认可');
  await inDialog(page).getByLabel('公开评议问了多少人').fill('40');
  await inDialog(page).getByLabel('其中认可的').fill('37');
  await button(inDialog(page), '加一位成员').click();
  await pick(inDialog(page).getByLabel('成员 1', { exact: true }), '卢海');
  await inDialog(page).getByLabel('成员 1 的意见').fill('同意');
  await send(page, '验收通过');
  await state(page, '已验收，待结项');
  await page.getByText('92.5 %').waitFor();

  await press(page, '结项');
  await inDialog(page)
    .getByText(/还不能结项：夜间噪音工单 没有 4月5日.* 之后的读数，也没有签免/)
    .waitFor();
  await button(inDialog(page), '去签免').click();
  await inDialog(page).getByLabel('为什么不必再等读数').fill('夜市已关停，不再有工单来源');
  await send(page, '具名签免');
  await told(page, '已由您签免“夜间噪音工单”的读数');
  await decide(page, '结项', '结项意见', '夜市关停');
  await state(page, '已结项');
  await page.getByText('夜间噪音工单：签免').waitFor();
  await page.context().close();
});
