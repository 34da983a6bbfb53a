/** A citizen reports without an account, follows by code, is asked, replies, rates, and asks that it be taken up again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { citizen, codeIn, numberIn } from '#test/stories/public/citizen.ts';

const story = await testCity();
const { call, world, city, installation } = story;
const { ok, decide } = stepsOf(story);
const own = async (sql: string, values: unknown[] = []) => {
  const { rows } = await installation.owner.query(sql.replaceAll('$city', city.schema), values);
  return rows;
};
const found = async (words: string) =>
  (await ok('dispatcher', 'GET', `/signals?q=${encodeURIComponent(words)}`)).items[0];

const anna = citizen(story);
const said = '夜市烧烤摊半夜十二点还在放音响，孩子睡不着';
const photo = {
  name: 'a.jpg',
  bytes: await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: '钱多多' }, IFD3: { GPSLatitude: '36/1 5/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer(),
};
assert.match(photo.bytes.toString('latin1'), /Exif/);
const done = await anna.report({ words: said, place: '柳岸夜市', name: '钱多多', phone: '13800138000' }, [photo]);
const code = codeIn(done);
const { id } = await found('烧烤摊');
const signal = () => ok('dispatcher', 'GET', `/signals/${id}`);

test('the words stand verbatim as a signal of the public channel, with its number, clock and row in the ledger', async () => {
  assert.equal(done.status, 200);
  const page = await signal();
  assert.deepEqual(
    [page.number, page.words, page.state, page.channel.name],
    [numberIn(done), said, 'untriaged', '公众页'],
  );
  assert.equal(page.reporter.name, '钱*');
  assert.equal(page.due.limit, 'triage');
  assert.equal(page.follows, true);
  const [row] = await own(`select * from $city.ledger where thing = $1 and verb = 'signal.received'`, [id]);
  assert.deepEqual([row.actor_kind, row.actor], ['reporter', null]);
  assert.equal(page.history.at(-1).actor, '诉求人');
});

test('the photo is kept without where and by whom it was taken', async () => {
  const { photos } = await signal();
  assert.equal(photos.length, 1);
  const [{ file_hash }] = await own('select file_hash from $city.signal_photo where signal_id = $1', [id]);
  const { readFileSync } = await import('node:fs');
  const stored = readFileSync(`${city.filesDir}/${file_hash.slice(0, 2)}/${file_hash.slice(2)}`);
  assert.doesNotMatch(stored.toString('latin1'), /Exif|Copyright/);
});

test('neither code nor digits stand anywhere in the database', async () => {
  const bare = code.replaceAll('-', '');
  const tables = await own(
    `select c.relname as name from pg_class c where c.relnamespace = '$city'::regnamespace and c.relkind in ('r', 'p')`,
  );
  for (const { name } of tables) {
    const rows = await own(`select 1 from $city."${name}" t where t::text like any($1) limit 1`, [
      [`%${bare}%`, `%${code}%`],
    ]);
    assert.deepEqual(rows, [], name);
  }
  const [follow] = await own('select code_key, digits_key from $city.signal_follow');
  assert.deepEqual([follow.code_key.length, follow.digits_key.length], [16, 16]);
});

test('by code and digits, however the code is typed, the reporter sees where it stands', async () => {
  const seen = await anna.follow(` ${code.toLowerCase().replaceAll('-', ' ')} `);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /已收到，正在看/);
  assert.match(seen.text, /烧烤摊半夜十二点/);
  assert.match(seen.html, /name="robots" content="noindex"/);
  assert.equal(seen.headers['cache-control'], 'no-store');
});

test('the office asks, the reporter replies with a photo, and it stands verbatim on the signal', async () => {
  await decide('dispatcher', `/signals/${id}`, 'questions', { words: '请问是哪一家摊位？沈立 0531-88001234 等您回复' });
  assert.equal((await signal()).questions[0].answer, null);
  const asked = await anna.see('/mine');
  assert.match(asked.text, /请问是哪一家摊位/);
  assert.doesNotMatch(asked.text, /沈立|88001234/);
  const empty = await anna.submit('/mine/reply', { reply: ' ' }, [photo]);
  assert.equal(empty.status, 422);
  assert.match(empty.text, /照片 1 已收到/);
  const replied = await anna.submit('/mine/reply', { reply: '门口第二家，\n蓝色棚子' });
  assert.match(replied.text, /已收到您的回答/);
  const page = await signal();
  assert.equal(page.questions[0].answer, '门口第二家，\n蓝色棚子');
  assert.equal(
    page.photos.filter((one: { question: string | null }) => one.question === page.questions[0].id).length,
    1,
  );
});

test('a question to somebody who does not follow by code is refused', async () => {
  const { signal: enter } = stepsOf(story);
  const other = await enter('电话里说的事');
  const { version, buttons } = await ok('dispatcher', 'GET', `/signals/${other}`);
  assert.ok(!buttons.some((button: { step: string }) => button.step === 'ask'));
  const refused = await call('dispatcher', 'POST', `/signals/${other}/questions`, {
    id: crypto.randomUUID(),
    version,
    words: '在哪里',
  });
  assert.equal(refused.body.code, 'not_followed');
});

test('from taking up to settling, each step is told with its date and the unit, without a person', async () => {
  const problem = crypto.randomUUID();
  await ok('dispatcher', 'POST', '/problems', { id: problem, title: '柳岸夜市音响扰民', signals: [id] });
  assert.equal((await anna.see('/mine')).html.includes('action="/c/qinglan/p/mine/rating"'), false);
  await decide('dispatcher', `/problems/${problem}`, 'assignments', {
    unitId: world.units.urban,
    reason: '请陈晓燕办',
  });
  await decide('head', `/problems/${problem}`, 'signatures');
  assert.match((await anna.see('/mine')).text, /正在办理.*青澜市城市管理局/);
  await decide('head', `/problems/${problem}`, 'handlings', { words: '已劝离' });
  await decide('checker', `/problems/${problem}`, 'verifications', { passed: true, words: '去看过' });
  await decide('dispatcher', `/problems/${problem}`, 'closings', { words: '办结' });
  await decide('callTaker', `/signals/${id}`, 'answers', {
    way: 'public',
    words: '罗建国局长已带队劝离，电话13900139000',
  });
  const seen = await anna.see('/mine');
  assert.match(seen.text, /已办结.*已带队劝离/);
  for (const word of ['罗建国', '沈立', '陈晓燕', '何琳', '周敏', '13900139000', '钱多多', '13800138000'])
    assert.ok(!seen.text.includes(word), word);
});

test('the rating is the call-back of the signal, said by the reporter', async () => {
  const half = await anna.submit('/mine/rating', { solved: 'no', 'rating-words': '周末又开始了' });
  assert.equal(half.status, 422);
  assert.match(half.html, /<textarea[^>]*>周末又开始了<\/textarea>/);
  const rated = await anna.submit('/mine/rating', { satisfied: '2' });
  assert.match(rated.text, /没有解决 · 不满意/);
  const [back] = (await signal()).callbacks;
  assert.deepEqual(
    [back.way, back.by, back.solved, back.satisfied, back.words],
    ['public', '', 'no', 2, '周末又开始了'],
  );
});

test('a wish to reopen waits for the dispatcher, who declines once and grants once', async () => {
  const asked = await anna.submit('/mine/wish', { 'wish-words': '周末又放音响' });
  assert.match(asked.text, /正在等待处理/);
  const { items } = await ok('dispatcher', 'GET', '/my-work');
  assert.ok(
    items.some((item: { id: string; what: { zh: string } }) => item.id === id && item.what.zh === '诉求人申请重办'),
  );
  await decide('dispatcher', `/signals/${id}`, 'declined-reopenings', { words: '周末是另一家，请另行反映' });
  assert.match((await anna.see('/mine')).text, /不予重办.*周末是另一家/);
  await anna.submit('/mine/wish', { 'wish-words': '就是同一家' });
  const { problem } = await signal();
  await decide('dispatcher', `/problems/${problem.id}`, 'reopenings', { reason: '同一家，重办' });
  const [wish] = (await signal()).wishes;
  assert.deepEqual([wish.outcome, wish.by], ['granted', '沈立']);
  const seen = await anna.see('/mine');
  assert.match(seen.text, /同意重办/);
  assert.match(seen.text, /已交给承办单位/);
});

test('whoever leaves is asked for the code again; half an hour without a look, too', async () => {
  await anna.submit('/mine/leave', {});
  assert.equal((await anna.see('/mine')).headers.location, '/c/qinglan/p/follow');
  await anna.follow(code);
  story.pass({ hours: 0.6 });
  assert.equal((await anna.see('/mine')).status, 303);
});
