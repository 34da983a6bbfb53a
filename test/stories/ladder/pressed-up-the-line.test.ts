/** A problem that nobody handles: the clerk is reminded, the head told, a letter sent, a talk called; each once, up the line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strandedWork } from '#people/work.ts';
import { newId } from '#platform/ids.ts';
import { climb } from '#supervision/supervision.jobs.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, city, pass, tx, world } = story;
const { ok, signal, problem, decide } = stepsOf(story);

const rung = (light: string, measure: string, at: number, action: string, more = {}) => ({
  ...{ light, measure, at, action, up: 0, graceHours: 0, answerDays: action === 'letter' ? 3 : null },
  ...more,
});
const rungs = [
  rung('yellow', 'share', 0.5, 'remind'),
  rung('orange', 'share', 0.8, 'tell'),
  rung('red', 'share', 1, 'letter'),
  rung('red', 'after', 24, 'talk', { up: 1, graceHours: 24 }),
];
const ladder = (more = {}) => ({
  ...{
    id: newId(),
    kind: 'problem',
    limitName: 'handle',
    name: '办结督办',
    fallbackId: world.people.dispatcher,
    rungs,
  },
  ...{ reason: '年度督查办法', ...more },
});
const given = async (title: string, unitId = world.units.urban) => {
  const id = await problem([await signal(title)], title);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId });
  return id;
};
type Fired = {
  action: string;
  told: string[];
  nobody: boolean;
  letter: { id: string; number: string } | null;
  movedTo: string | null;
};
const firedOn = async (id: string): Promise<Fired[]> => (await ok('dispatcher', 'GET', `/fired/problem/${id}`)).items;
const actions = async (id: string) => (await firedOn(id)).map(({ action }) => action).reverse();

test('a ladder that cannot be is refused with its rungs and reasons', async () => {
  const wrong = [
    rung('red', 'share', 1.5, 'tell'),
    rung('red', 'after', 8, 'letter', { answerDays: null }),
    rung('blue', 'after', 2, 'remind', { up: 2 }),
  ];
  const refused = await call('office', 'POST', '/ladders', ladder({ rungs: wrong }));
  assert.equal(refused.status, 422);
  assert.deepEqual(
    refused.body.fields.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
    [
      'rungs.0.at ladder_share_behind_end',
      'rungs.1.answerDays ladder_no_answer_days',
      'rungs.2.at ladder_out_of_order',
      'rungs.2.up ladder_reminder_up',
    ],
  );
  const mixed = [rung('blue', 'share', 0.5, 'remind'), rung('red', 'before', 4, 'tell')];
  assert.equal(
    (await call('office', 'POST', '/ladders', ladder({ rungs: mixed }))).body.fields[0].code,
    'ladder_measures_mixed',
  );
  assert.equal(
    (await call('office', 'POST', '/ladders', ladder({ limitName: 'accept' }))).body.code,
    'ladder_limit_unknown',
  );
  assert.equal((await call('office', 'POST', '/ladders', ladder({ rungs: [] }))).status, 422);
  assert.equal((await call('clerk', 'POST', '/ladders', ladder())).status, 403);
});

test('what began before a ladder keeps none; what begins under it climbs it rung by rung, each once', async () => {
  const before = await given('路灯不亮');
  pass({ hours: 1 });
  const first = ladder();
  await ok('office', 'POST', '/ladders', first);
  await ok('office', 'POST', '/ladders', first);
  const id = await given('窨井盖缺失');
  await climb(city);
  assert.deepEqual(await actions(id), []);
  pass({ days: 8 }); // of ten working days from Thursday on: 6 of 10 are used
  await climb(city);
  await climb(city);
  assert.deepEqual(await actions(id), ['remind']);
  assert.deepEqual(
    (await firedOn(id))[0]!.told.sort(),
    ['陈晓燕', '罗建国'].sort(),
    'whoever may handle it in the unit',
  );
  pass({ days: 5 });
  await climb(city);
  assert.deepEqual(await actions(id), ['remind', 'tell']);
  pass({ days: 4 });
  await climb(city);
  const [letter] = await firedOn(id);
  assert.match(letter!.letter!.number, /^督办〔2026〕\d+号$/);
  assert.deepEqual(letter!.told.includes('罗建国'), true);
  pass({ hours: 12 });
  await climb(city);
  assert.equal((await actions(id)).length, 3, 'a day of grace before the talk');
  pass({ days: 1 });
  await climb(city);
  const [talk] = await firedOn(id);
  assert.deepEqual(
    [talk!.action, talk!.nobody, talk!.told.includes('沈立')],
    ['talk', true, true],
    'nobody above: the fallback',
  );
  assert.deepEqual(await actions(before), []);
  const items = (await ok('head', 'GET', '/messages?limit=50')).items as { words: { zh: string }; byName: boolean }[];
  assert.equal(items.filter(({ byName }) => byName).length, 1);
  assert.ok(
    items.every(({ words }) => /^【[黄橙红]】.*P2026-\d+/.test(words.zh)),
    JSON.stringify(items),
  );
});

test('the head answers the letter in words, it is returned once and accepted; a talk is held and recorded', async () => {
  const [letter] = (await ok('head', 'GET', '/letters?state=sent')).items;
  const at = `/letters/${letter.id}`;
  const words = '施工单位已进场，4月20日前完成';
  assert.equal((await call('waterHead', 'GET', at)).status, 404, 'another unit’s letter');
  assert.equal(
    (await call('clerk', 'POST', `${at}/answers`, { id: newId(), version: 1, words })).status,
    403,
    'not the head',
  );
  await decide('head', at, 'answers', { words });
  assert.equal((await call('head', 'POST', `${at}/answers`, { id: newId(), version: 2, words })).status, 409);
  await decide('office', at, 'returns', { words: '没有写明原因' });
  assert.ok((await ok('head', 'GET', at)).due, 'the time to answer runs again');
  await decide('head', at, 'answers', { words });
  await decide('office', at, 'closings', { words: '同意' });
  const shown = await ok('clerk', 'GET', at);
  assert.deepEqual([shown.state, shown.due, shown.decisions.length, shown.buttons], ['closed', null, 4, []]);
  const called = await ok('office', 'POST', '/talks', { id: newId(), letterId: letter.id });
  assert.match(called.number, /^2026-1-\d+$/);
  const talk = `/talks/${called.id}`;
  const heldOn = city.clock.now().toISOString().slice(0, 10);
  const held = {
    words: '增派两名人员，每周报进展',
    heldOn,
    asks: [world.people.office],
    present: [world.people.clerk],
  };
  assert.equal(
    (await call('office', 'POST', `${talk}/holdings`, { id: newId(), version: 1, ...held, heldOn: '2030-01-01' })).body
      .code,
    'talk_in_future',
  );
  await decide('office', talk, 'holdings', held);
  const record = await ok('head', 'GET', talk);
  assert.deepEqual(
    record.persons.map(({ name, part }: { name: string; part: string }) => `${part} ${name}`),
    ['asked 罗建国', 'asks 蒋文', 'present 陈晓燕'],
  );
  const byHand = {
    id: newId(),
    kind: 'problem',
    thing: letter.thing,
    unitId: world.units.housing,
    expected: '请说明进展',
    answerDays: 2,
  };
  assert.equal((await call('head', 'POST', '/letters', byHand)).status, 403);
  assert.match((await ok('office', 'POST', '/letters', byHand)).number, /^督办〔2026〕/);
  const { body } = await call('office', 'GET', '/letters');
  assert.ok(body.items.length >= 2);
  const nobody = await tx((own) => strandedWork(own, 50));
  assert.ok(
    nobody.some(({ kind, holder }) => kind === 'letter' && 'unit' in holder && holder.unit === world.units.housing),
    'no head there',
  );
});

test('what is signed off, suspended or moved meanwhile is not pressed, and what was fired stays, marked', async () => {
  const done = await given('井盖响', world.units.water);
  const id = await given('水压不足', world.units.water);
  await climb(city);
  pass({ days: 9 });
  await tx((own) => own.updateTable('clock').set({ stopped_at: city.clock.now() }).where('thing', '=', done).execute());
  await climb(city);
  assert.deepEqual([await actions(done), await actions(id)], [[], ['remind']]);
  const clock = () =>
    tx((own) =>
      own
        .selectFrom('clock')
        .selectAll()
        .where('thing', '=', id)
        .where('limit_name', '=', 'handle')
        .executeTakeFirstOrThrow(),
    );
  const { due_at, id: clockId } = await clock();
  const set = (change: object) => tx((own) => own.updateTable('clock').set(change).where('id', '=', clockId).execute());
  await set({ paused_at: city.clock.now() });
  pass({ days: 20 });
  await climb(city);
  assert.deepEqual(await actions(id), ['remind'], 'suspended');
  await set({ paused_at: null, due_at: new Date(due_at.getTime() + 40 * 86_400_000) });
  await climb(city);
  assert.deepEqual(await actions(id), ['remind'], 'moved far ahead');
  assert.ok((await firedOn(id))[0]!.movedTo);
  pass({ days: 50 });
  await climb(city);
  assert.deepEqual(
    await actions(id),
    ['remind', 'tell', 'letter'],
    'after an outage all that is over fires, the talk after its grace',
  );
});
