/** One matter in stages: each has a time of its own, ends as the next begins, stands still with the whole, and is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { whereItStands } from '#supervision/line.store.ts';
import { testCity } from '#test/database.ts';
import { makeLand } from '#test/duty.ts';
import { stepsOf } from '#test/steps.ts';
import type { ProblemPage } from '#views/desk.api.ts';

const story = await testCity();
const { call, world, pass, city, settle, tx } = story;
const { ok, signal, problem, decide } = stepsOf(story);
const { category } = await makeLand(story);

const day = (days: number) =>
  new Date(city.clock.now().getTime() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10);
const stage = (name: string, starts: string, ends: string, budget: number) => ({
  ...{ name, starts, ends, budget },
  unitOfTime: 'working_hour',
});
const stages = [
  stage('派遣', 'made', 'assigned', 1),
  stage('接单', 'assigned', 'signed', 2),
  stage('首次联系', 'signed', 'contacted', 2),
  stage('处置', 'contacted', 'handled', 12),
  stage('核查', 'handled', 'verified', 4),
];
const rule = {
  ...{ limitName: 'handle', unitOfTime: 'working_hour', budget: 16, categoryId: category.works },
  ...{ milestones: stages, validFrom: day(1), reason: '数字城管' },
};
const refused = async (path: string, body: object, who: 'office' | 'clerk' = 'office') => {
  const { status, body: said } = await call(who, 'POST', path, { id: newId(), ...body });
  return [status, said.code, said.fields?.[0]?.path];
};
const page = (path: string): Promise<ProblemPage> => ok('dispatcher', 'GET', path);
/** Which stages have begun, by name: `+` runs, `=` stands still, `!` ended late. */
const row = async (path: string) =>
  (await page(path)).stages
    .filter(({ due }) => due)
    .map(({ name, due, endedAt }) => {
      if (!endedAt) return `${name}${due!.pausedAt ? '=' : '+'}`;
      return endedAt > due!.dueAt ? `${name}!` : name;
    })
    .join(' ');
async function made(title: string): Promise<[path: string, signal: string]> {
  const told = await signal(title);
  const decision = { decisionId: newId(), categoryId: category.works, was: null };
  await ok('dispatcher', 'POST', `/signals/${told}/category`, decision);
  return [`/problems/${await problem([told], title)}`, told];
}
const atUrban = async (path: string) => {
  await decide('dispatcher', path, 'assignments', { unitId: world.units.urban });
  await decide('clerk', path, 'signatures');
};
/** The story begins on a Thursday at 9:00, an hour of the office; the rule holds from Friday on. */
const [old] = await made('早先的工地');
pass({ days: 1 });

test('stages that contradict each other or the limit are refused with the stage named', async () => {
  const with_ = (...milestones: object[]) => refused('/limits', { ...rule, milestones });
  assert.deepEqual(await with_(stage('派遣', 'made', 'assigned', 0)), [422, 'stage_budget', 'milestones.0.budget']);
  assert.deepEqual(await with_(stages[0]!, stage('处置', 'handled', 'signed', 2)), [
    422,
    'stage_backwards',
    'milestones.1.starts',
  ]);
  assert.deepEqual(await with_(stages[3]!, stages[2]!), [422, 'stage_follows', 'milestones.1.starts']);
  assert.deepEqual(await with_(stage('处置', 'signed', 'handled', 17)), [422, 'stage_sum', 'milestones']);
  assert.deepEqual(await refused('/limits', { ...rule, limitName: 'sign' }), [422, 'stage_limit', 'milestones']);
  await ok('office', 'POST', '/limits', { ...rule, id: newId() });
});

