/** A problem is traced: two layers, evidence for and against, a named person who confirms, measures that go together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CauseNode, MeasureCard } from '#cause/cause.api.ts';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, city, installation } = story;
const { ok, signal, problem, decide } = stepsOf(story);

type Canvas = { mayTrace: boolean; causes: CauseNode[]; measures: MeasureCard[] };
const canvas = (name: PersonName, id: string): Promise<Canvas> => ok(name, 'GET', `/problems/${id}/causes`);
const node = async (id: string, cause: string, name: PersonName = 'head') =>
  (await canvas(name, id)).causes.find((one) => one.id === cause)!;

async function given(words: string): Promise<string> {
  const id = await problem([await signal(words)], words);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban });
  return id;
}

async function cause(under: string, words: string, more: object = {}): Promise<string> {
  const id = newId();
  const body = { id, layer: 'operational', kind: 'process', words, parentId: null, ...more };
  await ok('clerk', 'POST', `/problems/${under}/causes`, body);
  return id;
}

/** A decision on a cause as it stands on the problem's canvas. */
async function onCause(name: PersonName, id: string, one: string, noun: string, more: object = {}) {
  const { version } = await node(id, one, 'dispatcher');
  return call(name, 'POST', `/causes/${one}/${noun}`, { id: newId(), version, ...more });
}

const night = await given('夜市噪音');
const noise = await cause(night, '夜间巡查只在十点前');
const duty = await cause(night, '值班责任没有落到人', {
  layer: 'organisational',
  kind: 'responsibility',
  parentId: noise,
});

test('causes of both layers hang as a tree and are unverified until a named person confirms them', async () => {
  const { mayTrace, causes } = await canvas('clerk', night);
  assert.equal(mayTrace, true);
  assert.deepEqual(
    causes.map(({ id, parentId, rootHere, layer, state, judged }) => ({
      id,
      parentId,
      rootHere,
      layer,
      state,
      judged,
    })),
    [
      { id: noise, parentId: null, rootHere: true, layer: 'operational', state: 'unverified', judged: null },
      { id: duty, parentId: noise, rootHere: false, layer: 'organisational', state: 'unverified', judged: null },
    ],
  );
  const finding = { finding: 'confirmed', words: '查了三个月的值班表，十点后无人在岗' };
  assert.equal((await onCause('clerk', night, noise, 'findings', finding)).status, 403);
  assert.equal((await onCause('head', night, noise, 'findings', finding)).status, 200);
  const confirmed = await node(night, noise);
  assert.deepEqual(
    [confirmed.state, confirmed.judged?.by.name, confirmed.judged?.words],
    ['confirmed', '罗建国', finding.words],
  );
  assert.equal((await onCause('clerk', night, noise, 'withdrawals')).body.code, 'not_now');
});

test('evidence for and against stands with its name; only whoever gave it takes it back', async () => {
  await onCause('clerk', night, duty, 'evidence', { side: 'for', words: '排班表没有签名' });
  await onCause('head', night, duty, 'evidence', { side: 'against', words: '局里发过值班制度' });
  const { evidence } = await node(night, duty);
  assert.deepEqual(
    evidence.map(({ side, by }) => [side, by.name]),
    [
      ['for', '陈晓燕'],
      ['against', '罗建国'],
    ],
  );
  const [mine] = evidence;
  const back = { evidenceId: mine!.id };
  assert.equal((await onCause('head', night, duty, 'evidence-withdrawals', back)).body.code, 'not_yours');
  assert.equal((await onCause('clerk', night, duty, 'evidence-withdrawals', back)).status, 200);
  assert.equal((await node(night, duty)).evidence.length, 1);
});

test('a kind of the wrong layer, a circle, a cause merged into its child: refused with the reason', async () => {
  const wrong = { id: newId(), layer: 'operational', kind: 'conduct', words: '作风', parentId: null };
  assert.equal((await call('clerk', 'POST', `/problems/${night}/causes`, wrong)).body.code, 'kind_not_of_layer');
  assert.equal((await onCause('clerk', night, noise, 'moves', { parentId: duty })).body.code, 'cause_circle');
  assert.equal((await onCause('clerk', night, noise, 'moves', { parentId: noise })).body.code, 'cause_circle');
  assert.equal((await onCause('clerk', night, noise, 'mergers', { into: duty })).body.code, 'cause_circle');
  assert.equal((await onCause('clerk', night, noise, 'mergers', { into: noise })).body.code, 'merge_into_itself');
});

test('two at once on one cause: the second learns who did what, and nothing is overwritten', async () => {
  const one = await cause(night, '摊位划线不清');
  const { version } = await node(night, one);
  const described = (words: string) => ({
    id: newId(),
    version,
    layer: 'operational',
    kind: 'rule',
    words,
  });
  await ok('clerk', 'PUT', `/causes/${one}`, described('摊位没有划线'));
  const late = await call('head', 'PUT', `/causes/${one}`, described('摊位划线褪色'));
  assert.deepEqual([late.status, late.body.code], [409, 'changed_meanwhile']);
  assert.match(late.body.message.zh, /陈晓燕.*修改/);
  assert.equal((await node(night, one)).words, '摊位没有划线');
});

test('withdrawing is undone by restoring; what bears others cannot go', async () => {
  const one = await cause(night, '投诉电话没有公示');
  const gone = await onCause('clerk', night, one, 'withdrawals');
  assert.equal(await node(night, one), undefined);
  const again = { id: newId(), version: gone.body.version };
  await ok('clerk', 'POST', `/causes/${one}/restorations`, again);
  assert.equal((await node(night, one)).state, 'unverified');
  await cause(night, '没有人管公示', { parentId: one });
  assert.equal((await onCause('clerk', night, one, 'withdrawals')).body.code, 'cause_bears');
});

