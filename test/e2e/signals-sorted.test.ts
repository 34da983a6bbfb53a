/** A dispatcher sorts the signals of a morning: together, apart, aside and back; and photos come in with them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { testCity } from '#test/database.ts';
import { button, decide, inDialog, pick, press, rowOf, send, state, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, problem, decide: decideBy } = stepsOf(story);
const deskOf = await listenAndBrowse(story);

/** In the browser: a screenshot comes from the clipboard. */
const PASTE = `(field, png) => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([Uint8Array.from(atob(png), (one) => one.charCodeAt(0))], '截图.png', { type: 'image/png' }));
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
}`;

test('signals are gathered from the list and from a page, and one is taken out with a reason', async () => {
  const first = await signal('临江路窨井盖翘起来了');
  const whole = await problem([first], '临江路窨井盖损坏');
  await signal('临江路的井盖响一夜');
  await signal('井盖松了，车过就响');
  const third = await signal('临江路口井盖缺了一角');
  await story.settle();

  const page = await deskOf('dispatcher', '/signals');
  for (const words of ['响一夜', '车过就响']) await rowOf(page, words).getByRole('checkbox').check();
  await button(page, '归入已有问题').click();
  await pick(inDialog(page).getByLabel('归入哪个问题'), '临江路窨井盖');
  await inDialog(page).getByText('现有 1 条线索').waitFor();
  await send(page, '归入已有问题');
  await told(page, /已把 2 条线索归入 P\d{4}-\d{5} 临江路窨井盖损坏/);
  await rowOf(page, '响一夜').waitFor({ state: 'detached' });

  await page.goto(page.url().replace(/\/signals.*/, `/signals/${third}`));
  await press(page, '归入问题');
  await pick(inDialog(page).getByLabel('归入哪个问题'), '临江路窨井盖');
  await inDialog(page).getByText('现有 3 条线索').waitFor();
  await send(page, '归入已有问题');
  await state(page, '已归入问题');
  await page
    .getByRole('link', { name: /临江路窨井盖损坏/ })
    .first()
    .click();
  await state(page, '待派单');
  assert.equal((await ok('dispatcher', 'GET', `/problems/${whole}`)).signals, 4);

  await button(page, '全部 4 条线索').click();
  await page.getByRole('listitem').filter({ hasText: '缺了一角' }).getByRole('checkbox').check();
  await button(page, '移出所选').click();
  await inDialog(page).getByLabel('理由').fill('说的是另一个路口');
  await send(page, '移出线索');
  await told(page, '已移出 1 条线索，回到待分诊');
  await page.getByText('移出 1 条线索').first().waitFor();
  assert.equal((await ok('dispatcher', 'GET', `/problems/${whole}`)).signals, 3);
  assert.equal((await ok('dispatcher', 'GET', `/signals/${third}`)).state, 'untriaged');

  await page.getByRole('listitem').filter({ hasText: '车过就响' }).getByRole('link').click();
  await page.getByRole('heading', { name: /车过就响/ }).waitFor();
  await decide(page, '移出问题', '理由', '不是同一个井盖', '移出线索');
  await state(page, '待分诊');
  assert.equal((await ok('dispatcher', 'GET', `/problems/${whole}`)).signals, 2);
  await page.context().close();
});

test('whoever chose a signal that a colleague has settled meanwhile is told which, and goes on with the others', async () => {
  const gone = await signal('公交站牌倒了');
  await signal('公交站牌歪了');
  const page = await deskOf('otherDispatcher', '/signals');
  for (const words of ['站牌倒了', '站牌歪了']) await rowOf(page, words).getByRole('checkbox').check();
  await decideBy('dispatcher', `/signals/${gone}`, 'dispositions', { kind: 'not_accepted', code: 'test' });
  await button(page, '立为一个问题').click();
  await inDialog(page).getByLabel('标题').fill('公交站牌损坏');
  await button(inDialog(page), '立为一个问题').click();
  await inDialog(page)
    .getByText(/有 1 条线索已不在原处：\d{16}/)
    .waitFor();
  await button(page, '看最新情况').click();
  await inDialog(page).getByText('所选 1 条线索').waitFor();
  await page.getByText('已选 1 条').waitFor();
  await send(page, '立为一个问题');
  await told(page, /已立问题 P\d{4}-\d{5}，含 1 条线索，下一步：派单/);
  await button(page, '打开').click();
  await page.getByRole('heading', { name: '公交站牌损坏' }).waitFor();
  await state(page, '待派单');
  await page.context().close();
});

test('one ticket with two matters becomes two; one is set aside, and taken back', async () => {
  const id = await signal('楼下烧烤店油烟大，另外小区门口路灯不亮', {
    reporter: { name: '林芳', phone: '13900005678' },
  });
  await story.settle();
  const page = await deskOf('dispatcher', `/signals/${id}`);
  await press(page, '拆分');
  await inDialog(page).getByLabel('这一条的标题').fill('烧烤店油烟');
  await inDialog(page).getByLabel('拆出一条的标题').fill('小区门口路灯不亮');
  await inDialog(page).getByLabel('理由').fill('一单两事');
  await send(page, '拆分');
  await told(page, /已拆出 \d{16}，等待分诊/);
  await page.getByRole('heading', { name: '烧烤店油烟' }).waitFor();
  await page.getByRole('complementary').getByText('拆出').waitFor();

  await press(page, '直接处置');
  await inDialog(page).getByText('转其他渠道').click();
  await inDialog(page).getByText('转信访').click();
  await send(page, '直接处置');
  await told(page, '1 条已处置：转其他渠道');
  await state(page, '已处置');
  await decide(page, '撤销处置', '理由', '对方不受理');
  await state(page, '待分诊');
  const seen = await ok('dispatcher', 'GET', `/signals/${id}`);
  assert.equal(seen.due.limit, 'triage');
  const other = await ok('dispatcher', 'GET', `/signals/${seen.dividedInto[0].id}`);
  assert.deepEqual([other.title, other.reporter.phone], ['小区门口路灯不亮', '139****5678']);
  await page.context().close();
});

test('photos come by paste and by file, are told what is wrong with them, and open large', async () => {
  const page = await deskOf('callTaker', '/signals/new');
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#a63' } })
    .jpeg()
    .toBuffer();
  await page.locator('.tray-input').setInputFiles({ name: '井盖.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByLabel('诉求内容').fill('井盖翘起来了，见照片');
  await page.locator('[data-digits=matter]').getByText('求助').click();
  const png = (await sharp(photo).png().toBuffer()).toString('base64');
  await page.evaluate(`(${PASTE})(document.activeElement, '${png}')`);
  await page.getByRole('img', { name: '截图.png' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await told(page, /已登记，编号 \d{16}/);
  await page.getByText('的照片正在上传').waitFor({ state: 'detached' });
  const { items } = await ok('dispatcher', 'GET', '/signals');
  assert.equal((await ok('dispatcher', 'GET', `/signals/${items[0].id}`)).photos.length, 2);
  await button(page, '打开').click();
  await page.getByText('照片（2）').waitFor();
  await page.getByRole('img', { name: '照片 1' }).click();
  await page.locator('.ant-image-preview').getByRole('img').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.ant-image-preview').waitFor({ state: 'detached' });
  await page.context().close();
});
