/** A head with a phone at 390 px: begins on the leader's page, signs in place, and chooses to begin elsewhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { inDialog, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);
const phone = { width: 390 };

const night = await problem([await signal('夜市噪音')], '夜市噪音');
await decide('dispatcher', `/problems/${night}`, 'assignments', { unitId: story.world.units.urban });
const cause = { id: newId(), layer: 'operational', kind: 'process', words: '十点后无人巡查', parentId: null };
await ok('clerk', 'POST', `/problems/${night}/causes`, cause);
const measure = { id: newId(), layer: 'operational', words: '巡查延到凌晨一点', causes: [cause.id] };
await ok('clerk', 'POST', `/problems/${night}/measures`, measure);
story.pass({ days: 5 });

test('the phone begins here; what only the head can sign is signed with a reason, in place', async () => {
  const page = await deskOf('head', '/', phone);
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  await part('签').getByText('十点后无人巡查').first().waitFor();
  assert.match(page.url(), /\/leader$/);
  for (const one of await part('签').getByRole('button').all())
    assert.ok((await one.boundingBox())!.height >= 44, 'a thumb finds it');
  await part('原因待核实')
    .getByRole('button', { name: /核\s?实/ })
    .click();
  await inDialog(page).getByLabel('依据和理由').fill('查了三个月的值班表');
  await inDialog(page)
    .getByRole('button', { name: /核\s?实/ })
    .click();
  await told(page, '已核实，以您的姓名记录');
  await part('原因待核实').waitFor({ state: 'detached' });
  await part('措施待采纳')
    .getByRole('button', { name: /采\s?纳/ })
    .click();
  await inDialog(page)
    .getByRole('button', { name: /采\s?纳/ })
    .click();
  await told(page, '已采纳');
  await part('签').getByText('没有等您签的').waitFor();
  const { causes, measures } = await ok('head', 'GET', `/problems/${night}/causes`);
  assert.deepEqual([causes[0].judged.by.name, measures[0].state], ['罗建国', 'adopted']);
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  assert.ok(Number(wide) <= 390, `nothing overflows: ${wide}`);
  await page.context().close();
});

test('what is red says whose turn it is, opens in place, and going back closes it', async () => {
  const page = await deskOf('head', '/', phone);
  const red = page.getByRole('region', { name: '红', exact: true });
  await red.getByText('城管局').waitFor();
  await red.getByRole('link', { name: '夜市噪音' }).click();
  const opened = page.getByRole('dialog').filter({ hasText: '夜市噪音' });
  await opened
    .getByRole('button', { name: /签\s?收/ })
    .first()
    .waitFor();
  await page.goBack();
  await opened.waitFor({ state: 'hidden' });
  await page.getByRole('switch').click();
  await page.goto(page.url().replace(/\/leader.*$/, '/'));
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
  await page.context().close();
});

test('a unit’s figures lead to lists of as many rows; the morning list to the same', async () => {
  const page = await deskOf('head', `/people/units/${story.world.units.urban}`);
  const work = page.locator('.unit-work');
  await work.getByRole('link', { name: '超期 1' }).first().click();
  await page.getByRole('row').filter({ hasText: '夜市噪音' }).waitFor();
  assert.match(page.url(), /leadId=.*late=true/);
  await page.goto(page.url().replace(/\/problems.*$/, '/morning'));
  await page.getByRole('heading', { name: /晨会清单/ }).waitFor();
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  assert.equal(paper.match(/\/Type \/Page\b/g)?.length, 1, 'one page of A4');
  await page
    .getByRole('region', { name: '等谁办' })
    .getByRole('row', { name: /城管局/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('row').filter({ hasText: '夜市噪音' }).waitFor();
  const clerk = await deskOf('waterHead', `/people/units/${story.world.units.urban}`);
  await clerk.getByRole('heading', { name: '青澜市城市管理局' }).waitFor();
  assert.equal(await clerk.locator('.unit-work').count(), 0);
  await clerk.context().close();
  await page.context().close();
});
