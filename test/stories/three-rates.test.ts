/** What reporters said becomes three rates whose every figure leads to as many cases; a unit may ask that one be left out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#clock/day.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, city, pass, tx, world } = story;
const { ok, signal, problem, decide, seen } = stepsOf(story);
const month = dayOf(city.clock.now()).slice(0, 7);
const span = `from=${month}&to=${month}`;

async function settled(words: string, unit: 'urban' | 'water', by: 'clerk' | 'waterHead', people: number, more = {}) {
  const signals: string[] = [];
  for (let i = 0; i < people; i++)
    signals.push(await signal(words, { reporter: { phone: `1390002${unit.length}00${i}` }, ...more }));
  const id = await problem(signals, words);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units[unit], role: 'lead' });
  await decide(by, `/problems/${id}`, 'signatures');
  await decide(by, `/problems/${id}`, 'handlings', { words: '已办' });
  await decide('checker', `/problems/${id}`, 'verifications', { passed: true, words: '属实' });
  await decide('dispatcher', `/problems/${id}`, 'closings', { words: '结案' });
  for (const one of signals) await decide('callTaker', `/signals/${one}`, 'answers', { way: 'phone', words: '已办好' });
  return signals;
}
const said = (
  one: string,
  reached: boolean,
  solved: string | null,
  satisfied: number | null,
  contacted: boolean | null = null,
) => decide('callTaker', `/signals/${one}`, 'callbacks', { reached, solved, satisfied, contacted });

const lamps = await settled('路灯不亮', 'urban', 'clerk', 4);
const pipes = await settled('水管爆了', 'water', 'waterHead', 2);
await settled('怎么交水费', 'water', 'waterHead', 1, { matter: 'consult' });
await said(lamps[0]!, true, 'yes', 5, true);
await said(lamps[1]!, true, 'partly', 3, false);
await said(lamps[2]!, true, 'no', 1);
await said(lamps[3]!, false, null, null);
await said(pipes[0]!, true, 'yes', 4);

type Line = {
  key: string | null;
  all: boolean;
  answered: number;
  excluded: number;
  standings: Record<string, number>;
} & Record<'sums' | 'before', Record<string, { n: number; sum: number }>>;
const figures = async (name: 'office' | 'head', more = '') =>
  (await ok(name, 'GET', `/rates?${span}&by=unit${more}`)) as { lines: Line[]; city: boolean };
const count = async (name: 'office' | 'head', more: string) =>
  (await ok(name, 'GET', `/rates/cases/count?${span}${more}`)).count as number;

test('the figures are those of who said something; everybody who was answered stands in just one place', async () => {
  const { lines } = await figures('office');
  const all = lines.find((line) => line.all)!;
  assert.equal(all.answered, 7);
  assert.deepEqual(all.standings, {
    counted: 4,
    unreached: 1,
    waiting: 0,
    undrawn: 1,
    anonymous: 0,
    consult: 1,
    withdrawn: 0,
    passed: 0,
  });
  const urban = lines.find(({ key }) => key === world.units.urban)!;
  assert.deepEqual(urban.sums, {
    response: { n: 2, sum: 1 },
    resolution: { n: 3, sum: 1.5 },
    satisfaction: { n: 3, sum: 1.6 },
  });
});

test('every figure leads to as many cases, by whatever it is told apart', async () => {
  for (const by of ['unit', 'area', 'channel', 'category', 'month']) {
    const { lines } = await ok('office', 'GET', `/rates?${span}&by=${by}`);
    assert.equal(lines.length > 1, true, by);
    for (const line of lines as Line[]) {
      const key = line.all || by === 'month' ? '' : `&${by}Id=${line.key ?? 'none'}`;
      assert.equal(await count('office', key), line.answered, by);
      if (by !== 'unit') continue;
      for (const [standing, n] of Object.entries(line.standings))
        assert.equal(await count('office', `${key}&standing=${standing}`), n, `${by} ${standing}`);
      for (const [question, { n }] of Object.entries(line.sums))
        assert.equal(await count('office', `${key}&question=${question}&exclusion=without`), n, `${by} ${question}`);
    }
  }
  const cases = await ok('office', 'GET', `/rates/cases?${span}&unitId=${world.units.urban}&question=resolution`);
  assert.deepEqual(cases.items.map((one: { resolution: number }) => one.resolution).sort(), [0, 0.5, 1]);
});

test('a unit sees its own figures alone; months in the wrong order and a stranger are refused', async () => {
  const { lines, city: whole } = await figures('head');
  assert.equal(whole, false);
  assert.deepEqual([...new Set(lines.map((line) => line.key))].filter(Boolean), [world.units.urban]);
  assert.equal(await count('head', `&unitId=${world.units.water}`), 0);
  assert.equal((await call('office', 'GET', '/rates?from=2026-03&to=2026-01&by=unit')).status, 422);
  assert.equal((await call('callTaker', 'GET', `/rates?${span}&by=unit`)).status, 403);
});

test('a new rule weighs from its day on; the past keeps its own; weights make a hundred', async () => {
  const rule = {
    response: 20,
    resolution: 40,
    satisfaction: 40,
    partly: 0,
    very: 1,
    content: 1,
    basically: 1,
    discontent: 0,
    unreached: true,
    askDays: 3,
  };
  const set = (more = {}) =>
    call('office', 'PUT', '/rates/rule', {
      id: newId(),
      ...rule,
      fromDay: dayOf(city.clock.now()),
      reason: '市里新办法',
      ...more,
    });
  assert.equal((await set({ response: 30 })).body.code, 'rule_weights');
  assert.equal((await set({ fromDay: '2020-01-01' })).body.code, 'rule_past');
  assert.equal((await set()).status, 200);
  const urban = (await figures('office')).lines.find(({ key }) => key === world.units.urban)!;
  assert.deepEqual(urban.sums.resolution, { n: 4, sum: 1 }, 'who was not reached counts now, partly counts nothing');
});

test('a unit asks in time, with a ground; a reviewer of no rated unit decides; one appeal goes to another reviewer', async () => {
  const ask = (name: 'clerk' | 'waterHead', signalId: string) =>
    call(name, 'POST', '/exclusions', { id: newId(), signalId, ground: 'beyond_law', words: '产权不在市政' });
  assert.equal((await ask('waterHead', lamps[2]!)).status, 404, "another unit's");
  assert.equal((await ask('waterHead', pipes[1]!)).body.code, 'exclusion_unsaid');
  const { id } = (await ask('clerk', lamps[2]!)).body;
  assert.equal((await ask('clerk', lamps[2]!)).body.code, 'exclusion_again');
  const step = async (name: 'clerk' | 'checker' | 'office' | 'waterHead', what: string) =>
    call(name, 'POST', `/exclusions/${id}/decisions`, {
      ...(await seen('office', `/exclusions/${id}`)),
      step: what,
      words: '理由',
    });
  assert.equal((await step('clerk', 'grant')).status, 403);
  assert.equal((await step('waterHead', 'grant')).status, 404);
  const waitsFor = async (name: 'clerk' | 'checker' | 'office') =>
    (await ok(name, 'GET', '/my-work')).items.some((item: { id: string }) => item.id === id);
  assert.deepEqual([await waitsFor('checker'), await waitsFor('clerk')], [true, false]);
  assert.equal((await step('checker', 'refuse')).status, 200);
  assert.equal((await step('clerk', 'appeal')).status, 200);
  assert.deepEqual([await waitsFor('checker'), await waitsFor('office')], [false, true], 'another looks at the appeal');
  assert.equal((await step('checker', 'allow')).status, 403, 'who refused does not look a second time');
  assert.equal((await step('office', 'allow')).status, 200);
  const urban = (await figures('office')).lines.find(({ key }) => key === world.units.urban)!;
  assert.deepEqual([urban.excluded, urban.before.resolution!.n, urban.sums.resolution!.n], [1, 4, 3]);
  assert.equal(await count('office', `&unitId=${world.units.urban}&question=resolution&exclusion=without`), 3);
  const shown = await ok('clerk', 'GET', `/exclusions/${id}`);
  assert.deepEqual(
    [shown.state, shown.trail.map((one: { step: string }) => one.step)],
    ['granted', ['refuse', 'appeal', 'allow']],
  );
  pass({ days: 4 });
  assert.equal((await ask('clerk', lamps[1]!)).body.code, 'exclusion_late');
});

test('what an inspection found before anybody complained is counted for its unit, and a later complaint with it', async () => {
  const inspection = newId();
  await tx((own) =>
    own.insertInto('channel').values({ id: inspection, code: '77', name: '城市巡查', kind: 'inspection' }).execute(),
  );
  const months = dayOf(city.clock.now()).slice(0, 7);
  const found = await signal('井盖缺失', { channelId: inspection });
  const id = await problem([found], '井盖缺失');
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban, role: 'lead' });
  const complained = await problem(
    [await signal('井盖响'), await signal('井盖响', { channelId: inspection })],
    '井盖响',
  );
  const figures = async () => (await ok('office', 'GET', `/ahead?from=${months}&to=${months}`)).lines;
  const of = async (more: string) =>
    (await ok('office', 'GET', `/ahead/problems/count?from=${months}&to=${months}${more}`)).count;
  const [all, urban] = await figures();
  assert.deepEqual([all.count, urban.unit.id, urban.count, urban.later], [1, world.units.urban, 1, 0], complained);
  const { items } = await ok('office', 'GET', `/ahead/problems?from=${months}&to=${months}`);
  assert.deepEqual(
    items.map((one: { id: string }) => one.id),
    [id],
  );
  pass({ hours: 1 });
  const body = {
    ...(await seen('dispatcher', `/problems/${id}`)),
    signals: [await signal('有个井盖没了')],
    reason: '同一处',
  };
  await ok('dispatcher', 'POST', `/problems/${id}/gatherings`, body);
  assert.deepEqual(
    [(await figures())[0].later, await of('&only=later'), await of(`&unitId=${world.units.urban}`)],
    [1, 1, 1],
  );
});
