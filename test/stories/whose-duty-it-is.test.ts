/** Whose duty a matter is: a list is imported and issued, read by precision, overridden, superseded, and mended by what comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { succeed } from '#people/succession.actions.ts';
import { successionInput } from '#people/unit.api.ts';
import { newId } from '#platform/ids.ts';
import { testCity } from '#test/database.ts';
import { makeLand } from '#test/duty.ts';
import { stepsOf } from '#test/steps.ts';
import { countsOf, importDesk, rowsOf, sheetFile } from '#test/stories/import/desk.ts';
import type { Duty, DutyLine, DutyListItem, Returned } from '#triage/duty/duty.api.ts';

const story = await testCity();
const { call, world, tx, pass, app } = story;
const { ok, signal, problem, decide, seen } = stepsOf(story);
const desk = importDesk(story);
const { area, unit, category } = await makeLand(story);

const lists = async (): Promise<DutyListItem[]> => (await ok('office', 'GET', '/duty-lists')).items;
const list = async (number: number) => (await lists()).find((one) => one.number === number)!;
const lines = async (number: number): Promise<DutyLine[]> =>
  (await ok('office', 'GET', `/duty-lines?listId=${(await list(number)).id}&limit=200`)).items;
const line = async (number: number, at: number) => (await lines(number)).find((one) => one.line === at)!;
const decideOn = async (number: number, noun: string, more: object) => {
  const { id, version } = await list(number);
  return call('office', 'POST', `/duty-lists/${id}/${noun}`, { id: newId(), version, ...more });
};
type Asked = { categoryId?: string; areaId?: string; words?: string; at?: string };
const whose = (asked: Asked): Promise<Duty> =>
  ok('dispatcher', 'GET', `/duty?${new URLSearchParams(asked as Record<string, string>)}`);
const leads = async (asked: Asked) =>
  (await whose(asked)).answers.map(({ line: n, lead }) => `${n} ${lead?.shortName ?? '—'}`);

const header = ['序号', '分类', '事项', '层级', '区域', '主办单位', '协办单位', '依据', '上收'];
const file = [
  ['青澜市职责清单'],
  header,
  ['1', '噪音扰民', '', '市级', '全市', '城管局', '住建局', '市容条例第十二条', ''],
  ['2', '噪音扰民/施工噪音', '', '乡镇街道', '', '属地', '', '', ''],
  ['3', '施工噪音', '', '市级', '990101001', '城管局', '', '执法权限清单', ''],
  ['4', '供水', '', '市级', '全市', '水务局', '', '', ''],
  ['5', '', '行道树、绿化带', '市级', '', '园林中心', '', '', ''],
  ['6', '广场舞噪音', '', '市级', '全市', '城管局', '', '治安处罚法', '是'],
  ['7', '广场舞噪音', '', '乡镇街道', '', '新民街道办事处', '', '', ''],
  ['8', '噪音', '', '市级', '', '城管局', '', '', ''],
  ['9', '供水', '', '省级', '', '水务局', '', '', ''],
  ['10', '停水', '', '市级', '月亮湾', '水务局', '', '', ''],
  ['11', '停水', '', '市级', '', '水利署', '', '', ''],
  ['12', '停水', '', '市级', '', '', '', '', ''],
  ['13', '停水', '', '乡镇街道', '', '属地', '', '', '是'],
  ['14', '供水', '', '市级', '全市', '住建局', '', '', ''],
  ['15', '供 水', '', '市级', '全市', '水务局', '', '', ''],
];

test('a list comes in from a sheet: sound rows become lines of the draft, each of the others says why it did not', async () => {
  const more = { kind: 'duty', options: '{}' };
  const sheet = await sheetFile('清单.xlsx', file);
  assert.equal((await desk.upload('office', '清单.xlsx', sheet, more)).body.code, 'duty_no_draft');
  assert.equal((await desk.upload('dispatcher', '清单.xlsx', sheet, more)).status, 403);
  const { id } = await ok('office', 'POST', '/duty-lists', { id: newId() });
  assert.equal((await call('office', 'POST', '/duty-lists', { id: newId() })).body.code, 'duty_draft_open');
  const done = await desk.take('清单.xlsx', sheet, more, 'office');
  assert.deepEqual(countsOf(done), { read: 15, accepted: 7, repeated: 1, rejected: 7 });
  const rejects = (await desk.rejects(done.id, 'office')).map((row) => row.join(' '));
  for (const why of ['没有“噪音”', '层级“省级”', '月亮湾', '水利署', '主办单位', '不能写乡镇街道', '与第 4 条'])
    assert.ok(
      rejects.some((row) => row.includes(why)),
      why,
    );
  assert.deepEqual(
    (await lines(1)).map(({ line: n, lead, assists }) => [
      n,
      lead?.shortName ?? null,
      assists.map((one) => one.shortName),
    ]),
    [
      [1, '城管局', ['住建局']],
      [2, null, []],
      [3, '城管局', []],
      [4, '水务局', []],
      [5, '园林中心', []],
      [6, '城管局', []],
      [7, '新民街道', []],
    ],
  );
  assert.equal((await desk.take('再来.xlsx', sheet, more, 'office')).counts.repeated, 8);
  const taken = await app.inject({
    method: 'GET',
    url: `/c/qinglan/api/duty-lines.xlsx?listId=${id}`,
    headers: { cookie: await desk.cookie('office') },
  });
  const out = await rowsOf('导出.xlsx', taken.rawPayload);
  assert.deepEqual(out[0], header);
  assert.deepEqual(out[3]!.slice(1, 6), ['噪音扰民/施工噪音', '', '市级', '990101001', '青澜市城市管理局']);
  const again = await desk.take('导出.xlsx', taken.rawPayload, more, 'office');
  assert.deepEqual(countsOf(again), { read: 7, repeated: 7 });
});

test('a draft decides nothing; issued, the most precise line says it, and where two say it alike both are shown', async () => {
  assert.equal((await whose({ categoryId: category.noise })).list, null);
  assert.equal((await decideOn(1, 'issues', { from: '2026-03-01', reason: '首版' })).status, 200);
  assert.equal((await decideOn(1, 'drops', { reason: '试试' })).body.code, 'duty_in_force');
  const village = { areaId: area[990101001001] };
  assert.deepEqual(await leads({ categoryId: category.works, ...village }), ['3 城管局']);
  assert.deepEqual(await leads({ categoryId: category.works, areaId: area[990102] }), ['2 —']);
  assert.deepEqual(await leads({ categoryId: category.works }), ['2 —']);
  assert.deepEqual(await leads({ categoryId: category.cut }), ['4 水务局']);
  assert.deepEqual(await leads({ words: '路口的绿化带挡住了视线' }), ['5 园林中心']);
  const [answer] = (await whose({ categoryId: category.works, areaId: area[990102] })).answers;
  assert.match(answer!.trouble!.zh, /没有对应的乡镇街道单位/);
  assert.match(answer!.why.zh, /第 1 版第 2 条：噪音扰民\/施工噪音，全市，乡镇街道/);
  assert.equal(
    (await call('office', 'PUT', `/duty-lines/${answer!.entryId}`, change(await line(1, 2)))).body.code,
    'not_now',
  );
});

const change = ({ category: path, area: at, lead, assists, ...rest }: DutyLine, more: object = {}) => ({
  ...{
    id: newId(),
    version: rest.version,
    matter: rest.matter,
    level: rest.level,
    basis: rest.basis,
    withdrawn: rest.withdrawn,
  },
  ...{
    categoryId: path.at(-1)?.id ?? null,
    areaId: at?.id ?? null,
    leadUnit: lead?.id ?? null,
    assists: assists.map((one) => one.id),
  },
  ...more,
});

test('a withdrawn matter goes to no township but by the head of dispatch, with a reason that stands in the ledger', async () => {
  const dance = await problem([await signal('音响开到半夜', { areaId: area[990101001] })], '广场舞噪音');
  await tx((own) => categorise(own, dance, category.square));
  const { answers, withdrawn } = await ok('dispatcher', 'GET', `/problems/${dance}/duty`);
  assert.deepEqual([answers.map((one: { line: number }) => one.line), withdrawn.line], [[6], 6]);
  const give = async (name: 'dispatcher' | 'otherDispatcher', more: object) =>
    call(name, 'POST', `/problems/${dance}/assignments`, { ...(await seen(name, `/problems/${dance}`)), ...more });
  for (const to of [unit.xinmin, unit.xinminNight]) {
    const refused = await give('dispatcher', { unitId: to, override: true, reason: '就近' });
    assert.equal(refused.body.code, 'matter_withdrawn');
    assert.match(refused.body.message.zh, /已上收，不能派给新民.*请派给城管局/);
  }
  assert.equal((await give('otherDispatcher', { unitId: unit.xinmin })).body.code, 'matter_withdrawn');
  const bare = await give('otherDispatcher', { unitId: unit.xinmin, override: true });
  assert.equal(bare.body.code, 'matter_withdrawn_reason');
  const reason = '社区先行劝导';
  assert.equal((await give('otherDispatcher', { unitId: unit.xinmin, override: true, reason })).status, 200);
  const written = await tx((own) =>
    own
      .selectFrom('ledger')
      .select(['reason', 'data'])
      .where('thing', '=', dance)
      .where('verb', '=', 'problem.assign')
      .execute(),
  );
  assert.equal(written[0]!.reason, reason);
  assert.equal((written[0]!.data as { withdrawn: { line: number } }).withdrawn.line, 6);
});

/** The category of each of the problem's signals, as a person decides it. */
async function categorise(own: Parameters<Parameters<typeof tx>[0]>[0], problemId: string, categoryId: string) {
  const edges = await own
    .selectFrom('signal_problem')
    .select('signal_id')
    .where('problem_id', '=', problemId)
    .execute();
  const by = { category_id: categoryId, opened_by: world.people.dispatcher, opened_at: own.now };
  const rows = edges.map(({ signal_id }) => ({ id: newId(), signal_id, ...by }));
  await own.insertInto('signal_category').values(rows).execute();
}

