/** At the system administrator's desk: what nobody can act on by number and holder, given on to somebody who is there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { administratorAtDesk } from '#test/e2e/administrator.ts';
import { button, inDialog, pick, send, told } from '#test/e2e/hands.ts';
import { listenAndBrowse } from '#test/e2e/signed-in.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { people, units } = story.world;
const { ok, signal, problem, decide } = stepsOf(story);
const deskOf = await listenAndBrowse(story);
const sysadmin = await administratorAtDesk(story, deskOf, 'system_admin');

test('counted on the first page, listed without a word of it, handed over', async () => {
  const id = await problem([await signal('夜间噪声')], '夜间噪声');
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: units.urban });
  const task = { taskId: newId(), title: '夜查', assigneeId: people.official, reviewerId: people.head };
  await decide('head', `/problems/${id}`, 'tasks', task);
  await story.tx((tx) =>
    tx.updateTable('post').set({ valid_to: '2026-03-13' }).where('person_id', '=', people.official).execute(),
  );
  story.pass({ days: 2 });
  await sysadmin.again();
  const page = await sysadmin.desk('/');
  await page.getByRole('link', { name: /1 件工作没人能办/ }).click();
  const line = page.getByRole('listitem').filter({ hasText: '吴涛' });
  await line.getByText(/T\d{4}-\d+/).waitFor();
  assert.doesNotMatch(await page.content(), /夜查|噪声/);
  await button(line, '交接工作').click();
  await pick(inDialog(page).getByRole('combobox').first(), '陈晓燕');
  await inDialog(page)
    .getByLabel(/原因|理由/)
    .fill('原承办人已调离');
  await send(page, '交接工作');
  await told(page, /1 件/);
  await page.getByText('每件在办的工作都有人能办').waitFor();
  const { items } = await ok('clerk', 'GET', '/tasks?state=given');
  assert.equal(items[0].assignee.name, '陈晓燕');
  await page.context().close();
});
