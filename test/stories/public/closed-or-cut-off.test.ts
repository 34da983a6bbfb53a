/** The office closes the pages, or the database is away: people are told whom to call, and what they typed is not lost. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { testServer } from '#test/server.ts';
import { stepsOf } from '#test/steps.ts';
import { administrator } from '#test/stories/people/visitor.ts';
import { citizen, codeIn } from '#test/stories/public/citizen.ts';

const story = await testCity();
const { ok, decide } = stepsOf(story);
const who = citizen(story);
const code = codeIn(await who.report({ words: '路灯不亮' }));
const sysadmin = await administrator(story, 'system_admin');
const channels = async () =>
  (await sysadmin.ok('GET', '/channels')).items as { id: string; kind: string; name: string }[];
const set = async (closed: boolean) => {
  const channel = (await channels()).find(({ kind }) => kind === 'public')!;
  await sysadmin.ok('PUT', `/channels/${channel.id}`, { id: newId(), name: channel.name, closed });
};

test('the channel is switched off: no new reports, whom to call; what was reported is still followed', async () => {
  await who.see('/report');
  story.pass({ hours: 0.1 });
  await set(true);
  const late = await who.submit('/report', { matter: 'help', words: '写到一半', digits: '8026' });
  assert.equal(late.status, 503);
  assert.match(late.text, /请拨打 12345/);
  assert.match(late.html, /写到一半<\/textarea>/);
  const start = await who.see('');
  assert.match(start.text, /网上反映暂停使用，请拨打 12345/);
  assert.doesNotMatch(start.html, /href="[^"]*\/report/);
  assert.equal((await who.see('/report')).status, 503);
  assert.equal((await who.follow(code)).status, 200);
  await set(false);
  assert.equal((await who.see('/report')).status, 200);
});

test('a second channel for the pages cannot be added', async () => {
  const body = { id: newId(), code: '77', name: '又一个', kind: 'public' };
  assert.equal(await sysadmin.refused('POST', '/channels', body), 'malformed');
});

test('the database is away: 503, when to try again, and every word; the same form then makes one report', async () => {
  const { items } = await ok('dispatcher', 'GET', '/signals');
  await decide('dispatcher', `/signals/${items[0].id}`, 'questions', { words: '哪一盏？' });
  await who.follow(code);
  const asked = who.page();
  await who.see('/report');
  story.pass({ hours: 0.1 });
  const admin = new pg.Client({ connectionString: (await testServer()).adminUrl });
  await admin.connect();
  after(() => admin.end());
  const { rows } = await story.installation.owner.query('select current_database() as name');
  await admin.query(`alter database ${rows[0].name} connection limit 0`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [rows[0].name]);
  const away = await who.submit('/report', {
    matter: 'help',
    words: '井盖松了，车一过就响',
    digits: '8026',
    name: '钱多多',
  });
  assert.equal(away.status, 503);
  assert.equal(away.headers['retry-after'], '5');
  for (const kept of [/井盖松了，车一过就响<\/textarea>/, /value="钱多多"/, /value="8026"/, /value="help" checked/])
    assert.match(away.html, kept);
  assert.equal((await who.see('')).status, 503);
  assert.ok(asked.html.includes('/mine/reply'));
  const token = /name="form" value="([^"]+)">\s*<input type="hidden" name="question" value="([^"]+)"/.exec(asked.html)!;
  const fields = { form: token[1]!, question: token[2]!, reply: '路口第二盏' };
  const boundary = '--b';
  const payload = Object.entries(fields)
    .map(([name, value]) => `----b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('');
  const cut = await who.post('POST', '/mine/reply', {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: `${payload}----b--\r\n`,
  });
  assert.equal(cut.status, 503);
  assert.match(cut.html, /路口第二盏<\/textarea>/);
  await admin.query(`alter database ${rows[0].name} connection limit -1`);
  const replied = await who.submit('/mine/reply', {});
  assert.match(replied.text, /已收到您的回答/);
});

test('whoever took longer than half an hour to write is asked for the code, and keeps the words', async () => {
  await ok('dispatcher', 'GET', '/signals');
  const id = (await ok('dispatcher', 'GET', '/signals')).items.at(-1).id;
  await decide('dispatcher', `/signals/${id}`, 'dispositions', { kind: 'answered', code: 'explained', words: '' });
  await who.follow(code);
  story.pass({ hours: 0.6 });
  const late = await who.submit('/mine/wish', { 'wish-words': '灯又不亮了' });
  assert.equal(late.status, 422);
  assert.match(late.html, /灯又不亮了<\/textarea>/);
  assert.match(late.text, /请重新输入查询码/);
  const { cookies } = who;
  const other = citizen(story);
  await other.follow(code);
  for (const [name, value] of other.cookies) cookies.set(name, value);
  assert.match((await who.submit('/mine/wish', {})).text, /已收到您的申请/);
});
