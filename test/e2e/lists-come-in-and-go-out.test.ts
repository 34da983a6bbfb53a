/** In the browser: a file refused, an import stopped and taken up again, lists of units and people, and a list taken away. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { runImport } from '#intake/run-import.ts';
import { testCity } from '#test/database.ts';
import { administratorAtDesk } from '#test/e2e/administrator.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok } = stepsOf(story);
const deskOf = await listenAndBrowse(story);
const sysadmin = await administratorAtDesk(story, deskOf, 'system_admin');

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const importId = (page: Page) => new URL(page.url()).pathname.split('/').at(-2)!;

async function bring(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: typeof content === 'string' ? Buffer.from(content) : content });
}

/** From the columns as they are proposed to the first second of the run. */
async function throughTheSteps(page: Page): Promise<void> {
  await page.waitForURL(/\/columns$/);
  await button(page, '下一步：预览').click();
  await button(page, '开始导入').click();
  await page.waitForURL(/\/run$/);
}

/** Clicks what saves a file, and reads the file. */
async function taken(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(await download.path())) as unknown as ArrayBuffer);
  return { name: download.suggestedFilename(), sheet: book.worksheets[0]! };
}

test('a file that is not what its name says is refused in words, and the next one can be brought at once', async () => {
  const page = await deskOf('dispatcher', '/import/new');
  await bring(page, '三月工单.xlsx', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'));
  await page.getByText('这是 PDF 文件，不是能读的表格；请另存为 .xlsx 或 .csv 再上传').waitFor();
  await button(page, '换一个文件').click();
  await bring(page, '空.csv', '');
  await page.getByText('文件是空的').waitFor();
  const { items } = await ok('dispatcher', 'GET', '/imports');
  assert.deepEqual(
    items.map((one: { state: string }) => one.state),
    ['uploaded'],
    'nothing was begun',
  );
  await page.context().close();
});

test('an import is stopped, left, found again and resumed; what it rejected comes back with the reasons', async () => {
  const page = await deskOf('dispatcher', '/import/new');
  const rows = [
    '工单编号,受理时间,联系电话,主要内容,备用电话',
    'GD1,2026-03-11 09:00,13800001234,"=HYPERLINK(""http://x"",""路灯不亮"")",13900005678',
    'GD2,2026-03-11 09:05,13800001234,,',
    'GD3,2026-03-11 09:10,13800001234,+井盖松了,',
  ];
  await bring(page, '积压.csv', `\uFEFF${rows.join('\r\n')}`);
  await throughTheSteps(page);
  await button(page, '停止').click();
  await page.getByText('已停止：收进来的都在，其余的等您继续').waitFor();
  await page.getByRole('link', { name: '导入', exact: true }).first().click();
  const line = page.getByRole('row').filter({ hasText: '积压.csv' });
  await line.getByText('已停止').waitFor();
  await line.getByRole('link').click();
  await page.waitForURL(/\/run$/);
  const id = importId(page);
  await runImport(story.city, id);
  assert.equal((await ok('dispatcher', 'GET', `/imports/${id}`)).counts.read, 0, 'a stopped import is not run');
  await button(page, '继续导入').click();
  await page.getByText('导入中').waitFor();
  await runImport(story.city, id);
  await page.getByText('已完成').waitFor();
  await page.getByText(/没有内容/).waitFor();
  const { name, sheet } = await taken(page, () => button(page, '下载退回的行').click());
  assert.equal(name, '积压-退回.xlsx');
  assert.deepEqual((sheet.getRow(2).values as string[]).slice(1, 3), ['GD2', '2026-03-11 09:05']);
  assert.match(sheet.getRow(2).getCell(6).text, /主要内容.*没有内容/);
  const { rows: kept } = await story.city.pool.query(
    `select extra from ${story.city.schema}.signal where source_number = 'GD1'`,
  );
  assert.deepEqual(kept, [{ extra: { 备用电话: '139****5678' } }], 'no number of a person stands in clear');
  await page.context().close();
});

test('the list is taken away as it is seen: text is text, whatever it begins with, and the ledger knows', async () => {
  const page = await deskOf('dispatcher', '/signals?view=all');
  await page.getByText('以上是全部 2 条').waitFor();
  const { sheet } = await taken(page, () => button(page, '导出 Excel').click());
  const words = [2, 3].map((row) => sheet.getRow(row).getCell(8));
  assert.deepEqual(words.map((cell) => cell.value).sort(), ['+井盖松了', '=HYPERLINK("http://x","路灯不亮")']);
  assert.ok(words.every((cell) => cell.type === ExcelJS.ValueType.String && cell.numFmt === '@'));
  assert.match(sheet.headerFooter.oddHeader ?? '', /青澜市 沈立 2026-03-12/);
  const rows = await story.tx((tx) =>
    tx.selectFrom('ledger').select('actor').where('verb', '=', 'export.signals').execute(),
  );
  assert.deepEqual(rows, [{ actor: story.world.people.dispatcher }]);
  await page.context().close();
});

test('a list of units and then the staff list come in through the same steps', async () => {
  const page = await sysadmin.desk('/import/new?kind=units');
  await bring(page, '机构.csv', '单位名称,上级单位,类别\n园林科,青澜市城市管理局,科室\n');
  await throughTheSteps(page);
  await runImport(story.city, importId(page));
  await page.getByText('已完成').waitFor();
  await button(page, '再导入一个').click();
  await page.getByRole('radio', { name: /人员/ }).check();
  await bring(page, '花名册.csv', '姓名,部门,职务,手机\n齐思远,园林科,科长,13900007777\n某人,没有这个科,科员,\n');
  await throughTheSteps(page);
  await runImport(story.city, importId(page));
  await page.getByText('已完成').waitFor();
  await page.getByRole('row').filter({ hasText: '没有这个科' }).waitFor();
  await button(page, '看导入的人员').click();
  const row = page.getByRole('row').filter({ hasText: '齐思远' });
  await row.getByText('园林科 科长').waitFor();
  await row.getByText('139****7777').waitFor();
  await page.context().close();
});
