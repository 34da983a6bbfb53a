/** 每月一题: chosen from what the past year says, begun as a common problem of its lead, ended with a word of what came of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, tx } = story;
const { ok } = stepsOf(story);
const [noise, heating] = [newId(), newId()];
await tx(async (own) => {
  for (const [id, code, name] of [
    [noise, 'A1', '噪音扰民'],
    [heating, 'A2', '供热不热'],
  ])
    await sql`insert into category (id, code, name, folded, level, position, valid_from, made_at) values (${id}, ${code}, ${name}, ${name}, 1, 1, '2025-01-01', now())`.execute(
      own,
    );
  // Noise every month; heating only last December, which is the month to be planned.
  await sql`insert into warning_day (day, area_id, category_id, people)
    select d::date, null::uuid, ${noise}::uuid, 30 from generate_series('2025-04-15'::date, '2026-03-01', '1 month') d
    union all select '2025-12-10', null, ${heating}::uuid, 200`.execute(own);
});
const draft = (month: number, more: object = {}) => ({
  ...{ id: newId(), year: 2026, month, title: '供热不热', why: '去年 12 月 200 人反映。', categoryId: heating },
  ...{ leadUnit: world.units.housing, ...more },
});
let id = '';

test('what the past year says: first what is of the season', async () => {
  const { items } = await ok('dispatcher', 'GET', '/monthly/candidates?year=2026&month=12');
  const names = items.map((one: { name: string; sameMonth: number }) => [one.name, one.sameMonth]);
  assert.deepEqual(names, [
    ['供热不热', 200],
    ['噪音扰民', 30],
  ]);
  assert.equal((await call('callTaker', 'GET', '/monthly/candidates?year=2026&month=12')).status, 403);
});

test('a month that is over is refused, one to come is planned and shown with its people', async () => {
  const over = await call('dispatcher', 'POST', '/monthly', draft(2));
  assert.deepEqual([over.status, over.body.fields[0].code], [422, 'monthly_past']);
  id = (await ok('dispatcher', 'POST', '/monthly', draft(12))).id;
  const { items, mayPlan } = await ok('checker', 'GET', '/monthly?year=2026');
  assert.equal(mayPlan, false);
  const counted = items[0].people.map(({ month, people }: { month: string; people: number }) => [month, people]);
  assert.deepEqual(
    counted.filter(([, people]: [string, number]) => people > 0),
    [['2025-12', 200]],
  );
});

test('begun it is a common problem of its lead unit; two who begin it make one', async () => {
  const begin = () => ({ id: newId(), version: 1, problemId: newId(), existing: null });
  const both = await Promise.all([
    call('dispatcher', 'POST', `/monthly/${id}/begin`, begin()),
    call('otherDispatcher', 'POST', `/monthly/${id}/begin`, begin()),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  const { problem, version } = both.find(({ status }) => status === 200)!.body;
  const page = await ok('dispatcher', 'GET', `/problems/${problem.id}`);
  assert.deepEqual([page.class, page.state, page.lead.shortName], ['common', 'given', '住建局']);
  const end = { id: newId(), version, result: '换热站改造 14 处，还有 3 处明年办。' };
  const ended = await ok('dispatcher', 'POST', `/monthly/${id}/end`, end);
  assert.deepEqual([ended.state, ended.result], ['ended', end.result]);
  const late = { id: newId(), version: ended.version, reason: '不办了' };
  assert.equal((await call('dispatcher', 'POST', `/monthly/${id}/drop`, late)).status, 409);
});

test('a problem that is over can carry none; what is dropped says why', async () => {
  const { body: one } = await call('dispatcher', 'POST', '/monthly', draft(5, { categoryId: null }));
  const drop = { id: newId(), version: one.version, reason: '与供热改造合并办理' };
  const dropped = await ok('dispatcher', 'POST', `/monthly/${one.id}/drop`, drop);
  assert.deepEqual([dropped.state, dropped.result, dropped.people], ['dropped', drop.reason, []]);
});
