/** Limits are dated data: an old case keeps its old rule, the nearest category wins, what contradicts itself is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { isValidOn } from '#rules/limits.ts';
import { testCity } from '#test/database.ts';
import { makeLand } from '#test/duty.ts';
import { stepsOf } from '#test/steps.ts';
import type { LimitItem } from '#views/limits.api.ts';

const story = await testCity();
const { call, world, pass, city } = story;
const { ok, signal, problem, decide, seen } = stepsOf(story);
const { category } = await makeLand(story);

const hour = 3_600_000;
const day = (days: number) => new Date(city.clock.now().getTime() + (8 + days * 24) * hour).toISOString().slice(0, 10);
const handle = { limitName: 'handle', unitOfTime: 'hour', budget: 48, reason: '按市里新规定' };
const rules = async (): Promise<LimitItem[]> => (await ok('office', 'GET', '/limits')).items;
/** The one of today for whatever nothing else is said of. */
const general = async () =>
  (await rules()).find(
    (rule) =>
      rule.limitName === 'handle' &&
      !(rule.urgency || rule.class || rule.categoryId) &&
      isValidOn({ valid_from: rule.validFrom, valid_to: rule.validTo }, day(0)),
  )!;
const refused = async (path: string, body: object) => {
  const answer = await call('office', 'POST', path, { id: newId(), ...body });
  return [answer.status, answer.body.code];
};
/** How many hours the lead unit has, from its assignment on. */
async function hoursFor(path: string): Promise<number> {
  await decide('dispatcher', path, 'assignments', { unitId: world.units.urban });
  await decide('clerk', path, 'signatures');
  const { due } = await ok('clerk', 'GET', path);
  return Math.round((Date.parse(due.dueAt) - Date.parse(due.startedAt)) / hour);
}
const made = async (title: string) => `/problems/${await problem([await signal(title)], title)}`;

test('who may not keep the rules neither sees nor changes them', async () => {
  assert.equal((await call('clerk', 'GET', '/limits')).status, 403);
  assert.equal(
    (await call('dispatcher', 'POST', '/limits', { id: newId(), ...handle, validFrom: day(1) })).status,
    403,
  );
});

test('what contradicts itself or another rule is refused with its reason', async () => {
  assert.deepEqual(await refused('/limits', { ...handle, validFrom: day(1) }), [409, 'limit_overlaps']);
  assert.deepEqual(await refused('/limits', { ...handle, urgency: 'normal', validFrom: day(1), validTo: day(1) }), [
    422,
    'limit_ends_before',
  ]);
  assert.deepEqual(await refused('/limits', { ...handle, urgency: 'normal', validFrom: day(-1) }), [
    422,
    'limit_from_past',
  ]);
  assert.deepEqual(await refused('/limits', { ...handle, urgency: 'normal', budget: 0, validFrom: day(1) }), [
    422,
    'limit_budget',
  ]);
  assert.deepEqual(await refused('/limits', { ...handle, categoryId: newId(), validFrom: day(1) }), [
    422,
    'limit_category_unknown',
  ]);
  assert.deepEqual(await refused('/limit-presets', { preset: 'petition', validFrom: day(1) }), [
    422,
    'preset_needs_category',
  ]);
});

test('from its day on another rule holds, and a case that had begun keeps the old one', async () => {
  const old = await made('路灯不亮');
  const { id } = await general();
  const { limitName: _, ...change } = handle;
  await ok('office', 'POST', `/limits/${id}/replacements`, { ...change, id: newId(), validFrom: day(1) });
  assert.deepEqual(await refused(`/limits/${id}/replacements`, { ...change, validFrom: day(2) }), [
    409,
    'limit_overlaps',
  ]);
  pass({ days: 1 });
  assert.notEqual(await hoursFor(old), 48);
  assert.equal(await hoursFor(await made('路灯又不亮')), 48);
  assert.deepEqual(await refused(`/limits/${id}/endings`, { day: day(3), reason: '停用' }), [409, 'limit_ended']);
});

test('the nearest category wins over urgency', async () => {
  await ok('office', 'POST', '/limits', {
    ...handle,
    id: newId(),
    budget: 6,
    categoryId: category.noise,
    validFrom: day(0),
  });
  const about = async (id: string | null) => {
    const told = await signal('工地夜里施工');
    if (id)
      await ok('dispatcher', 'POST', `/signals/${told}/category`, { decisionId: newId(), categoryId: id, was: null });
    const made = await problem([told], '夜间施工');
    const { version, title } = await ok('dispatcher', 'GET', `/problems/${made}`);
    await ok('dispatcher', 'PUT', `/problems/${made}`, {
      id: newId(),
      version,
      title,
      class: null,
      urgency: 'critical',
    });
    return hoursFor(`/problems/${made}`);
  };
  assert.equal(await about(category.works), 6);
  assert.equal(await about(null), 24);
});

