/** The office makes the report of a day past as a draft that Word opens; asked again later, the day gives the same figures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf } from '#paper/figures.store.ts';
import { makeMorningPapers } from '#paper/paper.jobs.ts';
import { spansOf } from '#paper/paper.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { unzip } from '#test/unzip.ts';

const story = await testCity();
const { app, call, city, pass, tx, world } = story;
const { ok, signal, problem, decide } = stepsOf(story);

const DAY = '2026-03-12';
await signal('路灯不亮');
await signal('施工吵闹', { disposition: { kind: 'answered', code: 'explained', words: '夜间施工已批' } });
await ok('office', 'POST', '/notes', {
  ...{ id: newId(), leader: '市长 顾明', writtenOn: '2026-03-12', words: '路灯要查清原因' },
  ...{ unitId: world.units.urban, days: 5 },
});
const id = await problem([await signal('井盖坏了')], '井盖破损');
await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban });
pass({ days: 40 });
const figures = () => tx((own) => figuresOf(own, spansOf('daily', DAY)));
const asked = await figures();

test('figures are those of the day: what came, what was answered, what became a problem', () => {
  assert.deepEqual(asked.received, { now: 3, before: 0, lastYear: 0 });
  assert.equal(asked.answeredAtOnce.now, 1);
  assert.equal(asked.made.now, 1);
  assert.deepEqual(asked.overdue, [], 'at the end of that day nothing was late');
  assert.equal(asked.channels[0]?.now, 3);
  assert.deepEqual(
    asked.notes.map(({ unit, came }) => [unit, came]),
    [['城管局', '正在办理']],
  );
});

test('later the day gives the same; on the day it became late, the unit stands there', async () => {
  await signal('又一盏路灯不亮');
  await decide('clerk', `/problems/${id}`, 'signatures');
  assert.deepEqual(await figures(), asked);
  const later = await tx((own) => figuresOf(own, spansOf('daily', '2026-04-10')));
  assert.deepEqual(later.overdue, [{ unit: '城管局', open: 1, late: 1 }]);
});

test('the draft is a .docx with headings, tables and page numbers, and is kept with its day', async () => {
  const made = await ok('office', 'POST', '/papers', { id: newId(), kind: 'daily', day: DAY });
  assert.equal((await ok('office', 'GET', '/papers')).items[0].id, made.id);
  const cookie = await tx((own) =>
    beginSession(own, world.people.office, { source: '127.0.0.1', agent: 'story' }, true),
  );
  const answer = await app.inject({
    method: 'GET',
    url: `/c/qinglan/api/papers/${made.id}/file`,
    headers: { cookie: `${cookieName('qinglan')}=${cookie}` },
  });
  assert.equal(answer.statusCode, 200);
  const parts = await unzip(answer.rawPayload);
  const text = parts.get('word/document.xml')!;
  assert.match(text, /收到诉求 3 件/);
  assert.match(text, /w:pStyle w:val="Heading1"/);
  assert.match(text, /<w:tbl>[\s\S]*w:tblHeader/);
  assert.match([...parts].find(([name]) => /^word\/footer/.test(name))![1], /PAGE/);
});

test('today is not over, and no week ends on a Thursday; a unit clerk makes none', async () => {
  for (const [kind, day] of [
    ['daily', '2026-04-21'],
    ['weekly', DAY],
  ])
    assert.equal((await call('office', 'POST', '/papers', { id: newId(), kind, day })).status, 422);
  assert.equal((await call('clerk', 'POST', '/papers', { id: newId(), kind: 'daily', day: DAY })).status, 403);
});

test('each morning the report of yesterday is there, once', async () => {
  await makeMorningPapers(city);
  await makeMorningPapers(city);
  const { items } = await ok('office', 'GET', '/papers');
  assert.equal(items.filter(({ by }: { by: string | null }) => by === null).length, 1);
});
