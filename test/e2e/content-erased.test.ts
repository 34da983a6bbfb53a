/** At the security administrator's desk: what a number holds by kinds, erased with the number typed again, and a rule of keeping seen before it is set. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCity } from '#test/database.ts';
import { administratorAtDesk } from '#test/e2e/administrator.ts';
import { button, inDialog, send, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);
const secadmin = await administratorAtDesk(story, deskOf, 'security_admin');

const reporter = { name: '欧阳倩云', phone: '13955501234', idNumber: '', address: '' };
const id = await signal('翡翠弄堂锅炉不热', { reporter });
const { number } = await ok('dispatcher', 'GET', `/signals/${id}`);

test('asked for by its number, erased once the number is typed again, and listed with the reason', async () => {
  const page = await secadmin.desk('/settings/erasure');
  const look = async (typed: string) => {
    await page.getByLabel('线索编号').fill(typed);
    await button(page, '查看会删除什么').click();
  };
  await look('20990101999999');
  await page.getByText('找不到，或您无权查看').waitFor();
  await look(number);
  const held = page.getByRole('region', { name: number });
  await held.getByText(/还没有分诊/).waitFor();
  assert.equal(await button(held, '删除…').count(), 0);
  await decide('dispatcher', `/signals/${id}`, 'dispositions', { kind: 'answered', code: 'explained', words: '' });
  await look(number);
  await held.getByText(/来电人的身份栏目/).waitFor();
  assert.doesNotMatch(await page.content(), /欧阳|锅炉|1395/);
  await button(held, '删除…').click();
  await inDialog(page).getByLabel('理由和核对情况').fill('本人到窗口提出，已核对身份');
  await inDialog(page).getByLabel('再输一遍编号').fill(`${number}0`);
  await button(inDialog(page), '永久删除').click();
  await inDialog(page).getByText(`与 ${number} 不一致`).waitFor();
  await inDialog(page).getByLabel('再输一遍编号').fill(number);
  await send(page, '永久删除');
  await told(page, `已删除 ${number} 的个人内容`);
  await held.getByText(/已经删除/).waitFor();
  const row = page.getByRole('row').filter({ hasText: number });
  await row.getByText('本人到窗口提出，已核对身份').waitFor();
  assert.match((await ok('dispatcher', 'GET', `/signals/${id}`)).words, /已依申请删除/);
  await page.context().close();
});

test('a rule of keeping says before it is set how many signals it takes', async () => {
  const settled = await signal('路灯不亮', { reporter });
  await decide('dispatcher', `/signals/${settled}`, 'dispositions', { kind: 'answered', code: 'explained', words: '' });
  await signal('井盖响', { reporter });
  story.pass({ days: 40 });
  await secadmin.again();
  const page = await secadmin.desk('/settings/erasure');
  const { name } = (await ok('dispatcher', 'GET', '/channels')).items.find(
    (one: { id: string }) => one.id === story.world.channel,
  );
  await button(page, `设定 ${name}`).click();
  await inDialog(page).getByText('不会删除任何内容').waitFor();
  await inDialog(page).getByText('保存满若干个月后删除').click();
  await inDialog(page).getByLabel('月数').fill('1');
  await inDialog(page)
    .getByText(/今夜起删除：现有 1 条/)
    .waitFor();
  await inDialog(page).getByText('另有 1 条还在办理').waitFor();
  await inDialog(page).getByLabel('为什么这样定').fill('窗口登记只保存一个月');
  await send(page, '设定');
  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText(/保存 1 个月/)
    .waitFor();
  await page.getByText(/窗口登记只保存一个月/).waitFor();
  await page.context().close();
});
