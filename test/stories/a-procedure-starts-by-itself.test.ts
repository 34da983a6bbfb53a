/** What starts a procedure without anybody: each event once; what cannot begin stands with a named person, and is seen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record } from '#ledger/record.ts';
import { program } from '#people/actor.ts';
import { strandedWork } from '#people/work.ts';
import { newId } from '#platform/ids.ts';
import type { Step } from '#procedure/step.ts';
import { startOnDates, startOnSignal } from '#procedure/watch.jobs.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, settle, pass, tx } = story;
const { ok, signal } = stepsOf(story);
const { people, units } = world;

const step: Step = {
  ...{ key: 'look', title: '核实', words: '', who: 'person', roleCode: null, personId: people.clerk, place: 'thing' },
  supervision: null,
  ...{ unitId: null, unitOfTime: 'working_day', budget: 2, evidenceAsked: '', after: [] },
  feedback: { rule: 'handed_in', files: false },
};

async function procedure(name: string, issued = true): Promise<string> {
  const id = newId();
  const body = { name, words: '', responsibleId: people.head, secondId: people.clerk, steps: [step] };
  await ok('head', 'POST', '/procedures', { id, unitId: units.urban, ...body });
  if (issued)
    await ok('head', 'POST', `/procedure-versions/${(await versions(id))[0].id}/issue`, {
      ...{ id: newId(), version: 1, from: '2026-03-12', to: null, reason: '定' },
    });
  return id;
}
const versions = async (id: string) => (await ok('head', 'GET', `/procedures/${id}`)).versions;
const trigger = (id: string, terms: object) =>
  call('head', 'POST', `/procedures/${id}/triggers`, { id: newId(), terms, fallbackId: people.head, reason: '自动' });
const runs = async (id: string) => (await ok('head', 'GET', `/runs?procedureId=${id}`)).items;
const triggers = async (id: string) => (await ok('head', 'GET', `/procedures/${id}/triggers`)).items;

const ofChannel = await procedure('热线来件核实');
const monthly = await procedure('每月安全排查');
const after = await procedure('核实后归档');
const unready = await procedure('还没启用的', false);

test('what came before is none of its business; a signal starts one run, however often it is seen', async () => {
  await signal('先来的一件');
  await settle();
  assert.equal(
    (await trigger(ofChannel, { kind: 'signal', channelId: null, categoryId: null })).body.code,
    'trigger_unknown',
  );
  pass({ hours: 1 });
  assert.equal((await trigger(ofChannel, { kind: 'signal', channelId: world.channel, categoryId: null })).status, 200);
  assert.equal((await runs(ofChannel)).length, 0);
  const first = await signal('路灯不亮');
  await settle();
  const rows = await tx((own) => own.selectFrom('ledger').selectAll().where('verb', '=', 'signal.received').execute());
  await Promise.all([1, 2].map(() => tx((own) => startOnSignal(own, rows as never))));
  const begun = await runs(ofChannel);
  assert.deepEqual(
    [begun.length, begun[0].about.kind, begun[0].about.id, begun[0].startedBy],
    [1, 'signal', first, null],
  );
});

test('a category starts one where somebody decides it, or one below it; whoever keeps procedures may choose it', async () => {
  const [lights, lamp] = [newId(), newId()];
  await ok('office', 'POST', '/categories', { id: lights, name: '路灯照明' });
  await ok('office', 'POST', '/categories', { id: lamp, name: '路灯不亮', parentId: lights });
  const { items } = await ok('head', 'GET', '/categories/names');
  assert.deepEqual(
    items.find((one: { id: string }) => one.id === lamp),
    { id: lamp, name: '路灯不亮', parentId: lights },
  );
  const ofLights = await procedure('路灯报修');
  assert.equal((await trigger(ofLights, { kind: 'signal', channelId: null, categoryId: lights })).status, 200);
  const dark = await signal('巷口路灯坏了');
  await settle();
  assert.equal((await runs(ofLights)).length, 0);
  await ok('dispatcher', 'POST', `/signals/${dark}/category`, { decisionId: newId(), categoryId: lamp });
  await settle();
  assert.deepEqual(
    (await runs(ofLights)).map((one: { about: { id: string } }) => one.about.id),
    [dark],
  );
});

test('a step that is done starts another procedure, but never one that would lead back to itself', async () => {
  assert.equal((await trigger(after, { kind: 'task_done', procedureId: ofChannel, key: 'look' })).status, 200);
  assert.equal(
    (await trigger(ofChannel, { kind: 'task_done', procedureId: after, key: 'look' })).body.code,
    'trigger_circle',
  );
  assert.equal(
    (await trigger(after, { kind: 'task_done', procedureId: after, key: 'look' })).body.code,
    'trigger_circle',
  );
  assert.equal(
    (await trigger(after, { kind: 'task_done', procedureId: ofChannel, key: 'nosuch' })).body.code,
    'trigger_unknown',
  );
  const task = (await ok('clerk', 'GET', `/runs/${(await runs(ofChannel))[0].id}`)).path[0].tasks[0];
  const { version } = await ok('clerk', 'GET', `/tasks/${task.id}`);
  await ok('clerk', 'POST', `/tasks/${task.id}/hand-ins`, { id: newId(), version, words: '已核实', files: [] });
  await settle();
  await settle();
  const [first] = await runs(ofChannel);
  assert.equal(first.state, 'done');
  assert.deepEqual(
    (await runs(after)).map((one: typeof first) => one.about),
    [first.about],
  );
});

test('a day of the month that is not worked rolls to the next that is, and comes once', async () => {
  await ok('head', 'POST', `/procedures/${monthly}/triggers`, {
    ...{
      id: newId(),
      fallbackId: people.head,
      reason: '每月 5 日',
      terms: { kind: 'date', every: 'month', day: 5, roll: true },
    },
  });
  await tx(startOnDates);
  assert.equal((await runs(monthly)).length, 0, '12 March');
  pass({ days: 24 });
  await tx(startOnDates);
  assert.equal((await runs(monthly)).length, 0, '5 April 2026 is a Sunday');
  pass({ days: 3 });
  await tx(startOnDates);
  pass({ hours: 1 });
  await tx(startOnDates);
  assert.equal((await runs(monthly)).length, 1);
});

test('no version in force: told to the fallback, nobody’s work until it is settled', async () => {
  await trigger(unready, { kind: 'credit', level: 'red' });
  const raise = { verb: 'credit.raise', kind: 'organisation', thing: newId(), data: { level: 'red' } };
  await tx((own) => record(own, program, raise));
  await tx((own) => record(own, program, { ...raise, thing: newId(), data: { level: 'yellow' } }));
  await settle();
  const [met] = await triggers(unready);
  assert.deepEqual([met.met, met.runs, met.waiting.length, met.waiting[0].why], [1, 0, 1, 'no_version']);
  assert.ok(
    (await ok('head', 'GET', '/messages')).items.some((one: { words: { zh: string } }) =>
      /没能发起/.test(one.words.zh),
    ),
  );
  const nobodys = async () => (await tx((own) => strandedWork(own, 50))).filter(({ kind }) => kind === 'procedure');
  assert.equal((await nobodys()).length, 1);
  const words = { id: newId(), words: '已电话通知，人工办理' };
  assert.equal(
    (await call('official', 'POST', `/procedure-firings/${met.waiting[0].id}/settlement`, words)).status,
    403,
  );
  await ok('head', 'POST', `/procedure-firings/${met.waiting[0].id}/settlement`, words);
  assert.equal((await nobodys()).length, 0);
});
