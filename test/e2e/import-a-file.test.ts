/** A dispatcher imports a sheet as offices make them, step by step, and finds a row by two characters. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { runImport } from '#intake/run-import.ts';
import { testCity } from '#test/database.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

const ROWS = 30;

/** A merged title, who filled it in, the header on row 3, and a total at the end. */
async function officeSheet(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('三月');
  sheet.addRow(['青澜市 12345 热线工单汇总表']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['填报单位：热线中心', '', '', '填报日期：2026.3.12']);
  sheet.addRow(['序号', '工单编号', '受理时间', '联系电话', '主要内容', '备忘']);
  for (let n = 1; n <= ROWS; n++) {
    const words = n === 7 ? '' : n === 12 ? '鹤鸣巷的化粪池满溢' : `第 ${n} 件：楼道灯不亮`;
    sheet.addRow([n, `GD${1000 + n}`, '2026年3月11日 9:05', n === 5 ? '1.38E+10' : '13800001234', words, '转物业']);
  }
  sheet.addRow(['合计', `${ROWS} 件`]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('the steps have addresses, the header is found, columns are proposed with reasons, bad cells are seen before', async () => {
  const page = await deskOf('dispatcher', '/import/new');
  const name = '三月工单.xlsx';
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: await officeSheet() });
  await page.waitForURL(/\/import\/[0-9a-f-]{36}\/columns$/);
  await page.getByText('表头在第 3 行').waitFor();
  const row = page.getByRole('row').filter({ hasText: '列名就是“工单编号”' });
  await row.getByText('工单编号', { exact: true }).first().waitFor();
  await page.getByRole('row').filter({ hasText: '备忘' }).getByText('保留为附加信息').waitFor();
  await page.getByRole('button', { name: '第 4 行是表头' }).click();
  await page.getByText('还缺：内容').waitFor();
  await page.getByRole('button', { name: '第 3 行是表头' }).click();
  await page.getByRole('button', { name: '下一步：预览' }).click();
  await page.getByText(/主要内容 1 行会退回/).waitFor();
  await page.getByText(/1 行不是记录/).waitFor();

  // Left and found again where one was.
  await page.goto(page.url());
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.waitForURL(/\/run$/);
  await page.getByText('导入中').waitFor();
  await runImport(story.city, new URL(page.url()).pathname.split('/').at(-2)!);
  await page.getByText('已完成').waitFor();
  const [one] = (await ok('dispatcher', 'GET', '/imports')).items;
  assert.deepEqual(
    [one.counts.read, one.counts.accepted, one.counts.rejected, one.counts.noted],
    [ROWS, ROWS - 1, 1, 1],
  );
  await page.getByRole('row').filter({ hasText: '没有内容' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载退回的行' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), '三月工单-退回.xlsx');

  await page.getByRole('button', { name: '看导入的线索' }).click();
  await page.getByRole('row').filter({ hasText: '鹤鸣巷' }).waitFor();
  await page.context().close();
});

test('two characters find the row in the list of signals', async () => {
  const page = await deskOf('dispatcher', '/signals?view=all');
  await page.getByRole('textbox', { name: '编号、内容、地点' }).fill('鹤鸣');
  await page.getByText('以上是全部 1 条').waitFor();
  await page.getByRole('link', { name: /鹤鸣巷的化粪池满溢/ }).click();
  const pane = page.getByRole('complementary');
  await pane.getByText('GD1012').waitFor();
  await pane.getByText('来源表格的其他列（1）').click();
  await pane.getByText('转物业').waitFor();
  await page.context().close();
});
