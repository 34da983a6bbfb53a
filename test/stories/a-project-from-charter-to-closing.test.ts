/** A problem becomes a project with one lead, is driven by milestones to an open acceptance, and closes on a reading after it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids.ts';
import type { Charter } from '#project/charter.ts';
import { testCity } from '#test/database.ts';
import { projectsOf } from '#test/projects.ts';

const story = await testCity();
const { call, world, pass } = story;
const { see, decide, done, read, file, draft, running, reach, presented, passing } = projectsOf(story);
const refusedAs = async (answer: Promise<{ status: number; body: { code: string } }>, status: number, code: string) => {
  const { status: seen, body } = await answer;
  assert.deepEqual([seen, body.code], [status, code], JSON.stringify(body));
};

test('a draft says what it lacks and cannot be proposed until it lacks nothing', async () => {
  const { id, charter } = await draft({ effect: '', reviewerId: null, milestones: [] });
  assert.deepEqual((await see(id)).draft?.missing.map((one) => one.path).sort(), [
    'effect',
    'milestones',
    'reviewerId',
  ]);
  const refused = await decide('clerk', id, 'proposals');
  assert.equal(refused.status, 422);
  assert.deepEqual(refused.body.fields.map((one: { path: string }) => one.path).sort(), [
    'effect',
    'milestones',
    'reviewerId',
  ]);
  const whole = { ...charter, effect: '夜里安静', reviewerId: world.people.waterHead };
  const milestones = [{ id: newId(), title: '摸排', dueOn: '2026-04-01', evidenceAsked: '台账' }];
  await done('clerk', id, 'charter', { charter: { ...whole, milestones } });
  await done('clerk', id, 'proposals');
  assert.equal((await see(id)).state, 'proposed');
});

test('a target equal to its baseline, one on the worse side, one before it: each named by its field', async () => {
  const { id, charter } = await draft();
  const [goal] = charter.goals;
  const whole = (change: Partial<Charter>) => decide('clerk', id, 'charter', { charter: { ...charter, ...change } });
  for (const [change, path] of [
    [{ goals: [{ ...goal!, target: 48 }] }, 'goals.0.target'],
    [{ goals: [{ ...goal!, target: 60 }] }, 'goals.0.target'],
    [{ goals: [{ ...goal!, targetOn: '2026-02-01' }] }, 'goals.0.targetOn'],
    [{ endsOn: '2026-03-01' }, 'endsOn'],
    [{ endsOn: '2026-05-01' }, 'milestones.1.dueOn'],
  ] as const) {
    const { status, body } = await whole(change as Partial<Charter>);
    assert.deepEqual([status, body.code, body.fields[0].path], [422, 'charter_incomplete', path]);
  }
  assert.deepEqual((await see(id)).draft?.charter.goals, charter.goals, 'what was kept before stands');
});

test('the reviewer is neither the lead nor under the lead; the lead does not charter', async () => {
  const { id, charter } = await draft();
  const with_ = (reviewerId: string) => decide('clerk', id, 'charter', { charter: { ...charter, reviewerId } });
  await refusedAs(with_(world.people.head), 422, 'reviewer_is_lead');
  await refusedAs(with_(world.people.clerk), 422, 'reviewer_under_lead');
  await refusedAs(with_(world.people.official), 422, 'reviewer_under_lead');
  await done('clerk', id, 'proposals');
  await refusedAs(decide('head', id, 'charters', { chartered: true, words: '同意' }), 403, 'forbidden');
  await refusedAs(decide('clerk', id, 'charters', { chartered: true, words: '同意' }), 403, 'forbidden');
  await done('office', id, 'charters', { chartered: false, words: '目标再具体些' });
  const back = await see(id);
  assert.equal(back.state, 'draft');
  assert.equal(back.decisions[0]?.words, '目标再具体些');
});

test('chartered, the head of the unit leads it in person, and a light says which milestone and whose turn', async () => {
  const { id } = await running();
  const page = await see(id);
  assert.equal(page.firstHand, true);
  assert.deepEqual(
    [page.light?.light, page.light?.milestone?.title, page.light?.waitsFor],
    ['green', '完成摸排', 'lead'],
  );
  assert.deepEqual(
    page.turn?.people.map((one) => one.name),
    ['罗建国'],
  );
});

test('a milestone is reported with its evidence, returned, reported again and reached; the reviewer alone says so', async () => {
  const { id, charter } = await running();
  const [first] = charter.milestones;
  const report = { milestoneId: first!.id, words: '摸排完毕' };
  await refusedAs(decide('head', id, 'reports', report), 422, 'milestone_without_evidence');
  await refusedAs(decide('clerk', id, 'reports', { ...report, files: [] }), 403, 'forbidden');
  await reach(id, first!.id, false);
  assert.equal((await see(id)).milestones[0]?.state, 'planned');
  await done('head', id, 'reports', { ...report, files: [await file('台账')] });
  await refusedAs(decide('head', id, 'reports', { ...report, files: [await file('台账')] }), 409, 'milestone_not_open');
  const waiting = await see(id);
  assert.deepEqual([waiting.light?.waitsFor, waiting.turn?.people[0]?.name], ['reviewer', '卢海']);
  const reportId = waiting.reports[0]!.id;
  const verdict = { reportId, passed: true, words: '台账完整' };
  await refusedAs(decide('head', id, 'acknowledgements', verdict), 403, 'forbidden');
  await done('waterHead', id, 'acknowledgements', verdict);
  await refusedAs(decide('waterHead', id, 'acknowledgements', verdict), 409, 'report_acknowledged');
  const reached = await see(id);
  assert.deepEqual([reached.milestones[0]?.state, reached.milestones[0]?.reachedOn], ['reached', '2026-03-12']);
  assert.equal(reached.light?.milestone?.title, '设备整改');
});

test('what was chartered moves only when a request is granted, and never against the rules of the charter', async () => {
  const { id, charter } = await running();
  const [first] = charter.milestones;
  const [goal] = charter.goals;
  const ask = (wanted: object, who: 'head' | 'clerk' = 'head') =>
    decide(who, id, 'changes', { wanted, reason: '设备到货晚了' });
  const move = { kind: 'move_milestone', milestoneId: first!.id, dueOn: '2026-04-30' };
  await refusedAs(ask(move, 'clerk'), 403, 'forbidden');
  await refusedAs(ask({ ...move, dueOn: '2026-07-15' }), 422, 'milestone_outside');
  await refusedAs(
    ask({ kind: 'retarget', goalId: goal!.id, target: 48, targetOn: '2026-09-30' }),
    422,
    'target_is_baseline',
  );
  await refusedAs(
    ask({ kind: 'retarget', goalId: goal!.id, target: 60, targetOn: '2026-09-30' }),
    422,
    'target_wrong_way',
  );
  await refusedAs(ask({ kind: 'end', endsOn: '2026-05-01' }), 422, 'milestone_outside');
  await refusedAs(ask({ kind: 'reviewer', personId: world.people.official }), 422, 'reviewer_under_lead');
  assert.equal((await ask(move)).status, 200);
  assert.equal((await see(id)).milestones[0]?.dueOn, first!.dueOn, 'asked is not granted');
  const changeId = (await see(id)).changes[0]!.id;
  await refusedAs(decide('head', id, 'change-decisions', { changeId, granted: true, words: '好' }), 403, 'forbidden');
  await done('office', id, 'change-decisions', { changeId, granted: true, words: '情况属实' });
  const moved = await see(id);
  assert.equal(moved.milestones.find((one) => one.id === first!.id)?.dueOn, '2026-04-30');
  assert.deepEqual([moved.changes[0]?.was, moved.changes[0]?.decision?.granted], [{ dueOn: first!.dueOn }, true]);
});

test('a meeting keeps who was there and its minutes; one in the future is none', async () => {
  const { id } = await running();
  const meeting = {
    heldAt: '2026-03-12T00:30:00Z',
    place: '二楼会议室',
    topic: '首次调度',
    minutes: '先摸排',
    files: [],
  };
  await refusedAs(
    decide('head', id, 'meetings', { ...meeting, heldAt: '2027-01-01T00:00:00Z', present: [] }),
    422,
    'held_in_future',
  );
  await done('head', id, 'meetings', { ...meeting, present: [world.people.official, world.people.clerk] });
  const [held] = (await see(id)).meetings;
  assert.deepEqual(held?.present.map((one) => one.name).sort(), ['吴涛', '陈晓燕']);
});

test('acceptance waits for every milestone and task, and neither the lead nor whoever serves under the lead takes part', async () => {
  const { id, charter, problemId } = await running();
  await refusedAs(decide('head', id, 'presentations', { words: '请验收' }), 409, 'milestones_open');
  const give = {
    taskId: newId(),
    title: '装隔音板',
    assigneeId: world.people.official,
    reviewerId: world.people.clerk,
  };
  const task = await call('head', 'POST', `/problems/${problemId}/tasks`, {
    ...{ id: newId(), version: 1, projectId: id },
    ...give,
  });
  assert.equal(task.status, 200, JSON.stringify(task.body));
  for (const one of charter.milestones) await reach(id, one.id);
  await refusedAs(decide('head', id, 'presentations', { words: '请验收' }), 409, 'tasks_open');
  await refusedAs(decide('office', id, 'ends', { how: 'drop', reason: '不做了' }), 409, 'tasks_open');
  const { version } = (await call('head', 'GET', `/tasks/${give.taskId}`)).body;
  await call('head', 'POST', `/tasks/${give.taskId}/withdrawals`, { id: newId(), version, reason: '改由厂家安装' });
  await done('head', id, 'presentations', { words: '请验收' });
  const accept = { ...passing, heldOn: '2026-03-12' };
  await refusedAs(decide('head', id, 'acceptances', accept), 403, 'forbidden');
  const panel = (personId: string) => ({ ...accept, panel: [{ personId, opinion: '同意' }] });
  await refusedAs(decide('office', id, 'acceptances', panel(world.people.head)), 403, 'acceptance_by_lead');
  await refusedAs(decide('office', id, 'acceptances', panel(world.people.clerk)), 403, 'acceptance_under_lead');
  await refusedAs(decide('office', id, 'acceptances', { ...accept, heldOn: '2026-03-20' }), 422, 'held_in_future');
  await refusedAs(decide('office', id, 'acceptances', { ...accept, asked: 30 }), 422, 'rating_parts');
  await done('office', id, 'acceptances', { ...accept, result: 'failed', words: '还有两家没装' });
  assert.equal((await see(id)).state, 'running');
});

test('closing waits for a reading of a time after the acceptance, or a waiver signed for that goal; reopening keeps the past', async () => {
  const { id, indicatorId, charter } = await presented();
  pass({ days: 10 });
  await done('office', id, 'acceptances', { ...passing, heldOn: '2026-03-20', asked: 40, approving: 37 });
  await refusedAs(decide('office', id, 'closings', { words: '结项' }), 409, 'reading_missing');
  await read(indicatorId, '2026-03-01', '2026-03-19', 30);
  await refusedAs(decide('office', id, 'closings', { words: '结项' }), 409, 'reading_missing');
  pass({ days: 40 });
  assert.equal((await read(indicatorId, '2026-04-01', '2026-04-30', 18)).status, 200);
  await refusedAs(
    decide('office', id, 'waivers', { goalId: charter.goals[0]!.id, reason: '不用了' }),
    409,
    'reading_there',
  );
  await refusedAs(decide('head', id, 'closings', { words: '结项' }), 403, 'forbidden');
  await done('office', id, 'closings', { words: '四月降到 18 件，达到目标' });
  const closed = await see(id);
  assert.equal(closed.state, 'closed');
  assert.equal(closed.closings[0]?.goals[0]?.readingId, closed.goals[0]?.readings.at(-1)?.id);
  await done('office', id, 'reopenings', { reason: '七月又多起来' });
  const reopened = await see(id);
  assert.equal(reopened.state, 'running');
  assert.deepEqual([reopened.acceptances.length, reopened.closings.length], [1, 1], 'the past is kept');
  await done('head', id, 'presentations', { words: '再次整治完毕' });
  await done('office', id, 'acceptances', { ...passing, heldOn: '2026-05-01' });
  await refusedAs(decide('office', id, 'closings', { words: '结项' }), 409, 'reading_missing');
  await done('office', id, 'waivers', { goalId: charter.goals[0]!.id, reason: '夜市已关停，不再有工单来源' });
  await done('office', id, 'closings', { words: '夜市关停' });
  assert.deepEqual((await see(id)).closings.length, 2);
});

test('whoever has no part in it does not know it; the same decision twice is one', async () => {
  const { id } = await draft();
  assert.equal((await call('waterHead', 'GET', `/projects/${(await draft({ reviewerId: null })).id}`)).status, 404);
  const { version } = await see(id);
  const twice = { id: newId(), version, words: '' };
  const [one, two] = [
    await call('clerk', 'POST', `/projects/${id}/proposals`, twice),
    await call('clerk', 'POST', `/projects/${id}/proposals`, twice),
  ];
  assert.deepEqual([one.status, two.status, one.body], [200, 200, two.body]);
  const page = await see(id);
  assert.equal(page.history.filter((move) => move.verb === 'project.propose').length, 1);
});
