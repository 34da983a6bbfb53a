/** Somebody asks for what the city holds about them to be erased; it goes from everywhere, and the ledger still adds up. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import type { Actor } from '#people/actor.ts';
import { putFile } from '#platform/files.ts';
import { newId } from '#platform/ids.ts';
import { commit } from '#platform/keys.ts';
import { addPhoto, pushSignals } from '#signal/enter.actions.ts';
import { eraseExpired, removeErasedFiles } from '#signal/erase.actions.ts';
import { pushInput } from '#signal/signal.api.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { sealing } from '#test/stories/ledger/sealing.ts';
import { administrator } from '#test/stories/people/visitor.ts';

const story = await testCity();
const { city, tx, world, call, pass } = story;
const { ok, signal, decide } = stepsOf(story);
const { sealAll, verify, own, file: anchor } = sealing(story);
const secadmin = await administrator(story, 'security_admin');

const said = ['欧阳', '倩云', '翡翠弄堂', '13955501234', '锅炉', '紫砂壶'];
const reporter = { name: '欧阳倩云', phone: '13955501234', idNumber: '', address: '翡翠弄堂 7 号' };
const numberOf = async (id: string) => (await ok('dispatcher', 'GET', `/signals/${id}`)).number as string;
const request = (number: string) => ({ id: newId(), number, basis: 'consent', reason: '本人到窗口提出，已核对身份' });
const disposed = async (id: string) => {
  await decide('dispatcher', `/signals/${id}`, 'dispositions', { kind: 'answered', code: 'explained', words: '' });
  return id;
};

/** The tables in which any of the words still stands. */
async function traces(): Promise<string[]> {
  const tables = await own(
    `select c.relname as name from pg_class c where c.relnamespace = $1::regnamespace
    and c.relkind in ('r', 'p') and not c.relispartition`,
    [city.schema],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await own(`select from "${name}" t where t::text like any($1) limit 1`, [
      said.map((word) => `%${word}%`),
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const token: Actor = { kind: 'token', id: newId(), name: '热线', posts: [], channel: world.channel };
const push = (words: string, id = newId()) =>
  tx((open) =>
    pushSignals(open, token, [
      pushInput.parse({ id, number: 'T-1', words, place: '翡翠弄堂', reporter, extra: { 备注: '紫砂壶' } }),
    ]),
  );

test('words, versions, replies, photo and every way to find them go; number, times and commitments stay', async () => {
  const { id } = (await push('锅炉三天不热，请打 13955501234'))[0]!;
  await push('锅炉一周不热，请打 13955501234');
  const dispatcher = await story.actor('dispatcher');
  const photos = await Promise.all(
    ['only here', 'also there'].map((text) =>
      putFile(city, Readable.from([Buffer.from(text)]), { limit: 99, seal: false }),
    ),
  );
  const other = await signal('另一条线索');
  const attach = (to: string, { hash, size }: { hash: string; size: number }) =>
    tx((open) => addPhoto(open, dispatcher, to, { id: newId(), hash, type: 'image/jpeg', size }));
  for (const photo of photos) await attach(id, photo);
  await attach(other, photos[1]!);
  const newHalf = newId();
  await decide('dispatcher', `/signals/${id}`, 'divisions', {
    ...{ newId: newHalf, title: '锅炉不热', newTitle: '紫砂壶丢了', matter: 'complaint', reason: '两件事' },
  });
  await decide('callTaker', `/signals/${id}`, 'contacts', { way: 'phone', reached: true, words: '欧阳说还是不热' });
  await decide('callTaker', `/signals/${id}`, 'answers', { way: 'phone', words: '欧阳女士，锅炉已修' });
  await decide('callTaker', `/signals/${id}`, 'callbacks', {
    reached: true,
    solved: 'yes',
    satisfied: 5,
    words: '欧阳满意',
  });
  const number = await numberOf(id);
  assert.equal(await secadmin.refused('POST', '/erasures', request(number)), 'erase_untriaged');
  await disposed(id);
  await disposed(newHalf);
  await sealAll();
  const before = await tx((open) =>
    open.selectFrom('ledger').select(['seq', 'verb', 'commitment']).where('thing', '=', id).orderBy('seq').execute(),
  );
  const salts = await own('select salt, words from signal where id = $1 union select salt, words from signal_version', [
    id,
  ]);
  assert.equal(salts.length, 2);
  for (const { salt, words } of salts)
    assert.ok(
      before.some((row) => row.commitment?.equals(commit(city.keys, salt, words))),
      'the ledger speaks of the words',
    );
  assert.ok((await traces()).length >= 5);

  assert.equal((await call('dispatcher', 'POST', '/erasures', request(number))).body.code, 'forbidden');
  assert.equal(await secadmin.refused('POST', '/erasures', request('20260312999999')), 'not_found');
  const asked = request(number);
  const done = await secadmin.ok('POST', '/erasures', asked);
  assert.deepEqual(done.numbers.sort(), [number, await numberOf(newHalf)].sort());
  assert.deepEqual(await secadmin.ok('POST', '/erasures', asked), done);
  assert.equal(await secadmin.refused('POST', '/erasures', request(number)), 'erased_already');

  assert.deepEqual(await traces(), []);
  const page = await ok('dispatcher', 'GET', `/signals/${id}`);
  assert.match(page.words, /已依申请删除.*Erased/);
  assert.deepEqual(
    [page.number, page.title, page.place, page.reporter, page.photos, page.extra],
    [number, null, null, null, [], {}],
  );
  assert.equal(page.callbacks[0].solved, 'yes');
  assert.equal(page.versions[0].words, page.words);
  assert.equal((await ok('dispatcher', 'GET', '/signals?q=锅炉')).items.length, 0);
  assert.equal((await ok('dispatcher', 'POST', '/signals/earlier', { phone: '13955501234' })).total, 0);
  assert.equal((await ok('dispatcher', 'GET', '/signals?state=disposed')).items.length, 2);

  // The commitments stand and say nothing: no salt is left to try a guess with.
  const after = await tx((open) =>
    open.selectFrom('ledger').select(['seq', 'verb', 'commitment']).where('thing', '=', id).orderBy('seq').execute(),
  );
  assert.deepEqual(after.slice(0, before.length), before);
  assert.deepEqual(
    after.slice(before.length).map((row) => row.verb),
    ['signal.erased'],
  );
  const left = await own(
    'select length(salt) as n from signal where id = $1 union select length(salt) from signal_version',
    [id],
  );
  assert.deepEqual(left, [{ n: 0 }]);
  await sealAll();
  const report = await verify(anchor);
  assert.deepEqual([report.ok, report.unsealed], [true, 0]);

  const stored = (hash: string) => existsSync(path.join(city.filesDir, hash.slice(0, 2), hash.slice(2)));
  assert.equal(await removeErasedFiles(city), 1);
  assert.deepEqual(
    photos.map(({ hash }) => stored(hash)),
    [false, true],
  );
  assert.equal(await removeErasedFiles(city), 0);
});

test('the same ticket in the next file of its source does not bring the words back', async () => {
  const [again] = await push('锅炉十天不热');
  assert.equal(again!.outcome, 'repeated');
  assert.deepEqual(await traces(), []);
});

test('a channel keeps for so many months; what is still worked on waits, and without a rule nothing goes', async () => {
  const over = await disposed(await signal('紫砂壶的事，办完了', { reporter }));
  const waiting = await signal('锅炉的事，没人看过', { reporter });
  pass({ days: 40 });
  await secadmin.again();
  const young = await disposed(await signal('锅炉的事，才办完', { reporter }));
  assert.equal(await eraseExpired(city), 0);
  const rule = { id: newId(), months: 1, reason: '窗口登记只保存一个月' };
  assert.equal((await call('dispatcher', 'PUT', `/channels/${world.channel}/retention`, rule)).body.code, 'forbidden');
  assert.equal((await secadmin.ok('PUT', `/channels/${world.channel}/retention`, rule)).keepMonths, 1);
  assert.equal(await eraseExpired(city), 1);
  assert.equal(await eraseExpired(city), 0);
  const words = async (id: string) => (await ok('dispatcher', 'GET', `/signals/${id}`)).words as string;
  assert.match(await words(over), /保存期满已删除/);
  assert.match(await words(waiting), /没人看过/);
  assert.match(await words(young), /才办完/);
  await disposed(waiting);
  assert.equal(await eraseExpired(city), 1);
  const row = await tx((open) =>
    open
      .selectFrom('ledger')
      .select(['actor_kind', 'data'])
      .where('thing', '=', over)
      .where('verb', '=', 'signal.erased')
      .execute(),
  );
  assert.deepEqual(row, [{ actor_kind: 'program', data: { basis: 'period' } }]);
});
