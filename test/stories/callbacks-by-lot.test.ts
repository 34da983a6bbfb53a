/** Reporters who were answered are called back by a lot that anybody can draw again; two callers never call the same one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#clock/day.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { answeredOn } from '#triage/callback/callback.store.ts';
import { drawDays } from '#triage/callback/draw.actions.ts';
import { drawLot } from '#triage/callback/lot.ts';

const story = await testCity();
const { call, city, pass, tx, world } = story;
const { ok, signal, problem, decide, seen } = stepsOf(story);

/** A problem of so many reporters, worked off by the urban bureau and answered. */
async function settled(words: string, phones: readonly string[], more = {}) {
  const signals: string[] = [];
  for (const phone of phones) signals.push(await signal(words, { reporter: { name: '', phone }, ...more }));
  const id = await problem(signals, words);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban, role: 'lead' });
  await decide('clerk', `/problems/${id}`, 'signatures');
  await close(id, signals);
  return { id, signals };
}

async function close(id: string, signals: readonly string[]) {
  await decide('clerk', `/problems/${id}`, 'handlings', { words: '已办' });
  await decide('checker', `/problems/${id}`, 'verifications', { passed: true, words: '属实' });
  await decide('dispatcher', `/problems/${id}`, 'closings', { words: '结案' });
  for (const one of signals) await decide('callTaker', `/signals/${one}`, 'answers', { way: 'phone', words: '已办好' });
}

const rule = { fromDay: dayOf(new Date(city.clock.now())), percent: 100, shares: {}, tries: 2, restHours: 2 };
const said = { contacted: true, solved: 'yes', satisfied: 'content', words: '', follow: null };
const next = async (name: 'callTaker' | 'dispatcher') => (await ok(name, 'POST', '/callbacks/next', {})).item;
const say = (name: 'callTaker' | 'dispatcher', item: { id: string; version: number }, more = {}) =>
  call(name, 'POST', `/callbacks/${item.id}/said`, { id: newId(), version: item.version, ...said, ...more });

await ok('office', 'PUT', '/callbacks/rule', { id: newId(), ...rule, reason: '本月全部回访' });
const lamps = await settled('路灯不亮', ['13900010001', '13900010002', '13900010003', '']);
await settled('怎么办证', ['13900010009'], { matter: 'consult' });
const day = dayOf(city.clock.now());

test('the lot of a day is drawn once, leaves out who cannot be asked, and can be drawn again', async () => {
  const asked = await tx((own) => answeredOn(own, day));
  assert.equal(asked.length, 3, 'neither the anonymous one nor the question');
  pass({ days: 1 });
  await drawDays(city);
  await drawDays(city);
  const draw = await ok('dispatcher', 'GET', `/callbacks/draws/${day}`);
  const again = drawLot(draw.seed, day, asked, () => 100);
  assert.deepEqual(
    draw.numbers.map((one: { number: string }) => one.number),
    again.drawn.map(({ number }) => number).sort(),
  );
  assert.deepEqual([draw.strata.length, draw.strata[0].of, draw.strata[0].taken], [1, 3, 3]);
  assert.equal((await call('clerk', 'GET', '/callbacks/queue')).status, 403, 'a unit does not ask after its own work');
});

test('two callers never get the same; who takes and comes again has the same one; a stranger to it records nothing', async () => {
  const [mine, theirs] = await Promise.all([next('callTaker'), next('dispatcher')]);
  assert.notEqual(mine.id, theirs.id);
  assert.equal((await next('callTaker')).id, mine.id);
  assert.deepEqual(await ok('callTaker', 'GET', '/callbacks/queue'), { now: 2, later: 0, others: 1, done: 0 });
  assert.equal((await say('dispatcher', mine)).body.code, 'callback_not_held');
  assert.equal((await say('callTaker', mine)).status, 200);
  const shown = await ok('dispatcher', 'GET', `/signals/${mine.signalId}`);
  const [back] = shown.callbacks;
  assert.deepEqual([back.contacted, back.solved, back.satisfied, back.way], [true, 'yes', 4, 'phone']);
});

test('nobody reached is tried again after a rest, as often as the rule of its day says', async () => {
  const item = await next('dispatcher');
  const miss = (version: number) =>
    ok('dispatcher', 'POST', `/callbacks/${item.id}/misses`, { id: newId(), version, words: '' });
  await miss(item.version);
  const other = await next('dispatcher');
  assert.notEqual(other.id, item.id, 'it rests');
  await ok('dispatcher', 'POST', `/callbacks/${other.id}/delays`, { id: newId(), version: other.version, hours: 24 });
  assert.equal(await next('dispatcher'), null);
  pass({ hours: 3 });
  const again = await next('dispatcher');
  assert.deepEqual([again.id, again.tries], [item.id, 1]);
  await miss(again.version);
  pass({ hours: 3 });
  assert.equal(await next('dispatcher'), null, 'given up after two');
});

test('a "no" must be followed: a caller who may not reopen hands the wish on, a dispatcher reopens; it is asked again', async () => {
  pass({ days: 1 });
  const item = await next('callTaker');
  assert.equal(item.again, 'wish');
  const no = { solved: 'no', satisfied: 'discontent' };
  assert.equal((await say('callTaker', item, no)).body.code, 'callback_follow');
  const wish = { ...no, follow: { how: 'again', reason: '灯还是不亮' } };
  assert.equal((await say('callTaker', item, wish)).status, 200);
  const wishes = await tx((own) => own.selectFrom('signal_reopening').select('words').execute());
  assert.deepEqual(wishes, [{ words: '灯还是不亮' }]);
  const body = { ...(await seen('dispatcher', `/problems/${lamps.id}`)), reason: '灯还是不亮', unitId: null };
  await ok('dispatcher', 'POST', `/problems/${lamps.id}/reopenings`, body);
  await ok('office', 'PUT', '/callbacks/rule', {
    id: newId(),
    ...rule,
    fromDay: dayOf(city.clock.now()),
    percent: 0,
    reason: '人手不足',
  });
  await decide('clerk', `/problems/${lamps.id}`, 'signatures');
  await close(lamps.id, [item.signalId]);
  pass({ days: 1 });
  await drawDays(city);
  const again = await next('dispatcher');
  assert.deepEqual([again.signalId, again.why, again.again], [item.signalId, 'again', 'reopen']);
  const reopened = await say('dispatcher', again, { ...no, follow: { how: 'again', reason: '第三次了' } });
  assert.equal(reopened.status, 200, JSON.stringify(reopened.body));
  assert.equal((await ok('dispatcher', 'GET', `/problems/${lamps.id}`)).state, 'given');
});
