/** From what people said to what changed: one line, from any thing in it, each edge with who, when and why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { projectsOf } from '#test/projects.ts';
import { stepsOf } from '#test/steps.ts';
import type { SourceLine } from '#views/source-line.api.ts';

const story = await testCity();
const { call, world, pass } = story;
const { ok, signal, problem, decide: step } = stepsOf(story);
const { done, read, file, charterOf, indicator, reach, passing } = projectsOf(story);

const line = (kind: string, id: string, name: PersonName = 'office'): Promise<SourceLine> =>
  ok(name, 'GET', `/source-line?kind=${kind}&id=${id}`);
const among = (of: SourceLine, kind: string) => of.edges.filter((edge) => edge.kind === kind);

const words = ['夜市太吵睡不着，电话 13800138000', '半夜还在放音乐', '夜市噪音扰民'];
const signals: string[] = [];
for (const one of words) signals.push(await signal(one));
const problemId = await problem(signals, '夜市噪音');
await step('dispatcher', `/problems/${problemId}`, 'assignments', { unitId: world.units.urban });
const causes = { root: newId(), duty: newId() };
const cause = (id: string, parentId: string | null, layer: string, kind: string, said: string) =>
  ok('clerk', 'POST', `/problems/${problemId}/causes`, { id, parentId, layer, kind, words: said });
await cause(causes.root, null, 'operational', 'process', '夜间巡查只到十点');
await cause(causes.duty, causes.root, 'organisational', 'responsibility', '值班责任没有落到人');
const measureId = newId();
await ok('clerk', 'POST', `/problems/${problemId}/measures`, {
  ...{ id: measureId, layer: 'operational', words: '巡查延到两点', causes: [causes.root] },
});
const indicatorId = await indicator();
const projectId = newId();
await ok('clerk', 'POST', '/projects', {
  ...{ id: newId(), projectId, title: '夜市噪音', level: 'branch', unitId: world.units.urban, problems: [problemId] },
});
const charter = charterOf(problemId, indicatorId, { measures: [measureId] });
await done('clerk', projectId, 'charter', { charter });
await done('clerk', projectId, 'proposals');
await done('office', projectId, 'charters', { chartered: true, words: '同意立项' });
const taskId = newId();
await ok('head', 'POST', `/problems/${problemId}/tasks`, {
  ...{ id: newId(), version: 1, taskId, title: '装隔音板', words: '沿街三家', projectId, measureId },
  ...{ assigneeId: world.people.official, reviewerId: world.people.clerk },
});

test('the line begins with people’s own words, masked, and keeps who brought them and when', async () => {
  const seen = await line('problem', problemId);
  const [fold] = seen.signals;
  assert.deepEqual([fold?.count, fold?.quotes.length, fold?.moreDecisions], [3, 3, 0]);
  assert.ok(fold?.quotes.some((quote) => quote.words.includes('138****8000')));
  assert.doesNotMatch(JSON.stringify(seen), /13800138000/);
  const [gathered] = among(seen, 'gathered');
  assert.deepEqual([gathered?.by?.name, gathered?.why, gathered?.count], ['沈立', 'made', 3]);
});

test('from any thing in it the same line is found', async () => {
  const of = await line('problem', problemId);
  for (const [kind, id] of [
    ['signal', signals[0]!],
    ['cause', causes.duty],
    ['measure', measureId],
    ['project', projectId],
    ['task', taskId],
    ['indicator', indicatorId],
  ] as const)
    assert.deepEqual({ ...(await line(kind, id)), at: '' }, { ...of, at: '' }, kind);
});

test('each edge onward names who, when and why, and none hangs in the air', async () => {
  const seen = await line('project', projectId);
  const ids = new Set([
    ...[...seen.problems, ...seen.causes, ...seen.measures, ...seen.projects, ...seen.tasks].map((one) => one.id),
    ...[...seen.acceptances, ...seen.goals].map((one) => one.id),
    ...seen.signals.map((fold) => `signals:${fold.problemId}`),
  ]);
  for (const edge of seen.edges) {
    assert.ok(ids.has(edge.from) && ids.has(edge.to), JSON.stringify(edge));
    assert.ok(edge.by?.name && edge.at, JSON.stringify(edge));
  }
  const arrows = new Set(seen.edges.map(({ from, to }) => `${from} ${to}`));
  for (const [from, to] of [
    [problemId, causes.root],
    [causes.root, causes.duty],
    [causes.root, measureId],
    [measureId, projectId],
    [problemId, projectId],
    [projectId, taskId],
    [projectId, charter.goals[0]!.id],
  ])
    assert.ok(arrows.has(`${from} ${to}`), `${from} → ${to}`);
});

test('at its end stands what was accepted, and on which reading it was closed', async () => {
  await call('official', 'POST', `/tasks/${taskId}/acceptances`, { id: newId(), version: 1 });
  await call('official', 'POST', `/tasks/${taskId}/hand-ins`, {
    ...{ id: newId(), version: 2, words: '三家都装好了', files: [await file('照片')] },
  });
  await call('clerk', 'POST', `/tasks/${taskId}/reviews`, {
    id: newId(),
    version: 3,
    passed: true,
    words: '到现场看过',
  });
  for (const one of charter.milestones) await reach(projectId, one.id);
  await done('head', projectId, 'presentations', { words: '请验收' });
  await done('office', projectId, 'acceptances', { ...passing, heldOn: '2026-03-12', asked: 40, approving: 37 });
  pass({ days: 60 });
  await read(indicatorId, '2026-04-01', '2026-04-30', 18);
  await done('office', projectId, 'closings', { words: '四月 18 件' });
  const seen = await line('indicator', indicatorId);
  const [task] = seen.tasks;
  assert.deepEqual(
    [task?.evidence[0]?.words, task?.evidence[0]?.files, task?.evidence[0]?.review?.words],
    ['三家都装好了', 1, '到现场看过'],
  );
  assert.deepEqual([seen.acceptances[0]?.approving, seen.acceptances[0]?.asked], [37, 40]);
  const [goal] = seen.goals;
  assert.deepEqual([goal?.baseline, goal?.readings.at(-1)?.value, goal?.acceptedOn], [48, 18, '2026-03-12']);
  const [shown] = among(seen, 'shown');
  assert.deepEqual([shown?.from, shown?.to, shown?.by?.name], [seen.acceptances[0]?.id, goal?.id, '蒋文']);
});

test('a problem merged into another brings its words, causes and projects along, and the merging is an edge', async () => {
  const other = await problem([await signal('集市也吵')], '集市噪音');
  await step('dispatcher', `/problems/${problemId}`, 'mergers', { into: other, reason: '同一处' });
  await story.settle();
  const seen = await line('problem', problemId);
  assert.equal(seen.signals[0]?.problemId, other);
  assert.equal(seen.signals[0]?.count, 4);
  assert.deepEqual(
    among(seen, 'absorbed').map(({ from, to, by }) => [from, to, by?.name]),
    [[problemId, other, '沈立']],
  );
  assert.deepEqual([seen.causes.length, seen.projects.length, seen.tasks.length], [2, 1, 1], 'no edge is lost');
});

test('whoever sees nothing of it learns nothing; what another may not see is counted, not shown', async () => {
  const hidden = await problem([await signal('别处的事')], '别处');
  assert.equal((await call('waterHead', 'GET', `/source-line?kind=problem&id=${hidden}`)).status, 404);
  assert.equal((await call('office', 'GET', `/source-line?kind=problem&id=${newId()}`)).status, 404);
  const seen = await line('project', projectId, 'official');
  assert.equal(seen.projects.length + seen.hidden.projects, 1);
});

test('as W3C PROV every relation names an entity, activity or agent that is there', async () => {
  const document = await ok('office', 'GET', `/source-line.prov.json?kind=project&id=${projectId}`);
  const known = new Set(['entity', 'activity', 'agent'].flatMap((kind) => Object.keys(document[kind])));
  let checked = 0;
  for (const kind of ['wasDerivedFrom', 'wasInfluencedBy', 'wasAssociatedWith', 'wasGeneratedBy', 'hadMember'])
    for (const row of Object.values<Record<string, unknown>>(document[kind]))
      for (const [key, value] of Object.entries(row).filter(([name]) => name.startsWith('prov:'))) {
        assert.ok(known.has(String(value)), `${kind} ${key} ${value}`);
        checked += 1;
      }
  assert.ok(checked > 40, String(checked));
  assert.equal(Object.values(document.hadMember).length, 4, 'every signal stands by itself');
});