test('one cause serves two problems, is carried along when they merge, and keeps its last place', async () => {
  const other = await given('烧烤摊噪音');
  assert.equal(
    (await onCause('clerk', night, noise, 'unlinks', { problemId: night, reason: '' })).body.code,
    'cause_last_place',
  );
  assert.equal((await onCause('clerk', night, noise, 'links', { problemId: other })).status, 200);
  assert.equal((await node(night, noise)).elsewhere, 1);
  assert.deepEqual((await canvas('head', other)).causes.map(({ id }) => id).sort(), [duty, noise].sort());
  const found = await ok('clerk', 'GET', `/causes?q=${encodeURIComponent('巡查')}`);
  assert.deepEqual(
    found.items.map((item: { id: string; problems: number }) => [item.id, item.problems]),
    [[noise, 2]],
  );

  const third = await given('夜市音响');
  await decide('dispatcher', `/problems/${other}`, 'mergers', { into: third, reason: '同一处' });
  await story.settle();
  assert.ok((await canvas('head', third)).causes.some(({ id }) => id === noise));
  assert.deepEqual((await canvas('dispatcher', other)).causes, []);
  assert.equal((await canvas('dispatcher', other)).mayTrace, false);
});

test('hung elsewhere, a cause still serves every problem it served', async () => {
  const a = await given('占道经营甲');
  const b = await given('占道经营乙');
  const shared = await cause(a, '早市没有疏导点');
  await onCause('clerk', a, shared, 'links', { problemId: b });
  const only = await cause(a, '周边无空地');
  assert.equal((await onCause('clerk', a, shared, 'moves', { parentId: only })).status, 200);
  const under = await node(a, shared);
  assert.deepEqual([under.parentId, under.rootHere], [only, false]);
  assert.equal((await node(b, shared)).rootHere, true);
  assert.equal((await onCause('clerk', a, shared, 'moves', { parentId: null })).status, 200);
  assert.deepEqual([(await node(a, shared)).rootHere, (await node(b, shared)).rootHere], [true, true]);
});

test('measures answer causes; an operational and an organisational one go together, two of one layer do not', async () => {
  const propose = async (layer: string, words: string, causes: string[]) => {
    const id = newId();
    await ok('clerk', 'POST', `/problems/${night}/measures`, { id, layer, words, causes });
    return id;
  };
  const patrol = await propose('operational', '巡查延到凌晨一点', [noise]);
  const named = await propose('organisational', '党员值班责任到人并公示', [duty, noise]);
  const pair = (id: string, withId: string, together = true) =>
    call('clerk', 'POST', `/measures/${id}/pairings`, { id: newId(), version: 1, withId, together });
  const same = await propose('operational', '增加巡查车', [noise]);
  assert.equal((await pair(patrol, same)).body.code, 'pair_of_one_layer');
  assert.equal((await pair(patrol, named)).status, 200);
  const { measures } = await canvas('clerk', night);
  assert.deepEqual(measures.find(({ id }) => id === named)!.together, [patrol]);
  assert.deepEqual(measures.find(({ id }) => id === named)!.causes.sort(), [duty, noise].sort());

  const adopt = { id: newId(), version: 2, finding: 'adopted', words: '按此办理' };
  assert.equal((await call('clerk', 'POST', `/measures/${patrol}/findings`, adopt)).status, 403);
  await ok('head', 'POST', `/measures/${patrol}/findings`, { ...adopt, id: newId() });
  assert.equal((await canvas('clerk', night)).measures.find(({ id }) => id === patrol)!.state, 'adopted');
});

test('two causes that are one: children, measures and evidence go on with the other', async () => {
  const twice = await cause(night, '十点后没有人巡查');
  const child = await cause(night, '夜班没有补贴', { parentId: twice });
  await onCause('clerk', night, twice, 'evidence', { side: 'for', words: '夜间投诉录音三段' });
  const answer = { id: newId(), layer: 'operational', words: '发夜班补贴', causes: [twice] };
  await ok('clerk', 'POST', `/problems/${night}/measures`, answer);
  assert.equal((await onCause('clerk', night, twice, 'mergers', { into: noise, reason: '说的是一件事' })).status, 200);
  assert.equal((await node(night, child)).parentId, noise);
  assert.equal(await node(night, twice), undefined);
  assert.ok((await node(night, noise)).evidence.some(({ words }) => words === '夜间投诉录音三段'));
  const card = (await canvas('clerk', night)).measures.find(({ id }) => id === answer.id)!;
  assert.deepEqual(card.causes, [noise]);
});

test('a unit without the problem sees no cause of it; every verb is one row of the ledger', async () => {
  assert.equal((await call('waterHead', 'GET', `/problems/${night}/causes`)).status, 404);
  assert.equal((await onCause('waterHead', night, noise, 'evidence', { side: 'for', words: '我来补充' })).status, 404);
  assert.deepEqual((await ok('waterHead', 'GET', `/causes?q=${encodeURIComponent('巡查')}`)).items, []);
  const { rows } = await installation.owner.query(
    `select verb, count(*)::int as n, count(distinct request)::int as requests from ${city.schema}.ledger
      where kind in ('cause', 'measure') group by verb order by verb`,
  );
  assert.ok(rows.length >= 9);
  for (const { n, requests, verb } of rows) assert.equal(n, requests, verb);
});
