/** A standard procedure: refused while it cannot be walked, then given step by step, closed by evidence, moved, stopped, given to many. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { giveChunk } from '#procedure/procedure.jobs.ts';
import type { RunShown } from '#procedure/run.api.ts';
import type { Step } from '#procedure/step.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, settle, pass, city } = story;
const { ok, signal, problem, decide } = stepsOf(story);
const { people, units } = world;

const made = (key: string, title: string, more: Partial<Step> = {}): Step => ({
  ...{
    key,
    title,
    words: '',
    who: 'fits',
    roleCode: null,
    personId: null,
    place: 'thing',
    unitId: null,
    supervision: null,
  },
  ...{ unitOfTime: 'working_day', budget: 2, evidenceAsked: '', after: [], feedback: null },
  ...more,
});
const check = made('check', '核对台账', { who: 'role', roleCode: 'unit_clerk' });
const visit = made('visit', '上门核实', {
  ...{ place: 'named', unitId: units.urbanNight, feedback: { rule: 'handed_in', files: false } },
});
const file = made('file', '结案归档', {
  ...{ who: 'person', personId: people.head, after: ['check', 'visit'], feedback: { rule: 'closed' } },
});
const body = (name: string, steps: Step[]) => ({
  name,
  words: '',
  responsibleId: people.head,
  secondId: people.clerk,
  steps,
});

async function drafted(name: string, steps: Step[]): Promise<string> {
  const id = newId();
  await ok('head', 'POST', '/procedures', { id, unitId: units.urban, ...body(name, steps) });
  return id;
}
const seen = async (id: string, nth = 0) => (await ok('head', 'GET', `/procedures/${id}`)).versions[nth];
async function issue(id: string, more: object = {}) {
  const { id: version, version: seenVersion } = await seen(id);
  const today = '2026-03-12';
  return call('head', 'POST', `/procedure-versions/${version}/issue`, {
    ...{ id: newId(), version: seenVersion, from: today, to: null, reason: '局长办公会定', ...more },
  });
}
async function start(procedureId: string, more: object = {}, who: PersonName = 'head') {
  const id = newId();
  const answer = await call(who, 'POST', '/runs', { id, procedureId, about: null, reason: '本周排查', ...more });
  return { id, ...answer };
}
const run = (id: string, who: PersonName = 'head'): Promise<RunShown> => ok(who, 'GET', `/runs/${id}`);
const stands = async (id: string) =>
  (await run(id)).path.map(({ key, stands: how, tasks }) => [key, how, tasks[0]?.assignee?.name]);
const taskOf = async (id: string, key: string) => (await run(id)).path.find((one) => one.key === key)!.tasks[0]!;

const night = await problem([await signal('烧烤摊夜里油烟大')], '夜市油烟');
await decide('dispatcher', `/problems/${night}`, 'assignments', { unitId: units.urban });
const smoke = await drafted('油烟扰民处置', [check, { ...visit, after: ['file'] }, { ...file, budget: null }]);

test('what cannot be walked is refused where it is edited, each fault on its step', async () => {
  const { status, body: refused } = await issue(smoke);
  assert.equal(status, 422);
  assert.deepEqual(
    refused.fields.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
    ['steps.1.after procedure_circle', 'steps.2.after procedure_circle', 'steps.2.budget procedure_no_limit'],
  );
  assert.match(refused.fields[1].message.zh, /“结案归档”绕了一圈要等自己/);
  const { id, version } = await seen(smoke);
  const nobody = { ...visit, who: 'role' as const, roleCode: 'dispatcher' };
  await ok('head', 'PUT', `/procedure-versions/${id}`, {
    id: newId(),
    version,
    ...body('油烟扰民处置', [check, nobody]),
  });
  assert.equal((await issue(smoke)).body.fields[0].code, 'procedure_role_nobody');
  assert.equal((await start(smoke)).body.code, 'procedure_not_in_force');
});

test('steps go to whoever holds the post or fits, to the unit that has the problem; what follows waits', async () => {
  const { id, version } = await seen(smoke);
  const whole = body('油烟扰民处置', [check, visit, file]);
  assert.equal(
    (await call('clerk', 'PUT', `/procedure-versions/${id}`, { id: newId(), version, ...whole })).status,
    403,
  );
  await ok('head', 'PUT', `/procedure-versions/${id}`, { id: newId(), version, ...whole });
  assert.equal((await issue(smoke)).status, 200);
  assert.equal((await issue(smoke)).status, 409);
});

const begun = { id: '' };
test('a step closes by itself when its evidence is there, another when a person reviewed it, and the run ends', async () => {
  const { id, status } = await start(smoke, { about: { kind: 'problem', id: night } }, 'clerk');
  assert.equal(status, 200);
  begun.id = id;
  assert.deepEqual(await stands(id), [
    ['check', 'open', '陈晓燕'],
    ['visit', 'open', '吴涛'],
    ['file', 'waits', undefined],
  ]);
  const paper = await taskOf(id, 'check');
  const page = await ok('clerk', 'GET', `/tasks/${paper.id}`);
  assert.deepEqual([page.run.name, page.problem.id, page.reviewer.name], ['油烟扰民处置', night, '罗建国']);
  const door = await taskOf(id, 'visit');
  assert.equal((await ok('official', 'GET', '/my-work?tab=todo')).items[0].id, door.id);
  await decide('official', `/tasks/${door.id}`, 'hand-ins', { words: '已上门，油烟机在用', files: [] });
  await settle();
  assert.deepEqual((await taskOf(id, 'visit')).automatic, 'handed_in');
  assert.equal((await ok('official', 'GET', `/tasks/${door.id}`)).state, 'done');
  await decide('clerk', `/tasks/${paper.id}`, 'hand-ins', { words: '台账一致', files: [] });
  await settle();
  assert.equal(await taskOf(id, 'file'), undefined, 'the clerk handed in, and nobody has reviewed it');
  await decide('head', `/tasks/${paper.id}`, 'reviews', { passed: true, words: '好' });
  await settle();
  const last = await taskOf(id, 'file');
  assert.deepEqual(
    [last.assignee?.name, (await ok('head', 'GET', `/tasks/${last.id}`)).reviewer.name],
    ['罗建国', '陈晓燕'],
  );
});

test('the linked case is closed, and with it the last step and the run; the share tells two of three', async () => {
  await decide('clerk', `/problems/${night}`, 'signatures');
  await decide('clerk', `/problems/${night}`, 'handlings', { words: '装了净化器' });
  await decide('checker', `/problems/${night}`, 'verifications', { passed: true, words: '看过' });
  await decide('dispatcher', `/problems/${night}`, 'closings', { words: '结案' });
  await settle();
  const over = await run(begun.id);
  assert.deepEqual([over.state, over.steps], ['done', { done: 3, all: 3 }]);
  const { automatic, closed } = (await ok('head', 'GET', `/procedures/${smoke}`)).share;
  assert.deepEqual([automatic, closed], [2, 3]);
});

test('a running run keeps its version until somebody moves it, having seen what that changes', async () => {
  const { id } = await start(smoke, { about: { kind: 'unit', id: units.urban } });
  const first = (await seen(smoke)).id;
  await ok('head', 'POST', `/procedures/${smoke}/drafts`, { id: newId(), fromId: first });
  const draft = await seen(smoke);
  const photo = made('photo', '拍照留底');
  const steps = [check, { ...visit, budget: 3 }, photo];
  await ok('head', 'PUT', `/procedure-versions/${draft.id}`, {
    id: newId(),
    version: draft.version,
    ...body('油烟扰民处置', steps),
  });
  assert.equal((await issue(smoke, { from: '2026-03-11' })).body.fields[0].code, 'procedure_begins_past');
  assert.equal((await issue(smoke, { from: '2026-03-12' })).body.code, 'procedure_days_overlap');
  assert.equal((await issue(smoke, { from: '2026-03-13' })).status, 200);
  assert.equal((await run(id)).nth, 1);
  const ahead = await ok('head', 'GET', `/runs/${id}/moves/${draft.id}`);
  assert.deepEqual(
    ahead.steps.map((one: Record<string, unknown>) => [one.key, one.change, one.stands, one.begins]),
    [
      ['check', 'same', 'open', false],
      ['visit', 'changed', 'open', false],
      ['photo', 'added', 'waits', true],
      ['file', 'gone', 'waits', false],
    ],
  );
  await decide('head', `/runs/${id}`, 'moves', { versionId: draft.id, reason: '新版要求留底' });
  assert.deepEqual(
    (await stands(id)).map(([key, how]) => [key, how]),
    [
      ['check', 'open'],
      ['visit', 'open'],
      ['photo', 'open'],
    ],
  );
  await decide('head', `/runs/${id}`, 'stop', { reason: '并入专项行动' });
  const over = await run(id);
  assert.deepEqual([over.state, over.path[0]!.tasks[0]!.state], ['stopped', 'withdrawn']);
  await settle();
  assert.equal((await run(id)).state, 'stopped');
});

test('a step that finds nobody stands with whoever answers for the procedure, and is nobody’s work until they take it', async () => {
  const lost = await drafted('窗口巡检', [{ ...check, roleCode: 'checker' }]);
  await issue(lost);
  const { id } = await start(lost);
  const task = await taskOf(id, 'check');
  assert.deepEqual([task.assignee?.name, task.fallback], ['罗建国', true]);
  const nobodys = await ok('office', 'GET', '/tasks?nobody=true');
  assert.deepEqual(
    nobodys.items.map((one: { id: string }) => one.id),
    [task.id],
  );
  await decide('head', `/tasks/${task.id}`, 'acceptances');
  assert.equal((await ok('office', 'GET', '/tasks?nobody=true')).items.length, 0);
});

test('a notice goes to all who were chosen: task, clock and message each, and is counted', async () => {
  const notice = await drafted('通知交办', [
    made('all', '按通知办理', { who: 'listed', feedback: { rule: 'handed_in', files: false } }),
  ]);
  await issue(notice);
  const everybody = { units: [units.urban, units.hotline], below: true, roles: [], persons: [people.office] };
  assert.equal((await ok('head', 'POST', '/runs/audience', everybody)).count, 8);
  const nobody = { units: [], below: false, roles: ['auditor'], persons: [] };
  assert.equal((await start(notice, { audience: nobody })).body.code, 'procedure_nobody_listed');
  const words = {
    title: '报送防汛值班表',
    words: '按附件填',
    evidenceAsked: '值班表',
    unitOfTime: 'working_day',
    budget: 1,
  };
  const { id } = await start(notice, { audience: everybody, notice: words });
  await giveChunk(city, id, 1);
  const counted = (await run(id)).path[0]!.many!;
  assert.deepEqual([counted.listed, counted.given, counted.done, counted.late], [8, 8, 0, 0]);
  const mine = (await ok('callTaker', 'GET', '/my-work?tab=todo')).items.find(
    (one: { kind: string }) => one.kind === 'task',
  );
  assert.equal(mine.title, '报送防汛值班表');
  assert.match((await ok('callTaker', 'GET', '/messages/bell')).pushed[0].words.zh, /报送防汛值班表.*3月13日/);
  await decide('callTaker', `/tasks/${mine.id}`, 'hand-ins', { words: '周敏 13 日夜班', files: [] });
  await settle();
  pass({ days: 5 });
  const after = (await run(id)).path[0]!.many!;
  assert.deepEqual([after.done, after.given, after.late], [1, 7, 7]);
});
