/** Only what a person has published is listed, in that person's words; nothing personal slips in, and small counts tell nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { citizen } from '#test/stories/public/citizen.ts';

const story = await testCity();
const { call, world } = story;
const { ok, seen, signal, problem, decide } = stepsOf(story);
const who = citizen(story);
const reporter = { name: '钱多多', phone: '13800138000' };
const made = async (title: string, reports: number) => {
  const signals = await Promise.all(Array.from({ length: reports }, (_, i) => signal(`${title} ${i}`, { reporter })));
  return problem(signals, `内部：${title}，找陈晓燕`);
};
const publish = async (id: string, more: object, name: 'dispatcher' | 'head' = 'dispatcher') =>
  call(name, 'POST', `/problems/${id}/publications`, { ...(await seen(name, `/problems/${id}`)), ...more });

const small = await made('早市垃圾', 4);
const large = await made('夜市音响', 5);

test('nothing is listed until somebody publishes it, and a number that is not published has no page', async () => {
  assert.match((await who.see('/list')).text, /还没有公开的事/);
  const { number } = await ok('dispatcher', 'GET', `/problems/${small}`);
  assert.equal((await who.see(`/list/${number}`)).status, 404);
  assert.equal((await who.see(`/list/${encodeURIComponent("'; drop")}`)).status, 404);
});

test('what is listed are the words written for it, the unit and the state; fewer than five are not counted', async () => {
  await decide('dispatcher', `/problems/${large}`, 'assignments', { unitId: world.units.urban });
  for (const [id, title] of [
    [small, '早市垃圾清运'],
    [large, '夜市音响扰民'],
  ] as const)
    assert.equal((await publish(id, { title, words: '城管局正在办理' })).status, 200);
  const { text, html, headers } = await who.see('/list');
  assert.match(
    text,
    /夜市音响扰民.*已交给承办单位.*青澜市城市管理局.*5 件.*早市垃圾清运.*正在确定由哪个单位办理.*不足 5 件/,
  );
  assert.doesNotMatch(html, /内部|陈晓燕|钱多多|noindex/);
  assert.equal(headers['x-robots-tag'], undefined);
});

test('a phone, an ID number, the name of a reporter or of somebody who works on it: warned first, masked in the warning', async () => {
  const words = '联系钱多多13800138000，或找沈立';
  const warned = await publish(small, { title: '早市垃圾清运', words });
  assert.deepEqual([warned.status, warned.body.code], [422, 'publication_personal']);
  assert.match(warned.body.message.zh, /电话“…8000”、人名“钱\*”、人名“沈\*”/);
  assert.doesNotMatch(JSON.stringify(warned.body), /13800138000|钱多多|沈立/);
  assert.equal((await publish(small, { title: '早市', words, despite: true })).status, 200);
  const { rows } = await story.installation.owner.query(
    `select data from ${story.city.schema}.ledger where verb = 'problem.publish' order by seq desc limit 1`,
  );
  assert.deepEqual(rows[0].data.despite, ['phone', 'name', 'name']);
  assert.doesNotMatch(JSON.stringify(rows), /13800138000|钱多多/);
});

test('what cannot be solved now says so, and until when it stands on the books', async () => {
  const path = `/problems/${large}`;
  await decide('clerk', path, 'signatures');
  const reviewOn = new Date(story.city.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const why = { reason: 'money', words: '隔音屏没有预算', conditions: '预算批下来' };
  await decide('clerk', path, 'deferrals', { ...why, reviewOn });
  await decide('dispatcher', path, 'deferral-decisions', { granted: true, words: '同意' });
  const { number } = await ok('dispatcher', 'GET', path);
  const [, month, date] = reviewOn.split('-').map(Number);
  const said = new RegExp(`暂时解决不了，已挂账，${month}月${date}日 周.前复核`);
  for (const page of ['/list', `/list/${number}`]) {
    const { text } = await who.see(page);
    assert.match(text, said);
    assert.doesNotMatch(text, /隔音屏|预算/);
  }
  await decide('clerk', path, 'deferral-endings', { words: '预算已批' });
  assert.match((await who.see(`/list/${number}`)).text, /正在办理/);
});

test('a unit that handles it publishes nothing; taken off, it is gone from list and page', async () => {
  assert.equal((await publish(large, { title: 'x', words: 'y' }, 'head')).status, 403);
  const { number } = await ok('dispatcher', 'GET', `/problems/${large}`);
  assert.equal((await who.see(`/list/${number}`)).status, 200);
  await decide('dispatcher', `/problems/${large}`, 'publication-endings', { reason: '内容要改' });
  assert.equal((await who.see(`/list/${number}`)).status, 404);
  assert.doesNotMatch((await who.see('/list')).text, /夜市音响扰民/);
  const again = await call('dispatcher', 'POST', `/problems/${large}/publication-endings`, {
    ...(await seen('dispatcher', `/problems/${large}`)),
    reason: '再来一次',
  });
  assert.equal(again.body.code, 'not_published');
});

test('a problem that went into another is not told of any more', async () => {
  const into = await made('早市占道', 1);
  await decide('dispatcher', `/problems/${small}`, 'mergers', { into, reason: '同一处' });
  assert.doesNotMatch((await who.see('/list')).text, /早市/);
});

test('twenty a page, each once, without script', async () => {
  for (let i = 0; i < 23; i++) {
    const id = newId();
    await ok('dispatcher', 'POST', '/problems', { id, title: `内部 ${i}`, signals: [await signal(`第 ${i} 件`)] });
    assert.equal((await publish(id, { title: `公开第 ${i} 件`, words: '在办' })).status, 200);
    story.pass({ hours: 0.01 });
  }
  const titles = (html: string) => [...html.matchAll(/公开第 (\d+) 件<\/a>/g)].map((match) => Number(match[1]));
  const first = await who.see('/list');
  const next = /href="([^"]+)" rel="next"/.exec(first.html)![1]!.replaceAll('&#38;', '&');
  const second = await who.see(next);
  assert.deepEqual(
    [...titles(first.html), ...titles(second.html)],
    Array.from({ length: 23 }, (_, i) => 22 - i),
  );
  assert.doesNotMatch(second.html, /rel="next"/);
  assert.equal((await who.see('/list?after=nonsense')).status, 422);
});
