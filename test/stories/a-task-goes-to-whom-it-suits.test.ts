/** Whom a unit gives a task to is proposed with the reasons: duty, skill, what they have to do, absence, and a fair share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from '#people/actor.ts';
import { addSkill, retireSkill } from '#people/skill.actions.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, tx } = story;
const { ok, signal, problem, decide, seen } = stepsOf(story);
const { urban } = world.units;

type Shown = {
  person: { id: string; name: string };
  open: number;
  recent: number;
  fits: boolean;
  why: { zh: string }[];
};
const proposed = async (more = ''): Promise<Shown[]> =>
  (await ok('clerk', 'GET', `/units/${urban}/candidates?exclude=${world.people.head}${more}`)).items;
const names = (items: Shown[]) => items.map(({ person, fits }) => (fits ? person.name : `(${person.name})`));
const why = (items: Shown[], name: string) => items.find(({ person }) => person.name === name)!.why.map(({ zh }) => zh);

const leak = await problem([await signal('路面积水')], '路面积水');
await decide('dispatcher', `/problems/${leak}`, 'assignments', { unitId: urban, role: 'lead' });
await decide('clerk', `/problems/${leak}`, 'signatures');
const give = async (assigneeId: string) =>
  ok('clerk', 'POST', `/problems/${leak}/tasks`, {
    ...(await seen('clerk', `/problems/${leak}`)),
    ...{ taskId: newId(), title: '清掏', assigneeId, reviewerId: world.people.head },
  });

test('whoever gives tasks sees the people of the unit and below it, best first; a stranger does not', async () => {
  assert.deepEqual(names(await proposed(`&problemId=${leak}`)), ['陈晓燕', '吴涛'], 'equal, the unit’s own first');
  assert.deepEqual(names(await proposed(`,${world.people.clerk}`)), ['吴涛']);
  assert.equal((await call('official', 'GET', `/units/${urban}/candidates`)).status, 403);
  assert.equal((await call('waterHead', 'GET', `/units/${urban}/candidates`)).status, 403);
  assert.equal((await call('clerk', 'GET', `/units/${urban}/candidates?skills=x`)).status, 422);
  await give(world.people.clerk);
  const items = await proposed();
  assert.deepEqual(names(items), ['吴涛', '(陈晓燕)'], 'one of two tasks would be past the share');
  assert.deepEqual(why(items, '陈晓燕'), [
    '近来派得比同事多',
    '任城管局承办联络员',
    '手上 1 件',
    '近 5 个工作日派了 1 件（同事一般 0 件）',
  ]);
});

test('a skill that is asked counts; the list is closed, and kept where people are kept', async () => {
  const [welding, diving] = [newId(), newId()];
  assert.equal((await call('head', 'POST', '/skills', { id: welding, name: '焊接' })).status, 403);
  await tx((own) => addSkill(own, program, { id: welding, name: '焊接' }));
  await tx((own) => addSkill(own, program, { id: diving, name: '潜水' }));
  await assert.rejects(
    tx((own) => addSkill(own, program, { id: newId(), name: '焊接' })),
    /skill_there/,
  );
  const set = (name: 'head' | 'waterHead', skills: string[]) =>
    call(name, 'PUT', `/people/${world.people.clerk}/skills`, { id: newId(), skills });
  assert.equal((await set('waterHead', [welding])).status, 403, 'another bureau’s head');
  assert.equal((await set('head', [newId()])).body.code, 'skill_unknown');
  assert.deepEqual((await set('head', [welding])).body.skills, [{ id: welding, name: '焊接' }]);
  const items = await proposed(`&skills=${welding}`);
  assert.deepEqual(names(items), ['陈晓燕', '(吴涛)'], 'who alone is able has no colleague to share with');
  assert.equal(why(items, '吴涛')[0], '没有“焊接”技能');
  assert.ok(why(items, '陈晓燕').includes('有“焊接”技能'));
  assert.deepEqual(names(await proposed(`&skills=${welding},${diving}`)), ['(吴涛)', '(陈晓燕)']);
  await tx((own) => retireSkill(own, program, welding, newId()));
  assert.deepEqual((await ok('head', 'GET', `/people/${world.people.clerk}`)).skills, []);
});

test('whoever is away comes last and is said to be; the cap is the office’s to set, with a reason', async () => {
  const begins = new Date(story.city.clock.now()).toISOString();
  const ends = new Date(story.city.clock.now().getTime() + 3 * 24 * 3_600_000).toISOString();
  const away = { fromPersonId: world.people.official, toPersonId: world.people.clerk, begins, ends, reason: '出差' };
  await ok('head', 'POST', '/delegations', { id: newId(), ...away });
  const items = await proposed();
  assert.deepEqual(names(items), ['陈晓燕', '(吴涛)']);
  assert.equal(why(items, '吴涛')[0], '不在岗，到 3月15日 09:00');
  assert.equal((await call('clerk', 'PUT', '/tasks/fairness', { id: newId(), cap: 2, reason: '试' })).status, 403);
  assert.equal((await call('office', 'PUT', '/tasks/fairness', { id: newId(), cap: 0.5, reason: '试' })).status, 422);
  await ok('office', 'PUT', '/tasks/fairness', { id: newId(), cap: 2, reason: '汛期人手紧' });
  assert.equal((await ok('clerk', 'GET', `/units/${urban}/candidates`)).cap, 2);
});

test('who is past their share is told beside what another rule would make of it; a dated rule waits for its day', async () => {
  const asked = '/tasks/fairness/preview?cap=1&days=1';
  assert.equal((await call('clerk', 'GET', asked)).status, 403);
  const told = await ok('office', 'GET', asked);
  const mine = told.items.filter(({ unit }: { unit: { id: string } }) => unit.id === urban);
  const counted = (one: { is: { past: boolean }; would: { past: boolean } }) => [one.is.past, one.would.past];
  assert.ok(told.units >= 1 && told.people >= 2 && mine.length >= 1, JSON.stringify(told));
  assert.ok(mine.every((one: Parameters<typeof counted>[0]) => counted(one).includes(true)));
  const later = { id: newId(), cap: 3, days: 10, from: '2026-04-01', reason: '汛期' };
  await ok('office', 'PUT', '/tasks/fairness', later);
  const now = await ok('clerk', 'GET', `/units/${urban}/candidates`);
  assert.deepEqual([now.cap, now.days], [2, 5]);
  const past = await call('office', 'PUT', '/tasks/fairness', { ...later, id: newId(), from: '2026-03-01' });
  assert.deepEqual([past.status, past.body.fields[0].code], [422, 'share_from_past']);
  const { items } = await ok('office', 'GET', '/tasks/fairness');
  assert.deepEqual(
    items.map((one: { cap: number; from: string }) => [one.cap, one.from]),
    [
      [3, '2026-04-01'],
      [2, items[1].from],
    ],
  );
});
