/** The head of one bureau stands in for another's: what they decide on its causes is in that head's name, on their own in none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { world } = story;
const { ok, signal, problem, decide } = stepsOf(story);

const away = { begins: '2026-03-12T00:00:00+08:00', ends: '2026-03-20T00:00:00+08:00', reason: '学习' };
await ok('waterHead', 'POST', '/delegations', { id: newId(), toPersonId: world.people.head, ...away });

async function given(title: string, unitId: string): Promise<string> {
  const id = await problem([await signal(title)], title);
  await decide('dispatcher', `/problems/${id}`, 'assignments', { unitId });
  return id;
}

const forWhom = (request: string) =>
  story.tx(async (tx) => {
    const row = tx.selectFrom('ledger').select(['actor', 'for_whom']).where('request', '=', request);
    const { actor, for_whom } = await row.executeTakeFirstOrThrow();
    return [actor, for_whom];
  });

/** Adds, confirms and answers a cause of a problem. @returns the ids of the decisions */
async function traced(under: string, words: string): Promise<string[]> {
  const cause = { id: newId(), layer: 'operational', kind: 'process', words, parentId: null };
  await ok('head', 'POST', `/problems/${under}/causes`, cause);
  const found = { id: newId(), version: 1, finding: 'confirmed', words: '查过台账' };
  await ok('head', 'POST', `/causes/${cause.id}/findings`, found);
  const measure = { id: newId(), layer: 'operational', words: '每周巡查', causes: [cause.id] };
  await ok('head', 'POST', `/problems/${under}/measures`, measure);
  const adopted = { id: newId(), version: 1, finding: 'adopted', words: '按此办理' };
  await ok('head', 'POST', `/measures/${measure.id}/findings`, adopted);
  return [cause.id, found.id, measure.id, adopted.id];
}

test("each decision on the other bureau's causes and measures names its head", async () => {
  const leak = await given('河堤渗水', world.units.water);
  const { head, waterHead } = world.people;
  for (const request of await traced(leak, '管涌未封')) assert.deepEqual(await forWhom(request), [head, waterHead]);
});

test("on the own bureau's they sign for nobody else, nor where both bureaus have the problem", async () => {
  const { head } = world.people;
  const night = await given('夜市噪音', world.units.urban);
  for (const request of await traced(night, '十点后无人巡查')) assert.deepEqual(await forWhom(request), [head, null]);
  const both = await given('河边夜市', world.units.water);
  await decide('dispatcher', `/problems/${both}`, 'assignments', { unitId: world.units.urban, role: 'assist' });
  for (const request of await traced(both, '岸线责任不清')) assert.deepEqual(await forWhom(request), [head, null]);
});
