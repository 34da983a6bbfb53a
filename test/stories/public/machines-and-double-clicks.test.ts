/** What is no person's report, or a person's report twice: asked again politely, taken once, never lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { citizen, codeIn, numberIn } from '#test/stories/public/citizen.ts';

const story = await testCity();
const { ok } = stepsOf(story);
const count = async () => (await ok('dispatcher', 'GET', '/signals/count')).count as number;
const words = '下水道返味，已经一周';
const filled = { matter: 'complaint', words, digits: '8026', place: '望湖小区' };
const wait = (seconds: number) => story.pass({ hours: seconds / 3_600 });
const keeps = (html: string) => assert.match(html, new RegExp(`<textarea[^>]*>${words}</textarea>`));

test('sent within three seconds it is asked for once more, with every word; then it is taken', async () => {
  const who = citizen(story);
  await who.see('/report');
  wait(1);
  const again = await who.submit('/report', filled);
  assert.equal(again.status, 422);
  assert.match(again.text, /请再按一次提交/);
  keeps(again.html);
  assert.match(again.html, /value="complaint" checked/);
  wait(5);
  assert.equal((await who.submit('/report', {})).status, 200);
  assert.equal(await count(), 1);
});

test('what fills the field nobody sees is asked again; a person whose browser filled it gets through', async () => {
  const who = citizen(story);
  await who.see('/report');
  wait(60);
  const again = await who.submit('/report', { ...filled, website: 'http://spam.example' });
  assert.match(again.text, /请再按一次提交/);
  assert.doesNotMatch(again.html, /spam\.example/);
  assert.equal(await count(), 1);
  assert.equal((await who.submit('/report', {})).status, 200);
  assert.equal(await count(), 2);
});

test('sent twice, at once or by a reload, it is one report with one code', async () => {
  const who = citizen(story);
  const { html } = await who.see('/report');
  wait(60);
  const token = /name="form" value="([^"]+)"/.exec(html)![1]!;
  const twin = citizen(story);
  await twin.see('/report');
  const [a, b] = await Promise.all([
    who.submit('/report', { ...filled, form: token }),
    twin.submit('/report', { ...filled, form: token }),
  ]);
  assert.deepEqual([a.status, b.status], [200, 200]);
  assert.equal(codeIn(a), codeIn(b));
  assert.equal(numberIn(a), numberIn(b));
  assert.equal(await count(), 3);
  await who.see('/report');
  const other = await who.submit('/report', { ...filled, form: token, words: '另一件事' });
  assert.equal(other.status, 409);
  assert.match(other.text, /已经提交过/);
  assert.match(other.html, /另一件事<\/textarea>/);
  assert.equal(await count(), 3);
});

test('a form of yesterday, or of nobody: asked for once more, with every word', async () => {
  const who = citizen(story);
  await who.see('/report');
  story.pass({ hours: 25 });
  const old = await who.submit('/report', filled);
  assert.match(old.text, /打开太久/);
  keeps(old.html);
  wait(10);
  assert.equal((await who.submit('/report', {})).status, 200);
  await who.see('/report');
  const forged = await who.submit('/report', { ...filled, form: 'x'.repeat(80) });
  assert.match(forged.text, /打开太久/);
  keeps(forged.html);
});

test('another site can send nothing', async () => {
  const who = citizen(story);
  await who.see('/report');
  wait(60);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    const refused = await who.submit('/report', filled, [], headers);
    assert.equal(refused.status, 403);
    await who.see('/report');
  }
});

test('the API takes no forms, whatever they hold', async () => {
  const answer = await story.app.inject({
    method: 'POST',
    url: '/c/qinglan/api/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-suyuan': '1' },
    payload: 'login=a&password=b',
  });
  assert.equal(answer.json().code, 'malformed');
});

test('a source sends thirty an hour; the thirty-first keeps its words and is told when', async () => {
  story.pass({ hours: 25 });
  const who = citizen(story, '198.51.100.4');
  for (let i = 0; i < 30; i++) assert.equal((await who.report({ words: `第 ${i} 件` })).status, 200);
  const over = await who.report({ words });
  assert.equal(over.status, 429);
  keeps(over.html);
  assert.match(over.text, /请 \d+ 分钟后再试/);
  assert.ok(Number(over.headers['retry-after']) > 0);
  assert.equal((await citizen(story, '198.51.100.5').report()).status, 200);
  story.pass({ hours: 1 });
  assert.equal((await who.report({ words })).status, 200);
});

test('nonsense in every field is told field by field, and breaks nothing', async () => {
  const who = citizen(story, '198.51.100.9');
  const wrong = await who.report({
    matter: 'x',
    words: '字'.repeat(5_001),
    phone: '12',
    digits: '12ab',
    area: "'; drop table area",
    name: 'a\0b',
  });
  assert.equal(wrong.status, 422);
  for (const field of ['matter', 'words', 'phone', 'digits']) assert.match(wrong.html, new RegExp(`href="#${field}"`));
  const script = await who.report({ words: '<script>alert(1)</script> "&\'' });
  assert.equal(script.status, 200);
  const seen = await who.follow(codeIn(script));
  assert.doesNotMatch(seen.html, /<script>alert/);
  assert.match(seen.text, /<script>alert\(1\)<\/script> "&'/);
  const odd = await who.post('POST', '/report', { type: 'text/plain', payload: 'x' });
  assert.ok(odd.status >= 400 && odd.status < 500, String(odd.status));
});

test('an old browser that sends only its origin is served; another origin is not', async () => {
  const who = citizen(story, '198.51.100.11');
  const { html } = await who.see('/follow');
  const form = /name="form" value="([^"]+)"/.exec(html)![1]!;
  const payload = new URLSearchParams({ form, code: 'x', digits: '8026' }).toString();
  const type = 'application/x-www-form-urlencoded';
  const from = async (origin: string) => {
    const headers = { 'content-type': type, origin, host: 'qinglan.example' };
    return (await story.app.inject({ method: 'POST', url: '/c/qinglan/p/follow', headers, payload })).statusCode;
  };
  assert.equal(await from('http://qinglan.example:8080'), 422);
  assert.equal(await from('http://evil.example'), 403);
  assert.equal(await from('null'), 403);
});
