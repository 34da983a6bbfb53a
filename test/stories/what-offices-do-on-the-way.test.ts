/** What offices do beside the main line: returns until the centre's decision binds, urging, and what follows below. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

const story = await testCity();
const { call, world, city, pass, settle, tx } = story;
const { ok, seen, signal, problem, decide } = stepsOf(story);
const { urban, water } = world.units;

const fresh = async (title: string) => `/problems/${await problem([await signal(title)], title)}`;
const assign = (path: string, unitId: string, more = {}) =>
  decide('dispatcher', path, 'assignments', { unitId, ...more });
const refused = async (name: PersonName, path: string, noun: string, body: object = {}) => {
  const answer = await call(name, 'POST', `${path}/${noun}`, { ...(await seen(name, path)), ...body });
  return [answer.status, answer.body.code];
};
const button = async (name: PersonName, path: string, step: string) =>
  (await ok(name, 'GET', path)).buttons.find((one: { step: string }) => one.step === step);

test('after two returns the decision of the centre binds: the unit objects in words, and has it', async () => {
  const path = await fresh('桥下积水');
  const mine = { reason: '不属于本局职责', basis: '三定规定第七条' };
  assert.deepEqual(await refused('dispatcher', path, 'assignments', { unitId: urban, basis: '太早' }), [
    422,
    'binding_early',
  ]);
  await assign(path, urban);
  assert.equal(await button('clerk', path, 'object'), undefined);
  await decide('clerk', path, 'returns', mine);
  await assign(path, water);
  await decide('waterHead', path, 'returns', mine);
  assert.deepEqual(await refused('dispatcher', path, 'assignments', { unitId: urban }), [422, 'binding_basis']);
  await assign(path, urban, { basis: '市委编办会商纪要第 3 号' });
  const { assignments } = await ok('clerk', 'GET', path);
  const returned = assignments.filter(({ closeReason }: { closeReason: string }) => closeReason === 'returned');
  assert.deepEqual(
    returned.map(({ closedBy }: { closedBy: string }) => closedBy),
    ['陈晓燕', '卢海'],
  );
  assert.match((await button('clerk', path, 'sendBack')).closed.zh, /终局派单（依据：市委编办会商纪要第 3 号）/);
  assert.deepEqual(await refused('clerk', path, 'returns', mine), [409, 'binding_stands']);
  await decide('clerk', path, 'objections', { words: '桥梁由交通部门养护' });
  const after = await ok('dispatcher', 'GET', path);
  assert.deepEqual([after.state, after.history[0].verb], ['given', 'problem.object']);
});

test('whoever has it is urged, told by name, and not again within four working hours', async () => {
  const path = await fresh('路灯不亮');
  await assign(path, urban);
  assert.equal(await button('clerk', path, 'urge'), undefined);
  await decide('dispatcher', path, 'urgings', { words: '市民已两次来电' });
  assert.deepEqual(await refused('head', path, 'urgings', { words: '抓紧' }), [409, 'urged_soon']);
  assert.match((await button('head', path, 'urge')).closed.zh, /以后可以再催/);
  await settle();
  const { items } = await ok('clerk', 'GET', '/messages');
  assert.match(items[0].words.zh, /^沈立催办 P2026-\d+ 路灯不亮$/);
  pass({ days: 3 });
  await decide('head', path, 'urgings', { words: '今天要有结果' });
  const { urged } = await ok('clerk', 'GET', path);
  assert.deepEqual([urged.count, urged.last.by, urged.last.words], [2, '罗建国', '今天要有结果']);
});

test('a task is urged by whoever gave it: the assignee, then the reviewer', async () => {
  const path = await fresh('绿篱遮挡');
  await assign(path, urban);
  await decide('clerk', path, 'signatures');
  const taskId = newId();
  const give = { taskId, title: '修剪', assigneeId: world.people.official, reviewerId: world.people.head };
  await ok('clerk', 'POST', `${path}/tasks`, { ...(await seen('clerk', path)), ...give });
  const task = `/tasks/${taskId}`;
  await decide('clerk', task, 'urgings', { words: '周五前' });
  assert.deepEqual(await refused('clerk', task, 'urgings', { words: '再催' }), [409, 'urged_soon']);
  assert.deepEqual(await refused('official', task, 'urgings', { words: '自己催' }), [403, 'forbidden']);
  await decide('official', task, 'hand-ins', { words: '已修剪', files: [] });
  await decide('clerk', task, 'urgings', { words: '请审核' });
  await settle();
  const told = async (name: PersonName) =>
    (await ok(name, 'GET', '/messages')).items.filter(({ thing }: { thing: { id: string } }) => thing.id === taskId)
      .length;
  assert.deepEqual([await told('official'), await told('head')], [1, 1]);
});

test('the lead reports only when all have agreed; an objection is answered and asked again, or decided over', async () => {
  const path = await fresh('围墙倾斜');
  await assign(path, urban);
  await decide('clerk', path, 'signatures');
  const { housing } = world.units;
  await decide('clerk', path, 'countersigners', { unitId: water, reason: '基础是否泡水' });
  await decide('dispatcher', path, 'countersigners', { unitId: housing, reason: '结构是否安全' });
  assert.deepEqual(await refused('clerk', path, 'countersigners', { unitId: water, reason: '再请' }), [
    409,
    'unit_has_it',
  ]);
  assert.match((await button('clerk', path, 'handle')).closed.zh, /还在等会签：水务局、住建局/);
  const { items } = await ok('waterHead', 'GET', '/my-work?tab=todo');
  assert.ok(
    items.some(({ id, what }: { id: string; what: { zh: string } }) => path.endsWith(id) && what.zh === '待会签'),
  );
  await decide('waterHead', path, 'countersignatures', { verdict: 'object', words: '先排水再加固' });
  const words = async () => (await ok('clerk', 'GET', path)).countersigning.signers[0];
  const removal = { assignmentId: (await words()).assignment, reason: '不等了' };
  assert.deepEqual(await refused('clerk', path, 'countersigner-removals', removal), [403, 'objection_stands']);
  await decide('clerk', path, 'objection-answers', { wordId: (await words()).said[0].id, words: '已加排水' });
  assert.equal((await words()).standing, 'waiting');
  await decide('waterHead', path, 'countersignatures', { verdict: 'object', words: '排水口太小' });
  await decide('dispatcher', path, 'objection-decisions', {
    wordId: (await words()).said[1].id,
    words: '按专家意见够用',
  });
  assert.deepEqual(await refused('waterHead', path, 'countersignatures', { verdict: 'agree', words: '好' }), [
    409,
    'countersigned_already',
  ]);
  assert.deepEqual(await refused('clerk', path, 'handlings', { words: '已加固' }), [409, 'countersign_unmet']);
  assert.deepEqual(await refused('clerk', path, 'countersign-rules', { rule: 'one', reason: '快一点' }), [
    403,
    'forbidden',
  ]);
  await decide('dispatcher', path, 'countersign-rules', { rule: 'one', reason: '住建局无异议权' });
  await decide('clerk', path, 'handlings', { words: '已加固' });
  assert.equal((await ok('clerk', 'GET', path)).state, 'handled');
});

test('a copied unit marks that it has read, and nothing runs against it', async () => {
  const path = await fresh('广告牌反光');
  await assign(path, urban);
  await assign(path, water, { role: 'copy' });
  assert.ok(await button('waterHead', path, 'read'));
  await decide('waterHead', path, 'copy-readings');
  assert.equal(await button('waterHead', path, 'read'), undefined);
  assert.deepEqual(await refused('waterHead', path, 'copy-readings'), [409, 'copy_read']);
  const copy = (await ok('clerk', 'GET', path)).assignments.find(({ role }: { role: string }) => role === 'copy');
  assert.equal(copy.signedBy, '卢海');
});

test('a task is entrusted by its assignee and comes back to them', async () => {
  const path = await fresh('雨棚漏水');
  await assign(path, urban);
  await decide('clerk', path, 'signatures');
  const taskId = newId();
  const give = { taskId, title: '补漏', assigneeId: world.people.clerk, reviewerId: world.people.head };
  await ok('clerk', 'POST', `${path}/tasks`, { ...(await seen('clerk', path)), ...give });
  const task = `/tasks/${taskId}`;
  await decide('clerk', task, 'acceptances');
  const to = (personId: string) => ({ personId, reason: '我在开会' });
  assert.deepEqual(await refused('clerk', task, 'entrustments', to(world.people.head)), [409, 'own_review']);
  await decide('clerk', task, 'entrustments', to(world.people.official));
  const { items } = await ok('official', 'GET', '/my-work?tab=todo');
  assert.equal(items.find(({ id }: { id: string }) => id === taskId).what.zh, '受委派，待反馈承办人');
  assert.deepEqual(await refused('official', task, 'hand-ins', { words: '好了', files: [] }), [403, 'forbidden']);
  await decide('official', task, 'entrustment-reports', { words: '已补漏' });
  await decide('clerk', task, 'hand-ins', { words: '已补漏，看过', files: [] });
  assert.deepEqual((await ok('clerk', 'GET', task)).state, 'submitted');
});

test('the lead unit entrusts a unit below it, which reports to it and not to the centre', async () => {
  const path = await fresh('夜间施工');
  await assign(path, urban);
  await decide('clerk', path, 'signatures');
  const to = (unitId: string) => ({ unitId, reason: '夜里去看' });
  assert.deepEqual(await refused('clerk', path, 'entrustments', to(water)), [422, 'not_below']);
  await decide('clerk', path, 'entrustments', to(world.units.urbanNight));
  assert.deepEqual(await refused('clerk', path, 'handlings', { words: '好了' }), [409, 'entrusted_works']);
  assert.deepEqual(await refused('clerk', path, 'entrustment-reports', { words: '好了' }), [403, 'forbidden']);
  await decide('head', path, 'entrustment-signatures');
  await decide('head', path, 'entrustment-reports', { words: '已责令停工' });
  await decide('clerk', path, 'entrustments', to(world.units.urbanNight));
  await decide('dispatcher', path, 'assignments', { unitId: water });
  const { assignments } = await ok('dispatcher', 'GET', path);
  const open = assignments.filter(({ closedAt }: { closedAt: string | null }) => closedAt === null);
  assert.deepEqual(
    open.map(({ role, unit }: { role: string; unit: { id: string } }) => [role, unit.id]),
    [['lead', water]],
  );
});

const running = async (path: string) =>
  tx(async (own) => {
    const rows = await own
      .selectFrom('clock')
      .select(['id', 'limit_name'])
      .where('thing', '=', path.split('/')[2]!)
      .where('stopped_at', 'is', null)
      .orderBy('limit_name')
      .execute();
    return rows.map(({ id, limit_name }) => `${limit_name} ${id}`);
  });

test('one takes back the own last step while nobody has gone on; the same clocks run as if it had not been', async () => {
  const path = await fresh('台阶破损');
  const [waits] = await running(path);
  await assign(path, water);
  assert.equal((await button('otherDispatcher', path, 'retract')) ?? null, null);
  await decide('dispatcher', path, 'retractions', { reason: '派错了' });
  assert.deepEqual(await running(path), [waits]);
  await assign(path, urban);
  await decide('clerk', path, 'signatures');
  assert.deepEqual(await refused('dispatcher', path, 'retractions', { reason: '晚了' }), [403, 'forbidden']);
  const handling = await running(path);
  pass({ hours: 2 });
  await decide('clerk', path, 'handlings', { words: '已修' });
  await decide('clerk', path, 'retractions', { reason: '照片没传' });
  assert.deepEqual(await running(path), handling);
  const back = await ok('clerk', 'GET', path);
  assert.deepEqual([back.state, back.handled, back.history[0].verb], ['working', null, 'problem.retract']);
  await decide('clerk', path, 'returns', { reason: '不是本局', basis: '清单' });
  await decide('clerk', path, 'retractions', { reason: '看错了' });
  assert.deepEqual(await running(path), handling);
  assert.equal((await ok('clerk', 'GET', path)).lead.id, urban);
});

test('what was reported is returned to a stop it went through; who had it then has it again', async () => {
  const path = await fresh('雨水倒灌');
  await assign(path, water);
  await decide('waterHead', path, 'signatures');
  await assign(path, urban);
  await decide('clerk', path, 'signatures');
  assert.deepEqual((await ok('dispatcher', 'GET', path)).nodes, []);
  await decide('clerk', path, 'handlings', { words: '已疏通' });
  await decide('checker', path, 'verifications', { passed: true, words: '看过' });
  const { nodes } = await ok('checker', 'GET', path);
  assert.deepEqual(
    nodes.map(({ node, unit }: { node: string; unit: { shortName: string } | null }) => [node, unit?.shortName]),
    [
      ['handled', undefined],
      ['working', '城管局'],
      ['given', '城管局'],
      ['working', '水务局'],
      ['given', '水务局'],
      ['open', undefined],
    ],
  );
  const to = { node: 'working', assignmentId: nodes[3].assignment, reason: '泵站要先修' };
  assert.deepEqual(await refused('clerk', path, 'node-returns', to), [403, 'forbidden']);
  await decide('checker', path, 'node-returns', to);
  const { state, lead, due } = await ok('waterHead', 'GET', path);
  assert.deepEqual([state, lead.id, due.limit, due.office], ['working', water, 'handle', water]);
});

test('what cannot be solved now stands on the books: its limits and those of its tasks stand still, and it is reviewed', async () => {
  const path = await fresh('老旧管网改造');
  await assign(path, urban);
  await decide('clerk', path, 'signatures');
  const taskId = newId();
  const give = { taskId, title: '摸底', assigneeId: world.people.official, reviewerId: world.people.head };
  await ok('clerk', 'POST', `${path}/tasks`, { ...(await seen('clerk', path)), ...give });
  const day = (days: number) =>
    new Date(city.clock.now().getTime() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10);
  const ask = { reason: 'money', words: '列入明年预算', conditions: '预算批复', reviewOn: day(60) };
  assert.deepEqual(await refused('clerk', path, 'deferrals', { ...ask, reviewOn: day(200) }), [422, 'review_day']);
  await decide('clerk', path, 'deferrals', ask);
  assert.deepEqual(await refused('clerk', path, 'deferral-decisions', { granted: true, words: '行' }), [
    403,
    'forbidden',
  ]);
  const waits = async () =>
    (await ok('dispatcher', 'GET', '/dispatch?kind=deferral')).items.map(
      ({ asked }: { asked: { by: string; said: { zh: string } } }) => `${asked.by} ${asked.said.zh}`,
    );
  assert.deepEqual(await waits(), [`陈晓燕 申请挂账，${day(60)} 复核：资金未落实`]);
  await decide('dispatcher', path, 'deferral-decisions', { granted: true, words: '同意' });
  assert.deepEqual(await waits(), []);
  const still = async () => [
    Boolean((await ok('clerk', 'GET', path)).due.pausedAt),
    Boolean((await ok('clerk', 'GET', `/tasks/${taskId}`)).due.pausedAt),
  ];
  await decide('official', `/tasks/${taskId}`, 'acceptances');
  assert.deepEqual(await still(), [true, true]);
  await settle();
  const { items: toAnswer } = await ok('callTaker', 'GET', '/to-answer');
  assert.ok(toAnswer.some(({ words }: { words: string }) => words === '老旧管网改造'));
  const { items } = await ok('dispatcher', 'GET', '/problems?deferred=true');
  assert.deepEqual(
    items.map(({ title, deferral }: { title: string; deferral: object }) => [title, deferral]),
    [['老旧管网改造', { since: day(0), reviewOn: day(60) }]],
  );
  const asked = async () =>
    (await ok('dispatcher', 'GET', '/my-work?tab=todo')).items
      .filter(({ id }: { id: string }) => path.endsWith(id))
      .map(({ what }: { what: { zh: string } }) => what.zh);
  assert.deepEqual(await asked(), []);
  pass({ days: 60 });
  assert.deepEqual(await asked(), ['挂账到期复核']);
  await decide('dispatcher', path, 'deferral-reviews', { reviewOn: day(30), words: '预算未批' });
  assert.deepEqual(await still(), [true, true]);
  await decide('clerk', path, 'deferral-endings', { words: '预算已批' });
  assert.deepEqual(await still(), [false, false]);
  const { deferrals } = await ok('clerk', 'GET', path);
  assert.deepEqual(
    deferrals.map(({ state, endedBy }: { state: string; endedBy: string }) => [state, endedBy]),
    [
      ['ended', '陈晓燕'],
      ['ended', '沈立'],
    ],
  );
});