test('what comes back is counted by matter, unit and the line that had named it', async () => {
  for (let n = 0; n < 3; n++) {
    const cut = await problem([await signal('停水三天了')], `停水 ${n}`);
    await tx((own) => categorise(own, cut, category.cut));
    await decide('dispatcher', `/problems/${cut}`, 'assignments', { unitId: world.units.water });
    if (n === 2) continue;
    await decide('waterHead', `/problems/${cut}`, 'returns', {
      reason: '小区内部管道',
      suggestedUnitId: world.units.housing,
    });
    await decide('dispatcher', `/problems/${cut}`, 'assignments', { unitId: world.units.housing });
  }
  const { items }: { items: Returned[] } = await ok('office', 'GET', '/duty-returns');
  const water = items.find((one) => one.unit.id === world.units.water)!;
  assert.deepEqual(
    [water.category.map(({ name }) => name), water.line?.line, water.given, water.returned, water.rerouted],
    [['供水', '停水'], 4, 3, 2, 0],
  );
  assert.deepEqual(
    water.ended.map(({ unit: to, times }) => [to.shortName, times]),
    [['住建局', 2]],
  );
  assert.deepEqual((await ok('head', 'GET', '/duty-returns')).items, []);
});

test('a new version begins on its day; what was before keeps the list of its day, and the difference is told', async () => {
  pass({ days: 1 });
  const { id } = await ok('office', 'POST', '/duty-lists', { id: newId() });
  const four = await line(2, 4);
  const double = change(four, { leadUnit: world.units.housing });
  const both = await Promise.all([
    call('office', 'PUT', `/duty-lines/${four.id}`, double),
    call('office', 'PUT', `/duty-lines/${four.id}`, double),
  ]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  const late = await call('office', 'PUT', `/duty-lines/${four.id}`, change(four, { basis: '另一个人改的' }));
  assert.equal(late.body.code, 'changed_meanwhile');
  const twice = { ...change(await line(2, 5)), categoryId: category.water, matter: '', areaId: null };
  assert.equal(
    (await call('office', 'PUT', `/duty-lines/${(await line(2, 5)).id}`, twice)).body.code,
    'duty_line_there',
  );
  const seven = await line(2, 7);
  await ok('office', 'POST', `/duty-lines/${seven.id}/removals`, { id: newId(), version: seven.version });
  const { items } = await ok('office', 'GET', `/duty-lists/${id}/difference`);
  assert.deepEqual(
    items.map((one: { kind: string; before: DutyLine | null }) => [one.kind, one.before?.line]),
    [
      ['changed', 4],
      ['removed', 7],
    ],
  );
  assert.equal((await decideOn(2, 'issues', { from: '2026-03-12', reason: '太早' })).body.code, 'duty_from_past');
  assert.equal((await decideOn(2, 'issues', { from: '2026-03-20', reason: '水务改革' })).status, 200);
  assert.deepEqual(
    (await lists()).map(({ phase }) => phase),
    ['coming', 'inForce'],
  );
  const cut = { categoryId: category.cut };
  assert.deepEqual([await leads(cut), await leads({ ...cut, at: '2026-03-20' })], [['4 水务局'], ['4 住建局']]);
  pass({ days: 10 });
  assert.deepEqual(
    (await lists()).map(({ phase }) => phase),
    ['inForce', 'superseded'],
  );
  assert.deepEqual([await leads(cut), await leads({ ...cut, at: '2026-03-12' })], [['4 住建局'], ['4 水务局']]);
});

test('a unit that was merged is followed to its successor; one that was split is flagged until one is chosen', async () => {
  const on = '2026-03-20';
  const office = await story.actor('office');
  const keeper = {
    ...office,
    posts: office.posts.map((post) => ({ ...post, verbs: [...post.verbs, 'people.manage'] })),
  };
  const change = (kind: string, predecessors: string[], successors: object[]) =>
    tx((own) =>
      succeed(
        own,
        keeper,
        successionInput.parse({ id: newId(), kind, predecessors, successors, on, reason: '机构改革' }),
      ),
    );
  const build = newId();
  const before = [world.units.housing, world.units.water];
  await change('merged', before, [{ id: build, name: '青澜市城乡建设局', shortName: '城建局' }]);
  const [merged] = (await whose({ categoryId: category.cut })).answers;
  assert.deepEqual([merged!.lead?.shortName, merged!.was?.shortName, merged!.trouble], ['城建局', '住建局', null]);
  assert.deepEqual(await leads({ categoryId: category.cut, at: '2026-03-12' }), ['4 水务局']);
  const parts = ['苗圃中心', '绿化中心'].map((name) => ({ id: newId(), name }));
  await change('split', [unit.parks], parts);
  const [split] = (await whose({ words: '绿化带' })).answers;
  assert.deepEqual([split!.lead, split!.choices.map((one) => one.name).sort()], [null, ['绿化中心', '苗圃中心']]);
  assert.match(split!.trouble!.zh, /园林中心已分设/);
  assert.deepEqual([(await list(2)).flagged, (await list(1)).flagged], [3, 3]);
});