test('one stage runs after the other, each ended by what the next begins with', async () => {
  const [path, told] = await made('工地围挡');
  assert.equal(await row(path), '派遣+');
  const { items } = await ok('dispatcher', 'GET', '/dispatch');
  const waiting = items.find((item: { id: string }) => path.endsWith(item.id));
  assert.equal(waiting.due.stage, '派遣');
  pass({ hours: 2 });
  assert.equal((await ok('dispatcher', 'GET', '/problems?late=true')).items.length, 1, 'an hour was for its dispatch');
  await atUrban(path);
  assert.equal(await row(path), '派遣! 接单 首次联系+');
  assert.equal((await page(path)).due?.stage, '首次联系');
  await decide('clerk', `/signals/${told}`, 'contacts', { way: 'phone', reached: true, words: '已约好' });
  await settle();
  assert.equal(await row(path), '派遣! 接单 首次联系 处置+');
  await decide('clerk', path, 'handlings', { words: '已拆除' });
  assert.equal(await row(path), '派遣! 接单 首次联系 处置 核查+');
  await decide('checker', path, 'verifications', { passed: false, words: '还有一段' });
  assert.equal(await row(path), '派遣! 接单 首次联系 处置+ 核查');
  await decide('clerk', path, 'handlings', { words: '都拆除了' });
  await decide('checker', path, 'verifications', { passed: true, words: '看过' });
  assert.equal(await row(path), '派遣! 接单 首次联系 处置 核查');
});

test('who was contacted before the report was contacted then, though nothing had moved on yet', async () => {
  const [path, told] = await made('夜间施工');
  await atUrban(path);
  await decide('clerk', `/signals/${told}`, 'contacts', { way: 'phone', reached: true, words: '已联系' });
  const { endedAt, due } = (await page(path)).stages[2]!;
  assert.deepEqual([endedAt, due?.stage], [null, '首次联系']);
  pass({ hours: 1 });
  await decide('clerk', path, 'handlings', { words: '已停工' });
  const [, , contact, handling] = (await page(path)).stages;
  assert.equal(contact!.endedAt, handling!.due!.startedAt);
  assert.equal(contact!.takenMs, 0);
  assert.ok(handling!.endedAt! > handling!.due!.startedAt);
});

test('a stage stands still with the whole, and more time for it moves the whole', async () => {
  const [path] = await made('渣土堆放');
  await atUrban(path);
  const before = await page(path);
  const more = { reason: 'works', words: '雨天', budget: 2, limit: 'stage' };
  await decide('clerk', path, 'extensions', more);
  const asked = (await page(path)).time.requests[0]!;
  assert.equal(asked.stage, '首次联系');
  await decide('dispatcher', path, 'time-decisions', { requestId: asked.id, granted: true, words: '同意' });
  const after = await page(path);
  assert.equal(after.stages[2]!.extended, 2);
  assert.ok(after.due!.dueAt > before.due!.dueAt);
  assert.ok(after.whole!.dueAt > before.whole!.dueAt);
  await decide('clerk', path, 'suspensions', { reason: 'weather', words: '台风', until: day(5) });
  const { id } = (await page(path)).time.requests[0]!;
  await decide('dispatcher', path, 'time-decisions', { requestId: id, granted: true, words: '同意' });
  assert.equal(await row(path), '派遣 接单 首次联系=');
  await decide('dispatcher', path, 'resumptions', { requestId: id, words: '台风已过' });
  assert.equal(await row(path), '派遣 接单 首次联系+');
});

test('a stage presses whoever its state waits for', async () => {
  const [path] = await made('井盖松动');
  const thing = path.split('/').at(-1)!;
  const of = { kind: 'problem', thing, limit: 'stage' };
  const whom = async () => [...(await tx((own) => whereItStands(own, [of]))).values()][0]!;
  assert.ok((await whom()).persons.includes(world.people.dispatcher));
  await atUrban(path);
  assert.deepEqual([(await whom()).unit, (await whom()).persons], [world.units.urban, [world.people.clerk]]);
  await decide('clerk', path, 'handlings', { words: '已更换' });
  assert.ok((await whom()).persons.includes(world.people.checker));
});

test('what had begun before keeps its old rule, and what is not about works has no stages', async () => {
  await atUrban(old);
  assert.deepEqual((await page(old)).stages, []);
  const other = `/problems/${await problem([await signal('路灯不亮')], '路灯不亮')}`;
  await atUrban(other);
  assert.deepEqual((await page(other)).stages, []);
});
