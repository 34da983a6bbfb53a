/** The calendar of a year that is missing comes in: told before, done in chunks across a death, corrected; and office hours change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Start, startClocks, stopClocks } from '#clock/clock.store.ts';
import { extendClock, resumeClocks, suspendClocks } from '#clock/pause.store.ts';
import { transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import { moveChunk, runChange } from '#rules/calendar.jobs.ts';
import { openChanges } from '#rules/calendar.store.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, city, tx, world, pass } = story;
const { ok } = stepsOf(story);

const at = (wall: string) => new Date(`${wall}:00+08:00`);
// The city's clock: the evening of 20 December 2026, when nobody has imported 2027 yet.
pass({ hours: (at('2026-12-20T20:00').getTime() - city.clock.now().getTime()) / 3_600_000 });

const things = Array.from({ length: 9 }, () => newId()).sort();
const clock = (thing: number, more: Partial<Start> = {}): Start => ({
  ...{ kind: 'task', thing: things[thing]!, limit: 'finish', startedAt: at('2026-12-18T09:00') },
  ...{ rule_id: null, unit_of_time: 'working_day', budget: 15, roll: false },
  ...more,
});
await tx((t) =>
  startClocks(t, [
    ...[0, 1, 2, 3, 4].map((n) => clock(n)),
    clock(4, { limit: 'accept', budget: 10 }),
    clock(5, { unit_of_time: 'day', budget: 20 }),
    clock(6, { budget: 1, startedAt: at('2026-12-10T09:00') }),
    clock(7, { unit_of_time: 'working_hour', budget: 84 }),
  ]),
);
const clocks = () =>
  tx((t) =>
    t.selectFrom('clock').selectAll().where('thing', 'in', things).orderBy('thing').orderBy('limit_name').execute(),
  );
const dueOf = async (thing: number) =>
  (await clocks())
    .find((one) => one.thing === things[thing])!
    .due_at.toISOString()
    .slice(0, 16);
const rowsOf = (verb: string) =>
  tx((t) => t.selectFrom('ledger').select(['thing', 'data', 'request']).where('verb', '=', verb).execute());

/** Not the real arrangement: ours, for the story. New Year until the 3rd, worked on Saturday the 9th. */
const days = [
  { day: '2027-01-01', kind: 'off', name: '元旦' },
  { day: '2027-01-02', kind: 'off', name: '元旦' },
  { day: '2027-01-04', kind: 'off', name: '元旦' },
  { day: '2027-01-09', kind: 'work', name: '元旦' },
  { day: '2027-05-03', kind: 'off', name: '劳动节' },
  { day: '2027-10-01', kind: 'off', name: '国庆节' },
];
const refused = async (body: object, noun = 'years') => {
  const answer = await call('office', 'POST', `/calendar/${noun}`, { id: newId(), ...body });
  return [answer.body.code, ...(answer.body.fields ?? []).map((field: { code: string }) => field.code)];
};

test('what is missing is said, and a table that is no arrangement is refused with the reason', async () => {
  assert.deepEqual(await ok('office', 'GET', '/calendar/missing'), { years: [2027], expected: [2027], provisional: 7 });
  const year = 2027;
  const saturdays = Array.from({ length: 40 }, (_, n) => ({
    ...{ day: new Date(Date.UTC(2027, 0, 9 + 7 * n)).toISOString().slice(0, 10), kind: 'work' },
  }));
  assert.deepEqual(await refused({ year, days: [...days, ...saturdays.slice(1)] }), [
    'malformed',
    'calendar_too_much_work',
  ]);
  assert.deepEqual(await refused({ year, days: [...days, days[0]] }), ['malformed', 'calendar_day_twice']);
  assert.deepEqual(await refused({ year, days: [{ ...days[0], day: '2026-01-01' }] }), [
    'malformed',
    'calendar_other_year',
  ]);
  assert.deepEqual(await refused({ year, days: [{ ...days[0], day: '2027-02-30' }] }), [
    'malformed',
    'calendar_not_a_day',
  ]);
  assert.deepEqual(await refused({ year, days: days.slice(0, -1) }), ['malformed', 'calendar_holiday_missing']);
  assert.deepEqual(await refused({ year, days: [] }), ['malformed', 'calendar_empty']);
  assert.equal((await call('clerk', 'POST', '/calendar/year-previews', { year, days })).status, 403);
});

