/** In 钉钉 and 浙政钉: what a member may be sent is kept, what waits for somebody stands among their to-dos once, and ends when it is done. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameMessageKinds } from '#message/message.ts';
import { listChannels } from '#message/outside/channel.actions.ts';
import { followTodos, pushTodos } from '#message/outside/todo.jobs.ts';
import { pushWaiting } from '#message/push.jobs.ts';
import { tellAll } from '#message/tell.actions.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { dingTalkStandIn } from '#test/dingtalk.ts';
import { govDingStandIn } from '#test/govding.ts';
import { openOutside } from '#test/outside.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { city, pass, tx, world } = story;
const { ok, seen, signal, problem, decide } = stepsOf(story);
const { clerk, head, official } = world.people;
nameMessageKinds({ 'test.remind': { zh: '提醒', en: 'Reminder' } });

const desk = 'https://desk.example/c/qinglan';
const ding = await dingTalkStandIn(() => city.clock.now());
const everybody = Object.values(world.people);
await openOutside(story, 'dingtalk', everybody, { base: ding.base, api: ding.base, todos: true, desk });

const words = { zh: '今天到期', en: 'Due today' };
const say = (keys: string[], to: string[]) =>
  tx((own) =>
    tellAll(
      own,
      keys.map((key) => ({ to, kind: 'test.remind', thing: { kind: 'problem' as const, id: newId() }, key, words })),
    ),
  );
const minutes = (many: number) => pass({ hours: many / 60 });
const channel = async (name: string) => (await tx(listChannels)).find((one) => one.name === name)!;
const follow = async () => {
  await followTodos(city);
  return pushTodos(city);
};

const leak = `/problems/${await problem([await signal('路面积水')], '路面积水')}`;
await decide('dispatcher', leak, 'assignments', { unitId: world.units.urban, role: 'lead' });
await decide('clerk', leak, 'signatures');
async function give(title: string, assigneeId: string): Promise<string> {
  const taskId = newId();
  const task = { taskId, title, assigneeId, reviewerId: head, workingDays: 5 };
  await ok('clerk', 'POST', `${leak}/tasks`, { ...(await seen('clerk', leak)), ...task });
  return `/tasks/${taskId}`;
}
const handIn = (task: string) => decide('official', task, 'hand-ins', { words: '已清掏', files: [] });
const found = (title: string) => [...ding.todos.values()].filter(({ subject }) => subject.endsWith(title));

test('no more than twenty calls a second, and the same words reach each member once', async () => {
  await say(['a', 'b', 'c'], everybody);
  assert.equal(await pushWaiting(city), everybody.length * 3);
  assert.deepEqual([ding.delivered.length, ding.swallowed(), ding.tokens()], [everybody.length * 3, 0, 1]);
  assert.deepEqual(ding.broken, []);
});

test('the answer is lost on its way: it is sent again and arrives once; a token that ends is renewed', async () => {
  const before = ding.delivered.length;
  await say(['d'], [clerk]);
  ding.cut('after');
  assert.equal(await pushWaiting(city), 0);
  ding.cut(null);
  minutes(121);
  assert.equal(await pushWaiting(city), 1);
  assert.deepEqual([ding.delivered.length, ding.swallowed(), ding.tokens()], [before + 1, 1, 2]);
  ding.answer({ errcode: 90018 });
  await say(['e'], [clerk]);
  assert.equal(await pushWaiting(city), 0);
  assert.equal((await channel('dingtalk')).failure, 'limit');
  ding.answer({ errcode: 90020 });
  minutes(6);
  assert.equal(await pushWaiting(city), 0);
  assert.equal((await channel('dingtalk')).failure, 'quota');
  ding.answer(null);
  minutes(11);
  assert.equal(await pushWaiting(city), 1);
  assert.equal((await channel('dingtalk')).failure, null);
});

test('a task stands among the to-dos of whoever has it, with its deadline and a way to it, until it is handed in', async () => {
  const task = await give('清掏雨水口，联系 13812345678', official);
  assert.equal(await follow(), 1);
  assert.equal(await follow(), 0, 'told once');
  const [todo] = [...ding.todos.values()];
  const { number, due } = await ok('official', 'GET', task);
  assert.match(todo!.subject, new RegExp(`^${number} 清掏雨水口，联系 138\\*+`));
  assert.deepEqual([todo!.url, todo!.done, todo!.union], [`${desk}${task}`, false, `union of ${official}`]);
  assert.equal(new Date(todo!.dueTime!).toISOString(), due.dueAt);
  await decide('official', task, 'acceptances');
  assert.equal(await follow(), 0, 'accepting changes nothing of it');
  await handIn(task);
  assert.equal(await follow(), 2, 'theirs is done, and the reviewer has one');
  assert.deepEqual(
    [...ding.todos.values()].map(({ union, done, subject }) => [union, done, subject.slice(0, 4)]),
    [
      [`union of ${official}`, true, number.slice(0, 4)],
      [`union of ${head}`, false, '待审核：'],
    ],
  );
  await decide('head', task, 'reviews', { passed: false, words: '照片不清楚' });
  assert.equal(await follow(), 2, 'the review is done, and the work is theirs again');
  assert.deepEqual(
    [...ding.todos.values()].map(({ done }) => done),
    [true, true, false],
  );
  await handIn(task);
  await decide('head', task, 'reviews', { passed: true, words: '好' });
  assert.equal(await follow(), 1, 'what came and went between two minutes is not told at all');
  assert.ok([...ding.todos.values()].every(({ done }) => done));
});

test('given to another, its deadline moved, taken back: the other side follows', async () => {
  const task = await give('更换井盖', official);
  await follow();
  await decide('clerk', task, 'handovers', { assigneeId: clerk, reason: '吴涛休假' });
  assert.equal(await follow(), 2);
  assert.deepEqual(
    found('更换井盖').map(({ union, done }) => [union, done]),
    [
      [`union of ${official}`, true],
      [`union of ${clerk}`, false],
    ],
  );
  const was = found('更换井盖')[1]!.dueTime!;
  await tx((own) =>
    own
      .updateTable('clock')
      .set({ due_at: new Date(was + 86_400_000) })
      .where('thing', '=', task.slice(7))
      .where('limit_name', '=', 'finish')
      .execute(),
  );
  assert.equal(await follow(), 1);
  assert.equal(found('更换井盖')[1]!.dueTime, was + 86_400_000);
  await decide('clerk', task, 'withdrawals', { reason: '重复派发' });
  assert.equal(await follow(), 1);
  assert.ok(found('更换井盖').every(({ done }) => done));
  assert.deepEqual(ding.broken, []);
});

test('killed between making it and writing it down, the answer lost, a held city: one to-do, and none is forgotten', async () => {
  const task = await give('疏通管道', official);
  ding.cut('after');
  assert.equal(await follow(), 0);
  ding.cut(null);
  const held = (since: 'now()' | 'null') =>
    story.installation.owner.query(
      `update suyuan.city set held_since = ${since}, restored_from = gen_random_uuid() where slug = $1`,
      [city.slug],
    );
  minutes(6);
  await held('now()');
  assert.equal(await follow(), 0, 'restored and not released');
  assert.equal((await channel('dingtalk')).todos.waiting, 1);
  await held('null');
  assert.equal(await follow(), 1);
  assert.equal(found('疏通管道').length, 1);
  await decide('clerk', task, 'withdrawals', { reason: '重复派发' });
  ding.cut('before');
  assert.equal(await follow(), 0);
  ding.cut(null);
  minutes(6);
  assert.equal(await follow(), 1);
  assert.ok(found('疏通管道').every(({ done }) => done));
});

test('浙政钉: every call signed, one to-do a piece of work, finished or cancelled by what became of it', async () => {
  let behind = 0;
  const gov = await govDingStandIn(() => new Date(city.clock.now().getTime() + behind));
  await tx((own) => own.updateTable('outside_channel').set({ open: false }).where('name', '=', 'dingtalk').execute());
  await openOutside(story, 'govding', [official, head], { base: gov.base, todos: true, desk });
  behind = 20 * 60_000;
  await say(['f'], [official]);
  assert.equal(await pushWaiting(city), 0);
  assert.equal((await channel('govding')).failure, 'clock');
  behind = 0;
  minutes(6);
  assert.equal(await pushWaiting(city), 1);
  assert.match(gov.delivered[0]!.content, /^今天到期（[0-9a-f]{6}）\n/);
  const [done, dropped] = [await give('巡查泵站', official), await give('登记泵站', official)];
  gov.cut(true);
  assert.equal(await follow(), 0);
  gov.cut(false);
  minutes(6);
  assert.equal(await follow(), 2);
  assert.equal(gov.todos.size, 2);
  await decide('official', done, 'acceptances');
  await handIn(done);
  await decide('clerk', dropped, 'withdrawals', { reason: '重复派发' });
  assert.equal(await follow(), 3);
  assert.deepEqual(
    [...gov.todos.values()].map(({ subject, holder, state }) => [subject.slice(-4), holder, state]),
    [
      ['巡查泵站', official, 'finished'],
      ['登记泵站', official, 'cancelled'],
      ['巡查泵站', head, 'open'],
    ],
  );
  gov.close();
});
