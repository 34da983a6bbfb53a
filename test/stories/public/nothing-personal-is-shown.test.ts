/** Whatever reporters and officials write, no public page shows a phone, an ID number or the name of a person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { administrator } from '#test/stories/people/visitor.ts';
import { citizen, codeIn } from '#test/stories/public/citizen.ts';

const story = await testCity();
const { world } = story;
const { ok, signal, problem, decide } = stepsOf(story);
const found = async (words: string) =>
  (await ok('dispatcher', 'GET', `/signals?q=${encodeURIComponent(words)}`)).items[0].id as string;

const personal = [
  '欧阳倩云',
  '13955501234',
  '110105199001010010',
  '孙小明',
  '13900139000',
  '罗建国',
  '陈晓燕',
  '沈立',
  '周敏',
  '何琳',
];
const phrases = [...personal, '电话', '请找', '楼上漏水', '0531-88001234', '局长', '谢谢'];
let turn = 0;

test('words, answers, questions and declined wishes made of anything: masked on the reporter’s page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 12 }), async (parts) => {
      const text = parts.join('，');
      const who = citizen(story, `10.0.${turn}.1`);
      const mark = `标记${'甲乙丙丁戊己庚辛壬癸'[turn % 10]}${'子丑寅卯辰巳午未申酉戌亥'[turn % 12]}`;
      turn++;
      const done = await who.report({ words: `${mark}${text}`, name: '欧阳倩云', phone: '13955501234', place: text });
      const id = await found(mark);
      const other = await signal('邻居也说', { reporter: { name: '孙小明', phone: '13900139000' } });
      const made = await problem([id, other], '漏水');
      await decide('dispatcher', `/signals/${id}`, 'questions', { words: text });
      await decide('dispatcher', `/problems/${made}`, 'assignments', { unitId: world.units.urban, reason: text });
      await decide('callTaker', `/signals/${id}`, 'answers', { way: 'public', words: text });
      await decide('callTaker', `/signals/${id}`, 'contacts', { way: 'phone', reached: true, words: text });
      const pages = [done, await who.follow(codeIn(done)), await who.submit('/mine/reply', { reply: text })];
      for (const page of pages) {
        assert.equal(page.status, 200);
        for (const one of [...personal, '88001234']) assert.ok(!page.html.includes(one), `${one} in ${page.text}`);
      }
    }),
    { numRuns: 8 },
  );
});

test('of a report of wrongdoing not even the unit is told', async () => {
  const who = citizen(story, '10.1.0.1');
  const done = await who.report({ matter: 'report', words: '有人收摊贩的烟', name: '欧阳倩云' });
  const id = await found('摊贩的烟');
  const page = await ok('dispatcher', 'GET', `/signals/${id}`);
  assert.equal(page.secret, true);
  const made = await problem([id], '收受');
  await decide('dispatcher', `/problems/${made}`, 'assignments', { unitId: world.units.urban });
  await decide('head', `/problems/${made}`, 'signatures');
  const seen = await who.follow(codeIn(done));
  assert.match(seen.text, /有关单位/);
  assert.doesNotMatch(seen.text, /城管|城市管理局/);
  assert.equal((await ok('head', 'GET', `/signals/${id}`)).reporter, null);
});

test('what was erased says so, shows number and dates, and takes nothing more', async () => {
  const who = citizen(story, '10.1.0.2');
  const done = await who.report({ words: '锅炉三天不热', name: '欧阳倩云' });
  const code = codeIn(done);
  const id = await found('锅炉');
  await decide('dispatcher', `/signals/${id}`, 'questions', { words: '锅炉在哪里' });
  await decide('dispatcher', `/signals/${id}`, 'dispositions', { kind: 'answered', code: 'explained', words: '' });
  await who.follow(code);
  await who.submit('/mine/wish', { 'wish-words': '锅炉还是不热' });
  const page = await who.see('/mine');
  const { number } = await ok('dispatcher', 'GET', `/signals/${id}`);
  const erasure = { id: crypto.randomUUID(), number, basis: 'consent', reason: '本人提出' };
  await (await administrator(story, 'security_admin')).ok('POST', '/erasures', erasure);
  assert.equal(page.status, 200);
  const late = await who.submit('/mine/rating', { solved: 'no', satisfied: '1' });
  assert.equal(late.status, 409);
  assert.match(late.text, /个人内容已经删除/);
  const after = await who.follow(code);
  assert.match(after.text, /已经按申请或者保存期限删除/);
  assert.match(after.text, new RegExp(number));
  assert.doesNotMatch(after.html, /锅炉|<textarea/);
  const { rows } = await story.installation.owner.query(
    `select q.words, q.answer, w.words as wish from ${story.city.schema}.signal_question q
       left join ${story.city.schema}.signal_reopening w using (signal_id) where q.signal_id = $1`,
    [id],
  );
  assert.doesNotMatch(JSON.stringify(rows), /锅炉/);
});
