/** Ladders as an office edits them: versions from day to day, for one circumstance, to a person by name, and what each would change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { climb } from '#supervision/supervision.jobs.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, city, pass, tx, world } = story;
const { ok, signal, decide } = stepsOf(story);

const rung = (light: string, measure: string, at: number, action: string, more = {}) => ({
  ...{ light, measure, at, action, up: 0, graceHours: 0, answerDays: action === 'letter' ? 3 : null },
  ...more,
});
const named = { person: { id: world.people.waterHead, name: '' } };
const rungs = [rung('yellow', 'share', 0.5, 'remind'), rung('red', 'after', 0, 'tell', named)];
const ladder = (more = {}) => ({
  ...{ id: newId(), kind: 'problem', limitName: 'handle', name: '办结督办', fallbackId: world.people.dispatcher },
  ...{ rungs, reason: '督查办法', ...more },
});
const put = async (more = {}): Promise<string> => (await ok('office', 'POST', '/ladders', ladder(more))).id;
const refused = async (more = {}) => {
  const { status, body } = await call('office', 'POST', '/ladders', ladder(more));
  assert.equal(status >= 400, true, 'refused');
  return body.fields?.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`) ?? body.code;
};
const inForce = async () =>
  ((await ok('office', 'GET', '/ladders')).items as { id: string; validFrom: string; validTo: string | null }[]).map(
    ({ id, validFrom, validTo }) => ({ id, from: validFrom, to: validTo }),
  );
const given = async (title: string, urgency = 'normal') => {
  const id = newId();
  await ok('dispatcher', 'POST', '/problems', { id, title, urgency, signals: [await signal(title)] });
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId: world.units.urban });
  return id;
};
type Fired = { action: string; light: string; told: string[] };
const firedOn = async (id: string): Promise<Fired[]> => (await ok('dispatcher', 'GET', `/fired/problem/${id}`)).items;

// The story's clock stands at 12 March 2026.
test('dates that cannot be are refused in their place; a new version ends the one that it replaces', async () => {
  assert.deepEqual(await refused({ from: '2026-03-01' }), ['from ladder_from_past']);
  assert.deepEqual(await refused({ from: '2026-04-01', to: '2026-04-01' }), ['to ladder_ends_before']);
  assert.equal(await refused({ condition: 'group' }), 'ladder_condition_unknown');
  assert.deepEqual(await refused({ rungs: [rung('blue', 'share', 0.5, 'remind', named)] }), [
    'rungs.0.up ladder_reminder_up',
  ]);
  const later = await put({ from: '2026-06-01' });
  assert.deepEqual(await refused({}), ['to ladder_overlaps'], 'no end, where another begins');
  const first = await put({ to: '2026-06-01' });
  assert.deepEqual(await refused({ from: '2026-05-01', to: '2026-05-20' }), ['from ladder_overlaps']);
  const second = await put({ from: '2026-04-01', to: '2026-06-01', replaces: first });
  const spans = new Map((await inForce()).map(({ id, ...span }) => [id, span]));
  assert.equal(spans.get(first)!.to, '2026-03-31T16:00:00.000Z', 'the first ends where the second begins');
  assert.equal(spans.get(second)!.to, spans.get(later)!.from);
  assert.equal(
    (await call('office', 'PUT', `/ladders/${later}/end`, { id: newId(), day: '2026-03-01', reason: '改版' })).status,
    422,
  );
  await ok('office', 'PUT', `/ladders/${later}/end`, { id: newId(), day: null, reason: '改版' });
  assert.equal((await inForce()).find(({ id }) => id === later)!.to, spans.get(later)!.from, 'it never held');
  assert.equal(
    (await call('office', 'PUT', `/ladders/${newId()}/end`, { id: newId(), day: null, reason: '无' })).body.code,
    'ladder_none',
  );
});

test('a named person is told in place of the line; a ladder for a circumstance comes before one for all', async () => {
  await put({ condition: 'urgent', name: '紧急件', rungs: [rung('orange', 'share', 0.1, 'letter', named)] });
  const calm = await given('路灯不亮');
  const pressing = await given('路面塌陷', 'urgent');
  await climb(city);
  const of = { kind: 'problem', limitName: 'handle', condition: null };
  const { ahead } = await ok('office', 'POST', '/ladders/preview', {
    ...of,
    rungs: [rung('red', 'share', 0.01, 'tell')],
  });
  assert.equal(ahead.clocks, 2);
  assert.deepEqual(ahead.would.standing, [{ nth: 0, light: 'red', count: 2 }]);
  assert.deepEqual(
    [ahead.would.letters, ahead.today.letters, ahead.today.below + ahead.today.standing.length],
    [0, 1, 2],
  );
  pass({ days: 30 });
  await climb(city);
  const [last, ...before] = await firedOn(calm);
  assert.deepEqual(
    before.map(({ action }) => action),
    ['remind'],
  );
  assert.deepEqual([last!.action, last!.told.includes('卢海')], ['tell', true]);
  const letters = await firedOn(pressing);
  assert.deepEqual(
    letters.map(({ action, light }) => `${action} ${light}`),
    ['letter orange'],
  );
  assert.equal(letters[0]!.told.includes('卢海') && letters[0]!.told.includes('罗建国'), true, 'the head answers it');
});

test('what has fired on one ladder goes on up it, whatever the matter has become', async () => {
  const id = await given('围挡破损');
  pass({ days: 8 });
  await climb(city);
  assert.deepEqual(
    (await firedOn(id)).map(({ action }) => action),
    ['remind'],
  );
  await tx(async (own) => {
    await own.updateTable('problem').set({ urgency: 'urgent' }).where('id', '=', id).execute();
    await own.updateTable('clock').set({ watched_due: null }).where('thing', '=', id).execute();
  });
  pass({ days: 30 });
  await climb(city);
  assert.deepEqual(
    (await firedOn(id)).map(({ action }) => action),
    ['tell', 'remind'],
  );
});