test('what came in by a channel of its own goes by its rule, whatever it is about', async () => {
  const { items } = await ok('callTaker', 'GET', '/channels');
  const { id: channel, name } = items.find((one: { kind: string }) => one.kind === 'desk');
  const preset = { id: newId(), preset: 'petition', validFrom: day(0), channelId: channel };
  assert.deepEqual(await ok('office', 'POST', '/limit-presets', preset), { rules: 2 });
  const about = async (...channels: string[]) => {
    const told: string[] = [];
    for (const channelId of channels) told.push(await signal('工地夜里施工', { channelId }));
    for (const one of told)
      await ok('dispatcher', 'POST', `/signals/${one}/category`, {
        decisionId: newId(),
        categoryId: category.noise,
        was: null,
      });
    return hoursFor(`/problems/${await problem(told, '夜间施工')}`);
  };
  const ofChannel = (await rules()).find((rule) => rule.channelId === channel && rule.limitName === 'handle')!;
  assert.deepEqual([ofChannel.channel, ofChannel.budget, ofChannel.extensionBudget], [name, 60, 30]);
  assert.ok((await about(channel)) > 59 * 24);
  assert.equal(await about(world.channel, world.channel, channel), 6, 'most of it came in by the hotline');
  assert.deepEqual(await refused('/limits', { ...handle, channelId: newId(), validFrom: day(1) }), [
    422,
    'limit_channel_unknown',
  ]);
});

test('how long something may stand on the books is a rule like the others', async () => {
  const path = await made('老管网改造');
  await decide('dispatcher', path, 'assignments', { unitId: world.units.urban });
  await decide('clerk', path, 'signatures');
  const latest = async () => (await ok('clerk', 'GET', path)).latestReview;
  assert.equal(await latest(), day(183));
  const days = { limitName: 'deferral', unitOfTime: 'day', budget: 30, reason: '每月复核' };
  assert.deepEqual(
    await refused('/limits', { ...days, unitOfTime: 'working_day', urgency: 'normal', validFrom: day(0) }),
    [422, 'limit_unit'],
  );
  await ok('office', 'POST', '/limits', { ...days, urgency: 'normal', id: newId(), validFrom: day(0) });
  assert.equal(await latest(), day(30));
  const ask = { reason: 'money', words: '资金未到', conditions: '资金到位' };
  const asked = await call('clerk', 'POST', `${path}/deferrals`, {
    ...(await seen('clerk', path)),
    ...ask,
    reviewOn: day(31),
  });
  assert.deepEqual([asked.status, asked.body.code], [422, 'review_day']);
});

test('a preset takes the place of what holds under the same conditions, and can be changed then', async () => {
  const before = (await rules()).length;
  assert.deepEqual(
    await ok('office', 'POST', '/limit-presets', { id: newId(), preset: 'guangdong', validFrom: day(10) }),
    { rules: 4 },
  );
  const now = await rules();
  assert.equal(now.length, before + 4);
  const coming = now.filter((rule) => rule.validFrom === day(10));
  assert.deepEqual(
    coming.map(({ budget }) => budget).sort((a, b) => a - b),
    [2, 10, 15, 15],
  );
  const simple = coming.find((rule) => rule.class === 'simple')!;
  assert.match(simple.source, /广东/);
  assert.equal(now.filter((rule) => rule.validTo === day(10)).length, 3);
  await ok('office', 'POST', `/limits/${simple.id}/endings`, { id: newId(), day: day(10), reason: '不用' });
  assert.equal((await rules()).length, before + 3);
});

test('a change tells how many of last month would have been late under it', async () => {
  const path = await made('井盖松动');
  await decide('dispatcher', path, 'assignments', { unitId: world.units.urban });
  await decide('clerk', path, 'signatures');
  pass({ hours: 30 });
  await decide('clerk', path, 'handlings', { words: '已固定' });
  pass({ days: 31 });
  const { id } = await general();
  const ask = (budget: number) =>
    ok('office', 'GET', `/limits/preview?limitName=handle&unitOfTime=hour&budget=${budget}&replaces=${id}`);
  const stages = (...budgets: number[]) =>
    ok(
      'office',
      'GET',
      `/limits/preview?limitName=handle&unitOfTime=hour&budget=90&replaces=${id}&milestones=${encodeURIComponent(
        JSON.stringify(
          budgets.map((budget) => ({
            name: `${budget}`,
            starts: 'signed',
            ends: 'handled',
            unitOfTime: 'hour',
            budget,
          })),
        ),
      )}`,
    );
  assert.deepEqual((await stages(29)).stages, [{ name: '29', ended: 1, late: 1 }]);
  assert.deepEqual((await stages(31)).stages, [{ name: '31', ended: 1, late: 0 }]);
  const wrong = await call('office', 'GET', '/limits/preview?limitName=handle&unitOfTime=hour&budget=9&milestones=%5B');
  assert.equal(wrong.status, 422);
  const [long, short] = [await ask(40), await ask(29)];
  assert.deepEqual([long.concerned, long.lateWas, long.lateWould], [1, 0, 0]);
  assert.deepEqual([short.concerned, short.lateWas, short.lateWould], [1, 0, 1]);
});