test('a year comes in: told before, done in chunks, taken up after a death, each deadline moved once', async () => {
  const before = await clocks();
  assert.equal(await dueOf(0), '2027-01-11T15:59');
  const plan = await ok('office', 'POST', '/calendar/year-previews', { year: 2027, days });
  assert.deepEqual(plan.kinds, [{ kind: 'task', looked: 7, moved: 2, earlier: 0, over: 0 }]);
  const longer = days.filter(({ kind }) => kind === 'off');
  const other = await ok('office', 'POST', '/calendar/year-previews', { year: 2027, days: longer });
  assert.deepEqual(other.kinds, [{ kind: 'task', looked: 7, moved: 7, earlier: 0, over: 0 }]);
  assert.equal(other.first.length, 7);
  assert.deepEqual(await clocks(), before);

  const { id } = await ok('office', 'POST', '/calendar/years', { id: newId(), year: 2027, days: longer });
  assert.deepEqual(await refused({ year: 2027, days }), ['calendar_behind']);
  assert.equal(await transact(city, (t) => moveChunk(t, id, 3)), true);
  const dies = transact(city, async (t) => {
    await moveChunk(t, id, 3);
    throw new Error('killed');
  });
  await assert.rejects(dies, /killed|broken/);
  assert.equal((await rowsOf('task.moveDeadline')).length, 3);
  for (const one of await tx(openChanges)) await runChange(city, one.id);
  const after = await clocks();
  assert.deepEqual(
    after.filter((one, n) => one.due_at.getTime() !== before[n]!.due_at.getTime()).map((one) => one.limit_name),
    ['finish', 'finish', 'finish', 'finish', 'accept', 'finish', 'finish'],
  );
  assert.equal(await dueOf(0), '2027-01-12T15:59');
  assert.ok(after.every((one) => !one.provisional));
  const rows = await rowsOf('task.moveDeadline');
  assert.deepEqual(
    rows.map(({ thing }) => thing).sort(),
    [0, 1, 2, 3, 4, 7].map((n) => things[n]),
  );
  const [change] = (await ok('office', 'GET', '/calendar/changes')).items;
  assert.deepEqual([change.moved, change.looked, change.finishedAt !== null], [7, 7, true]);
  assert.deepEqual(await ok('office', 'GET', '/calendar/missing'), { years: [], expected: [], provisional: 0 });
});

test('a published year is corrected with a reason, and the deadlines move back', async () => {
  assert.deepEqual(await refused({ year: 2027, days }), ['calendar_reason_needed']);
  const body = { id: newId(), year: 2027, days, reason: '补录 1 月 9 日上班' };
  await ok('office', 'POST', '/calendar/years', body);
  assert.deepEqual(await ok('office', 'POST', '/calendar/years', body), { id: body.id });
  // As in a city with many clocks: two stretches, followed side by side.
  await tx(async (t) => {
    await t.updateTable('calendar_lane').set({ up_to: things[3]! }).where('change_id', '=', body.id).execute();
    await t.insertInto('calendar_lane').values({ change_id: body.id, nth: 1, after_thing: things[3]! }).execute();
  });
  await runChange(city, body.id);
  assert.equal(await dueOf(0), '2027-01-11T15:59');
  const moved = (await rowsOf('task.moveDeadline')).filter(({ request }) => request === body.id);
  assert.deepEqual(
    moved.map(({ thing }) => thing).sort(),
    [0, 1, 2, 3, 4].map((n) => things[n]),
  );
  assert.deepEqual(await tx(openChanges), []);
  assert.deepEqual(await refused({ year: 2027, days, reason: '再来' }), ['calendar_same']);
});

const hours = {
  ...{
    unit_id: null,
    valid_from: '2027-01-05',
    valid_to: null,
    weekdays: [1, 2, 3, 4, 5],
    season_from: null,
    season_to: null,
  },
  ...{ am_from: '09:00', am_to: '12:00', pm_from: '14:00', pm_to: '17:00' },
};

test('office hours change from a day on; rows that overlap or end before they begin are refused', async () => {
  const was = await dueOf(7);
  assert.deepEqual(await refused({ add: { ...hours, am_to: '08:00' } }, 'hours'), ['malformed', 'hours_ended_before']);
  const id = newId();
  const plan = await ok('office', 'POST', '/calendar/hours-previews', { add: hours });
  assert.deepEqual(plan.kinds[0].moved, 1);
  await ok('office', 'POST', '/calendar/hours', { id, add: hours });
  await runChange(city, id);
  assert.ok((await dueOf(7)) > was);
  assert.deepEqual(await refused({ add: { ...hours, valid_from: '2027-03-01' } }, 'hours'), [
    'malformed',
    'hours_overlap',
  ]);
  const back = newId();
  await ok('office', 'POST', '/calendar/hours', { id: back, end: { id, lastDay: null } });
  await runChange(city, back);
  assert.equal(await dueOf(7), was);
});

test('suspending stands still, resuming moves on, an extension is granted on top, and a stop ends what suspends', async () => {
  const thing = things[0]!;
  const by = { reason: '等鉴定结论', by: world.people.office, allowedBy: null };
  assert.equal(await tx((t) => suspendClocks(t, [thing], by)), 1);
  assert.equal(await tx((t) => suspendClocks(t, [thing], by)), 0);
  pass({ days: 2 });
  const [moved] = await tx((t) => resumeClocks(t, [thing]));
  assert.equal(moved!.to.toISOString().slice(0, 16), '2027-01-12T15:59');
  const [row] = await clocks();
  const longer = await tx((t) => extendClock(t, row!.id, { budget: 2, by: world.people.office, reason: '案情复杂' }));
  assert.equal(longer!.to.toISOString().slice(0, 16), '2027-01-14T15:59');
  await tx((t) => suspendClocks(t, [thing], by));
  await tx((t) => stopClocks(t, [thing], ['finish']));
  const open = await tx((t) => t.selectFrom('clock_suspension').select('id').where('to_at', 'is', null).execute());
  assert.deepEqual([open, (await clocks())[0]!.paused_at], [[], null]);
});
